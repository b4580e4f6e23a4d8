/**
 * Throw-away databases for tests, on every dialect that is there:
 *
 *     describe.each(databases)('entries on $name', ({ openTestDatabase }) => {
 *       test('…', async () => {
 *         const database = await openTestDatabase();
 *
 * A database is closed and gone when its test ends, or its file when it was opened in beforeAll.
 */

import { randomBytes } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, inject, onTestFinished, test } from 'vitest';
import { type Database, type OpenOptions, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { dropDatabase } from './drop-database.ts';

/** `url` opens the same database again, here or in another process. */
export type TestDatabase = Database & { url: string };

export type TestDatabases = {
  name: 'sqlite' | 'mysql';
  /** An empty database with all migrations applied. */
  openTestDatabase(options?: OpenOptions): Promise<TestDatabase>;
  /** A database without a single table. */
  openBareDatabase(options?: OpenOptions): Promise<TestDatabase>;
};

type Release = () => Promise<void>;

const folder = inject('testFolder');
const server = inject('mysqlServer');
const releasesAtTheEnd: Release[] = [];

const sqlite: TestDatabases = {
  name: 'sqlite',
  openTestDatabase: (options) => openSqlite(options, (file) => copyFile(join(folder, 'template.db'), file)),
  openBareDatabase: (options) => openSqlite(options),
};

const mysql: TestDatabases = {
  name: 'mysql',
  async openTestDatabase(options) {
    const name = freeDatabases.pop() ?? (await migratedDatabase());
    await emptyTables(name);
    const database = await openMysql(name, options);
    releaseLater(async () => {
      await database.close();
      freeDatabases.push(name);
    });
    return database;
  },
  async openBareDatabase(options) {
    const admin = await administrator();
    const name = `${inject('databasePrefix')}bare_${randomBytes(4).toString('hex')}`;
    await admin.query(`CREATE DATABASE \`${name}\``);
    const database = await openMysql(name, options);
    releaseLater(async () => {
      await database.close();
      await dropDatabase(admin, name);
    });
    return database;
  },
};

/** What contract suites run on. MySQL is left out, and reported as skipped, where there is no server. */
export const databases: TestDatabases[] = server ? [sqlite, mysql] : [sqlite];

if (!server) test.skip('on MySQL: no server was found', () => {});

afterAll(async () => {
  while (releasesAtTheEnd.length > 0) await releasesAtTheEnd.pop()?.();
});

async function openSqlite(options?: OpenOptions, prepare?: (file: string) => Promise<void>): Promise<TestDatabase> {
  const file = join(folder, `${randomBytes(6).toString('hex')}.db`);
  await prepare?.(file);
  const url = `file:${file}`;
  const database = await openDatabase(url, options);
  releaseLater(async () => {
    await database.close();
    for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
  });
  return { ...database, url };
}

// Making the tables takes fifty times as long as emptying them, so the databases of one worker are used again.
const freeDatabases: string[] = [];
let made = 0;

async function migratedDatabase(): Promise<string> {
  const name = `${inject('databasePrefix')}${process.env.VITEST_POOL_ID}_${++made}`;
  await (await administrator()).query(`CREATE DATABASE IF NOT EXISTS \`${name}\``);
  const database = await openMysql(name);
  await migrate(database);
  await database.close();
  return name;
}

async function emptyTables(name: string): Promise<void> {
  const admin = await administrator();
  const [rows] = await admin.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
    [name],
  );
  const tables = (rows as { name: string }[]).filter((table) => table.name !== '_prisma_migrations');
  await admin.query(tables.map((table) => `DELETE FROM \`${name}\`.\`${table.name}\`;`).join(''));
}

async function openMysql(name: string, options?: OpenOptions): Promise<TestDatabase> {
  const url = new URL(name, server).href;
  return { ...(await openDatabase(url, options)), url };
}

let connection: Promise<Connection> | undefined;

function administrator(): Promise<Connection> {
  if (!connection) {
    connection = createConnection({ uri: server, multipleStatements: true });
    releasesAtTheEnd.unshift(async () => (await connection)?.end());
  }
  return connection;
}

/** At the end of the running test; outside a test (in beforeAll) at the end of the file. */
function releaseLater(release: Release): void {
  try {
    onTestFinished(release);
  } catch {
    releasesAtTheEnd.push(release);
  }
}
