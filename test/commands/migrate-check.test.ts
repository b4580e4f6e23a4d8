import { expect, test } from 'vitest';
import { migrate, pendingMigrations } from '../../src/store/migrate.ts';
import { readMigrations } from '../../src/store/migration-file.ts';
import { databases } from '../support/databases.ts';

test.each(databases)('what $name lacks is named, and looking changes nothing', async ({ name, openBareDatabase }) => {
  const database = await openBareDatabase();
  const all = readMigrations(name).map((migration) => migration.name);
  expect(await pendingMigrations(database)).toEqual(all);
  expect(await pendingMigrations(database)).toEqual(all);
  await migrate(database, { upTo: all[0] });
  expect(await pendingMigrations(database)).toEqual(all.slice(1));
  await migrate(database);
  expect(await pendingMigrations(database)).toEqual([]);
});
