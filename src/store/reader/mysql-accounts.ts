/** The accounts that queries run under on MySQL and MariaDB. */

import { createHash, createHmac } from 'node:crypto';
import { addressOf } from '../database-mysql.ts';

export interface ReadingAccount {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/**
 * How many queries run at a time. Each has an account to itself, which the server lets in once: one account sees the
 * texts of all its own running statements, so two ledgers must never share one.
 */
const SEATS = 4;

/**
 * The accounts named by `readerUrls` (several URLs are parted by spaces), else those that are derived from
 * `databaseUrl`: their names from the database's, their passwords also from the password in it, so that nothing has
 * to be kept. All have the database of `databaseUrl`.
 */
export function readingAccounts(databaseUrl: string, readerUrls: string | null): ReadingAccount[] {
  const { password, ...own } = addressOf(new URL(databaseUrl));
  if (readerUrls !== null) {
    const urls = readerUrls.trim().split(/\s+/);
    return urls.map((url) => ({ ...addressOf(new URL(url)), database: own.database }));
  }
  const digest = createHash('sha256').update(own.database).digest('hex').slice(0, 8);
  return Array.from({ length: SEATS }, (_, index) => {
    const user = `purser_reader_${digest}_${index + 1}`;
    const secret = createHmac('sha256', password).update(`${own.database} ${user}`).digest('base64url');
    // Of each kind a character, as servers with a password policy want it.
    return { ...own, user, password: `Aa1-${secret}` };
  });
}
