/**
 * A scheduler in a process of its own that is killed in the middle of a posting: node post-and-die.ts URL NAME NOW. The
 * entry is written in its transaction when the process ends.
 */

import { Temporal } from 'temporal-polyfill';
import { createLog } from '../../src/log.ts';
import { recurringHandlers } from '../../src/recurring/post-entry.ts';
import type { Handler } from '../../src/scheduler/handler.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { openDatabase } from '../../src/store/database.ts';

const [url = '', name = '', now = ''] = process.argv.slice(2);
const { entry } = recurringHandlers({ currency: 'EUR', timezone: 'UTC', firstDayOfWeek: 1, language: 'en' });
const dying: Handler = {
  ...entry,
  async commit(...args) {
    await entry.commit(...args);
    process.kill(process.pid, 'SIGKILL');
    return null;
  },
};
const scheduler = createScheduler({
  database: await openDatabase(url),
  clock: { now: () => Temporal.Instant.from(now) },
  log: createLog('silent'),
  handlers: { entry: dying },
  worker: { name, isGone: () => false },
});
await scheduler.tick();
