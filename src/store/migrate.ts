/** Brings a database up to this version of Purser. Needs no engine and no network. */

import { PlatformError } from '../errors.ts';
import type { Database, Queries, Tx } from './database.ts';
import { type Migration, migrationsFolder, readMigrations } from './migration-file.ts';
import { type MigrationRecord, readRecords, recordFailure, recordFinish, recordStart } from './migration-record.ts';

export type MigrateOptions = {
  /** another folder than prisma/migrations */
  folder?: string;
  /** the last migration to apply; all of them when left out */
  upTo?: string;
};

/**
 * Applies the migrations that the database does not have yet, in order, and returns their names.
 *
 * Several processes may call it at once: each migration is applied by one of them, and the others wait. On SQLite a
 * migration is applied whole or not at all. On MySQL, which commits each change of a table by itself, a migration that fails midway
 * leaves what came before the failing statement. Either way its failure is recorded, and later calls stop there.
 *
 * Throws PlatformError, naming the migration and the statement, when one fails or failed before, or when an applied
 * migration's file has changed since.
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const migrations = readMigrations(database.dialect, options.folder ?? migrationsFolder).filter(
    (migration) => options.upTo === undefined || migration.name <= options.upTo,
  );
  return { applied: await (database.dialect === 'sqlite' ? onSqlite : onMysql)(database, migrations) };
}

/** The names of the migrations that the database does not have yet; it changes nothing. Throws PlatformError when it is away. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  await database.ping();
  const rows = await database.client
    .$queryRawUnsafe<{ name: string }[]>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    )
    // No such table: nothing has ever been applied.
    .catch(() => []);
  const applied = new Set(rows.map((row) => row.name));
  return readMigrations(database.dialect).flatMap(({ name }) => (applied.has(name) ? [] : [name]));
}

async function onSqlite(database: Database, migrations: Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    // Each migration is one transaction, which holds the write lock from its start: nobody can apply it twice.
    const step = await database
      .transaction(async (tx) => {
        const [migration] = missing(migrations, await readRecords(tx, 'sqlite'));
        if (!migration) return undefined;
        const id = await recordStart(tx, 'sqlite', migration);
        const failure = await apply(tx, migration).catch((error: unknown) => error);
        if (failure) throw new FailedMigration(migration, failure);
        await recordFinish(tx, 'sqlite', id);
        return migration.name;
      })
      .catch(async (error: unknown) => {
        if (!(error instanceof FailedMigration)) throw error;
        // A full disk and the like may pass, and everything was undone: nothing stands in the way of another try.
        if (error.cause instanceof PlatformError) throw error.cause;
        await database.transaction(async (tx) => {
          await recordFailure(tx, await recordStart(tx, 'sqlite', error.migration), error.message);
        });
        throw error;
      });
    if (step === undefined) return applied;
    applied.push(step);
  }
}

/** One process at a time holds this lock of the server; it belongs to a connection, so all happens on one. */
const lockSeconds = 300;
const longerThanAnyMigration = { maxWait: 60_000, timeout: 24 * 60 * 60 * 1000 };

async function onMysql(database: Database, migrations: Migration[]): Promise<string[]> {
  // The transaction only pins the connection: MySQL commits at each change of a table.
  return database.client.$transaction(async (tx) => {
    const lock = "CONCAT('purser-migrate-', MD5(DATABASE()))";
    const [answer] = await tx.$queryRawUnsafe<{ got: unknown }[]>(`SELECT GET_LOCK(${lock}, ${lockSeconds}) AS got`);
    if (Number(answer?.got) !== 1)
      throw new PlatformError('Another process is still changing the database. Try later.');
    try {
      return await applyMissing(tx, migrations);
    } finally {
      await tx.$queryRawUnsafe(`SELECT RELEASE_LOCK(${lock})`);
    }
  }, longerThanAnyMigration);
}

async function applyMissing(queries: Queries, migrations: Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of missing(migrations, await readRecords(queries, 'mysql'))) {
    const id = await recordStart(queries, 'mysql', migration);
    try {
      await apply(queries, migration);
    } catch (error) {
      const failure = new FailedMigration(migration, error);
      await recordFailure(queries, id, failure.message);
      throw failure;
    }
    await recordFinish(queries, 'mysql', id);
    applied.push(migration.name);
  }
  return applied;
}

class FailedMigration extends PlatformError {
  readonly migration: Migration;

  constructor(migration: Migration, cause: unknown) {
    super(`The migration ${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.migration = migration;
  }
}

async function apply(tx: Tx, migration: Migration): Promise<void> {
  for (const [index, statement] of migration.statements.entries()) {
    try {
      await tx.$executeRawUnsafe(statement);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      const reason = error instanceof Error ? error.message.trim() : String(error);
      throw new Error(`statement ${index + 1} (${statement.slice(0, 200)}): ${reason}`, { cause: error });
    }
  }
}

/** The migrations still to apply; throws when the records say that applying them would be wrong. */
function missing(migrations: Migration[], records: MigrationRecord[]): Migration[] {
  const failed = records.find((record) => !record.finished);
  if (failed) {
    throw new PlatformError(
      `The migration ${failed.migration_name} did not finish earlier${failed.logs ? ` (${failed.logs})` : ''}. ` +
        'Restore a backup, or repair the tables and delete its row from _prisma_migrations; then start again.',
    );
  }
  const checksums = new Map(records.map((record) => [record.migration_name, record.checksum]));
  return migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new PlatformError(
        `The file of the migration ${migration.name} has changed since it was applied to this database. ` +
          'Put the original file back; a change of the tables needs a migration of its own.',
      );
    }
    return checksum === undefined;
  });
}
