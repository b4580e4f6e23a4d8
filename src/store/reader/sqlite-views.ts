/** The views of one ledger, in the temporary schema of a connection to SQLite. */

import { divisorOf, minorPerMajor } from './amount-scale.ts';

export interface Scope {
  readonly ledgerId: string;
  /** the ledger's own currency; null until it has one */
  readonly currency: string | null;
  /** the query speaks of categories, so that an index on them pays */
  readonly byCategory: boolean;
}

/**
 * The statements that make the views, replacing those of an earlier scope. They read the schema named `secret`, where
 * the file is, and `categoryTable(secret)`, which holds the ledger's categories.
 *
 * Each view stands on an inner one whose name begins with `secret`. SQLite tells the guard in which view a table is
 * read, but a common table expression counts as one too, so `WITH entries AS (SELECT * FROM "Entry")` would pass for
 * the view: only a name that no query can guess says that it is ours.
 *
 * SQLite merges a query into its views, and an expression of it that fails, or is slow, would tell about rows that it
 * ran on before the ledger was compared. So nothing of a query may choose which rows are visited: entries are reached
 * by their ledger only (`+id` keeps the primary key out), people by an entry.
 */
export function viewStatements(scope: Scope, secret: string): string[] {
  return Object.entries(bodiesOf(scope, secret)).flatMap(([name, body]) => [
    `DROP VIEW IF EXISTS temp."${name}"`,
    `DROP VIEW IF EXISTS temp."${secret}${name}"`,
    `CREATE TEMP VIEW "${secret}${name}" AS ${body}`,
    `CREATE TEMP VIEW "${name}" AS SELECT * FROM temp."${secret}${name}"`,
  ]);
}

/**
 * A ledger's categories, copied: with an index on the name, which the database has not, a category's entries are
 * found by their own index.
 */
export function categoryTable(secret: string): string {
  return `CREATE TEMP TABLE "${secret}category" (id TEXT PRIMARY KEY, name TEXT UNIQUE, kind TEXT) WITHOUT ROWID`;
}

/** A UUID as `newId` makes it; anything else never gets into a statement. */
export function isLedgerId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function bodiesOf({ ledgerId, currency, byCategory }: Scope, secret: string): Record<string, string> {
  if (!isLedgerId(ledgerId)) throw new TypeError('A ledger is named by its UUID.');
  const ledger = `'${ledgerId}'`;
  const file = `"${secret}"`;
  const categories = `temp."${secret}category"`;
  const divisor = (column: string) => divisorOf(column, currency ?? undefined);
  const nameOf = (id: string) => `(SELECT category.name FROM ${categories} AS category WHERE category.id = ${id})`;
  return {
    // A join costs every row; a subquery only those that show the column, but no index can serve it.
    entries: `SELECT +entry."id" AS id, entry."day" AS day, substr(entry."day", 1, 7) AS month, entry."kind" AS kind,
      entry."amountMinor" / ${divisor('entry."currency"')} AS amount, entry."currency" AS currency,
      ${currency ? `entry."homeMinor" / ${minorPerMajor(currency)}.0` : 'NULL'} AS amount_home,
      ${byCategory ? 'category.name' : nameOf('entry."categoryId"')} AS category,
      entry."merchant" AS merchant, entry."note" AS note,
      (SELECT person."name" FROM ${file}."Person" AS person WHERE person."id" = entry."personId") AS added_by
      FROM ${file}."Entry" AS entry
      ${byCategory ? `LEFT JOIN ${categories} AS category ON category.id = entry."categoryId"` : ''}
      WHERE entry."ledgerId" = ${ledger} AND entry."deletedAt" IS NULL`,
    budgets: `SELECT iif(budget."scope" = 'total', 'total', ${nameOf('budget."scope"')}) AS category,
      budget."amountMinor" / ${divisor('budget."currency"')} AS amount, budget."currency" AS currency,
      budget."period" AS period
      FROM ${file}."Budget" AS budget WHERE budget."ledgerId" = ${ledger}`,
    categories: `SELECT name, kind FROM ${categories}`,
  };
}
