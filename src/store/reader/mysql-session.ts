/** Connections for one query each, with nothing in them that a query could have left or can lift. */

import { type Connection, createConnection } from 'mysql2';
import { translateMysqlError } from '../database-errors.ts';
import { serverName } from '../database-mysql.ts';
import type { ReadLimits } from './ledger-reader.ts';
import type { ReadingAccount } from './mysql-accounts.ts';

/** The account is busy with another query, here or in another process. */
export class SeatTaken extends Error {}

const TOO_MANY_CONNECTIONS_OF_ACCOUNT = 1226;

/** Logs in. Throws SeatTaken, the driver's error for a refused login, and PlatformError when the server is away. */
export async function connectAs(account: ReadingAccount, database = account.database): Promise<Connection> {
  const connection = createConnection({
    ...account,
    database,
    connectTimeout: 5_000,
    flags: ['-LOCAL_FILES'],
    multipleStatements: false,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    connection.destroy();
    if (errnoOf(error) === TOO_MANY_CONNECTIONS_OF_ACCOUNT) throw new SeatTaken();
    if (isRefusedLogin(error)) throw error;
    const { host, port } = account;
    throw translateMysqlError(
      error,
      serverName(new URL(`mysql://${host.includes(':') ? `[${host}]` : host}:${port}/`)),
    );
  }
  // What breaks later fails the query that is running; without a listener it would end the process.
  connection.on('error', () => {});
  return connection;
}

/** 1044 and 1045: this account, or this password, or not this database; 1698 is MariaDB's for accounts of the system. */
export function isRefusedLogin(error: unknown): boolean {
  return [1044, 1045, 1698].includes(errnoOf(error));
}

export function errnoOf(error: unknown): number {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
}

/** One statement of ours, its rows as objects. Rejects with the driver's error, also after ten seconds of silence. */
export function ask(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, timeout: 10_000 }, (error, rows) =>
      error ? reject(error) : resolve(Array.isArray(rows) ? (rows as Record<string, unknown>[]) : []),
    );
  });
}

/** The memory and disk that one query may take, in bytes. */
const MEMORY = 64 * 1024 * 1024;
const DISK = 256 * 1024 * 1024;

/** Readies a new connection for a text that nobody knows. */
export async function limitSession(connection: Connection, limits: ReadLimits, isMariadb: boolean): Promise<void> {
  const settings = [
    "sql_mode = ''",
    "time_zone = '+00:00'",
    // One more than is shown, so that it is known that there were more; a LIMIT of the query's own stands.
    `sql_select_limit = ${limits.rows + 1}`,
    `group_concat_max_len = ${limits.bytes}`,
    `tmp_table_size = ${MEMORY / 4}`,
    'div_precision_increment = 4',
    'lock_wait_timeout = 5',
    ...(isMariadb
      ? [
          `max_statement_time = ${limits.milliseconds / 1_000}`,
          `max_session_mem_used = ${MEMORY}`,
          `tmp_disk_table_size = ${DISK}`,
          // At fewer, MariaDB would leave rows out without a word; the limit of time ends what never ends.
          'max_recursive_iterations = 4294967295',
        ]
      : [`max_execution_time = ${limits.milliseconds}`, 'cte_max_recursion_depth = 4294967295']),
  ];
  await ask(connection, `SET SESSION ${settings.join(', ')}`);
  await ask(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  await ask(connection, 'START TRANSACTION READ ONLY');
}
