/** How this room says no. */

import { QueryRefused } from '../store/reader/ledger-reader.ts';

/** Throws QueryRefused: what stands in the way, and what to write instead. */
export function refuse(message: string, hint: string): never {
  throw new QueryRefused('parser', message, hint);
}

/** A piece of somebody's text as it is quoted back to them: one line, and not all of it. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 40 ? `${line.slice(0, 39)}…` : line}"`;
}
