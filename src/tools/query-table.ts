/** A query's rows as lines that a phone can read, and as a spreadsheet's file. */

import type { Unit } from '../sql/column-units.ts';
import type { ReadResult } from '../store/reader/ledger-reader.ts';
import { describeDay, describeGroup } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';

type Cell = ReadResult['rows'][number][number];

/** The cells as texts in the person's language, row by row; amounts of the home currency as money. */
export function formatCells(
  { rows, columns }: ReadResult,
  units: readonly Unit[] | null,
  homeCurrency: string,
  words: Words,
  today: string,
): string[][] {
  const formats = columns.map((_, column) => numberFormat(rows, column, units?.[column] ?? null, homeCurrency, words));
  return rows.map((row) => row.map((cell, column) => formatCell(cell, formats[column], words, today)));
}

/** A line a row: "groceries · €312.40". The names of the columns stand first where there are more than two. */
export function tableLines(columns: readonly string[], cells: readonly (readonly string[])[]): string[] {
  const heading = columns.length > 2 ? [columns.join(' · ')] : [];
  return [...heading, ...cells.map((row) => row.join(' · '))];
}

function numberFormat(rows: ReadResult['rows'], column: number, unit: Unit, homeCurrency: string, words: Words) {
  if (unit === 'home') return new Intl.NumberFormat(words.locale, { style: 'currency', currency: homeCurrency });
  const decimals = Math.max(0, ...rows.map((row) => decimalsOf(row[column] ?? null)));
  // An amount with one decimal looks like a mistake.
  const shown = decimals === 1 && unit === 'amount' ? 2 : Math.min(decimals, 4);
  return new Intl.NumberFormat(words.locale, { minimumFractionDigits: shown, maximumFractionDigits: shown });
}

function decimalsOf(cell: Cell): number {
  return typeof cell === 'number' && !Number.isInteger(cell) ? (String(cell).split('.')[1]?.length ?? 0) : 0;
}

function formatCell(cell: Cell, format: Intl.NumberFormat | undefined, words: Words, today: string): string {
  if (cell === null) return '–';
  if (typeof cell === 'number') return format?.format(cell) ?? String(cell);
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell))) return describeDay(cell, words, today);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(cell)) return describeGroup(cell, 'month', words);
  // A note may have several lines; a row has one.
  return cell.replace(/\s+/g, ' ').trim();
}
