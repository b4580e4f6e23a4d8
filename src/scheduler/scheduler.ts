/**
 * The scheduler: due schedules are claimed in batches, run side by side, each with its effect exactly once. Any number of
 * processes share one database without knowing of each other: a claim is a conditional update with a lease.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import {
  claimSchedules,
  dueSchedules,
  handBackSchedules,
  heldSchedules,
  nextWake,
  renewSchedules,
  type ScheduleRow,
  scheduleOwners,
} from '../store/schedules.ts';
import type { Handlers } from './handler.ts';
import { BATCH, FINISH_WITHIN, LEASE, LOOK_AFTER_OTHERS, SIDE_BY_SIDE, STOP_WITHIN } from './limits.ts';
import { dateOf } from './read-schedule.ts';
import { type Ending, runSchedule } from './run-schedule.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** A process as others know it. */
export interface Worker {
  readonly name: string;
  /** Whether the worker of that name does not run any more, as far as this host can tell. */
  isGone(name: string): boolean;
}

export interface SchedulerOptions {
  readonly database: Database;
  /** Also the clock of leases, so it must be near to those of the other processes: within seconds. */
  readonly clock: { now(): Temporal.Instant };
  readonly log: Log;
  readonly handlers: Handlers;
  readonly worker: Worker;
  /** Done once a day by every process with the role, so it must not mind being done twice. */
  readonly housekeeping?: (now: Temporal.Instant) => Promise<void>;
  readonly limits?: { readonly batch?: number; readonly sideBySide?: number; readonly longestPreparation?: number };
}

/** How many runs ended how. */
export type TickReport = Readonly<Record<Ending, number>>;

export interface Scheduler {
  /** Runs all that is due by now; resolves when nothing is. While one is under way, gives that one. */
  tick(): Promise<TickReport>;
  /** Ticks by itself, each minute and whenever something comes due. */
  start(): void;
  /** Finishes what runs, hands back the rest, within 10 seconds. */
  stop(): Promise<void>;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { database, clock, log, worker, handlers, limits = {} } = options;
  const { client } = database;
  const kinds = Object.keys(handlers);
  const { batch = BATCH, sideBySide = SIDE_BY_SIDE } = limits;
  const stopping = new AbortController();
  /** Claimed, not yet begun. */
  let waiting: ScheduleRow[] = [];
  const running = new Map<string, Promise<void>>();
  let ticking: Promise<TickReport> | null = null;
  let ticker: Ticker | null = null;

  const now = () => dateOf(clock.now());
  const lease = () => ({ owner: worker.name, until: new Date(now().getTime() + LEASE) });
  const runner = { database, handlers, log, now: () => clock.now(), lease, ...limits };

  function tick(): Promise<TickReport> {
    ticking ??= runAllDue().finally(() => {
      ticking = null;
    });
    return ticking;
  }

  async function runAllDue(): Promise<TickReport> {
    const report: Record<Ending, number> = { ran: 0, passed: 0, failed: 0, 'given up': 0, lost: 0 };
    let lookedAt = now().getTime();
    const heartbeat = setInterval(() => {
      const ids = [...waiting.map(({ id }) => id), ...running.keys()];
      // A failed renewal shows itself when a run is committed.
      if (ids.length > 0) renewSchedules(client, ids, lease()).catch(() => {});
    }, LEASE / 3);
    try {
      for (;;) {
        if (waiting.length === 0 && !stopping.signal.aborted) waiting = await claim();
        // `stop` hands back what was being claimed when it came.
        if (stopping.signal.aborted) waiting = [];
        if (waiting.length === 0 && running.size === 0) {
          // Nothing runs: what is held in our own name is a run whose failure could not be written down.
          if (stopping.signal.aborted || !(await takeFrom((name) => name === worker.name || worker.isGone(name)))) {
            return report;
          }
          continue;
        }
        if (now().getTime() - lookedAt > LOOK_AFTER_OTHERS) {
          lookedAt = now().getTime();
          await takeFrom((name) => worker.isGone(name));
        }
        while (running.size < sideBySide) {
          const row = waiting.shift();
          if (!row) break;
          running.set(row.id, run(row, report));
        }
        await Promise.race(running.values());
      }
    } finally {
      clearInterval(heartbeat);
      await Promise.all(running.values());
    }
  }

  async function run(row: ScheduleRow, report: Record<Ending, number>): Promise<void> {
    try {
      report[await runSchedule(row, runner, stopping.signal)] += 1;
    } catch (error) {
      report.failed += 1;
      log.warn({ err: error, schedule: row.id }, 'a failure could not be written down; its lease will end');
    } finally {
      running.delete(row.id);
    }
  }

  /** Rows that are this worker's now; none when nothing is due. */
  async function claim(): Promise<ScheduleRow[]> {
    for (;;) {
      const ids = await dueSchedules(client, kinds, now(), batch);
      if (ids.length === 0) return [];
      const count = await database.transaction((tx) => claimSchedules(tx, ids, lease(), now()));
      // None: another worker took them all, so there may be more behind them.
      if (count > 0) return await heldSchedules(client, ids, worker.name);
    }
  }

  /** What these workers had is due again, without the end of its lease being waited for. True when there was something. */
  async function takeFrom(isFormer: (owner: string) => boolean): Promise<boolean> {
    let taken = 0;
    for (const owner of (await scheduleOwners(client)).filter(isFormer)) {
      const count = await database.transaction((tx) => handBackSchedules(tx, owner));
      if (count > 0) log.info({ owner, count }, 'schedules of a worker that is gone are due again');
      taken += count;
    }
    return taken > 0;
  }

  async function beat(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      await tick();
      const next = await nextWake(client, kinds);
      const hasOthers = (await scheduleOwners(client)).length > 0;
      const pause = next === null ? Number.POSITIVE_INFINITY : next.getTime() - now().getTime();
      if (!stopping.signal.aborted) ticker?.beatIn(hasOthers ? Math.min(pause, LOOK_AFTER_OTHERS) : pause);
    } catch (error) {
      log.warn({ err: error }, 'due schedules could not be looked for; the next minute tries again');
    }
  }

  return {
    tick,
    start() {
      const keepHouse = () => {
        const work = options.housekeeping?.(clock.now());
        work?.catch((error: unknown) => log.warn({ err: error }, 'the housekeeping was not done'));
      };
      ticker = startTicker({ onBeat: () => void beat(), onNight: keepHouse, log });
      void beat();
    },
    async stop() {
      const started = performance.now();
      stopping.abort();
      await ticker?.stop();
      const unbegun = waiting.map(({ id }) => id);
      waiting = [];
      const handBack = async (ids?: readonly string[]) => {
        if (ids?.length === 0) return;
        await database.transaction((tx) => handBackSchedules(tx, worker.name, ids));
      };
      const patience = new AbortController();
      const waitFor = (milliseconds: number) =>
        sleep(milliseconds, undefined, { signal: patience.signal }).catch(() => {});
      try {
        await Promise.race([Promise.all([handBack(unbegun), ticking?.catch(() => {})]), waitFor(FINISH_WITHIN)]);
        // Whatever still runs finds its lease gone when it commits.
        await Promise.race([handBack(), waitFor(STOP_WITHIN - (performance.now() - started))]);
      } catch (error) {
        log.warn({ err: error }, 'schedules could not be handed back; their leases will end');
      } finally {
        patience.abort();
      }
    },
  };
}
