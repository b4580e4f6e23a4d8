/**
 * A thread that ends its process when a query takes too long or too much memory: SQLite does not stop by itself, and
 * the process that asked may be busy, or gone.
 */

import { workerData } from 'node:worker_threads';

export interface WatchData {
  /** At 0 the number of the query that runs, or 0; at 1 the milliseconds that it may take. */
  readonly running: Int32Array;
  /** bytes of the whole process */
  readonly memory: number;
}

const { running, memory } = workerData as WatchData;
const pause = 20;

while (true) {
  Atomics.wait(running, 0, 0);
  const query = Atomics.load(running, 0);
  const end = performance.now() + Atomics.load(running, 1);
  while (query !== 0 && Atomics.load(running, 0) === query) {
    if (performance.now() > end || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
    Atomics.wait(running, 0, query, pause);
  }
}
