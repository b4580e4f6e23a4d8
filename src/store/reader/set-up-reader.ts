/** Makes on MySQL and MariaDB what queries need: the views, and accounts that may read them and nothing else. */

import { createHash } from 'node:crypto';
import { type Connection, escapeId, escape as literal } from 'mysql2';
import { PlatformError } from '../../errors.ts';
import { addressOf } from '../database-mysql.ts';
import { type ReadingAccount, readingAccounts } from './mysql-accounts.ts';
import { rightsOf } from './mysql-rights.ts';
import { ask, connectAs, errnoOf, isRefusedLogin, SeatTaken } from './mysql-session.ts';
import { qualified, scopeTable, viewStatements, viewsVersion } from './mysql-views.ts';
import { views } from './views.ts';

/** What the server answers to who may not create accounts or views, or pass rights on. */
const notAllowed = new Set([1044, 1045, 1131, 1133, 1142, 1143, 1227, 1370, 1396, 1410]);

/**
 * Looks for what is missing, and makes it as far as the account of `databaseUrl` may. Gives back the statements that
 * an administrator has to run, in order; none when all is there. Safe to repeat, and in several processes at once.
 * Throws PlatformError when the server is away, or when a table stands where a view belongs.
 */
export async function setUpReader(databaseUrl: string, readerUrls: string | null = null): Promise<string[]> {
  const address = addressOf(new URL(databaseUrl));
  const accounts = readingAccounts(databaseUrl, readerUrls);
  const connection = await connectAs(address);
  const lock = literal(`purser-reader-${createHash('sha256').update(address.database).digest('hex').slice(0, 16)}`);
  try {
    await ask(connection, `SELECT GET_LOCK(${lock}, 60)`);
    const missing = [
      ...(await missingViews(connection, address.database)),
      ...(await Promise.all(accounts.map((account) => missingRights(account, address.database)))).flat(),
    ];
    return (await runAll(connection, missing)) ? [] : missing;
  } finally {
    // The lock goes with it.
    connection.destroy();
  }
}

/** False when the account may not run one of them. */
async function runAll(connection: Connection, statements: readonly string[]): Promise<boolean> {
  for (const statement of statements) {
    try {
      await ask(connection, statement);
    } catch (error) {
      if (notAllowed.has(errnoOf(error))) return false;
      throw new PlatformError(`What queries read could not be made: ${(error as Error).message}`, { cause: error });
    }
  }
  return true;
}

async function missingViews(connection: Connection, database: string): Promise<string[]> {
  const [self] = await ask(connection, 'SELECT CURRENT_USER() AS account');
  const definer = String(self?.account);
  const found = await ask(
    connection,
    `SELECT LOWER(table_name) AS name, table_type AS type, table_comment AS comment FROM information_schema.tables
     WHERE table_schema = DATABASE()`,
  );
  const typeOf = (name: string) => found.find((table) => table.name === name.toLowerCase())?.type;
  for (const { name } of views) {
    if (typeOf(name) !== undefined && typeOf(name) !== 'VIEW') {
      throw new PlatformError(
        `The database ${database} has a table ${name}, where Purser keeps a view of that name. ` +
          'Rename the table, or give Purser a database to itself.',
      );
    }
  }
  const comment = found.find((table) => table.name === scopeTable.toLowerCase())?.comment;
  const isCurrent = comment === viewsVersion(definer) && views.every(({ name }) => typeOf(name) === 'VIEW');
  return isCurrent ? [] : viewStatements(database, definer);
}

async function missingRights(account: ReadingAccount, database: string): Promise<string[]> {
  const named = `${literal(account.user)}@'%'`;
  const grants = (to: string) => views.map(({ name }) => `GRANT SELECT ON ${qualified(database, name)} TO ${to}`);
  const identified = `IDENTIFIED BY ${literal(account.password)} WITH MAX_USER_CONNECTIONS 1`;
  let connection: Connection;
  try {
    connection = await connectAs(account, '');
  } catch (error) {
    // Somebody reads with it just now.
    if (error instanceof SeatTaken) return [];
    if (!isRefusedLogin(error)) throw error;
    const created = [`CREATE USER IF NOT EXISTS ${named} ${identified}`, `ALTER USER ${named} ${identified}`];
    return [...created, `REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${named}`, ...grants(named)];
  }
  try {
    const rights = await rightsOf(connection, database);
    const at = rights.account.lastIndexOf('@');
    const self = `${escapeId(rights.account.slice(0, at), true)}@${escapeId(rights.account.slice(at + 1), true)}`;
    return [
      ...(rights.isAlone ? [] : [`ALTER USER ${self} WITH MAX_USER_CONNECTIONS 1`]),
      ...(rights.others.length > 0 ? [`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${self}`] : []),
      ...(rights.readsAll && rights.others.length === 0 ? [] : grants(self)),
    ];
  } finally {
    connection.end();
  }
}
