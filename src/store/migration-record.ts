/** Prisma's own table of applied migrations, so that `prisma migrate deploy` and Purser agree on what is done. */

import { randomUUID } from 'node:crypto';
import type { Database, Queries } from './database.ts';
import type { Migration } from './migration-file.ts';

export type MigrationRecord = {
  id: string;
  migration_name: string;
  checksum: string;
  logs: string | null;
  finished: boolean;
};

type Dialect = Database['dialect'];

const createTable: Record<Dialect, string> = {
  sqlite: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id TEXT PRIMARY KEY NOT NULL,
    checksum TEXT NOT NULL,
    finished_at DATETIME,
    migration_name TEXT NOT NULL,
    logs TEXT,
    rolled_back_at DATETIME,
    started_at DATETIME NOT NULL DEFAULT current_timestamp,
    applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`,
  mysql: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at DATETIME(3),
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at DATETIME(3),
    started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
};

// The database's own clock, so that the records of several machines can be compared.
const now: Record<Dialect, string> = {
  sqlite: "strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
  mysql: 'CURRENT_TIMESTAMP(3)',
};

/** Reads the records, oldest first, without those marked as rolled back; makes the table where it is missing. */
export async function readRecords(queries: Queries, dialect: Dialect): Promise<MigrationRecord[]> {
  await queries.$executeRawUnsafe(createTable[dialect]);
  const rows = await queries.$queryRawUnsafe<(Omit<MigrationRecord, 'finished'> & { finished: unknown })[]>(
    `SELECT id, migration_name, checksum, logs, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows.map((row) => ({ ...row, finished: Number(row.finished) === 1 }));
}

/** Records that a migration starts, and returns the record's id. */
export async function recordStart(queries: Queries, dialect: Dialect, migration: Migration): Promise<string> {
  const id = randomUUID();
  await queries.$executeRawUnsafe(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES (?, ?, ?, ${now[dialect]})`,
    id,
    migration.checksum,
    migration.name,
  );
  return id;
}

export async function recordFinish(queries: Queries, dialect: Dialect, id: string): Promise<void> {
  await queries.$executeRawUnsafe(
    `UPDATE _prisma_migrations SET finished_at = ${now[dialect]}, applied_steps_count = 1 WHERE id = ?`,
    id,
  );
}

/** Records why a migration failed; the next start stops there. */
export async function recordFailure(queries: Queries, id: string, reason: string): Promise<void> {
  await queries.$executeRawUnsafe('UPDATE _prisma_migrations SET logs = ? WHERE id = ?', reason.slice(0, 10_000), id);
}
