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
import { DatabaseSync } from 'node:sqlite';
import { type Connection, createConnection } from 'mysql2/promise';
import { inject, onTestFinished, test } from 'vitest';
import { PlatformError } from '../../src/errors.ts';
import { type Database, type OpenOptions, openDatabase } from '../../src/store/database.ts';
import { sqliteFile } from '../../src/store/database-sqlite.ts';
import { migrate } from '../../src/store/migrate.ts';
import { dropDatabase } from './drop-database.ts';
import { atFileEnd } from './file-end.ts';

/** `url` opens the same database again, here or in another process. */
export type TestDatabase = Database & { url: string };

export type TestDatabases = {
  name: 'sqlite' | 'mysql';
  /** An empty database with all migrations applied; other tests had it, and will have it again. */
  openTestDatabase(options?: OpenOptions): Promise<TestDatabase>;
  /** One that no other test gets: for those that change more than rows, or look at its file. */
  openOwnDatabase(options?: OpenOptions): Promise<TestDatabase>;
  /** A database without a single table. */
  openBareDatabase(options?: OpenOptions): Promise<TestDatabase>;
};

type Release = () => Promise<void>;

const folder = inject('testFolder');
const server = inject('mysqlServer');

const sqlite: TestDatabases = {
  name: 'sqlite',
  openTestDatabase: (options) => (options ? openSqlite(migratedFile, options) : borrow('sqlite')),
  openOwnDatabase: (options) => openSqlite(migratedFile, options),
  openBareDatabase: (options) => openSqlite(async () => {}, options),
};

const mysql: TestDatabases = {
  name: 'mysql',
  async openTestDatabase(options) {
    if (!options) return await borrow('mysql');
    const name = freeDatabases.pop() ?? (await migratedDatabase());
    await emptyTables(name);
    const database = await openMysql(name, options);
    releaseLater(async () => {
      await database.close();
      freeDatabases.push(name);
    });
    return database;
  },
  async openOwnDatabase(options) {
    const name = await migratedDatabase();
    const database = await openMysql(name, options);
    releaseLater(async () => {
      await database.close();
      await dropDatabase(await administrator(), name);
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

/**
 * An open database that tests have one after the other, as long as their process runs: a third of what a test takes would
 * go into opening its own.
 */
interface Shelved {
  readonly database: TestDatabase;
  /** Takes all rows out. */
  empty(): Promise<void>;
  dispose(): Promise<void>;
}

const shelves: Record<'sqlite' | 'mysql', Shelved[]> = { sqlite: [], mysql: [] };

/** Hands a database to one test. What that test leaves running can't write into it once the test is over. */
async function borrow(dialect: 'sqlite' | 'mysql'): Promise<TestDatabase> {
  const shelved = shelves[dialect].pop() ?? (await (dialect === 'sqlite' ? shelvedSqlite() : shelvedMysql()));
  await shelved.empty();
  const { database } = shelved;
  let state: 'in use' | 'closed' | 'given back' = 'in use';
  releaseLater(async () => {
    if (state === 'closed') return await shelved.dispose();
    state = 'given back';
    shelves[dialect].push(shelved);
  });
  return {
    ...database,
    transaction(work) {
      if (state === 'given back') return Promise.reject(new PlatformError('The database is closed.'));
      return database.transaction(work);
    },
    async close() {
      if (state === 'in use') state = 'closed';
      if (state === 'closed') await database.close();
    },
  };
}

async function shelvedSqlite(): Promise<Shelved> {
  const database = await openSqlite(migratedFile, undefined, () => {});
  const file = new DatabaseSync(sqliteFile(database.url));
  const tables = file
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
    .all();
  const deletions = `BEGIN IMMEDIATE; ${tables.map(({ name }) => `DELETE FROM "${name}";`).join(' ')} COMMIT`;
  const dispose = async () => {
    if (file.isOpen) file.close();
  };
  return { database, dispose, empty: async () => void file.exec(deletions) };
}

async function shelvedMysql(): Promise<Shelved> {
  const name = freeDatabases.pop() ?? (await migratedDatabase());
  const database = await openMysql(name);
  return { database, empty: () => emptyTables(name), dispose: async () => void freeDatabases.push(name) };
}

/** What contract suites run on. MySQL is left out, and reported as skipped, where there is no server. */
export const databases: TestDatabases[] = server ? [sqlite, mysql] : [sqlite];

if (!server) test.skip('on MySQL: no server was found', () => {});

const migratedFile = (file: string) => copyFile(join(folder, 'template.db'), file);

async function openSqlite(
  prepare: (file: string) => Promise<void>,
  options?: OpenOptions,
  later: (release: Release) => void = releaseLater,
): Promise<TestDatabase> {
  const file = join(folder, `${randomBytes(6).toString('hex')}.db`);
  await prepare(file);
  const url = `file:${file}`;
  const database = await openDatabase(url, options);
  later(async () => {
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
  }
  return connection;
}

/** At the end of the running test; outside a test (in beforeAll) at the end of the file. */
function releaseLater(release: Release): void {
  try {
    onTestFinished(release);
  } catch {
    atFileEnd(release);
  }
}
