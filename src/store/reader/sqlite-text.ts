/** What SQLite's own parser leaves open: it takes the first of several statements, and EXPLAIN passes for a SELECT. */

/** The first word of a statement in capitals, after white space, comments and semicolons; '' when there is none. */
export function firstWord(sql: string): string {
  const from = skipBlank(sql, 0);
  return /^[a-z]+/i.exec(sql.slice(from, from + 20))?.[0].toUpperCase() ?? '';
}

/** Is there nothing but white space, comments and semicolons from `from` on? */
export function isBlank(sql: string, from: number): boolean {
  return skipBlank(sql, from) === sql.length;
}

function skipBlank(sql: string, from: number): number {
  // White space as SQLite knows it: to JavaScript a no-break space is one as well, to SQLite a letter.
  const blank = /[ \t\n\f\r;]+|--[^\n]*|\/\*.*?(?:\*\/|$)/sy;
  let end = from;
  for (blank.lastIndex = from; blank.test(sql); ) end = blank.lastIndex;
  return end;
}
