/**
 * Holds a reply against what it may quote from: no figure goes out that code did not compute or the person did not write.
 *
 * Every amount is checked: whatever has a currency, a percent sign, decimals or a scale ("5k"), and every bare
 * integer above 12. Bare integers up to 12 pass: "top 3", "2 coffees", days, months and hours are not worth a false
 * alarm, and amounts of that size come out of the tools with a currency. Numbers in words pass unseen.
 *
 * Numbers compare by value, whatever their marks (1.234,56 = 1,234.56), and without their sign ("12 over" quotes -12).
 * Units count where both sides have one: €15 is supported neither by $15 nor by 15%.
 */

import { isCurrency } from '../money.ts';
import { canonicalNumber, unitOf, type WrittenNumber, writtenNumbers } from './written-numbers.ts';

/** What a bare integer may be without being looked up. */
const SMALL = 12;

/**
 * The figures of `reply`, as written in it, that none of the sources has, each once. A source is JSON (what a tool
 * gave back) or plain text (the person's message, today's date).
 */
export function unsupportedFigures(reply: string, sources: readonly string[]): string[] {
  const known: Known = { units: new Map(), days: new Set() };
  for (const source of sources) learn(source, known);
  const missing = new Set<string>();
  for (const figure of writtenNumbers(reply)) {
    if (!figure.listMark && !isSupported(figure, known)) missing.add(figure.text);
  }
  return [...missing];
}

interface Known {
  /** Value to the units that it was seen with; "" where it had none. */
  readonly units: Map<string, Set<string>>;
  /** MM-DD of every ISO day. */
  readonly days: Set<string>;
}

function isSupported({ readings, unit, dayOfYear }: WrittenNumber, known: Known): boolean {
  if (dayOfYear !== null && known.days.has(dayOfYear)) return true;
  return readings.some(({ values, unlikely }) =>
    values.every((value) => {
      if (unit === '' && !unlikely && /^\d{1,2}$/.test(value) && Number(value) <= SMALL) return true;
      const seen = known.units.get(value);
      return seen !== undefined && (unit === '' || seen.has('') || seen.has(unit));
    }),
  );
}

function learn(source: string, known: Known): void {
  const pending: { value: unknown; unit: string }[] = [{ value: parseJson(source), unit: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, unit } = next;
    if (typeof value === 'number') {
      add(known, decimalText(value), '');
    } else if (typeof value === 'string') {
      // Beside a currency a plain decimal string is an amount of it; a number is a count or a share.
      if (/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value)) add(known, value.replace('-', ''), unit);
      else learnText(value, known);
    } else if (typeof value === 'object' && value !== null) {
      const currency = 'currency' in value && typeof value.currency === 'string' && isCurrency(value.currency);
      const inner = currency ? unitOf(String(value.currency)) : unit;
      for (const item of Object.values(value)) pending.push({ value: item, unit: inner });
    }
  }
}

function learnText(text: string, known: Known): void {
  for (const [, month, day] of text.matchAll(/\b\d{4}-(\d\d)-(\d\d)\b/g)) known.days.add(`${month}-${day}`);
  // Ids are full of digits that stand for nothing.
  const readable = text.replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, ' ');
  for (const { readings, unit } of writtenNumbers(readable)) {
    for (const { values } of readings) for (const value of values) add(known, value, unit);
  }
}

function add({ units }: Known, number: string, unit: string): void {
  const value = canonicalNumber(number);
  const seen = units.get(value);
  if (seen) seen.add(unit);
  else units.set(value, new Set([unit]));
}

function decimalText(value: number): string {
  const text = String(Math.abs(value));
  return text.includes('e')
    ? Math.abs(value).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** Only objects and lists are taken for JSON: "12.50" alone is text. */
function parseJson(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null ? value : source;
  } catch {
    return source;
  }
}
