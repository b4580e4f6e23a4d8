/** Reads a query before the database does: refuses what is no reading, and writes anew what is. */

import { QueryRefused } from '../store/reader/ledger-reader.ts';
import { ownFunctions } from './both-dialects.ts';
import { checkCalls } from './check-calls.ts';
import { foreignTable } from './foreign-table.ts';
import { libraryText } from './library-text.ts';
import { firstDifference, normalTokens } from './normal-tokens.ts';
import { parsed } from './parser.ts';
import { printQuery } from './print.ts';
import { readQuery } from './read-query.ts';
import { quoted, refuse } from './refuse.ts';
import { checkWords } from './refused-words.ts';
import { namesIn, refuseTable } from './scope.ts';
import { type Dialect, type Token, tokensOf } from './tokens.ts';
import { checkTraps } from './traps.ts';
import type { Query } from './tree.ts';
import { inSmallLetters } from './walk.ts';

export interface CheckedQuery {
  readonly dialect: Dialect;
  /** What may run: written from the tree, on one line, without comments. */
  readonly sql: string;
  /** The same with "?" for literals and "_" for names that people gave: for counting, with nobody's words in it. */
  readonly shape: string;
  /** The views that it reads. */
  readonly tables: readonly string[];
  /** The views' columns that it reads, like "entries.amount", or "entries.*". */
  readonly columns: readonly string[];
  /** What was asked, for `outlineQuery` and `suggestIndex`. */
  readonly tree: Query;
}

export interface CheckOptions {
  /** The person's own day. CURRENT_DATE and the like become it, since the server's day may be another. */
  readonly today?: string;
}

/** Throws QueryRefused ("parser"), with what to write instead. */
export async function checkQuery(text: string, dialect: Dialect, options: CheckOptions = {}): Promise<CheckedQuery> {
  const tokens = normalTokens(tokensOf(text, dialect), dialect);
  const written = await readTree(tokens, dialect).catch((error: unknown) => {
    // However a query is written, a table that isn't there is the first thing to know.
    const table = error instanceof QueryRefused ? foreignTable(tokens) : null;
    if (table !== null) refuseTable(table);
    throw error;
  });
  const names = namesIn(written);
  const tree = inSmallLetters(written);
  const own = ownFunctions(tree, dialect, options.today);
  checkCalls(own, dialect);
  checkTraps(tree, tokens, names, dialect);
  return {
    dialect,
    sql: printQuery(own, { dialect }),
    shape: printQuery(tree, { dialect, isMasked: true }),
    ...names,
    tree,
  };
}

async function readTree(tokens: readonly Token[], dialect: Dialect): Promise<Query> {
  checkWords(tokens, dialect);
  const given = libraryText(tokens, dialect);
  const [statement, ...others] = await parsed(given.text, dialect, given.wordAt);
  if (!statement || others.length > 0) refuse('These are several statements.', 'Write one SELECT at a time.');
  const tree = readQuery(statement, given);
  // What runs must say what was asked, word by word; where the tree lost something, nothing runs.
  const printed = normalTokens(tokensOf(printQuery(tree, { dialect }), dialect), dialect);
  const difference = firstDifference(tokens, printed);
  if (difference) refuse(`${quoted(difference.source)} can't be used like this here.`, 'Write that part more simply.');
  return tree;
}
