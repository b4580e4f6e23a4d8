/** `purser migrate`: brings the database up to this version. */

import { createLog } from '../log.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { configFor } from './chat.ts';

/** Prints each migration that it applied. Throws a PlatformError when one fails. */
export async function migrateDatabase(options: { readonly db?: string }): Promise<void> {
  const config = configFor(options);
  const log = createLog(config.logLevel);
  const database = await openDatabase(config.databaseUrl, {
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  try {
    const { applied } = await migrate(database);
    const lines = applied.map((name) => `Applied ${name}.`);
    process.stdout.write(`${lines.length > 0 ? lines.join('\n') : 'Nothing to do: the database is up to date.'}\n`);
  } finally {
    await database.close();
  }
}
