/** Opens the reader for the database that DATABASE_URL names. */

import type { LedgerReader } from './ledger-reader.ts';

/**
 * For a URL that `openDatabase` takes; `accounts` as for `openMysqlReader`. The other dialect's code is never loaded.
 * Nothing is started or connected to before the first query.
 */
export async function openReader(url: string, accounts: string | null = null): Promise<LedgerReader> {
  if (url.startsWith('file:')) {
    const { openSqliteReader } = await import('./reader-sqlite.ts');
    return openSqliteReader(url);
  }
  const { openMysqlReader } = await import('./reader-mysql.ts');
  return openMysqlReader(url, accounts);
}
