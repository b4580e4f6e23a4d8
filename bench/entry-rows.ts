/**
 * Databases with very many entries, for measuring: a file of SQLite, and a database on MariaDB or MySQL, each filled by
 * the database itself and gone afterwards, with the accounts that readers made for it.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { dropDatabase } from '../test/support/drop-database.ts';

export type Dialect = 'sqlite' | 'mysql';

/** The database's own client, nothing of ours in between. */
export interface BareClient {
  readonly dialect: Dialect;
  query(sql: string, values?: readonly (string | number)[]): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface BenchDatabase {
  readonly dialect: Dialect;
  readonly url: string;
  /** Two SQLite libraries in one process lose each other's locks: let go of the one that writes before opening this. */
  openBare(): Promise<BareClient>;
}

/** On SQLite, then on the server of TEST_DATABASE_URL (or the usual one), where there is one. Databases are migrated. */
export async function onBenchDatabases(name: string, work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  await onBenchFile(work);
  await onBenchServer(name, (url) => work(serverAt(url)));
}

/** On a file of SQLite, migrated. */
export async function onBenchFile(work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  try {
    const file = join(folder, 'bench.db');
    const url = `file:${file}`;
    await migrateOnce(url);
    await work({ dialect: 'sqlite', url, openBare: async () => bareSqlite(file) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A migrated database on a server. */
export function serverAt(url: string): BenchDatabase {
  return { dialect: 'mysql', url, openBare: () => bareMysql(url) };
}

/** On a database of its own on the server, migrated; not at all where no server answers. */
export async function onBenchServer(name: string, work: (url: string) => Promise<void>): Promise<void> {
  const server = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306/mysql';
  const admin = await createConnection(server).catch(() => null);
  if (!admin) return;
  const database = `purser_bench_${name}_${process.pid}`;
  try {
    await admin.query(`CREATE DATABASE \`${database}\``);
    try {
      const url = new URL(server);
      url.pathname = `/${database}`;
      await migrateOnce(url.href);
      await work(url.href);
    } finally {
      await dropDatabase(admin, database);
    }
  } finally {
    await admin.end();
  }
}

async function migrateOnce(url: string): Promise<void> {
  const database = await openDatabase(url);
  await migrate(database);
  await database.close();
}

function bareSqlite(file: string): BareClient {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  return {
    dialect: 'sqlite',
    query: async (sql, values = []) => database.prepare(sql).all(...(values as readonly SQLInputValue[])),
    close: async () => database.close(),
  };
}

async function bareMysql(url: string): Promise<BareClient> {
  const connection = await createConnection(url);
  return {
    dialect: 'mysql',
    query: async (sql, values = []) => (await connection.query(sql, [...values]))[0] as unknown[],
    close: () => connection.end(),
  };
}

/** Whose entries: their ids begin alike, so a ledger is filled from several `start`s. */
export interface FilledLedger {
  readonly ledgerId: string;
  readonly personId: string;
  /** Ids. */
  readonly categories: readonly string[];
}

/** SQL expressions of `i`, which counts from 0. */
export interface EntryColumns {
  readonly kind: string;
  /** Minor units of EUR. */
  readonly amount: string;
  /** An index of the ledger's categories. */
  readonly category: string;
  readonly merchant: string;
  /** An ISO day; see {@link dayAfter} and {@link monthAfter}. */
  readonly day: string;
}

/** Writes `count` entries; the sums of days and merchants are not kept. `start` keeps ids of several calls apart. */
export async function insertEntries(
  bare: BareClient,
  { ledgerId, personId, categories }: FilledLedger,
  count: number,
  { kind, amount, category, merchant, day }: EntryColumns,
  start = 0,
): Promise<void> {
  const [list, now] =
    bare.dialect === 'sqlite'
      ? [`json_extract('${JSON.stringify(categories)}', CONCAT('$[', ${category}, ']'))`, '0']
      : [`ELT(1 + ${category}, ${categories.map((id) => `'${id}'`).join(', ')})`, 'NOW(3)'];
  await bare.query(
    `INSERT INTO Entry (id, ledgerId, personId, kind, amountMinor, currency, homeMinor, categoryId, merchant,
       merchantKey, searchText, day, createdAt, updatedAt)
     SELECT CONCAT('${ledgerId.slice(0, 24)}', SUBSTR(CONCAT('00000000000', i + ${start}), -12)), '${ledgerId}',
       '${personId}', ${kind}, ${amount}, 'EUR', ${amount}, ${list}, ${merchant}, ${merchant}, '', ${day}, ${now}, ${now}
     FROM (${numbersBelow(count, bare.dialect)}) numbers`,
  );
}

/** The day `days` (an SQL expression) after an ISO day. */
export function dayAfter(dialect: Dialect, first: string, days: string): string {
  return dialect === 'sqlite'
    ? `date('${first}', CONCAT('+', CAST(${days} AS INTEGER), ' days'))`
    : `DATE_FORMAT(DATE_ADD('${first}', INTERVAL FLOOR(${days}) DAY), '%Y-%m-%d')`;
}

/** The day `months` (an SQL expression) after an ISO day up to the 28th. */
export function monthAfter(dialect: Dialect, first: string, months: string): string {
  return dialect === 'sqlite'
    ? `date('${first}', CONCAT('+', CAST(${months} AS INTEGER), ' months'))`
    : `DATE_FORMAT(DATE_ADD('${first}', INTERVAL FLOOR(${months}) MONTH), '%Y-%m-%d')`;
}

/** A query of `i` from 0 to `count` - 1. */
export function numbersBelow(count: number, dialect: Dialect): string {
  if (dialect === 'sqlite') {
    return `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1}) SELECT i FROM n`;
  }
  // Servers limit recursion, each in its own way.
  const digit = `(${Array.from({ length: 10 }, (_, each) => `SELECT ${each} AS d`).join(' UNION ALL ')})`;
  const places = Array.from({ length: String(count - 1).length }, (_, place) => `p${place}`);
  const sum = places.map((name, place) => `${name}.d * ${10 ** place}`).join(' + ');
  return `SELECT i FROM (SELECT ${sum} AS i FROM ${places.map((name) => `${digit} ${name}`).join(' JOIN ')}) every WHERE i < ${count}`;
}
