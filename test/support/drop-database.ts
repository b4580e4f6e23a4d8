/** Drops a test's database on MySQL, with the accounts that a reader made for it. */

import type { Connection } from 'mysql2/promise';
import { readingAccounts } from '../../src/store/reader/mysql-accounts.ts';

export async function dropDatabase(admin: Connection, name: string): Promise<void> {
  await admin.query(`DROP DATABASE \`${name}\``);
  for (const { user } of readingAccounts(`mysql://127.0.0.1/${name}`, null)) {
    await admin.query(`DROP USER IF EXISTS '${user}'@'%'`);
  }
}
