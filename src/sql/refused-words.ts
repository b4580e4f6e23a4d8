/** Words and signs that say by themselves that a query asks for more than reading. */

import { isPlain } from './normal-tokens.ts';
import { refuse } from './refuse.ts';
import type { Dialect, Token } from './tokens.ts';

const readsOnly = 'This only reads: write a SELECT.';
const seeTables = 'Write `tables` to see what there is.';
const lists = new Set(['SHOW', 'DESCRIBE', 'DESC', 'PRAGMA', 'EXPLAIN', 'HELP', 'USE', 'ANALYZE', 'CHECK']);
const variables = "Variables can't be used here.";
const writeValue = 'Write the value itself.';

/** By how they begin; the longest first. */
const phrases: readonly (readonly [words: string, message: string, hint: string])[] = [
  ['INTO', 'INTO would write what was found somewhere; this only reads.', 'Leave it out.'],
  ['FOR UPDATE', 'FOR UPDATE would hold rows for changing; this only reads.', 'Leave it out.'],
  ['FOR SHARE', 'FOR SHARE would hold rows; this only reads.', 'Leave it out.'],
  ['LOCK IN', 'LOCK IN SHARE MODE would hold rows; this only reads.', 'Leave it out.'],
  ['PROCEDURE', "PROCEDURE can't be used here.", 'Leave it out.'],
  ['USE INDEX', "An index can't be chosen here.", 'Leave it out.'],
  ['USE KEY', "An index can't be chosen here.", 'Leave it out.'],
  ['FORCE INDEX', "An index can't be chosen here.", 'Leave it out.'],
  ['FORCE KEY', "An index can't be chosen here.", 'Leave it out.'],
  ['IGNORE INDEX', "An index can't be chosen here.", 'Leave it out.'],
  ['IGNORE KEY', "An index can't be chosen here.", 'Leave it out.'],
  ['INDEXED BY', "An index can't be chosen here.", 'Leave it out.'],
  ['NOT INDEXED', "An index can't be chosen here.", 'Leave it out.'],
  ['STRAIGHT_JOIN', "The order of tables can't be chosen here.", 'Write JOIN.'],
  ['LATERAL', "LATERAL can't be used here.", 'Write the inner query after WITH.'],
  ['BINARY', "BINARY can't be used here.", 'Compare without it.'],
  ['ILIKE', "ILIKE can't be used here.", 'Write LIKE; it takes no notice of capitals.'],
  ['FETCH', "FETCH can't be used here.", 'Write LIMIT 10.'],
  ['MATCH', "MATCH can't be used here.", "Write note LIKE '%word%'."],
];

/** What only the other database understands. */
const foreign: Readonly<Record<Dialect, typeof phrases>> = {
  sqlite: [
    ['WITH ROLLUP', "WITH ROLLUP can't be used on this database.", 'Write UNION ALL with a SELECT of the whole.'],
    ['REGEXP', "REGEXP can't be used on this database.", "Write note LIKE '%word%'."],
    ['RLIKE', "RLIKE can't be used on this database.", "Write note LIKE '%word%'."],
    ['XOR', "XOR can't be used on this database.", 'Write (a OR b) AND NOT (a AND b).'],
    ['DIV', "DIV can't be used on this database.", 'Write CAST(a / b AS INTEGER).'],
  ],
  mysql: [
    ['NULLS FIRST', "NULLS FIRST can't be used on this database.", 'Write ORDER BY note IS NOT NULL, note.'],
    ['NULLS LAST', "NULLS LAST can't be used on this database.", 'Write ORDER BY note IS NULL, note.'],
    ['GLOB', "GLOB can't be used on this database.", "Write note LIKE 'word%'."],
    ['ISNULL', "ISNULL can't be used like this.", 'Write note IS NULL.'],
    ['NOTNULL', "NOTNULL can't be used on this database.", 'Write note IS NOT NULL.'],
  ],
};

const refusedSigns: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  '@': [variables, writeValue],
  ':': [variables, writeValue],
  ':=': [variables, writeValue],
  '::': ['"::" can\'t be used here.', 'Write CAST(amount AS CHAR).'],
  $: [variables, writeValue],
  '?': ["A question mark stands for a value that isn't there.", writeValue],
  '{': ["Braces can't be used here.", 'Leave them out.'],
  '[': ["Square brackets can't be used here.", 'Leave them out.'],
  '->': ['There is no JSON here to look into.', 'Leave it out.'],
  '->>': ['There is no JSON here to look into.', 'Leave it out.'],
  '!': [`"!" can't be used here.`, 'Write NOT (…).'],
};

const MOST_TOKENS = 1_000;
const DEEPEST = 20;
const MOST_JOINS = 8;

/** Throws QueryRefused with the first reason that needs no reading of the whole. */
export function checkWords(tokens: readonly Token[], dialect: Dialect): void {
  checkSize(tokens);
  checkBeginning(tokens);
  let depth = 0;
  let signs = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isPlain(token)) continue;
    if (token.value === '(' || token.value === 'CASE') depth++;
    if (token.value === ')' || token.value === 'END') depth--;
    signs = /^(?:NOT|-|~)$/.test(token.value) ? signs + 1 : 0;
    if (depth > DEEPEST || signs > DEEPEST) {
      refuse('This query is nested too deeply.', 'Make it simpler, or take it apart with WITH.');
    }
    if (token.kind === 'symbol') checkSign(token.value, dialect);
    else checkPhrase(tokens, at, dialect);
  }
  const joins = tokens.filter(({ kind, value }) => kind === 'word' && value === 'JOIN').length;
  if (joins > MOST_JOINS)
    refuse(`That joins ${joins + 1} tables; at most ${MOST_JOINS + 1} go together.`, 'Join fewer.');
}

function checkSize(tokens: readonly Token[]): void {
  if (tokens.length === 0)
    refuse('There is no query in it.', 'Write one like SELECT day, amount FROM entries LIMIT 10.');
  if (tokens.length > MOST_TOKENS) {
    refuse(`That has ${tokens.length} words and signs; a query may have ${MOST_TOKENS}.`, 'Ask for less at a time.');
  }
}

function checkBeginning(tokens: readonly Token[]): void {
  const first = tokens.find((token) => token.value !== '(' || token.kind !== 'symbol');
  if (first?.kind === 'word' && lists.has(first.value)) refuse(readsOnly, seeTables);
  if (first?.kind !== 'word' || (first.value !== 'SELECT' && first.value !== 'WITH')) {
    const isPlainValues = first?.kind === 'word' && (first.value === 'VALUES' || first.value === 'FROM');
    refuse(readsOnly, isPlainValues ? 'Begin with SELECT.' : seeTables);
  }
}

function checkSign(sign: string, dialect: Dialect): void {
  const reason = refusedSigns[sign];
  if (reason) refuse(...reason);
  if (sign === '||' && dialect === 'mysql') {
    refuse('"||" means OR on this database.', 'Write CONCAT(a, b) to put texts together, or OR.');
  }
  if ((sign === '<=>' || sign === '^') && dialect === 'sqlite') {
    refuse(
      `"${sign}" can't be used on this database.`,
      sign === '<=>' ? 'Write a IS b.' : 'Write POW(a, b) for a power.',
    );
  }
}

function checkPhrase(tokens: readonly Token[], at: number, dialect: Dialect): void {
  const [token, next, before] = [tokens[at], tokens[at + 1], tokens[at - 1]];
  // entries.into, AS procedure; ISNULL(note)
  if (before && isPlain(before) && (before.value === '.' || before.value === 'AS')) return;
  if (token?.value === 'ISNULL' && next?.value === '(') return;
  for (const [words, message, hint] of [...phrases, ...foreign[dialect]]) {
    const [one, other] = words.split(' ');
    if (token?.value === one && (other === undefined || (next?.kind === 'word' && next.value === other))) {
      refuse(message, hint);
    }
  }
}
