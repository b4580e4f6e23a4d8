/** Opens the reader for the database that DATABASE_URL names. */

import type { LedgerReader } from './ledger-reader.ts';

/** For a URL that `openDatabase` takes. The other dialect's code is never loaded. What it costs, it costs when asked. */
export async function openReader(url: string): Promise<LedgerReader> {
  if (url.startsWith('file:')) {
    const { openSqliteReader } = await import('./reader-sqlite.ts');
    return openSqliteReader(url);
  }
  const { openMysqlReader } = await import('./reader-mysql.ts');
  return openMysqlReader(url);
}
