/**
 * Queries over one ledger on a SQLite file, with SQLite itself as the guard. For a process of its own: two SQLite
 * libraries that open one file in one process drop each other's locks, and a query is only ended with its process.
 */

import { randomBytes } from 'node:crypto';
import { DatabaseSync, type DatabaseSyncOptions, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import type { Cell, ReadLimits, ReadPlan, ReadResult } from './ledger-reader.ts';
import { cellBytes, toCell } from './sqlite-cells.ts';
import { newGuard } from './sqlite-guard.ts';
import { LONGEST_QUERY } from './sqlite-messages.ts';
import { readsWholeLedger } from './sqlite-plan.ts';
import { notASelect, refusalOf } from './sqlite-refusals.ts';
import { firstWord, isBlank } from './sqlite-text.ts';
import { categoryTable, isLedgerId, viewStatements } from './sqlite-views.ts';

export interface SqliteEngine {
  /** Throws QueryRefused, and PlatformError when the file can't be read. `sql` has no NUL in it. */
  read(ledgerId: string, sql: string, limits: ReadLimits): ReadResult;
  plan(ledgerId: string, sql: string): ReadPlan;
}

/** Opens a file, which must be there. Throws what node:sqlite throws. */
export function openEngine(file: string): SqliteEngine {
  const secret = `x${randomBytes(16).toString('hex')}`;
  const database = new DatabaseSync(file, options);
  // In memory, where the watch sees how much a query takes; in files it would fill the disk.
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000');
  database.exec(categoryTable(secret));
  const tables = database.prepare('SELECT name FROM main.sqlite_schema');
  const guard = newGuard(secret, firstColumn(database.prepare('SELECT name FROM pragma_module_list')));
  database.setAuthorizer(guard.authorize);
  let viewsOf = '';

  /** Makes the views those of the ledger, as it is in this transaction. */
  function enter(ledgerId: string, byCategory: boolean): void {
    if (!isLedgerId(ledgerId)) throw new TypeError('A ledger is named by its UUID.');
    database.exec(`DELETE FROM temp."${secret}category"; INSERT OR IGNORE INTO temp."${secret}category"
      SELECT "id", "name", "kind" FROM main."Category" WHERE "ledgerId" = '${ledgerId}'`);
    const [row] = allRows(database.prepare(`SELECT "currency" FROM main."Ledger" WHERE "id" = '${ledgerId}'`));
    const scope = { ledgerId, currency: (row?.[0] as string | null) ?? null, byCategory };
    const key = JSON.stringify(scope);
    if (key === viewsOf) return;
    database.exec(viewStatements(scope, secret).join(';'));
    viewsOf = key;
  }

  /** Hands `use` the query as a statement on the ledger's views, in a transaction that ends with it. */
  function query<T>(ledgerId: string, sql: string, prefix: string, use: (statement: StatementSync) => T): T {
    if (!['SELECT', 'WITH', 'VALUES'].includes(firstWord(sql))) throw notASelect();
    let began = false;
    try {
      database.exec('BEGIN');
      began = true;
      enter(ledgerId, /category/i.test(sql));
      return guard.during(firstColumn(tables), () => {
        const text = prefix + sql;
        const statement = database.prepare(text);
        if (!isBlank(text, statement.sourceSQL.length)) throw notASelect();
        return use(statement);
      });
    } catch (error) {
      if (error instanceof Error) error.message = error.message.replaceAll(secret, '');
      throw refusalOf(error, sql, guard.denial());
    } finally {
      // Not rolled back: the views stay for the ledger's next query.
      if (began) database.exec('COMMIT');
    }
  }

  return {
    read: (ledgerId, sql, limits) => {
      const start = performance.now();
      const result = query(ledgerId, sql, '', (statement) => rowsOf(statement, limits));
      return { ...result, milliseconds: performance.now() - start };
    },
    plan: (ledgerId, sql) => {
      const steps = query(ledgerId, sql, 'EXPLAIN QUERY PLAN ', (statement) =>
        allRows(statement).map((row) => String(row[3]).replaceAll(secret, '')),
      );
      if (!steps.some(readsWholeLedger)) return { scannedRows: 0, steps };
      const count = database.prepare(`SELECT count(*) FROM main."Entry" WHERE "ledgerId" = '${ledgerId}'`);
      return { scannedRows: Number(allRows(count)[0]?.[0] ?? 0), steps };
    },
  };
}

// A value may have 1 MB, four times what a result holds. The other limits are far above what a query about money needs.
const options = {
  readOnly: true,
  enableDoubleQuotedStringLiterals: false,
  timeout: 1_000,
  readBigInts: true,
  returnArrays: true,
  limits: {
    length: 1_000_000,
    sqlLength: 4 * LONGEST_QUERY,
    column: 200,
    exprDepth: 200,
    compoundSelect: 50,
    functionArg: 100,
    attach: 0,
    likePatternLength: 200,
    variableNumber: 0,
    triggerDepth: 0,
  },
} satisfies DatabaseSyncOptions;

function rowsOf(statement: StatementSync, limits: ReadLimits): Omit<ReadResult, 'milliseconds'> {
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
