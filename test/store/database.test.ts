import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { InputError, PlatformError } from '../../src/errors.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { databases, type TestDatabase } from '../support/databases.ts';

const [sqlite, mysql] = databases;

function ledger(id: string, name = 'home') {
  return { id, name, kind: 'personal', currency: null, revision: 0, createdAt: new Date(0) };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'purser-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(databases)('a database on $name', ({ openTestDatabase, openOwnDatabase }) => {
  test('keeps texts and times as they are', async () => {
    const { client } = await openTestDatabase();
    const row = {
      ...ledger('1', 'Δαπάνη 🍕\'; DROP TABLE x; -- \\ " `'),
      createdAt: new Date('2026-11-21T23:59:59.987Z'),
    };
    await client.ledger.create({ data: row });
    expect(await client.ledger.findMany()).toEqual([row]);
  });

  test('tells upper from lower case in keys', async () => {
    const { client } = await openTestDatabase();
    await client.ledger.createMany({ data: [ledger('a'), ledger('A')] });
    expect(await client.ledger.findUnique({ where: { id: 'A' } })).toMatchObject({ id: 'A' });
  });

  test('shows what was committed at once, and before that to nobody else', async () => {
    const { client, transaction } = await openTestDatabase();
    await transaction(async (tx) => {
      await tx.ledger.create({ data: ledger('1') });
      expect(await tx.ledger.count()).toBe(1);
      expect(await client.ledger.count()).toBe(0);
    });
    expect(await client.ledger.count()).toBe(1);
  });

  test('undoes a transaction that throws, and passes the error on as it is', async () => {
    const { client, transaction } = await openTestDatabase();
    const problem = new Error('no');
    const failing = transaction(async (tx) => {
      await tx.ledger.create({ data: ledger('1') });
      throw problem;
    });
    await expect(failing).rejects.toBe(problem);
    expect(await client.ledger.count()).toBe(0);
  });

  test('lets a transaction go on after a key that was taken', async () => {
    const { client, transaction } = await openTestDatabase();
    await client.ledger.create({ data: ledger('1') });
    await transaction(async (tx) => {
      await expect(tx.ledger.create({ data: ledger('1') })).rejects.toMatchObject({ code: 'P2002' });
      await tx.ledger.create({ data: ledger('2') });
    });
    expect(await client.ledger.count()).toBe(2);
  });

  test('makes a write outside a transaction wait for one that runs, and keeps it when that is undone', async () => {
    const { client, transaction } = await openTestDatabase();
    let outside: Promise<unknown> = Promise.resolve();
    const undone = transaction(async (tx) => {
      await tx.ledger.create({ data: ledger('1') });
      outside = client.ledger.create({ data: ledger('2') }).then(() => {});
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await outside;
    expect(await client.ledger.findMany()).toEqual([ledger('2')]);
  });

  test('counts exactly to 50 in 50 transactions at once, each reading before it writes', async () => {
    const { client, transaction } = await openTestDatabase();
    await client.ledger.create({ data: ledger('counter', '0') });
    await Promise.all(
      Array.from({ length: 50 }, () =>
        transaction(async (tx) => {
          const { name } = await tx.ledger.findUniqueOrThrow({ where: { id: 'counter' } });
          await tx.ledger.update({ where: { id: 'counter' }, data: { name: String(Number(name) + 1) } });
        }),
      ),
    );
    expect(await client.ledger.findUnique({ where: { id: 'counter' } })).toMatchObject({ name: '50' });
  });

  test('lets 50 transactions at once look for a key and then take it', async () => {
    const { client, transaction } = await openTestDatabase();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        transaction(async (tx) => {
          const id = String(n % 10);
          if (!(await tx.ledger.findUnique({ where: { id } }))) await tx.ledger.create({ data: ledger(id) });
        }),
      ),
    );
    expect(await client.ledger.count()).toBe(10);
  });

  test('answers a statement that is asked again with its own values, of tables as they are now', async () => {
    const { client } = await openOwnDatabase();
    await client.$executeRawUnsafe('CREATE TABLE again (a INTEGER, b VARCHAR(9))');
    const asked = (a: number) => client.$queryRawUnsafe<object[]>('SELECT * FROM again WHERE a = ?', a);
    const written = (a: number, b: string | null) => client.$executeRawUnsafe('INSERT INTO again VALUES (?, ?)', a, b);
    for (const [a, b] of [
      [1, 'one'],
      [2, null],
      [3, 'three'],
    ] as const)
      await written(a, b);
    // More texts than are kept, between two times that one is asked.
    for (let n = 0; n < 250; n++) await client.$queryRawUnsafe(`SELECT ${n} FROM again WHERE a = ?`, n);
    expect([await asked(3), await asked(2), await asked(4)]).toEqual([[{ a: 3, b: 'three' }], [{ a: 2, b: null }], []]);
    await client.$executeRawUnsafe('ALTER TABLE again ADD COLUMN c INTEGER');
    expect(await asked(1)).toEqual([{ a: 1, b: 'one', c: null }]);
    await client.$executeRawUnsafe('DROP TABLE again');
    await expect(asked(1)).rejects.toThrow();
  });

  test('answers a ping, and no longer once it is closed', async () => {
    const { url } = await openTestDatabase();
    const database = await openDatabase(url);
    await expect(database.ping()).resolves.toBeUndefined();
    await database.close();
    await expect(database.ping()).rejects.toThrow('The database is closed.');
    await expect(database.transaction((tx) => tx.ledger.count())).rejects.toThrow('The database is closed.');
  });
});

describe('opening', () => {
  test.each(['', 'purser.db', 'postgres://u:secret@h/db', 'mysql://u:secret@host', 'mysql://', 'file:'])(
    'refuses %j with the addresses it takes',
    async (url) => {
      const error = await openDatabase(url).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(InputError);
      expect(error.hint).toContain('mysql://user:password@host:3306/database');
      expect(error.message + error.hint).not.toContain('secret');
    },
  );

  test('makes the folder of a SQLite file, and sets what keeps it safe', async () => {
    const file = join(temporaryFolder(), 'some/where/purser.db');
    const database = await openDatabase(`file:${file}`);
    onTestFinished(() => database.close());
    expect(existsSync(file)).toBe(true);
    expect(await database.client.$queryRawUnsafe('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.client.$queryRawUnsafe('PRAGMA synchronous')).toEqual([{ synchronous: 2n }]);
  });

  test('keeps a database in memory apart from any other', async () => {
    const one = await openDatabase('file::memory:');
    const other = await openDatabase('file::memory:');
    onTestFinished(async () => void (await Promise.all([one.close(), other.close()])));
    await migrate(one);
    await one.transaction((tx) => tx.ledger.create({ data: ledger('1') }));
    await migrate(other);
    expect(await other.client.ledger.count()).toBe(0);
    expect(await one.client.ledger.count()).toBe(1);
  });

  test('says that a file is no database', async () => {
    const folder = temporaryFolder();
    await expect(openDatabase(`file:${folder}`)).rejects.toThrow(/can't be opened/);
    await expect(openDatabase(`file:${import.meta.filename}`)).rejects.toThrow(/is not a SQLite database/);
    await expect(openDatabase(`file:${import.meta.filename}/x/y.db`)).rejects.toThrow(/folder/);
  });

  test('waits for a server that is down, says so each time, and then gives up without the password', async () => {
    const waits: string[] = [];
    const error = await openDatabase('mysql://purser:s3cret@127.0.0.1:1/budget', {
      retryDelays: [1, 2, 3],
      onRetry: (problem, delay) => waits.push(`${delay} ${problem.message}`),
    }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error.message).toMatch(/^The database server 127.0.0.1:1\/budget does not answer \(.*ECONNREFUSED.*\)\.$/);
    expect(waits).toEqual([1, 2, 3].map((delay) => `${delay} ${error.message}`));
    expect(`${error.stack}${error.cause.stack}`).not.toContain('s3cret');
  });

  test('gives up on a server that takes the connection and hangs up', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const opening = openDatabase(`mysql://root@127.0.0.1:${port}/x`, { retryDelays: [1] });
    await expect(opening).rejects.toThrow(/does not answer/);
  });

  test.runIf(mysql)('does not wait where the server refuses the user or has no such database', async () => {
    const { url } = await (mysql as NonNullable<typeof mysql>).openBareDatabase();
    const wrongUser = Object.assign(new URL(url), { username: 'nobody', password: 's3cret' }).href;
    const wrongName = Object.assign(new URL(url), { pathname: '/purser_test_nonesuch' }).href;
    const onRetry = () => expect.unreachable();
    const refused = await openDatabase(wrongUser, { onRetry }).catch((error) => error);
    expect(refused.message).toMatch(/refuses this user name and password/);
    expect(refused.message).not.toContain('s3cret');
    await expect(openDatabase(wrongName, { onRetry })).rejects.toThrow(/has no database of that name/);
  });
});

test.each([
  ['reads', (database: TestDatabase) => database.client.ledger.count()],
  ['transactions', (database: TestDatabase) => database.transaction((tx) => tx.ledger.count())],
])('lets timers go on while %s follow each other without a pause on SQLite', async (_, work) => {
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  let rang = false;
  setTimeout(() => {
    rang = true;
  }, 1);
  for (let count = 0; count < 5_000 && !rang; count++) await work(database);
  expect(rang).toBe(true);
});

test('says that a file can not be written', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'purser.db');
  const database = await openDatabase(`file:${file}`);
  await database.close();
  chmodSync(file, 0o444);
  // The superuser may write any file, so another user tries.
  const nobody = 65_534;
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (user.uid) chownSync(folder, nobody, nobody);
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL('../../src/store/database.ts', import.meta.url).href)});
    await openDatabase(${JSON.stringify(`file:${file}`)}).catch((error) => console.log(error.name + ': ' + error.message));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { ...user, encoding: 'utf8' });
  expect(run.stdout.trim(), run.stderr).toBe(
    `PlatformError: The database file ${file} can't be written. Check who may write it and its folder.`,
  );
  expect(statSync(file).size).toBeLessThan(5_000);
});

test('loses nothing that was confirmed when the disk is full, and goes on once there is room', async () => {
  const { client, transaction } = await (sqlite as NonNullable<typeof sqlite>).openOwnDatabase();
  await client.ledger.create({ data: ledger('before') });
  const pages = await client.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
  await client.$queryRawUnsafe(`PRAGMA max_page_count = ${pages[0]?.page_count}`);

  const big = 'x'.repeat(100_000);
  const failing = transaction(async (tx) => {
    await tx.ledger.create({ data: ledger('small') });
    await tx.ledger.create({ data: ledger('big', big) }).catch(() => {});
    // SQLite has undone the transaction: this must not be kept on its own, though the error was caught.
    await tx.ledger.create({ data: ledger('after') }).catch(() => {});
  });
  await expect(failing).rejects.toThrow(PlatformError);
  await expect(failing).rejects.toThrow(/The disk is full, so nothing was saved/);
  await expect(client.ledger.create({ data: ledger('alone', big) })).rejects.toThrow(/The disk is full/);
  expect(await client.ledger.findMany()).toEqual([ledger('before')]);

  await client.$queryRawUnsafe('PRAGMA max_page_count = 100000');
  await transaction((tx) => tx.ledger.create({ data: ledger('big', big) }));
  expect(await client.ledger.count()).toBe(2);
});
