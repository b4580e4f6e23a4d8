/** What MySQL's text protocol sends as cells of a result. */

import mysql2 from 'mysql2';
import type { Cell } from './ledger-reader.ts';

/** What a cell's meaning depends on: numbers of the protocol. */
export interface CellType {
  readonly columnType?: number | undefined;
  readonly characterSet?: number | undefined;
}

const { Types } = mysql2;
const BINARY_CHARSET = 63;
const exact = new Set([
  Types.DECIMAL,
  Types.NEWDECIMAL,
  Types.TINY,
  Types.SHORT,
  Types.INT24,
  Types.LONG,
  Types.LONGLONG,
  Types.YEAR,
]);
const approximate = new Set([Types.FLOAT, Types.DOUBLE]);
const bytes = new Set([Types.BIT, Types.GEOMETRY]);
const texts = new Set([
  Types.VARCHAR,
  Types.VAR_STRING,
  Types.STRING,
  Types.BLOB,
  Types.TINY_BLOB,
  Types.MEDIUM_BLOB,
  Types.LONG_BLOB,
]);

/**
 * Exact numbers of up to 15 digits are numbers, longer ones text; floats have at most six decimals; bytes, which no
 * view has, are hexadecimal text; days and times stay as the server writes them.
 */
export function toCell(value: Buffer | null, { columnType = -1, characterSet }: CellType): Cell {
  if (value === null) return null;
  if (exact.has(columnType)) return exactCell(value.toString('latin1'));
  if (approximate.has(columnType)) return Number(Number(value.toString('latin1')).toFixed(6)) + 0;
  if (bytes.has(columnType) || (texts.has(columnType) && characterSet === BINARY_CHARSET)) return value.toString('hex');
  return value.toString('utf8');
}

function exactCell(text: string): Cell {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  const digits = short.replace(/^[-0.]+|\./g, '').length;
  return digits > 15 ? short : Number(short) + 0;
}
