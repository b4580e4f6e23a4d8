/** The library that reads SQL. It is large, so it is loaded when the first query comes, or by `warmUp`. */

import { refuse } from './refuse.ts';
import type { Dialect } from './tokens.ts';

type Library = typeof import('@polyglot-sql/sdk');

/** A node of the library's tree: one key, its kind, and its fields. */
export type Node = Readonly<Record<string, unknown>>;

let library: Promise<Library> | undefined;

const load = (): Promise<Library> => (library ??= import('@polyglot-sql/sdk'));

/** Most of what people write: the library's code is made ready part by part, when each is needed first. */
const usual = [
  "SELECT DISTINCT a, fn__b(c, 's') AS d, fn__e(DISTINCT f), fn__g(*), h.* FROM i AS h LEFT JOIN j k ON h.a = k.b JOIN l USING (m)",
  "SELECT a FROM b WHERE c = 's' AND (d >= 1.5 OR NOT e < 2) AND f LIKE 's' AND g IN ('s', 't') AND h BETWEEN 's' AND 't'",
  'SELECT CASE WHEN a IS NULL THEN -1 ELSE b * c / d END FROM e GROUP BY 1, f HAVING fn__g(h) > 3 ORDER BY 2 DESC, i LIMIT 3 OFFSET 4',
  'WITH a AS (SELECT b FROM c), d AS (SELECT 1) SELECT e FROM a, d WHERE f NOT IN (SELECT g FROM h) AND EXISTS (SELECT 1) UNION ALL SELECT 2',
  'SELECT fn__a(b) OVER (PARTITION BY c ORDER BY d ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), fn__e() OVER w FROM f WINDOW w AS (ORDER BY g)',
  "SELECT GROUP_CONCAT(DISTINCT a ORDER BY b SEPARATOR 's'), CAST(c AS CHAR), CURRENT_DATE - INTERVAL 1 MONTH, (SELECT d FROM (SELECT 1 AS d) e)",
];

/** Loads the library and makes it read once on each dialect, so that the first query does not wait. */
export async function warmUp(): Promise<void> {
  const { parse, Dialect } = await load();
  for (const dialect of [Dialect.Generic, Dialect.MySQL]) for (const query of usual) parse(query, dialect);
}

/**
 * The library's trees of a text made by `libraryText`. `wordAt` says what stood at an offset of it, to name the place
 * that could not be read. Throws QueryRefused.
 */
export async function parsed(text: string, dialect: Dialect, wordAt: (offset: number) => string): Promise<Node[]> {
  const { parse, Dialect } = await load();
  // Nothing in our text is SQLite's own; and of NOT the generic dialect says where it stood.
  const result = parse(text, dialect === 'mysql' ? Dialect.MySQL : Dialect.Generic);
  if (result.success && Array.isArray(result.ast)) return result.ast;
  if (/E_GUARD/.test(result.error ?? '')) {
    refuse('This query is nested too deeply.', 'Make it simpler, or take it apart with WITH.');
  }
  const near = wordAt(result.errorStart ?? 0);
  return refuse(
    near ? `This can't be read from ${near} on.` : "This can't be read: something is missing at the end.",
    'Check the commas, the brackets and the order: SELECT … FROM … WHERE … GROUP BY … ORDER BY … LIMIT.',
  );
}
