/** Entries as a file: CSV that a spreadsheet opens right, or JSON. */

import { toDecimal } from '../money.ts';
import type { EntryView } from './entries.ts';

const columns = ['date', 'kind', 'amount', 'currency', 'category', 'merchant', 'note', 'id'] as const;

/**
 * CSV by RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, "CSV Injection"). Amounts are plain decimals with a point.
 */
export function toCsv(entries: readonly EntryView[]): string {
  return tableToCsv(
    columns,
    entries.map((entry) => columns.map((column) => fields(entry)[column])),
  );
}

/** Any table in the same form; what is empty stays empty, and a number is written with a point. */
export function tableToCsv(names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quote(typeof cell === 'string' ? disarm(cell) : `${cell ?? ''}`)));
  return `\uFEFF${[names.map((name) => quote(disarm(name))), ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

/** A JSON array of entries; amounts are decimal strings. */
export function toJson(entries: readonly EntryView[]): string {
  return `${JSON.stringify(entries.map(fields), null, 2)}\n`;
}

function fields({ id, kind, amount, category, merchant, note, day }: EntryView) {
  return {
    date: day,
    kind,
    amount: toDecimal(amount),
    currency: amount.currency,
    category,
    merchant: merchant ?? '',
    note: note ?? '',
    id,
  };
}

function disarm(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
