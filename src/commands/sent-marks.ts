/** Notes which replies have been shown. */

import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { markRepliesSent } from '../store/outbox.ts';

/**
 * A function that marks a turn's reply as sent, and resolves when that is committed. Marks that come in meanwhile
 * share the next transaction. A mark that can't be made is only logged: the worst is a reply shown twice.
 */
export function createSentMarks(
  database: Database,
  { now, log }: { now: () => Date; log: Log },
): (turnId: string) => Promise<void> {
  let waiting: string[] = [];
  let next: Promise<void> | null = null;
  let running = Promise.resolve();

  const flush = async () => {
    const turnIds = waiting;
    waiting = [];
    next = null;
    try {
      await database.transaction((tx) => markRepliesSent(tx, turnIds, now()));
    } catch (error) {
      log.warn({ err: error }, 'a reply could not be marked as shown');
    }
  };
  return (turnId) => {
    waiting.push(turnId);
    next ??= running = running.then(flush);
    return next;
  };
}
