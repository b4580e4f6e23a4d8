/**
 * SQLite behind Prisma's adapter, with two connections: one that writes, one that reads.
 *
 * Prisma's own adapter has one connection and opens transactions with a plain BEGIN. So a read outside a
 * transaction sees another's uncommitted rows, a write outside one is undone with it, and two processes that read
 * and then write fail. Here transactions take the write lock first, one at a time in the order they came, and
 * reads outside them see only what is committed.
 */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PlatformError } from '../errors.ts';
import { translateSqliteError } from './database-errors.ts';
import { type Adapter, type AdapterFactory, guardTransaction, type Transaction } from './database-guard.ts';
import { fairQueue } from './fair-queue.ts';
import { keepStatements } from './sqlite-statements.ts';

// Waiting for another process's write: about 10 s in all, off the event loop, so that timers and sockets go on.
const busyDelays = [1, 2, 5, 10, 20, ...Array.from({ length: 199 }, () => 50)];

/** Milliseconds of statements, one after the other, until something else may run. */
const LONGEST_BREATH = 10;

/** The adapter factory for a `file:` URL. Creates the folder; throws PlatformError when it can't. */
export function sqliteAdapter(url: string): AdapterFactory {
  const file = sqliteFile(url);
  const inMemory = file === ':memory:';
  if (!inMemory) makeFolder(file);
  const factory = new PrismaBetterSqlite3({ url: file, timeout: 10_000 });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect(): Promise<Adapter> {
      let writer: Adapter | undefined;
      try {
        writer = await factory.connect();
        await writer.executeScript('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0');
        if (!inMemory) await tryToWrite(writer);
        const reader = inMemory ? writer : await factory.connect();
        if (!inMemory) await reader.executeScript('PRAGMA query_only = ON');
        return twoConnections(writer, reader, (error) => translateSqliteError(error, file));
      } catch (error) {
        await writer?.dispose();
        throw translateSqliteError(error, file);
      }
    },
  };
}

/** The path in `file:./data/purser.db`, `file:/var/purser.db`, `file:///var/purser.db` or `file::memory:`. */
export function sqliteFile(url: string): string {
  const path = url.replace(/\?.*$/, '');
  return path.startsWith('file://') ? fileURLToPath(path) : path.replace(/^file:/, '');
}

function twoConnections(writer: Adapter, reader: Adapter, translate: (error: unknown) => unknown): Adapter {
  for (const connection of new Set([writer, reader])) keepStatements(connection);
  const queue = fairQueue();
  const breathe = breathing();

  /** Runs a statement that is in no transaction. */
  async function run<T>(sql: string, execute: (connection: Adapter) => Promise<T>): Promise<T> {
    try {
      if (/^\s*SELECT\b/i.test(sql)) {
        await breathe();
        return await execute(reader);
      }
      const leave = await queue.enter();
      try {
        await breathe();
        // PRAGMA, VACUUM and the like refuse to run in a transaction.
        if (!/^\s*(INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|ALTER|DROP)\b/i.test(sql)) return await execute(writer);
        await begin(writer);
        try {
          const result = await execute(writer);
          await writer.executeScript('COMMIT');
          return result;
        } catch (error) {
          await rollBack(writer);
          throw error;
        }
      } finally {
        leave();
      }
    } catch (error) {
      throw translate(error);
    }
  }

  async function startTransaction(): Promise<Transaction> {
    const leave = await queue.enter();
    try {
      await breathe();
      await begin(writer);
    } catch (error) {
      leave();
      throw translate(error);
    }
    return guardTransaction(
      {
        provider: writer.provider,
        adapterName: writer.adapterName,
        options: { usePhantomQuery: true },
        queryRaw: async (query) => {
          await breathe();
          return await writer.queryRaw(query);
        },
        executeRaw: async (query) => {
          await breathe();
          return await writer.executeRaw(query);
        },
        createSavepoint: (name) => writer.executeScript(`SAVEPOINT ${name}`),
        rollbackToSavepoint: (name) => writer.executeScript(`ROLLBACK TO ${name}`),
        releaseSavepoint: (name) => writer.executeScript(`RELEASE ${name}`),
        commit: () =>
          writer
            .executeScript('COMMIT')
            .catch(async (error) => {
              await rollBack(writer); // a COMMIT that failed leaves the transaction open
              throw error;
            })
            .finally(leave),
        rollback: () => rollBack(writer).finally(leave),
      },
      translate,
    );
  }

  return {
    provider: writer.provider,
    adapterName: writer.adapterName,
    queryRaw: (query) => run(query.sql, (connection) => connection.queryRaw(query)),
    executeRaw: (query) => run(query.sql, (connection) => connection.executeRaw(query)),
    executeScript: (script) => writer.executeScript(script),
    startTransaction,
    async dispose() {
      if (reader !== writer) await reader.dispose();
      await writer.dispose();
    },
  };
}

/**
 * SQLite answers at once, so work that does nothing else never lets the event loop turn: timers and sockets wait, and the
 * driver frees no statement (6 KB each), which it does between turns. Resolves after a turn when the last was long ago.
 */
function breathing(): () => Promise<void> {
  let turned = performance.now();
  return async () => {
    if (performance.now() - turned < LONGEST_BREATH) return;
    await turn();
    turned = performance.now();
  };
}

/** Finds out at the start whether the file can be written. BEGIN IMMEDIATE alone takes a read-only file. */
async function tryToWrite(writer: Adapter): Promise<void> {
  await begin(writer);
  await writer.executeScript('PRAGMA user_version = 0; ROLLBACK');
}

async function begin(writer: Adapter): Promise<void> {
  for (const delay of busyDelays) {
    try {
      return await writer.executeScript('BEGIN IMMEDIATE');
    } catch (error) {
      if (!isBusy(error)) throw error;
      await wait(delay);
    }
  }
  await writer.executeScript('BEGIN IMMEDIATE');
}

/** Rolls back if there is something to: after a full disk SQLite may have done it by itself. */
async function rollBack(writer: Adapter): Promise<void> {
  try {
    await writer.executeScript('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error && /no transaction is active/.test(causeMessage(error)))) throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /database is (locked|busy)/.test(causeMessage(error));
}

function causeMessage(error: Error): string {
  const cause = error.cause as { originalMessage?: string } | undefined;
  return cause?.originalMessage ?? error.message;
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlatformError(`The folder of the database file ${file} can't be made (${reason}).`, { cause: error });
  }
}
