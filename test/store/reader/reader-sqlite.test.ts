import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PlatformError } from '../../../src/errors.ts';
import { newId } from '../../../src/id.ts';
import { READ_LIMITS } from '../../../src/store/reader/ledger-reader.ts';
import { openSqliteReader, type SqliteReaderOptions } from '../../../src/store/reader/reader-sqlite.ts';
import { databases } from '../../support/databases.ts';
import { type Ledger, otherLedger, ownLedger } from './two-ledgers.ts';

const slow = 'WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t';

async function openBoth(options?: SqliteReaderOptions) {
  const [sqlite] = databases;
  if (!sqlite) throw new Error('SQLite is always there.');
  const database = await sqlite.openOwnDatabase();
  const own = await ownLedger(database);
  const reader = openSqliteReader(database.url, options);
  atTheEnd(() => reader.close());
  return { database, own, reader, file: database.url.replace('file:', '') };
}

/** At the end of the running test; in beforeAll, of the file. */
function atTheEnd(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    readersToClose.push(close);
  }
}

const readersToClose: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of readersToClose) await close();
});

/** The processes that read `file`, by their ids. */
async function readersOf(file: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args=']);
  const lines = stdout.split('\n').filter((line) => line.includes('reader-sqlite-child') && line.includes(file));
  return lines.map((line) => Number.parseInt(line, 10));
}

const count = async ({ reader, own }: { reader: ReturnType<typeof openSqliteReader>; own: Ledger }) =>
  (await reader.read(own.id, 'SELECT count(*) FROM entries')).rows[0]?.[0];

describe('its processes', () => {
  test('are started by a query, kept, and end when nobody asks', async () => {
    const both = await openBoth({ idleMilliseconds: 400 });
    expect(await readersOf(both.file)).toEqual([]);
    await both.reader.read(both.own.id, 'SELECT 1');
    const [first, ...more] = await readersOf(both.file);
    expect(more).toEqual([]);
    await both.reader.read(both.own.id, 'SELECT 1');
    expect(await readersOf(both.file)).toEqual([first]);
    await expect.poll(() => readersOf(both.file), { timeout: 5_000 }).toEqual([]);
    expect(await count(both)).toBe(37); // 40, of which 3 are deleted
  });

  test('one that was ended from outside is replaced', async () => {
    const both = await openBoth();
    await both.reader.read(both.own.id, 'SELECT 1');
    const [pid = 0] = await readersOf(both.file);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => readersOf(both.file)).toEqual([]);
    await wait(50);
    expect(await count(both)).toBe(37);
  });

  test('go on after Ctrl-C, which every process of a terminal gets', async () => {
    const both = await openBoth();
    await both.reader.read(both.own.id, 'SELECT 1');
    const [pid = 0] = await readersOf(both.file);
    process.kill(pid, 'SIGINT');
    await both.reader.read(both.own.id, 'SELECT 1');
    expect(await readersOf(both.file)).toEqual([pid]);
  });

  test('are as many as were allowed, however many ask, and one for each ledger', async () => {
    const both = await openBoth({ processes: 2 });
    const other = await otherLedger(both.database);
    const limits = { ...READ_LIMITS, milliseconds: 1_000 };
    const slowOnes = [1, 2].map(() => both.reader.read(both.own.id, slow, limits).catch((error: unknown) => error));
    const quick = await Promise.all(Array.from({ length: 20 }, () => both.reader.read(other.id, 'SELECT 1')));
    expect(quick).toHaveLength(20);
    expect((await readersOf(both.file)).length).toBe(2);
    await Promise.all(slowOnes);
  });

  test('end with the reader, also one that is in the middle of a query', async () => {
    const both = await openBoth();
    await both.reader.read(both.own.id, 'SELECT 1');
    const running = both.reader.read(both.own.id, slow).catch((error: unknown) => error);
    const waiting = both.reader.read(both.own.id, 'SELECT 1').catch((error: unknown) => error);
    await wait(100);
    await both.reader.close();
    expect(await running).toBeInstanceOf(PlatformError);
    expect(await waiting).toBeInstanceOf(PlatformError);
    expect(await readersOf(both.file)).toEqual([]);
  });

  test('end when the process that asks is killed, though a query runs', async () => {
    const { own, file, database } = await openBoth();
    const module = new URL('../../../src/store/reader/reader-sqlite.ts', import.meta.url).href;
    const program = `const { openSqliteReader } = await import(${JSON.stringify(module)});
      const reader = openSqliteReader(${JSON.stringify(database.url)});
      await reader.read('${own.id}', 'SELECT 1');
      reader.read('${own.id}', ${JSON.stringify(slow)}, { rows: 1, bytes: 1, milliseconds: 1000 });
      setTimeout(() => process.stdout.write('asked'), 50);`;
    const asking = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => asking.stdout.once('data', resolve));
    expect(await readersOf(file)).toHaveLength(1);
    asking.kill('SIGKILL');
    await expect.poll(() => readersOf(file), { timeout: 6_000, interval: 100 }).toEqual([]);
  });

  test('know nothing of the environment', async () => {
    const both = await openBoth();
    await both.reader.read(both.own.id, 'SELECT 1');
    const [pid = 0] = await readersOf(both.file);
    if (!existsSync(`/proc/${pid}/environ`)) return; // only Linux shows it
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((line) => line.split('=')[0]);
    expect(names.filter((name) => name && !name.startsWith('NODE_CHANNEL'))).toEqual([]);
  });

  test('keep nobody alive', async () => {
    const { own, database } = await openBoth();
    const module = new URL('../../../src/store/reader/reader-sqlite.ts', import.meta.url).href;
    const program = `const { openSqliteReader } = await import(${JSON.stringify(module)});
      const { rows } = await openSqliteReader(${JSON.stringify(database.url)}).read('${own.id}', 'SELECT 7');
      process.stdout.write(JSON.stringify(rows));`;
    const args = ['--input-type=module', '-e', program];
    expect((await promisify(execFile)(process.execPath, args, { timeout: 15_000 })).stdout).toBe('[[7]]');
  });
});

describe('the file', () => {
  test('may be named relative to where we are', async () => {
    const both = await openBoth();
    const reader = openSqliteReader(`file:${relative(process.cwd(), both.file)}`);
    onTestFinished(() => reader.close());
    expect(await count({ ...both, reader })).toBe(37);
  });

  test.each(['file::memory:', 'file:/nowhere/at/all.db', `file:${import.meta.filename}`])(
    '%s is no database to read',
    async (url) => {
      const reader = openSqliteReader(url);
      onTestFinished(() => reader.close());
      const error = await reader.read(newId(), 'SELECT 1').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PlatformError);
      expect(String(error)).not.toMatch(/nowhere|reader-sqlite/);
    },
  );

  test('can be written, and its log put away, while somebody reads and afterwards', async () => {
    const both = await openBoth();
    const { client } = both.database;
    const limits = { ...READ_LIMITS, milliseconds: 1_500 };
    await both.reader.read(both.own.id, 'SELECT 1');
    let isRunning = true;
    const endless = `${slow}, entries`;
    const running = both.reader.read(both.own.id, endless, limits).catch(() => {
      isRunning = false;
    });
    await wait(100);
    for (let number = 0; number < 20; number++) await otherLedger(both.database, number % 5);
    expect(isRunning).toBe(true);
    await running;
    const [row] = await client.$queryRawUnsafe<Record<string, unknown>[]>('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(Number(row?.busy)).toBe(0);
    await both.reader.read(both.own.id, 'SELECT * FROM entries');
    await otherLedger(both.database);
    const [again] = await client.$queryRawUnsafe<Record<string, unknown>[]>('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(Number(again?.busy)).toBe(0);
    expect(Number(again?.log)).toBe(0);
  });

  test('may get tables while somebody reads: they are hidden as well', async () => {
    const both = await openBoth();
    await both.reader.read(both.own.id, 'SELECT 1');
    await both.database.client.$executeRawUnsafe('CREATE TABLE "Later" (word TEXT)');
    await both.database.client.$executeRawUnsafe(`INSERT INTO "Later" VALUES ('hush')`);
    for (const sql of [
      'SELECT * FROM "Later"',
      'SELECT count(*) FROM main."Later"',
      "SELECT * FROM (SELECT 'x' AS word) FULL JOIN Later USING (word)",
    ]) {
      await expect(both.reader.read(both.own.id, sql), sql).rejects.toThrow(/Later|column|database says/);
    }
    expect(await count(both)).toBe(37);
  });
});

describe('what it says', () => {
  let both: Awaited<ReturnType<typeof openBoth>>;

  beforeAll(async () => {
    both = await openBoth();
  });

  test.each([
    ['SELECT amout FROM entries', 'There is no column amout.', /^entries has id, day, .* and added_by\.$/],
    ['SELECT * FROM entries WHERE category = "dining"', 'There is no column dining.', /single quotes: 'dining'\.$/],
    ['SELECT * FROM entrys', 'There is no table entrys.', /^The tables are entries, budgets and categories\.$/],
    ['SELECT * FROM Person', 'There is no table Person.', /^The tables are/],
    ['SELECT day FROM entries, entries AS b', 'More than one table has a column day.', /entries\.day/],
    ['SELECT sum(amount) FROM entries WHERE sum(amount) > 1', 'sum() can’t be used there.', /HAVING/],
    ['SELECT foo(1)', 'There is no function foo.', /sum, count/],
    ['SELECT randomblob(9)', 'There is no function randomblob.', /sum, count/],
    ['SELECT round(1, 2, 3)', 'round takes another number of arguments.', /brackets/],
    ['SELECT day, FROM entries', 'The query can’t be read at “FROM”.', /commas/],
    ["SELECT 'open", "The query can’t be read at “'open”.", /quote/],
    ['SELECT (1', 'The query ends too early.', /bracket/],
    ['SELECT ?', 'The query has a placeholder.', /value/],
    ['DELETE FROM entries', 'Only a query that reads can run.', /SELECT/],
    ['SELECT 1; SELECT 2', 'Only a query that reads can run.', /one statement/],
    ['WITH a AS (SELECT * FROM a) SELECT * FROM a', 'a can’t be made of itself.', /name/],
  ])('of %s', async (sql, message, hint) => {
    await expect(both.reader.read(both.own.id, sql)).rejects.toMatchObject({
      layer: 'engine',
      message,
      hint: expect.stringMatching(hint),
    });
  });
});
