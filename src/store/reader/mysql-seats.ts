/** Hands out the reading accounts, one query at a time each. */

import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mysql2';
import { PlatformError } from '../../errors.ts';
import type { ReadingAccount } from './mysql-accounts.ts';
import { connectAs, SeatTaken } from './mysql-session.ts';

export interface Seat {
  readonly connection: Connection;
  /** Ends the connection, at once when the server is still `busy` with it; the account's next query gets a new one. */
  leave(busy: boolean): void;
}

/** Milliseconds that a query waits for a seat: two queries' time. */
const PATIENCE = 10_000;
/** Milliseconds until a seat that another process holds is tried again. */
const PAUSE = 10;

/** `check` looks at an account once, before its first query, and throws a PlatformError when it can do too much. */
export function openSeats(accounts: readonly ReadingAccount[], check: (connection: Connection) => Promise<void>) {
  const free = [...accounts];
  const checked = new Set<ReadingAccount>();

  /** Throws PlatformError when none gets free, and whatever `connectAs` throws. */
  async function take(): Promise<Seat> {
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const account = free.shift();
      const seat = account && (await tryIt(account));
      if (seat) return seat;
      await wait(PAUSE);
    }
    throw new PlatformError('Too many queries are running. Try again in a few seconds.');
  }

  async function tryIt(account: ReadingAccount): Promise<Seat | null> {
    let connection: Connection | null = null;
    try {
      connection = await connectAs(account);
      if (!checked.has(account)) await check(connection);
      checked.add(account);
    } catch (error) {
      connection?.destroy();
      free.push(account);
      if (error instanceof SeatTaken) return null;
      throw error;
    }
    return seatOn(connection, () => free.push(account));
  }

  return { take };
}

function seatOn(connection: Connection, onFree: () => void): Seat {
  return {
    connection,
    leave(busy) {
      // The server counts the account out before it closes the socket.
      const socket: NodeJS.EventEmitter = Reflect.get(connection, 'stream');
      socket.once('close', onFree);
      if (busy) connection.destroy();
      else connection.end();
    },
  };
}
