/** The reader on MySQL and MariaDB: accounts that may read three views, and a row that says whose rows these show. */

import { createPool } from 'mysql2/promise';
import { InputError, PlatformError } from '../../errors.ts';
import { addressOf } from '../database-mysql.ts';
import { type LedgerReader, READ_LIMITS, type ReadLimits, type ReadResult } from './ledger-reader.ts';
import { readingAccounts } from './mysql-accounts.ts';
import { refusalOfText } from './mysql-refusals.ts';
import { requireRights } from './mysql-rights.ts';
import { openSeats } from './mysql-seats.ts';
import { ask, isRefusedLogin, limitSession } from './mysql-session.ts';
import { runStatement } from './mysql-statement.ts';
import { faultOf } from './mysql-text.ts';
import { scopeTable } from './mysql-views.ts';
import { setUpReader } from './set-up-reader.ts';
import { isLedgerId } from './sqlite-views.ts';

/** Milliseconds that a scope row lives beyond its query's limit. */
const SCOPE_MARGIN = 2_000;

/**
 * The reader for the database of `databaseUrl`. `readerUrls` names the accounts to read with, parted by spaces; null
 * stands for accounts of Purser's own making. Nothing is opened or made before the first query.
 */
export function openMysqlReader(databaseUrl: string, readerUrls: string | null = null): LedgerReader {
  const address = addressOf(new URL(databaseUrl));
  const app = createPool({ ...address, connectionLimit: 4, maxIdle: 1, idleTimeout: 60_000, connectTimeout: 5_000 });
  const seats = openSeats(readingAccounts(databaseUrl, readerUrls), (connection) =>
    requireRights(connection, address.database),
  );
  let isClosed = false;
  let preparing: Promise<{ isMariadb: boolean }> | null = null;

  async function prepare() {
    const missing = await setUpReader(databaseUrl, readerUrls);
    if (missing.length > 0) throw notSetUp();
    // What a process that was killed has left; it is void already.
    await app.query(`DELETE FROM ${scopeTable} WHERE expiresAt < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE`);
    const [rows] = await app.query('SELECT VERSION() AS version');
    return { isMariadb: /mariadb/i.test(JSON.stringify(rows)) };
  }

  async function prepared() {
    preparing ??= prepare();
    try {
      return await preparing;
    } catch (error) {
      preparing = null;
      throw error;
    }
  }

  async function takeSeat() {
    try {
      return await seats.take();
    } catch (error) {
      preparing = null;
      throw isRefusedLogin(error) ? notSetUp(error) : error;
    }
  }

  async function read(ledgerId: string, sql: string, limits: ReadLimits = READ_LIMITS): Promise<ReadResult> {
    if (isClosed) throw new PlatformError('The database is closed.');
    if (!isLedgerId(ledgerId)) throw new InputError('There is no such ledger.');
    const fault = faultOf(sql);
    if (fault) throw refusalOfText(fault);
    const { isMariadb } = await prepared();
    const seat = await takeSeat();
    const started = performance.now();
    const { connection } = seat;
    const id = connection.threadId;
    // Only administrators may end another account's query; the server's own limit holds for everybody.
    const kill = () => app.query(`KILL QUERY ${id}`).then(noMatter, noMatter);
    let busy = true;
    try {
      await Promise.all([
        limitSession(connection, limits, isMariadb),
        app.query(
          `REPLACE INTO ${scopeTable} (connectionId, ledgerId, expiresAt)
           VALUES (?, ?, UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND)`,
          [id, ledgerId, (limits.milliseconds + SCOPE_MARGIN) * 1_000],
        ),
      ]).catch(cantRead);
      const { unfinished, ...answer } = await runStatement(connection, sql, limits, kill);
      const scannedRows = unfinished ? undefined : await rowsReadBy(connection).catch(cantRead);
      busy = unfinished;
      return {
        ...answer,
        ...(scannedRows === undefined ? {} : { scannedRows }),
        milliseconds: performance.now() - started,
      };
    } finally {
      seat.leave(busy);
      const removed = app.query(`DELETE FROM ${scopeTable} WHERE connectionId = ?`, [id]);
      // A row that stays is void soon, and no other connection is this one.
      await Promise.all([removed.then(noMatter, noMatter), busy ? kill() : null]);
    }
  }

  return {
    read,
    async plan(ledgerId, sql) {
      // EXPLAIN wants rights on the tables under the views, so the query is run, and the server tells what it read.
      const { scannedRows = 0 } = await read(ledgerId, sql);
      return { scannedRows, steps: [`reads ${scannedRows} rows one after another`] };
    },
    async close() {
      isClosed = true;
      await app.end();
    },
  };
}

/** The rows that were read one after another in an index, a table or a result between, whichever were more. */
async function rowsReadBy(connection: Parameters<typeof ask>[0]): Promise<number> {
  const counts = await ask(
    connection,
    "SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_next', 'Handler_read_rnd_next')",
  );
  return Math.max(...counts.map((row) => Number(Object.values(row)[1])));
}

function cantRead(error: unknown): never {
  throw new PlatformError('The database can’t be read right now.', { cause: error });
}

function notSetUp(cause?: unknown): PlatformError {
  return new PlatformError(
    'Queries need an account of their own on the database server, and Purser’s may not make it. ' +
      'Run purser migrate: it prints what an administrator has to run.',
    { cause },
  );
}

function noMatter(): void {}
