import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PlatformError } from '../../src/errors.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/store/migration-file.ts';
import { databases } from '../support/databases.ts';
import { tableNames } from '../support/table-rows.ts';

/** A copy of the project's migrations, to add to or to tamper with. */
function copiedMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'purser-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(migrationsFolder, folder, { recursive: true });
  return folder;
}

function addMigration(folder: string, dialect: string, name: string, sql: string): void {
  mkdirSync(join(folder, dialect, name), { recursive: true });
  writeFileSync(join(folder, dialect, name, 'migration.sql'), sql);
}

describe.each(databases)('migrating on $name', ({ name: dialect, openBareDatabase }) => {
  const all = readMigrations(dialect).map((migration) => migration.name);

  test('applies every migration once, and finds nothing to do the second time', async () => {
    const database = await openBareDatabase();
    expect(all.length).toBeGreaterThan(0);
    expect(await migrate(database)).toEqual({ applied: all });
    expect(await migrate(database)).toEqual({ applied: [] });
  });

  test("records them as Prisma's own tool does", async () => {
    const database = await openBareDatabase();
    await migrate(database);
    const rows = await database.client.$queryRawUnsafe<Record<string, unknown>[]>(
      'SELECT * FROM _prisma_migrations ORDER BY migration_name',
    );
    const first = rows[0] ?? {};
    expect(Object.keys(first).sort()).toEqual([
      'applied_steps_count',
      'checksum',
      'finished_at',
      'id',
      'logs',
      'migration_name',
      'rolled_back_at',
      'started_at',
    ]);
    expect(first).toMatchObject({ migration_name: all[0], logs: null, rolled_back_at: null });
    expect(first.checksum).toMatch(/^[0-9a-f]{64}$/);
    const started = Number(new Date(first.started_at as string));
    const finished = Number(new Date(first.finished_at as string));
    expect(finished).toBeGreaterThanOrEqual(started);
    expect(Math.abs(Date.now() - finished)).toBeLessThan(3_600_000);
  });

  test('stops at a migration whose file has changed since', async () => {
    const folder = copiedMigrations();
    const database = await openBareDatabase();
    await migrate(database, { folder });
    const file = join(folder, dialect, all[0] ?? '', 'migration.sql');
    appendFileSync(file, '-- a remark\n');
    await expect(migrate(database, { folder })).rejects.toThrow(
      `The file of the migration ${all[0]} has changed since it was applied`,
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('-- a remark\n', '').replaceAll('\n', '\r\n'));
    expect(await migrate(database, { folder })).toEqual({ applied: [] });
  });

  test('names the statement that failed, and stops there until somebody has looked', async () => {
    const folder = copiedMigrations();
    const database = await openBareDatabase();
    addMigration(
      folder,
      dialect,
      '29990101000000_wrong',
      'CREATE TABLE Extra (id INT);\nINSERT INTO Nowhere VALUES (1);',
    );
    const failure = await migrate(database, { folder }).catch((error) => error);
    expect(failure).toBeInstanceOf(PlatformError);
    expect(failure.message).toContain('The migration 29990101000000_wrong failed: statement 2 (INSERT INTO Nowhere');
    // On SQLite a migration is applied whole or not at all; MySQL commits each table by itself.
    expect((await tableNames(database)).includes('Extra')).toBe(dialect === 'mysql');

    addMigration(folder, dialect, '29990101000000_wrong', 'CREATE TABLE Other (id INT);');
    await expect(migrate(database, { folder })).rejects.toThrow(
      /29990101000000_wrong did not finish earlier \(.*INSERT INTO Nowhere.*delete its row from _prisma_migrations/s,
    );
    expect(await tableNames(database)).not.toContain('Other');

    await database.client.$executeRawUnsafe(`DELETE FROM _prisma_migrations WHERE finished_at IS NULL`);
    expect(await migrate(database, { folder })).toEqual({ applied: ['29990101000000_wrong'] });
  });

  test('stops at a migration that a killed process left half done', async () => {
    const database = await openBareDatabase();
    await migrate(database);
    await database.client.$executeRawUnsafe('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(database)).rejects.toThrow(`The migration ${all[0]} did not finish earlier.`);
  });

  test('stops short of migrations after the one asked for', async () => {
    const folder = copiedMigrations();
    const database = await openBareDatabase();
    addMigration(folder, dialect, '29990101000000_more', 'CREATE TABLE More (id INT);');
    expect(await migrate(database, { folder, upTo: all.at(-1) })).toEqual({ applied: all });
    expect(await migrate(database, { folder })).toEqual({ applied: ['29990101000000_more'] });
  });
});
