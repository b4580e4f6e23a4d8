/** SQLite's errors as sentences for whoever wrote the query. */

import { PlatformError } from '../../errors.ts';
import { QueryRefused } from './ledger-reader.ts';
import type { Denial } from './sqlite-guard.ts';
import { views } from './views.ts';

// https://www.sqlite.org/rescode.html
const NO_MEMORY = 7;
const TOO_BIG = 18;
const DENIED = 23;
/** busy, locked, interrupted, I/O error, corrupt, full, can't open, protocol, schema, no database */
const trouble = new Set([5, 6, 9, 10, 11, 13, 14, 15, 17, 26]);

/**
 * What an error of node:sqlite during a query means: QueryRefused, or PlatformError when the query is not to blame.
 * The sentence says nothing about tables that are not the query's to read; anything else is thrown on as it is.
 */
export function refusalOf(error: unknown, sql: string, denial: Denial | undefined): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const code = Number(error.errcode) & 0xff;
  if (trouble.has(code)) return new PlatformError('The database can’t be read right now.', { cause: error });
  if (code === NO_MEMORY) return tooLarge();
  if (code === TOO_BIG) {
    return new QueryRefused('limit', 'A text in the query grows too long.', 'Ask for shorter texts or fewer of them.');
  }
  if (code === DENIED || denial) return denied(denial);
  return explain(error.message, sql);
}

/** For a query whose process ran out of memory. */
export function tooLarge(): QueryRefused {
  return new QueryRefused('limit', 'The query needs too much memory.', 'Ask for fewer rows at a time, or for sums.');
}

/** For a query that was ended after `milliseconds`. */
export function tooSlow(milliseconds: number): QueryRefused {
  const message = `The query took longer than ${milliseconds / 1_000} seconds.`;
  return new QueryRefused('limit', message, 'Narrow it down, by day or category.');
}

/** For a text that is no single SELECT. */
export function notASelect(): QueryRefused {
  return new QueryRefused('engine', 'Only a query that reads can run.', 'Write one statement that begins with SELECT.');
}

function denied(denial: Denial | undefined): QueryRefused {
  // A table that is there is answered as one that is not.
  if (denial?.what === 'table') return noTable(denial.name);
  if (denial?.what === 'function') return noFunction(denial.name);
  return notASelect();
}

/** For a table that is not the query's to read, be it there or not. */
export function noTable(name: string): QueryRefused {
  return new QueryRefused(
    'engine',
    `There is no table ${shorten(name)}.`,
    `The tables are ${list(views.map((view) => view.name))}.`,
  );
}

function noFunction(name: string): QueryRefused {
  const hint = 'Plain ones work: sum, count, avg, round, substr, date, coalesce and the like.';
  return new QueryRefused('engine', `There is no function ${shorten(name)}.`, hint);
}

type Sentence = (name: string, sql: string) => QueryRefused;

const engine = (message: string, hint: string) => new QueryRefused('engine', message, hint);

const sentences: readonly (readonly [RegExp, Sentence])[] = [
  [
    /^(?:variable number|too many SQL variables)/,
    () => engine('The query has a placeholder.', 'Write the value itself.'),
  ],
  [/^no such table: (.*)/s, noTable],
  [/^no such function: (.*)/s, noFunction],
  [
    /^no such column: "(.*)" - should this be a string literal/s,
    (name) => engine(`There is no column ${shorten(name)}.`, `A text stands in single quotes: '${shorten(name)}'.`),
  ],
  [/^no such column: (.*)/s, (name, sql) => engine(`There is no column ${shorten(name)}.`, columnsIn(sql))],
  [
    /^ambiguous column name: (.*)/s,
    (name) => engine(`More than one table has a column ${shorten(name)}.`, 'Write its table before it: entries.day.'),
  ],
  [
    /^near "(.*)": syntax error/s,
    (name) =>
      engine(`The query can’t be read at “${shorten(name)}”.`, 'Look at the commas, quotes and brackets there.'),
  ],
  [
    /^unrecognized token: "(.*)"/s,
    (name) => engine(`The query can’t be read at “${shorten(name)}”.`, 'Is a quote missing there?'),
  ],
  [/^incomplete input/, () => engine('The query ends too early.', 'Is a bracket or a quote missing?')],
  [
    /^misuse of (?:aggregate|window function):? (?:function )?(.*)/s,
    (name) => engine(`${shorten(name)} can’t be used there.`, 'It belongs into SELECT, HAVING or ORDER BY.'),
  ],
  [
    /^circular reference: (.*)/s,
    (name) => engine(`${shorten(name)} can’t be made of itself.`, 'Give it another name than the table it reads.'),
  ],
  [
    /^wrong number of arguments to function (.*)\(\)/s,
    (name) => engine(`${shorten(name)} takes another number of arguments.`, 'Look at what stands in its brackets.'),
  ],
];

const limit = /^(too (many|large|long)|at most|parser stack|expression tree|like or glob|recursion limit)/i;

function explain(message: string, sql: string): QueryRefused {
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(message);
    if (match) return sentence(match[1] ?? '', sql);
  }
  if (limit.test(message)) {
    return new QueryRefused('limit', 'The query is too large.', 'Write it with fewer parts.');
  }
  return engine(`The database says: ${shorten(message, 200)}.`, 'Write it another way.');
}

/** The columns of the views that the query names, or of all. */
function columnsIn(sql: string): string {
  const named = views.filter((view) => new RegExp(`\\b${view.name}\\b`, 'i').test(sql));
  return (named.length > 0 ? named : views)
    .map((view) => `${view.name} has ${list(view.columns.map((column) => column.name))}.`)
    .join(' ');
}

function list(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function shorten(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
