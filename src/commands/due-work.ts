/** What happens by itself, run by the process that a chat is in: nobody else may be there to do it. */

import type { Clock } from '../conversation/house.ts';
import { isGone, workerName } from '../conversation/worker-name.ts';
import type { Log } from '../log.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { nextWake } from '../store/schedules.ts';
import type { OpenHouse } from './open-house.ts';
import { createHousekeeping, createScheduleHandlers } from './schedule-handlers.ts';

export interface DueWork {
  /** Runs all that is due by the clock; resolves when nothing is. Costs one read where nothing is. Never throws. */
  run(): Promise<void>;
  /** Runs what is due, now and whenever something comes due, until `stop`. Never throws. */
  start(): Promise<void>;
  /** Finishes what runs, or hands it back. */
  stop(): Promise<void>;
}

export function createDueWork(open: OpenHouse, { clock, log }: { clock: Clock; log: Log }): DueWork {
  const { database } = open.house;
  const handlers = createScheduleHandlers(open);
  const kinds = Object.keys(handlers);
  let scheduler: Promise<Scheduler> | null = null;

  /** Loaded once there is something to do, so that no start waits for it. */
  function load(): Promise<Scheduler> {
    scheduler ??= import('../scheduler/scheduler.ts').then(({ createScheduler }) =>
      createScheduler({
        ...{ database, clock, log, handlers },
        worker: { name: workerName(), isGone },
        housekeeping: createHousekeeping(database),
      }),
    );
    return scheduler;
  }

  return {
    async run() {
      try {
        const next = await nextWake(database.client, kinds);
        if (next === null || next.getTime() > clock.now().epochMilliseconds) return;
        await (await load()).tick();
      } catch (error) {
        log.warn({ err: error }, 'what is due could not be run');
      }
    },
    async start() {
      try {
        (await load()).start();
      } catch (error) {
        log.warn({ err: error }, 'what is due will not be run');
      }
    },
    async stop() {
      await (await scheduler)?.stop();
    },
  };
}
