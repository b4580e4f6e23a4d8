/** The process that reads a SQLite file for the reader: node reader-sqlite-child.ts FILE, with a channel to ask by. */

import { Worker } from 'node:worker_threads';
import { PlatformError } from '../../errors.ts';
import { QueryRefused } from './ledger-reader.ts';
import type { WatchData } from './reader-sqlite-watch.ts';
import { openEngine, type SqliteEngine } from './sqlite-engine.ts';
import { type Answer, type Greeting, MEMORY_LIMIT, type Question, type Reply } from './sqlite-messages.ts';

const running = new Int32Array(new SharedArrayBuffer(8));
let count = 0;

// Ctrl-C reaches every process of the terminal; this one goes when the one that asks does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

function say(message: Greeting | Reply): void {
  process.send?.(message);
}

function answer(engine: SqliteEngine, { ledgerId, sql, limits, isPlan }: Question): Answer & { isLast?: boolean } {
  try {
    return isPlan ? { plan: engine.plan(ledgerId, sql) } : { rows: engine.read(ledgerId, sql, limits) };
  } catch (error) {
    if (error instanceof QueryRefused) {
      return { refused: { layer: error.layer, message: error.message, hint: error.hint } };
    }
    if (error instanceof PlatformError) return { trouble: error.message };
    // Nobody knows in what state the connection is then.
    return { trouble: 'The database can’t be read right now.', isLast: true };
  }
}

function watched<T>(milliseconds: number, work: () => T): T {
  count = (count % 1_000_000) + 1;
  Atomics.store(running, 1, milliseconds);
  Atomics.store(running, 0, count);
  Atomics.notify(running, 0);
  try {
    return work();
  } finally {
    Atomics.store(running, 0, 0);
    Atomics.notify(running, 0);
  }
}

/** After the asking process, which says why it ended a query. */
const grace = 750;

try {
  const engine = openEngine(process.argv[2] ?? '');
  const workerData: WatchData = { running, memory: MEMORY_LIMIT };
  const watch = new Worker(new URL('./reader-sqlite-watch.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  // Without it no query would ever end.
  watch.on('error', () => process.exit(1));
  watch.unref();
  watch.once('online', () => {
    process.on('message', (question: Question) => {
      const given = watched(question.limits.milliseconds + grace, () => answer(engine, question));
      say({ isLast: process.memoryUsage.rss() > MEMORY_LIMIT / 2, ...given });
    });
    say({ isReady: true });
  });
} catch (error) {
  say({ isReady: false, reason: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}
