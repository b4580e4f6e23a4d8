/** The library that reads SQL. It is large, so it is loaded when the first query comes, or by `warmUp`. */

import { refuse } from './refuse.ts';
import type { Dialect } from './tokens.ts';

type Library = typeof import('@polyglot-sql/sdk');

/** A node of the library's tree: one key, its kind, and its fields. */
export type Node = Readonly<Record<string, unknown>>;

let library: Promise<Library> | undefined;

const load = (): Promise<Library> => (library ??= import('@polyglot-sql/sdk'));

/** Loads the library and makes it read once on each dialect, so that the first query does not wait. */
export async function warmUp(): Promise<void> {
  const { parse, Dialect } = await load();
  const usual =
    "SELECT a, f(b) AS c FROM d JOIN e USING (a) WHERE b > 1 AND g LIKE 's' GROUP BY a ORDER BY 2 DESC LIMIT 3";
  for (const dialect of [Dialect.Generic, Dialect.MySQL]) parse(usual, dialect);
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
