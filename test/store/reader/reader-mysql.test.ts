import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { InputError, PlatformError } from '../../../src/errors.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { type LedgerReader, QueryRefused, READ_LIMITS } from '../../../src/store/reader/ledger-reader.ts';
import { readingAccounts } from '../../../src/store/reader/mysql-accounts.ts';
import { connectAs, SeatTaken } from '../../../src/store/reader/mysql-session.ts';
import { runStatement } from '../../../src/store/reader/mysql-statement.ts';
import { openMysqlReader } from '../../../src/store/reader/reader-mysql.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { type Ledger, otherLedger, ownLedger, PLANTED } from './two-ledgers.ts';

const mysql = databases.find(({ name }) => name === 'mysql');

let database: TestDatabase;
let admin: Connection;
let own: Ledger;
let other: Ledger;
let reader: LedgerReader;

beforeAll(async () => {
  if (!mysql) return;
  database = await mysql.openBareDatabase();
  await migrate(database);
  own = await ownLedger(database, 60);
  other = await otherLedger(database);
  reader = openMysqlReader(database.url);
  admin = await createConnection(new URL(new URL(database.url).pathname.slice(1), inject('mysqlServer')).href);
  await reader.read(own.id, 'SELECT 1');
});

afterAll(async () => {
  await reader?.close();
  await admin?.end();
});

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const [rows] = await admin.query(sql);
  return rows as Record<string, unknown>[];
}

async function layerOf(sql: string, milliseconds: number): Promise<string> {
  const answer = await reader
    .read(own.id, sql, { ...READ_LIMITS, milliseconds })
    .catch((error: unknown) => (error instanceof QueryRefused ? error.layer : Promise.reject(error)));
  return typeof answer === 'string' ? answer : 'answered';
}

const count = async (ledger: Ledger) => (await reader.read(ledger.id, 'SELECT count(*) FROM entries')).rows;

describe.runIf(mysql)('limits on MySQL', () => {
  const recursive = 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)';
  test.each([
    ['limit', 'SELECT sleep(100)'],
    ['limit', 'SELECT sleep(0.1) FROM entries'],
    ['limit', 'SELECT benchmark(100000000000, sha2(rand(), 512))'],
    ['limit', `${recursive} SELECT count(*) FROM t`],
    ['limit', `${recursive} SELECT n FROM t ORDER BY n DESC`],
    [
      'limit',
      `WITH RECURSIVE t(x) AS (SELECT cast('x' AS char(5000)) UNION ALL SELECT x FROM t) SELECT count(*) FROM t`,
    ],
    ['limit', 'SELECT count(*) FROM entries a, entries b, entries c, entries d, entries e, entries f'],
    ['limit', 'SELECT a.id FROM entries a, entries b, entries c, entries d, entries e ORDER BY rand()'],
    ['limit', `SELECT '${'x'.repeat(1_000_000)}'`],
    ['limit', `SELECT ${'abs('.repeat(5_000)}1${')'.repeat(5_000)}`],
    ['limit', `SELECT ${'(SELECT '.repeat(1_000)}1${')'.repeat(1_000)}`],
    ['limit', `SELECT * FROM entries t0${Array.from({ length: 70 }, (_, n) => ` JOIN entries t${n + 1}`).join('')}`],
    ['answered', `SELECT 1 /* ${'/**/'.repeat(20_000)}`],
    ['answered', 'SELECT a.id FROM entries a, entries b, entries c, entries d LIMIT 100000000'],
    // Whichever comes first, on a machine that is slow or fast.
    ['answered|limit', `SELECT ${Array.from({ length: 40 }, () => "repeat('x', 16000000)").join(', ')}`],
  ])('are kept: %s %#', async (layer, sql) => {
    await layerOf('SELECT 1', 1_000);
    const start = performance.now();
    expect(await layerOf(sql, 1_000)).toMatch(new RegExp(`^(?:${layer})$`));
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(await count(own)).toEqual([[own.entries.filter(({ deleted }) => !deleted).length]]);
    expect(await rowsOf('SELECT * FROM ReaderScope')).toEqual([]);
  });

  test('hold by themselves where the server’s own was lifted', async () => {
    const [account] = readingAccounts(database.url, null);
    if (!account) expect.fail('no account');
    const connection = await connectAs(account);
    const id = connection.threadId;
    const start = performance.now();
    const limits = { ...READ_LIMITS, milliseconds: 300 };
    const sql = 'SET STATEMENT max_statement_time = 0 FOR SELECT sleep(9)';
    const isMariadb = String((await rowsOf('SELECT VERSION() AS v'))[0]?.v).includes('MariaDB');
    const answer = runStatement(connection, isMariadb ? sql : 'SELECT sleep(9)', limits, async () => {
      await admin.query(`KILL QUERY ${id}`);
    });
    await expect(answer).rejects.toMatchObject({ layer: 'limit' });
    expect(performance.now() - start).toBeLessThan(5_000);
    connection.destroy();
    const running = `SELECT id FROM information_schema.processlist WHERE id = ${id} AND command = 'Query'`;
    await expect.poll(() => rowsOf(running), { timeout: 10_000 }).toEqual([]);
  });

  test('give back what was read before the limit of rows or bytes', async () => {
    const read = (sql: string, limits: object) => reader.read(own.id, sql, { ...READ_LIMITS, ...limits });
    expect(await read('SELECT id FROM entries', { rows: 7 })).toMatchObject({ truncated: true, rows: { length: 7 } });
    expect(await read('SELECT id FROM entries LIMIT 7', { rows: 7 })).toMatchObject({ truncated: false });
    expect(await read('SELECT id FROM entries LIMIT 50', { rows: 7 })).toMatchObject({
      truncated: true,
      rows: { length: 7 },
    });
    const long = await read("SELECT repeat('é', 500) FROM entries", { bytes: 2_500 });
    expect(long).toMatchObject({ truncated: true, rows: [['é'.repeat(500)], ['é'.repeat(500)]] });
  });
});

describe.runIf(mysql)('the row that names the ledger', () => {
  test('never mixes ledgers, with eight queries at a time', { timeout: 30_000 }, async () => {
    const sql = 'SELECT merchant, sleep(0.001) FROM entries WHERE merchant IS NOT NULL';
    const seen = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const ledger = index % 2 === 0 ? own : other;
        const { rows } = await reader.read(ledger.id, sql);
        return (
          rows.length > 0 && rows.every(([merchant]) => String(merchant).startsWith(PLANTED) === (ledger === other))
        );
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  test('serves no connection without its own, and none past its time', async () => {
    const [account] = readingAccounts(database.url, null).slice(-1);
    if (!account) expect.fail('no account');
    const connection = await connectAs(account);
    const id = connection.threadId ?? 0;
    const left = (connectionId: number, seconds: number) =>
      admin.query('REPLACE INTO ReaderScope VALUES (?, ?, UTC_TIMESTAMP(3) + INTERVAL ? SECOND)', [
        connectionId,
        other.id,
        seconds,
      ]);
    const read = async () =>
      (await runStatement(connection, 'SELECT count(*) FROM entries', READ_LIMITS, async () => {})).rows;
    expect(await read()).toEqual([[0]]);
    await left(id + 1, 60);
    await left(id - 1, 60);
    expect(await read()).toEqual([[0]]);
    await left(id, -1);
    expect(await read()).toEqual([[0]]);
    // The control: the row is what opens the ledger.
    await left(id, 60);
    expect(await read()).toEqual([[other.entries.filter(({ deleted }) => !deleted).length]]);
    connection.destroy();
    // A row that a killed process left for the number of a later connection: that one's own takes its place.
    for (let next = 1; next <= 40; next++) await left(id + next, 60);
    expect(await count(own)).toEqual([[own.entries.filter(({ deleted }) => !deleted).length]]);
    await admin.query('DELETE FROM ReaderScope');
  });

  test('is gone after an answer, a refusal and a broken connection', async () => {
    await count(own);
    await layerOf('SELECT nothing FROM entries', 1_000);
    const broken = reader.read(own.id, 'SELECT sleep(3), 4711').catch((error: unknown) => error);
    for (let found = 0; found === 0; ) {
      const running = await rowsOf(
        "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT sleep(3), 4711%'",
      );
      for (const { id } of running) await admin.query(`KILL CONNECTION ${id}`);
      found = running.length;
    }
    expect(await broken).toBeInstanceOf(PlatformError);
    expect(await rowsOf('SELECT * FROM ReaderScope')).toEqual([]);
    expect(await count(own)).toEqual([[own.entries.filter(({ deleted }) => !deleted).length]]);
  });
});

describe.runIf(mysql)('a query on MySQL', () => {
  test('has its account to itself, so that no other sees its text', async () => {
    const [account] = readingAccounts(database.url, null);
    if (!account) expect.fail('no account');
    const first = await connectAs(account);
    await expect(connectAs(account)).rejects.toBeInstanceOf(SeatTaken);
    // Another process has one seat: the others still serve.
    expect((await Promise.all([count(own), count(own), count(other), count(other)])).flat(2)).not.toContain(0);
    first.destroy();
  });

  test('tells of mistakes in words that are its own', async () => {
    const said = async (sql: string) => {
      const error = await reader.read(own.id, sql).catch((thrown: unknown) => thrown);
      return error instanceof InputError ? error.message : expect.fail(`answered: ${sql}`);
    };
    expect(await said('SELECT nothing FROM entries')).toBe('There is no column nothing.');
    expect(await said('SELECT * FROM spendings')).toBe('There is no table spendings.');
    expect(await said('SELECT * FROM Entry')).toBe('There is no table Entry.');
    expect(await said('SELECT day FROM entries WERE 1')).toBe('The query can’t be read at “1”.');
    expect(await said('SELECT day, FROM entries')).toMatch(/^The query can’t be read at “FROM entries”/);
    expect(await said('SELECT day FROM entries a, entries b')).toBe('More than one table has a column day.');
    expect(await said('SELECT made_up(1)')).toBe('There is no function made_up.');
    expect(await said('SELECT day FROM entries WHERE sum(amount) > 1')).toBe('A sum or count can’t be used there.');
    expect(await said('SELECT 9223372036854775807 + 1 FROM entries')).toBe('A number in the query gets too large.');
  });
});
