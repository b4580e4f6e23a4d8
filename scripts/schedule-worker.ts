/**
 * A scheduler in a process of its own, for proofs: each run inserts one row, named after its schedule.
 *
 *     node scripts/schedule-worker.ts DATABASE_URL WORKER_NAME
 *
 * It says "ready", runs until SIGTERM, and says "stopped" after that. A name that begins with "elsewhere:" can't be seen
 * to be gone, as that of a worker on another host.
 */

import { once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { isGone, workerName } from '../src/conversation/worker-name.ts';
import { newId } from '../src/id.ts';
import { createLog } from '../src/log.ts';
import type { Handler } from '../src/scheduler/handler.ts';
import { createScheduler } from '../src/scheduler/scheduler.ts';
import { openDatabase } from '../src/store/database.ts';

const [url = '', prefix = ''] = process.argv.slice(2);

const proof: Handler = {
  lateness: { policy: 'latest', usefulHours: 24 },
  async commit(tx, { schedule, at }) {
    const createdAt = new Date(at.epochMilliseconds);
    await tx.linkAttempt.create({ data: { id: newId(), personId: schedule.id, createdAt } });
    return null;
  },
};

const database = await openDatabase(url);
const scheduler = createScheduler({
  database,
  clock: { now: () => Temporal.Now.instant() },
  log: createLog(process.env.LOG_LEVEL ?? 'error'),
  handlers: { proof },
  worker: { name: prefix + workerName(), isGone },
});
scheduler.start();
process.stdout.write('ready\n');
await once(process, 'SIGTERM');
await scheduler.stop();
await database.close();
process.stdout.write('stopped\n');
