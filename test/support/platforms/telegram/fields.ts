/** Single parameters of a call, checked. Forms carry everything as text, JSON need not. */

import { badRequest } from './bot-api.ts';
import type { Call } from './read-request.ts';

export function textOf(call: Call, name: string): string | undefined {
  const value = call.fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') throw badRequest(`field "${name}" must be of type String`);
  const text = String(value);
  // Half a surrogate pair can't be sent as UTF-8.
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  return text;
}

export function integerOf(call: Call, name: string): number | undefined {
  const text = textOf(call, name);
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw badRequest(`field "${name}" must be a Number`);
  return Number(text);
}

export function booleanOf(call: Call, name: string): boolean {
  return ['true', '1', 'yes'].includes((textOf(call, name) ?? '').toLowerCase());
}

/** An object or a list, sent as such or as JSON text. */
export function jsonOf<T>(call: Call, name: string, what = name.replaceAll('_', ' ')): T | undefined {
  const value = call.fields[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'object') return value as T;
  try {
    const parsed: unknown = JSON.parse(String(value));
    if (typeof parsed === 'object' && parsed !== null) return parsed as T;
  } catch {}
  throw badRequest(`can't parse ${what} JSON object`);
}
