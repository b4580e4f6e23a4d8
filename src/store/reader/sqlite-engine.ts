/**
 * Queries over one ledger on a SQLite file, with SQLite itself as the guard. For a process of its own: two SQLite
 * libraries that open one file in one process drop each other's locks, and a query is only ended with its process.
 */

import { randomBytes } from 'node:crypto';
import { DatabaseSync, type DatabaseSyncOptions, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Cell, ReadLimits, ReadPlan, ReadResult } from './ledger-reader.ts';
import { cellBytes, toCell } from './sqlite-cells.ts';
import { newGuard, ownTableIn } from './sqlite-guard.ts';
import { LONGEST_QUERY } from './sqlite-messages.ts';
import { readsWholeLedger } from './sqlite-plan.ts';
import { noTable, notASelect, refusalOf } from './sqlite-refusals.ts';
import { fromFirstWord, isBlank } from './sqlite-text.ts';
import { categoryTable, isLedgerId, viewStatements } from './sqlite-views.ts';

export interface SqliteEngine {
  /** Throws QueryRefused, and PlatformError when the file can't be read. `sql` has no NUL in it. */
  read(ledgerId: string, sql: string, limits: ReadLimits): ReadResult;
  plan(ledgerId: string, sql: string): ReadPlan;
}

/**
 * Opens an absolute path, which must be there. Throws what node:sqlite throws.
 *
 * The guard is not enough: SQLite does not ask it about columns that a join compares by USING, or by NATURAL, and
 * a FULL JOIN shows them. So a query can't even name what it may not read. The file is in a schema of a secret name,
 * and where its tables would be found without one, there are empty ones in their way.
 */
export function openEngine(file: string): SqliteEngine {
  const secret = `x${randomBytes(16).toString('hex')}`;
  const database = new DatabaseSync(':memory:', options);
  // In memory, where the watch sees how much a query takes; in files it would fill the disk.
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF');
  database.exec(`ATTACH '${pathToFileURL(file).href.replaceAll("'", '%27')}?mode=ro' AS "${secret}"`);
  database.limits.attach = 0;
  database.exec(`PRAGMA "${secret}".cache_size = -8000`);
  database.exec(categoryTable(secret));
  const tables = database.prepare(`SELECT name FROM "${secret}".sqlite_schema WHERE type IN ('table', 'view')`);
  const guard = newGuard(secret, firstColumn(database.prepare('SELECT name FROM pragma_module_list')));
  database.setAuthorizer(guard.authorize);
  const hidden = new Set<string>();
  let viewsOf = '';

  /** Puts empty tables where the file's would be found; also those that a migration has added since. */
  function hide(names: readonly string[]): void {
    for (const name of names) {
      if (hidden.has(name)) continue;
      // SQLite's own, which a query can't name at all.
      if (!name.startsWith('sqlite_')) database.exec(`CREATE TABLE main."${name.replaceAll('"', '""')}" ("${secret}")`);
      hidden.add(name);
    }
  }

  /** Makes the views those of the ledger, as it is in this transaction. */
  function enter(ledgerId: string, byCategory: boolean): void {
    if (!isLedgerId(ledgerId)) throw new TypeError('A ledger is named by its UUID.');
    database.exec(`DELETE FROM temp."${secret}category"; INSERT OR IGNORE INTO temp."${secret}category"
      SELECT "id", "name", "kind" FROM "${secret}"."Category" WHERE "ledgerId" = '${ledgerId}'`);
    const [row] = allRows(database.prepare(`SELECT "currency" FROM "${secret}"."Ledger" WHERE "id" = '${ledgerId}'`));
    const scope = { ledgerId, currency: (row?.[0] as string | null) ?? null, byCategory };
    const key = JSON.stringify(scope);
    if (key === viewsOf) return;
    database.exec(viewStatements(scope, secret).join(';'));
    viewsOf = key;
  }

  /** Runs `work` on the ledger's views, in a transaction that ends with it, and with nothing else allowed. */
  function guarded<T>(ledgerId: string, sql: string, work: () => T): T {
    if (!/^(SELECT|WITH|VALUES)\b/i.test(sql)) throw notASelect();
    // The secret can be read in SQLite's tables about its schemas.
    const own = ownTableIn(sql);
    if (own) throw noTable(own);
    let began = false;
    try {
      database.exec('BEGIN');
      began = true;
      enter(ledgerId, /category/i.test(sql));
      const names = firstColumn(tables);
      hide(names);
      return guard.during(names, work);
    } catch (error) {
      if (error instanceof Error) error.message = error.message.replaceAll(secret, '');
      throw refusalOf(error, sql, guard.denial());
    } finally {
      // Not rolled back: the views stay for the ledger's next query.
      if (began) database.exec('COMMIT');
    }
  }

  function prepare(sql: string): StatementSync {
    const statement = database.prepare(sql);
    // SQLite takes the first of several statements.
    if (!isBlank(sql, statement.sourceSQL.length)) throw notASelect();
    return statement;
  }

  function stepsOf(sql: string): string[] {
    return allRows(prepare(`EXPLAIN QUERY PLAN ${sql}`)).map((row) => String(row[3]).replaceAll(secret, ''));
  }

  /** SQLite estimates nothing, so a step that reads the whole ledger is said to read what an index counts in it. */
  function scannedBy(ledgerId: string, steps: readonly string[]): number {
    if (!steps.some(readsWholeLedger)) return 0;
    const count = database.prepare(`SELECT count(*) FROM "${secret}"."Entry" WHERE "ledgerId" = '${ledgerId}'`);
    return Number(firstColumn(count)[0]);
  }

  return {
    read: (ledgerId, text, limits) => {
      const sql = fromFirstWord(text);
      const start = performance.now();
      const { steps, ...result } = guarded(ledgerId, sql, () => ({
        ...rowsOf(prepare(sql), limits),
        steps: stepsOf(sql),
      }));
      const milliseconds = performance.now() - start;
      return { ...result, scannedRows: scannedBy(ledgerId, steps), milliseconds };
    },
    plan: (ledgerId, text) => {
      const sql = fromFirstWord(text);
      const steps = guarded(ledgerId, sql, () => stepsOf(sql));
      return { scannedRows: scannedBy(ledgerId, steps), steps };
    },
  };
}

// A value may have 1 MB, four times what a result holds. The other limits are far above what a query about money needs.
const options = {
  enableDoubleQuotedStringLiterals: false,
  timeout: 1_000,
  readBigInts: true,
  returnArrays: true,
  limits: {
    length: 1_000_000,
    sqlLength: 4 * LONGEST_QUERY,
    column: 200,
    compoundSelect: 100,
    functionArg: 100,
    attach: 1,
    likePatternLength: 200,
    variableNumber: 0,
    triggerDepth: 0,
  },
} satisfies DatabaseSyncOptions;

function rowsOf(statement: StatementSync, limits: ReadLimits): Pick<ReadResult, 'columns' | 'rows' | 'truncated'> {
  const columns = statement.columns().map((column) => column.name);
  const rows: Cell[][] = [];
  let bytes = 0;
  for (const row of statement.iterate() as unknown as Iterable<SQLOutputValue[]>) {
    const cells = row.map(toCell);
    bytes += cells.reduce<number>((sum, cell) => sum + cellBytes(cell), 0);
    if (rows.length === limits.rows || bytes > limits.bytes) return { columns, rows, truncated: true };
    rows.push(cells);
  }
  return { columns, rows, truncated: false };
}

/** With `returnArrays`, which the types do not know of. */
function allRows(statement: StatementSync): SQLOutputValue[][] {
  return statement.all() as unknown as SQLOutputValue[][];
}

function firstColumn(statement: StatementSync): string[] {
  return allRows(statement).map((row) => String(row[0]));
}
