import { randomBytes } from 'node:crypto';
import { type Connection, createConnection } from 'mysql2/promise';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { PlatformError } from '../../../src/errors.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { readingAccounts } from '../../../src/store/reader/mysql-accounts.ts';
import { openMysqlReader } from '../../../src/store/reader/reader-mysql.ts';
import { setUpReader } from '../../../src/store/reader/set-up-reader.ts';
import { runPurser } from '../../commands/run-purser.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { type Ledger, ownLedger } from './two-ledgers.ts';

const mysql = databases.find(({ name }) => name === 'mysql');

interface Place {
  readonly database: TestDatabase;
  readonly name: string;
  readonly own: Ledger;
  readonly admin: Connection;
}

async function makePlace(): Promise<Place> {
  if (!mysql) throw new Error('there is no server');
  const database = await mysql.openBareDatabase();
  await migrate(database);
  const admin = await createConnection({ uri: inject('mysqlServer'), multipleStatements: true });
  onTestFinished(() => admin.end());
  return { database, name: new URL(database.url).pathname.slice(1), own: await ownLedger(database, 5), admin };
}

/** An account for Purser itself that may do what `grants` say; its URL. */
async function makeAccount({ admin, name, database }: Place, ...grants: string[]): Promise<string> {
  const user = `purser_test_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`);
  onTestFinished(async () => {
    await admin.query(`DROP USER '${user}'@'%'`);
  });
  for (const grant of grants) await admin.query(`GRANT ${grant.replace('HERE', `\`${name}\`.*`)} TO '${user}'@'%'`);
  const url = new URL(database.url);
  url.username = user;
  url.password = 'secret';
  return url.href;
}

async function countWith(place: Place, url: string, readerUrls: string | null = null): Promise<unknown> {
  const reader = openMysqlReader(url, readerUrls);
  try {
    return (await reader.read(place.own.id, 'SELECT count(*) FROM entries')).rows[0]?.[0];
  } finally {
    await reader.close();
  }
}

const tableRights = 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP';
const viewRights = `${tableRights}, CREATE VIEW, SHOW VIEW`;

describe.runIf(mysql)('setting the reader up', () => {
  test('is done once, by several at a time, and found done', async () => {
    const place = await makePlace();
    const several = await Promise.all(Array.from({ length: 4 }, () => setUpReader(place.database.url)));
    expect(several).toEqual([[], [], [], []]);
    expect(await setUpReader(place.database.url)).toEqual([]);
    expect(await countWith(place, place.database.url)).toBe(5);
  });

  test('makes a view again that is missing, or that another version made', async () => {
    const place = await makePlace();
    await setUpReader(place.database.url);
    await place.admin.query(`DROP VIEW \`${place.name}\`.entries`);
    expect(await countWith(place, place.database.url)).toBe(5);
    await place.admin.query(`CREATE OR REPLACE VIEW \`${place.name}\`.entries AS SELECT 1 AS id;
      ALTER TABLE \`${place.name}\`.ReaderScope COMMENT = 'views of old'`);
    expect(await countWith(place, place.database.url)).toBe(5);
  });

  test('takes back what an account may do beyond reading', async () => {
    const place = await makePlace();
    await setUpReader(place.database.url);
    const [first] = readingAccounts(place.database.url, null);
    await place.admin.query(`GRANT SELECT ON \`${place.name}\`.Entry TO '${first?.user}'@'%';
      ALTER USER '${first?.user}'@'%' WITH MAX_USER_CONNECTIONS 0`);
    expect(await setUpReader(place.database.url)).toEqual([]);
    expect(await countWith(place, place.database.url)).toBe(5);
    const [grants] = await place.admin.query(`SHOW GRANTS FOR '${first?.user}'@'%'`);
    expect(JSON.stringify(grants)).not.toMatch(/Entry`/);
  });

  test('works with an account that may make others in its own database', async () => {
    const place = await makePlace();
    const url = await makeAccount(
      place,
      'CREATE USER ON *.*',
      `${viewRights} ON HERE`,
      'SELECT ON HERE',
      'GRANT OPTION ON HERE',
    );
    expect(await countWith(place, url)).toBe(5);
  });

  test.each([
    ['neither views nor accounts', tableRights],
    ['no accounts', viewRights],
  ])('prints what an administrator has to run for an account that may make %s', async (_, rights) => {
    const place = await makePlace();
    const url = await makeAccount(place, `${rights} ON HERE`);
    await expect(countWith(place, url)).rejects.toThrow(/^Queries need an account of their own .* Run purser migrate/);
    const missing = await setUpReader(url);
    expect(missing.filter((statement) => statement.startsWith('CREATE USER')).length).toBe(4);
    await place.admin.query(missing.join(';\n'));
    expect(await setUpReader(url)).toEqual([]);
    expect(await countWith(place, url)).toBe(5);
    // All the rest went on.
    expect(await place.database.client.entry.count()).toBe(5);
  });

  test('migrate prints the statements, and migrates all the same', { timeout: 30_000 }, async () => {
    if (!mysql) return;
    const database = await mysql.openBareDatabase();
    const admin = await createConnection({ uri: inject('mysqlServer'), multipleStatements: true });
    onTestFinished(() => admin.end());
    const place = { database, admin, name: new URL(database.url).pathname.slice(1), own: { id: '', entries: [] } };
    const url = await makeAccount(place, `${tableRights} ON HERE`);
    const run = await runPurser(['migrate', '--db', url]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [said = '', statements = ''] = run.stdout.split('can run this:\n\n');
    expect(said).toMatch(/^Applied .*\nPeople can’t query their ledger yet/s);
    await admin.query(statements);
    const again = await runPurser(['migrate', '--db', url]);
    expect(again.stdout).toBe('Nothing to do: the database is up to date.\n');
    const own = await ownLedger(database, 5);
    expect(await countWith({ ...place, own }, url)).toBe(5);
  });

  test('reads with the account of a setting, and not with one that may do more', async () => {
    const place = await makePlace();
    const url = await makeAccount(place, `${viewRights} ON HERE`, 'GRANT OPTION ON HERE');
    const readerUrl = await makeAccount(place, 'USAGE ON *.*');
    const { username } = new URL(readerUrl);
    // The account is there, but may be logged in many times, which only administrators can change.
    expect(await setUpReader(url, readerUrl)).toContain(`ALTER USER \`${username}\`@\`%\` WITH MAX_USER_CONNECTIONS 1`);
    await place.admin.query(`ALTER USER '${username}'@'%' WITH MAX_USER_CONNECTIONS 1`);
    expect(await countWith(place, url, readerUrl)).toBe(5);

    for (const right of [`SELECT ON \`${place.name}\`.Entry`, 'INSERT ON HERE', 'FILE ON *.*', 'PROCESS ON *.*']) {
      const grant = right.replace('HERE', `\`${place.name}\`.*`);
      await place.admin.query(`GRANT ${grant} TO '${username}'@'%'`);
      await expect(countWith(place, url, readerUrl), grant).rejects.toThrow(PlatformError);
      await place.admin.query(`REVOKE ${grant} FROM '${username}'@'%'`);
    }
    expect(await countWith(place, url, readerUrl)).toBe(5);
  });

  test('leaves a table alone that has the name of a view', async () => {
    const place = await makePlace();
    await place.admin.query(`CREATE TABLE \`${place.name}\`.budgets (id int)`);
    await expect(setUpReader(place.database.url)).rejects.toThrow(/has a table budgets, where Purser keeps a view/);
    await expect(countWith(place, place.database.url)).rejects.toThrow(PlatformError);
  });

  test('knows its accounts by the database and the password alone', () => {
    const names = (url: string) => readingAccounts(url, null).map(({ user, password }) => `${user} ${password}`);
    const here = names('mysql://a:secret@localhost/purser');
    expect(here).toEqual(names('mysql://b:secret@db:3307/purser'));
    expect(
      new Set([...here, ...names('mysql://a:other@localhost/purser'), ...names('mysql://a:secret@localhost/two')]).size,
    ).toBe(12);
    for (const { user } of readingAccounts('mysql://a:b@c/d', null))
      expect(user).toMatch(/^purser_reader_[0-9a-f]{8}_[1-4]$/);
    expect(here.join()).not.toContain('secret');
    expect(readingAccounts('mysql://a:b@c/d', 'mysql://r:s@c:1/x  mysql://t:u@c/x')).toMatchObject([
      { user: 'r', password: 's', port: 1, database: 'd' },
      { user: 't', password: 'u', port: 3306, database: 'd' },
    ]);
  });
});
