/** SQLite's values as cells of a result. */

import type { SQLOutputValue } from 'node:sqlite';
import type { Cell } from './ledger-reader.ts';

/**
 * Numbers with at most six decimals, so that a sum of 12.1 and 0.2 shows as 12.3 and not as its nearest float;
 * infinity is null; whole numbers of over 15 digits are text; bytes, which no view has, are hexadecimal text.
 */
export function toCell(value: SQLOutputValue): Cell {
  if (typeof value === 'bigint') return digitsOf(value) > 15 ? String(value) : Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toFixed(6)) + 0 : null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}

/** How many bytes of UTF-8 the cell takes as text. */
export function cellBytes(cell: Cell): number {
  return cell === null ? 0 : Buffer.byteLength(String(cell));
}

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
