/** `purser migrate`: brings the database up to this version. */

import { PlatformError } from '../errors.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../store/database.ts';
import { migrate, pendingMigrations } from '../store/migrate.ts';
import { configFor } from './chat.ts';

/** Prints each migration that it applied, or with `check` only looks. Throws a PlatformError when one fails or is missing. */
export async function migrateDatabase(options: { readonly db?: string; readonly check?: boolean }): Promise<void> {
  const config = configFor(options);
  const log = createLog(config.logLevel);
  const database = await openDatabase(config.databaseUrl, {
    // Who only looks wants the answer now.
    ...(options.check ? { retryDelays: [] } : {}),
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  try {
    if (options.check) {
      const pending = await pendingMigrations(database);
      if (pending.length > 0)
        throw new PlatformError(`The database lacks ${pending.join(', ')}; start Purser, or run migrate.`);
      process.stdout.write('The database answers and is up to date.\n');
      return;
    }
    const { applied } = await migrate(database);
    const lines = applied.map((name) => `Applied ${name}.`);
    process.stdout.write(`${lines.length > 0 ? lines.join('\n') : 'Nothing to do: the database is up to date.'}\n`);
  } finally {
    await database.close();
  }
}
