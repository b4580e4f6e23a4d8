/** Opens the database that DATABASE_URL names, and runs transactions on it. */

import { setTimeout as wait } from 'node:timers/promises';
import { InputError, PlatformError } from '../errors.ts';
import { ConflictError, UnreachableError } from './database-errors.ts';
import type { AdapterFactory } from './database-guard.ts';
import { fairQueue } from './fair-queue.ts';
import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';

export type Tx = Prisma.TransactionClient;

/** What a query function takes: a transaction, or the client for a read outside one. */
export type Queries = Tx;

export type Database = {
  readonly dialect: 'sqlite' | 'mysql';
  /**
   * For reads outside a transaction, which see only what is committed. Write through `transaction`, which also tries
   * again where two met. Never use the client inside a transaction's work: use the `tx` there.
   */
  readonly client: PrismaClient;
  /**
   * Runs `work` in one serializable transaction: all of it is committed, or nothing.
   *
   * `work` may run several times (MySQL undoes one of two transactions that met), so it must change nothing outside
   * the database. It takes one at a time on SQLite: no waiting for models or networks in it. It may catch a
   * unique constraint's error and go on; after a PlatformError the transaction is lost even when caught.
   * Throws PlatformError when the database is down, full or read-only (then nothing is saved; only when a connection
   * breaks during the commit itself it may be saved after all), and whatever else `work` throws.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Asks the database for a sign of life; throws PlatformError when there is none. */
  ping(): Promise<void>;
  /** Undoes what is still running and lets go of the database; later calls throw PlatformError. */
  close(): Promise<void>;
};

export type OpenOptions = {
  /** Called before each wait for a database that is not there yet. */
  onRetry?: (problem: PlatformError, delayMs: number) => void;
  /** Milliseconds between attempts to open; when they are used up the last error is thrown. */
  retryDelays?: readonly number[];
  /** MySQL connections of this process. */
  poolSize?: number;
  /** from 0 to 1: spreads the second tries of transactions that met */
  random?: () => number;
};

const aMinute = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
const limits = { maxWait: 60_000, timeout: 60_000 };
// Each try wins about every other time, so 40 make sure within two seconds.
const conflictAttempts = 40;

/**
 * Opens `file:./data/purser.db` (making the folder), `file::memory:`, or `mysql://user:password@host:3306/database`
 * (`mariadb://` is the same). Waits about a minute for a server that is down. It does not migrate.
 *
 * Throws InputError for another URL, and PlatformError when the database can't be opened or written.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  const dialect = dialectOf(url);
  const delays = options.retryDelays ?? aMinute;
  for (let attempt = 0; ; attempt++) {
    const client = await clientFor(dialect, url, options.poolSize ?? 10);
    try {
      await client.$connect();
      return databaseOn(client, dialect, options.random ?? Math.random);
    } catch (error) {
      await client.$disconnect().catch(() => {}); // it never connected
      const delay = delays[attempt];
      if (delay === undefined || !(error instanceof UnreachableError)) throw error;
      options.onRetry?.(error, delay);
      await wait(delay);
    }
  }
}

function databaseOn(client: PrismaClient, dialect: Database['dialect'], random: () => number): Database {
  const secondTries = fairQueue();
  return {
    dialect,
    client,
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        // First tries run side by side. Those that met run again one by one, or they would only meet again.
        const leave = attempt > 1 ? await secondTries.enter() : undefined;
        try {
          return await client.$transaction(work, limits);
        } catch (error) {
          if (!(error instanceof ConflictError) || attempt === conflictAttempts) throw tooSlow(error);
        } finally {
          leave?.();
        }
        // At random moments, for two processes in step would meet again and again.
        await wait(random() * Math.min(5 * attempt, 100));
      }
    },
    async ping() {
      await client.$queryRawUnsafe('SELECT 1');
    },
    close: () => client.$disconnect(),
  };
}

/** The client of the dialect; the other dialect's code is never loaded. */
async function clientFor(dialect: Database['dialect'], url: string, poolSize: number): Promise<PrismaClient> {
  if (dialect === 'sqlite') {
    const [{ PrismaClient }, { sqliteAdapter }] = await Promise.all([
      import('./generated/sqlite/client.ts'),
      import('./database-sqlite.ts'),
    ]);
    return new PrismaClient({ adapter: openOnce(sqliteAdapter(url)), errorFormat: 'minimal' });
  }
  const [{ PrismaClient }, { mysqlAdapter }] = await Promise.all([
    import('./generated/mysql/client.ts'),
    import('./database-mysql.ts'),
  ]);
  const client = new PrismaClient({ adapter: openOnce(mysqlAdapter(new URL(url), poolSize)), errorFormat: 'minimal' });
  // Both clients are generated from one schema, so their shapes are the same.
  return client as unknown as PrismaClient;
}

/** Without it Prisma would open a closed database again at a late query, and nobody would close it. */
function openOnce(factory: AdapterFactory): AdapterFactory {
  let opened = false;
  return {
    ...factory,
    async connect() {
      if (opened) throw new PlatformError('The database is closed.');
      opened = true;
      return factory.connect();
    },
  };
}

function dialectOf(url: string): Database['dialect'] {
  if (/^file:./.test(url)) return 'sqlite';
  if (/^(mysql|mariadb):\/\//.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1) return 'mysql';
  throw new InputError(
    'DATABASE_URL is not the address of a database.',
    'Use file:./data/purser.db or mysql://user:password@host:3306/database.',
  );
}

function tooSlow(error: unknown): unknown {
  const isTimeout = error instanceof Error && 'code' in error && error.code === 'P2028';
  return isTimeout ? new PlatformError('The database took too long, so nothing was saved.', { cause: error }) : error;
}
