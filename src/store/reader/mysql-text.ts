/** What MySQL's privileges leave open to a text: statements that read nothing, locks, and orders to the planner. */

/** More than anybody writes; the server would have to read it before it could refuse it. */
const LONGEST = 100_000;

/** Why a text does not reach the server; null for one that may. */
export type TextFault = 'long' | 'order' | 'statement' | 'lock' | 'variable' | 'system' | 'function';

// By the rules of the session that it will run in: double quotes are texts, a backslash escapes.
const pieces =
  /'[^'\\]*(?:(?:\\.|'')[^'\\]*)*'|"[^"\\]*(?:(?:\\.|"")[^"\\]*)*"|`(?<name>(?:[^`]|``)*)`|\/\*.*?\*\/|(?:--(?=[\0-\x20\x7f]|$)|#)[^\n]*/gs;

/** Named locks are the server's, so a query could hold up a migration; files are nobody's. */
const serverFunctions = new Set([
  'load_file',
  'get_lock',
  'release_lock',
  'release_all_locks',
  'is_free_lock',
  'is_used_lock',
  'master_pos_wait',
  'master_gtid_wait',
  'source_pos_wait',
  'wait_for_executed_gtid_set',
]);
const systemSchemas = new Set(['information_schema', 'performance_schema', 'mysql', 'sys']);

/**
 * The server keeps a query from the data of others by itself; this keeps it from all that is no plain reading:
 *
 * - An executable comment or an optimizer hint (`/*!`, `/*+`) could lift the time limit, or make the planner leave the
 *   indexes that keep a query's conditions away from rows of others.
 * - `SET STATEMENT … FOR SELECT`, `KILL`, `DO` and the like need no privilege, and begin with their own word.
 * - A reading lock needs no privilege either, and makes those wait who record something.
 * - Variables and the server's own schemas say nothing about money, but much about the server.
 */
export function faultOf(sql: string): TextFault | null {
  if (sql.length > LONGEST) return 'long';
  // Anywhere, even inside a literal: then nothing depends on where a literal ends.
  if (/\/\*M?!|\/\*\+/i.test(sql)) return 'order';
  const names: string[] = [];
  const outline = sql.replace(pieces, (piece, name: string | undefined) => {
    if (name !== undefined) names.push(name);
    return /^[`'"]/.test(piece) ? ' _ ' : ' ';
  });
  if (!/^[\s(]*(?:select|with)\b/i.test(outline)) return 'statement';
  if (/\bfor\s+(?:update|share)\b|\block\s+in\s+share\b/i.test(outline)) return 'lock';
  if (outline.includes('@')) return 'variable';
  const words = outline.match(/[\p{L}\p{M}\p{N}_$]+/gu) ?? [];
  const all = [...names, ...words].map(folded);
  if (all.some((name) => systemSchemas.has(name))) return 'system';
  return all.some((name) => serverFunctions.has(name)) ? 'function' : null;
}

/** As the server compares names: to it a dotted capital I is an i. */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
