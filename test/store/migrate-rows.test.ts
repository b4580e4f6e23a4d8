import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type MigrateOptions, migrate } from '../../src/store/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/store/migration-file.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { countRows, fillTables } from '../support/table-rows.ts';

/**
 * Every migration, on a database with rows in it, loses none of them: a table that a migration means to drop or to empty
 * is named here, with the migration's name. A new migration is covered by being there.
 */
const meantToGo: { migration: string; table: string }[] = [];

/** Migrates up to `from`, fills every table, migrates on, and expects every row to be there still. */
async function expectRowsToSurvive(database: TestDatabase, from: string, options: MigrateOptions = {}): Promise<void> {
  await migrate(database, { ...options, upTo: from });
  const before = await fillTables(database);
  expect(Object.keys(before).length).toBeGreaterThan(10);
  const { applied } = await migrate(database, options);
  for (const { migration, table } of meantToGo) if (applied.includes(migration)) delete before[table];
  expect(await countRows(database)).toMatchObject(before);
}

describe.each(databases)('migrations on $name', ({ name: dialect, openBareDatabase }) => {
  test.each(readMigrations(dialect))('keep the rows of a database at $name', async ({ name }) => {
    await expectRowsToSurvive(await openBareDatabase(), name);
  });

  test.each([
    ['keeps', 'ALTER TABLE Ledger ADD COLUMN colour VARCHAR(10) NOT NULL DEFAULT 1', true],
    ['loses', "DELETE FROM Ledger WHERE name = 'name 2'", false],
    ['drops', 'DROP TABLE Ledger', false],
  ])('a later one that %s rows is told apart', async (_, sql, survives) => {
    const folder = mkdtempSync(join(tmpdir(), 'purser-migrations-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(migrationsFolder, folder, { recursive: true });
    mkdirSync(join(folder, dialect, '29990101000000_later'));
    writeFileSync(join(folder, dialect, '29990101000000_later', 'migration.sql'), sql);
    const last = readMigrations(dialect).at(-1)?.name ?? '';
    const check = expectRowsToSurvive(await openBareDatabase(), last, { folder });
    await (survives ? check : expect(check).rejects.toThrow(/toMatchObject|to match object/));
  });
});
