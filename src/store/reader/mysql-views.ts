/** The views of MySQL and MariaDB: of the ledger that a row of `ReaderScope` names for the connection. */

import { createHash } from 'node:crypto';
import { escapeId } from 'mysql2';
import { divisorOf } from './amount-scale.ts';
import { views } from './views.ts';

/** The table that says which connection reads which ledger, and until when. The reading accounts can't see it. */
export const scopeTable = 'ReaderScope';

/** What Purser's views begin to read with: the ledger of this connection, once for a query; NULL without one. */
const ledger = `(SELECT s.ledgerId FROM ${scopeTable} s
  WHERE s.connectionId = CONNECTION_ID() AND s.expiresAt > UTC_TIMESTAMP(3))`;

/*
 * The server merges a query into its views, and may run the query's conditions on a row before it compares the
 * ledger: a condition that fails, is slow, or sets a variable would then tell about rows of others. So nothing of a
 * query may choose which rows are visited. FORCE INDEX leaves only indexes that begin with the ledger (or, for what an
 * entry names, the primary key); COALESCE around a name keeps the outer join an outer join, so that
 * a person is reached from an entry only.
 */
const category = `Category c FORCE INDEX (PRIMARY, Category_ledgerId_nameKey_key)`;
const bodies: Readonly<Record<string, string>> = {
  entries: `SELECT e.id AS id, e.day AS day, LEFT(e.day, 7) AS month, e.kind AS kind,
    e.amountMinor / ${divisorOf('e.currency')} AS amount, e.currency AS currency,
    e.homeMinor / IF(l.currency IS NULL, NULL, ${divisorOf('l.currency')}) AS amount_home, c.name AS category,
    e.merchant AS merchant, e.note AS note, COALESCE(p.name, NULL) AS added_by
    FROM Entry e FORCE INDEX (Entry_ledgerId_day_idx, Entry_ledgerId_categoryId_day_idx)
    LEFT JOIN ${category} ON c.id = e.categoryId AND c.ledgerId = ${ledger}
    LEFT JOIN Ledger l ON l.id = ${ledger}
    LEFT JOIN Person p FORCE INDEX (PRIMARY) ON p.id = e.personId
    WHERE e.ledgerId = ${ledger} AND e.deletedAt IS NULL`,
  budgets: `SELECT CASE WHEN b.scope = 'total' THEN 'total' ELSE c.name END AS category,
    b.amountMinor / ${divisorOf('b.currency')} AS amount, b.currency AS currency, b.period AS period
    FROM Budget b FORCE INDEX (Budget_ledgerId_scope_period_key)
    LEFT JOIN ${category} ON c.id = b.scope AND c.ledgerId = ${ledger}
    WHERE b.ledgerId = ${ledger}`,
  categories: `SELECT c.name AS name, c.kind AS kind
    FROM Category c FORCE INDEX (Category_ledgerId_nameKey_key) WHERE c.ledgerId = ${ledger}`,
};

/**
 * The statements that make the scope table and the views in `database`, in order; each may run again. The views read
 * with the rights of `definer`, an account as CURRENT_USER() gives it. The last statement says that all is made.
 */
export function viewStatements(database: string, definer: string): string[] {
  const at = definer.lastIndexOf('@');
  const account = `${escapeId(definer.slice(0, at), true)}@${escapeId(definer.slice(at + 1), true)}`;
  const scope = qualified(database, scopeTable);
  return [
    `CREATE TABLE IF NOT EXISTS ${scope} (connectionId BIGINT UNSIGNED NOT NULL, ledgerId VARCHAR(191) NOT NULL,
    expiresAt DATETIME(3) NOT NULL, PRIMARY KEY (connectionId))
    ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    ...views.map(
      ({ name }) =>
        `CREATE OR REPLACE ALGORITHM = MERGE DEFINER = ${account} SQL SECURITY DEFINER VIEW ${qualified(database, name)} AS ${inDatabase(database, bodies[name] ?? '')}`,
    ),
    `ALTER TABLE ${scope} COMMENT = '${viewsVersion(definer)}'`,
  ];
}

/** Stands in the scope table's comment when the views are those of this version, made for `definer`. */
export function viewsVersion(definer: string): string {
  const text = JSON.stringify([definer, bodies]);
  return `views ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/** A table's name behind its database's. */
export function qualified(database: string, table: string): string {
  return `${escapeId(database, true)}.${escapeId(table, true)}`;
}

/** An administrator may run the statements from anywhere. */
function inDatabase(database: string, body: string): string {
  const tables = /\b(FROM|JOIN) (\w+)/g;
  return body.replace(tables, (_, word: string, table: string) => `${word} ${qualified(database, table)}`);
}
