import { describe, expect, test } from 'vitest';
import { readMigrations } from '../../src/store/migration-file.ts';
import { databases } from '../support/databases.ts';
import { runProcess } from '../support/run-process.ts';

describe.each(databases)('several processes on one database on $name', ({ openTestDatabase, openBareDatabase }) => {
  test('count exactly, each reading before it writes', async () => {
    const { client, url } = await openTestDatabase();
    await client.ledger.create({ data: { id: 'counter', name: '0', kind: 'personal', createdAt: new Date(0) } });
    await Promise.all(['40', '40', '40'].map((times) => runProcess('./count-up.ts', url, times)));
    expect(await client.ledger.findUnique({ where: { id: 'counter' } })).toMatchObject({ name: '120' });
  });

  test('start at once, and each migration is applied by one of them', async () => {
    const { client, url, dialect } = await openBareDatabase();
    const outputs = await Promise.all([1, 2, 3].map(() => runProcess('./migrate-now.ts', url)));
    expect(outputs.flatMap((output) => JSON.parse(output)).sort()).toEqual(
      readMigrations(dialect).map(({ name }) => name),
    );
    const rows = await client.$queryRawUnsafe<unknown[]>('SELECT * FROM _prisma_migrations');
    expect(rows).toHaveLength(readMigrations(dialect).length);
    expect(await client.ledger.count()).toBe(0);
  });
});

test('several processes make one new SQLite file at once', async () => {
  const { url } = await (databases[0] as (typeof databases)[number]).openBareDatabase();
  const fresh = url.replace(/\.db$/, '-fresh.db');
  const outputs = await Promise.all([1, 2, 3, 4].map(() => runProcess('./migrate-now.ts', fresh)));
  expect(outputs.flatMap((output) => JSON.parse(output)).sort()).toEqual(
    readMigrations('sqlite').map(({ name }) => name),
  );
});
