/**
 * What the parser library gets to read. It takes several spellings for one and forgets which it was (LENGTH and
 * CHAR_LENGTH, && and "overlaps", NOT LIKE and NOT … LIKE); a query must come back as it was asked. So it reads function
 * names that it doesn't know, operators that it keeps apart, and no text of anybody: texts are numbered.
 */

import { isPlain } from './normal-tokens.ts';
import type { Dialect, Token } from './tokens.ts';

const FUNCTION_MARK = 'fn__';

/** Followed by a parenthesis they are no function. */
const keywords = new Set(
  `ALL AND ANY AS BETWEEN BY CASE CAST CROSS DISTINCT DIV ELSE ESCAPE EXCEPT EXISTS EXTRACT FILTER FROM GLOB GROUP_CONCAT
  HAVING IN INTERSECT INTERVAL IS JOIN LATERAL LIKE LIMIT MATERIALIZED NOT OFFSET ON OR OVER REGEXP RECURSIVE SELECT SET SOME THEN UNION
  USING VALUES WHEN WHERE WITH XOR`.split(/\s+/),
);
/** With the word that may stand between their parts. */
const wordedCalls: Readonly<Record<string, string>> = {
  TRIM: 'FROM',
  SUBSTRING: 'FROM',
  SUBSTR: 'FROM',
  POSITION: 'IN',
};
const nameOnly = /^[A-Z_][A-Z0-9_]*$/i;

export interface LibraryText {
  readonly text: string;
  /** By the number that stands for each. */
  readonly texts: readonly string[];
  /** What was written at an offset of `text`, quoted; empty at its end. */
  wordAt(offset: number): string;
}

export function libraryText(tokens: readonly Token[], dialect: Dialect): LibraryText {
  const texts: string[] = [];
  const starts: number[] = [];
  let text = '';
  for (let at = 0; at < tokens.length; at++) {
    starts.push(text.length);
    text += `${wordFor(tokens, at, dialect, texts)} `;
  }
  const wordAt = (offset: number) => {
    const index = starts.findLastIndex((start) => start <= offset);
    return offset >= text.trimEnd().length ? '' : `"${tokens[index]?.source.slice(0, 40) ?? ''}"`;
  };
  return { text, texts, wordAt };
}

function wordFor(tokens: readonly Token[], at: number, dialect: Dialect, texts: string[]): string {
  const token = tokens[at] as Token;
  if (token.kind === 'text') return `'s${texts.push(token.value) - 1}'`;
  if (token.kind === 'name') return dialect === 'mysql' ? `\`${token.value}\`` : `"${token.value}"`;
  if (!isPlain(token)) return token.value;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const is = (other: Token | undefined, value: string) =>
    other !== undefined && isPlain(other) && other.value === value;
  // Operators of which the library tells "a NOT … b" from "NOT a … b".
  const matching = dialect === 'mysql' ? 'REGEXP' : 'GLOB';
  if (token.value === 'LIKE') return 'SIMILAR TO';
  if (token.value === 'NOT' && is(after, matching)) return '';
  if (token.value === matching) return is(before, 'NOT') ? 'ILIKE' : 'GLOB';
  if (dialect === 'sqlite' && token.value === 'NOT' && is(before, 'IS')) {
    return ['NULL', 'TRUE', 'FALSE', 'DISTINCT'].some((value) => is(after, value)) ? 'NOT' : 'DISTINCT FROM';
  }
  return isCalled(tokens, at) ? FUNCTION_MARK + token.source : token.source;
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'word' || next?.kind !== 'symbol' || next.value !== '(' || !nameOnly.test(token.source))
    return false;
  if (keywords.has(token.value) || (before?.kind === 'word' && before.value === 'AS')) return false;
  // 7 MOD (3), but MOD(7, 3)
  if (token.value === 'MOD')
    return before?.kind === 'symbol' ? before.value !== ')' : keywords.has(before?.value ?? '');
  return !Object.hasOwn(wordedCalls, token.value) || !hasWord(wordedCalls[token.value] ?? '', tokens, at + 2);
}

/** Whether the word stands between the parts of the call whose arguments begin here. */
function hasWord(word: string, tokens: readonly Token[], start: number): boolean {
  for (let at = start, depth = 0; depth >= 0 && at < tokens.length; at++) {
    const { kind, value } = tokens[at] as Token;
    if (kind === 'symbol') depth += value === '(' ? 1 : value === ')' ? -1 : 0;
    else if (depth === 0 && kind === 'word' && value === word) return true;
  }
  return false;
}

/** A name as it was before `libraryText`. */
export function unmarked(name: string): string {
  return name.startsWith(FUNCTION_MARK) ? name.slice(FUNCTION_MARK.length) : name;
}
