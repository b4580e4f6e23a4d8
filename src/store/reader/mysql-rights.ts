/** What a reading account may do, as the server tells it. */

import type { Connection } from 'mysql2';
import { PlatformError } from '../../errors.ts';
import { ask } from './mysql-session.ts';
import { qualified } from './mysql-views.ts';
import { views } from './views.ts';

export interface Rights {
  /** As CURRENT_USER() gives it: 'name@host'. */
  readonly account: string;
  /** It may be logged in once at a time. */
  readonly isAlone: boolean;
  /** It may read every view. */
  readonly readsAll: boolean;
  /** What it may do besides, as the server says it. */
  readonly others: readonly string[];
}

/** Asks the account's own connection. Nothing but reading the three views of `database` is expected. */
export async function rightsOf(connection: Connection, database: string): Promise<Rights> {
  const [self] = await ask(connection, 'SELECT CURRENT_USER() AS account, @@SESSION.max_user_connections AS logins');
  const grants = (await ask(connection, 'SHOW GRANTS')).flatMap((row) => Object.values(row).map(String));
  // Rights that everybody has on a database, as on MariaDB's "test", stand in no account's grants.
  const visible = await ask(
    connection,
    `SELECT table_schema AS s, table_name AS t FROM information_schema.tables
     WHERE table_schema NOT IN ('information_schema', 'performance_schema')`,
  );
  const tables = views.map(({ name }) => qualified(database, name));
  const expected = ['GRANT USAGE ON *.* TO ', ...tables.map((table) => `GRANT SELECT ON ${table} TO `)];
  const isExpected = (grant: string) =>
    expected.some((start) => grant.startsWith(start)) && !grant.includes('WITH GRANT OPTION');
  const seen = visible.map(({ s, t }) => qualified(String(s), String(t)));
  return {
    account: String(self?.account),
    isAlone: Number(self?.logins) === 1,
    readsAll: tables.every((table) => seen.includes(table)),
    others: [
      ...grants.filter((grant) => !isExpected(grant)).map((grant) => grant.replace(/ IDENTIFIED .*/, '')),
      ...seen.filter((table) => !tables.includes(table)),
    ],
  };
}

/** Throws a PlatformError when the account may do more, or less, than to read the views, one query at a time. */
export async function requireRights(connection: Connection, database: string): Promise<void> {
  const { account, isAlone, readsAll, others } = await rightsOf(connection, database);
  const advice = 'Run purser migrate, which puts it right or says what an administrator has to do.';
  if (others.length > 0) {
    throw new PlatformError(
      `The account ${account} may do more than read Purser’s views (${others[0]}), so no query runs. ${advice}`,
    );
  }
  if (!isAlone) {
    throw new PlatformError(
      `The account ${account} needs MAX_USER_CONNECTIONS 1, or one query could see another. ${advice}`,
    );
  }
  if (!readsAll) throw new PlatformError(`The account ${account} may not read Purser’s views. ${advice}`);
}
