/** The migrations that ship with Purser, in Prisma's layout: prisma/migrations/<dialect>/<time>_<name>/migration.sql. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitStatements } from './migration-statements.ts';

export type Migration = {
  name: string;
  /** SHA-256 of the file, as Prisma computes it */
  checksum: string;
  statements: string[];
};

/** Where the migrations are, whatever the working directory. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** All migrations of a dialect, in the order in which they apply. */
export function readMigrations(dialect: 'sqlite' | 'mysql', folder: string = migrationsFolder): Migration[] {
  return readdirSync(join(folder, dialect), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      // A checkout on Windows may have changed the line ends, which changes nothing in the database.
      const sql = readFileSync(join(folder, dialect, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return {
        name,
        checksum: createHash('sha256').update(sql).digest('hex'),
        statements: splitStatements(sql, dialect),
      };
    });
}
