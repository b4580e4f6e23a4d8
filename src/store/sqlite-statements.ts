/** Statements of SQLite that are compiled once: Prisma's adapter compiles each anew, which takes longer than most of them run. */

import type { Adapter } from './database-guard.ts';

/** What the adapter asks of a statement of its driver, better-sqlite3. */
interface Statement {
  /** Whether it gives rows. */
  readonly reader: boolean;
  bind(values: readonly unknown[]): Statement;
  run(values?: readonly unknown[]): { readonly changes: number };
  columns(): unknown[];
  raw(): Statement;
  all(values?: readonly unknown[]): unknown[];
}

interface Driver {
  prepare(sql: string): Statement;
}

/** Some six kilobytes each. A whole turn has less than a hundred. */
const MOST_KEPT = 200;

/** From now on the adapter's statements are kept and used again; the one that was not used for longest gives way. */
export function keepStatements(adapter: Adapter): void {
  const { client: driver } = adapter as unknown as { readonly client: Driver };
  const prepare = driver.prepare.bind(driver);
  const kept = new Map<string, Statement>();
  driver.prepare = (sql) => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return unbound(statement);
  };
}

/** The driver binds values to a statement for good, so here they are handed over with each run. */
function unbound(statement: Statement, values: readonly unknown[] = []): Statement {
  let rows: unknown[] | undefined;
  const bound: Statement = {
    reader: statement.reader,
    bind: (given) => unbound(statement, given),
    run: () => statement.run(values),
    // Asked for first, though only a statement that has run knows that its tables have other columns by now.
    columns() {
      rows = statement.raw().all(values);
      return statement.columns();
    },
    raw: () => bound,
    all: () => rows ?? statement.raw().all(values),
  };
  return bound;
}
