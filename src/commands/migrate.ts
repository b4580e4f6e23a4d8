/** `purser migrate`: brings the database up to this version. */

import type { Config } from '../config.ts';
import { PlatformError } from '../errors.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../store/database.ts';
import { migrate, pendingMigrations } from '../store/migrate.ts';
import { configFor } from './chat.ts';

/**
 * Prints each migration that it applied, and what an administrator has to do on MySQL before queries can run; with
 * `check` it only looks. Throws a PlatformError when one fails or is missing.
 */
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
    if (database.dialect === 'mysql') await setUpQueries(config);
  } finally {
    await database.close();
  }
}

/** The statements, with the passwords in them, go to whoever runs the command, and nowhere else. */
async function setUpQueries({ databaseUrl, readerUrls }: Config): Promise<void> {
  const { setUpReader } = await import('../store/reader/set-up-reader.ts');
  const missing = await setUpReader(databaseUrl, readerUrls);
  if (missing.length === 0) return;
  process.stdout.write(
    'People can’t query their ledger yet: that needs accounts that may do nothing but read, and Purser’s own may not make them.\n' +
      `All else works. An administrator of the database server can run this:\n\n${missing.join(';\n')};\n`,
  );
}
