/** What SQLite's own parser leaves open: it takes the first of several statements, and EXPLAIN passes for a SELECT. */

/** The text from its first word on, without the white space, comments and semicolons before it. */
export function fromFirstWord(sql: string): string {
  return sql.slice(skipBlank(sql, 0));
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
