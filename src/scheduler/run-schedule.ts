/** One run: an occurrence's effect and what comes next, committed together; or a failure, written down. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { PlatformError } from '../errors.ts';
import { type Log, strikeSecrets } from '../log.ts';
import { type Due, dueNow } from '../schedule/missed.ts';
import type { Database, Queries } from '../store/database.ts';
import { holdSchedule, type ScheduleLease, type ScheduleRow, settleSchedule } from '../store/schedules.ts';
import type { Handler, Handlers, Outcome, Run } from './handler.ts';
import { BACKOFF, LONGEST_PREPARATION } from './limits.ts';
import { dateOf, readSchedule } from './read-schedule.ts';

/**
 * "ran": its effect is committed. "passed": too late to be of use. "failed": it is tried again. "given up": on with the
 * next occurrence, or paused. "lost": somebody changed it, or another worker has it.
 */
export type Ending = 'ran' | 'passed' | 'failed' | 'given up' | 'lost';

export interface RunnerOptions {
  readonly database: Database;
  readonly handlers: Handlers;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly lease: () => ScheduleLease;
  /** Milliseconds. */
  readonly longestPreparation?: number;
}

/** The schedule was changed, or another worker has it; whatever this one was about to write must not happen. */
class ScheduleLost extends Error {}

/**
 * Runs a schedule that this worker holds. Never throws for a handler's failure; throws a PlatformError when the failure
 * could not be written down, and then the end of the lease sets the schedule free. `signal` fires at a stop, and then
 * what was not committed is still held.
 */
export async function runSchedule(row: ScheduleRow, options: RunnerOptions, signal: AbortSignal): Promise<Ending> {
  const { database, handlers, log } = options;
  const handler = handlers[row.kind] as Handler;
  let due: Due | null = null;
  try {
    const schedule = readSchedule(row);
    due = dueNow(schedule.cadence, schedule.nextAt, options.now(), schedule.timeZone, handler.lateness);
    const { run, next } = due;
    if (run === null) {
      await database.transaction(async (tx) => {
        await hold(tx, row.id, options);
        await settleSchedule(tx, row.id, { ...onwards(row, next), lastError: null }, dateOf(options.now()));
      });
      return 'passed';
    }
    const occasion: Run = { schedule, at: run, now: options.now(), next };
    const prepared = await prepare(handler, occasion, options, signal);
    await database.transaction(async (tx) => {
      await hold(tx, row.id, options);
      const outcome = (await handler.commit(tx, occasion, prepared)) ?? { becomes: 'on' as const };
      await settleSchedule(tx, row.id, settlement(row, occasion, outcome), dateOf(options.now()));
    });
    return 'ran';
  } catch (error) {
    if (error instanceof ScheduleLost || signal.aborted) return 'lost';
    log.error({ err: error, schedule: row.id, kind: row.kind, attempts: row.attempts + 1 }, 'a schedule failed');
    return await fail(row, due, error, options);
  }
}

async function hold(tx: Queries, id: string, { lease }: RunnerOptions): Promise<void> {
  if (!(await holdSchedule(tx, id, lease()))) throw new ScheduleLost();
}

/** What an occurrence that took effect leaves behind. */
function settlement(row: ScheduleRow, { schedule, at, now, next }: Run, outcome: Outcome) {
  const payload = outcome.payload === undefined ? {} : { payload: JSON.stringify(outcome.payload) };
  if (outcome.becomes === 'later') {
    // At least a second on, or one that is always late would run for ever.
    const wake = Math.max(outcome.at?.epochMilliseconds ?? 0, now.epochMilliseconds + 1000);
    return { ...payload, state: 'on' as const, wakeAt: new Date(wake), attempts: 0, lastError: null };
  }
  const rest = { ...payload, lastAt: dateOf(at), lastError: outcome.why ?? null };
  if (outcome.becomes === 'on') return { ...onwards(row, next), ...rest };
  const nextAt = dateOf(next ?? schedule.nextAt);
  return { ...rest, state: outcome.becomes, nextAt, wakeAt: nextAt, attempts: 0 };
}

/** On with the next occurrence; ended when there is none. */
function onwards(row: ScheduleRow, next: Temporal.Instant | null) {
  const nextAt = next === null ? row.nextAt : dateOf(next);
  return { state: next === null ? ('ended' as const) : ('on' as const), nextAt, wakeAt: nextAt, attempts: 0 };
}

async function fail(row: ScheduleRow, due: Due | null, error: unknown, options: RunnerOptions): Promise<Ending> {
  const lastError = strikeSecrets(error instanceof Error ? error.message : String(error)).slice(0, 500);
  const pause = BACKOFF[row.attempts];
  const now = dateOf(options.now());
  try {
    await options.database.transaction(async (tx) => {
      await hold(tx, row.id, options);
      await settleSchedule(tx, row.id, { ...afterFailure(), lastError }, now);
    });
  } catch (problem) {
    if (problem instanceof ScheduleLost) return 'lost';
    throw problem;
  }
  return due !== null && pause !== undefined ? 'failed' : 'given up';

  function afterFailure() {
    // A row that can't be read, or whose zone is gone, mends by no further try.
    if (due === null) return { state: 'paused' as const, wakeAt: row.nextAt, attempts: row.attempts + 1 };
    if (pause === undefined) return onwards(row, due.next);
    return { state: 'on' as const, wakeAt: new Date(now.getTime() + pause), attempts: row.attempts + 1 };
  }
}

/** Prepares for no longer than it may, and no further than a stop. What it brings later is dropped. */
async function prepare(handler: Handler, run: Run, options: RunnerOptions, stopping: AbortSignal): Promise<unknown> {
  if (!handler.prepare) return undefined;
  const over = new AbortController();
  const signal = AbortSignal.any([stopping, over.signal]);
  const tooLong = sleep(options.longestPreparation ?? LONGEST_PREPARATION, undefined, { signal }).then(() => {
    throw new PlatformError('It took too long to prepare.');
  });
  const prepared = handler.prepare(run, signal);
  // Whichever comes second has nobody who waits for it.
  for (const each of [prepared, tooLong]) each.catch(() => {});
  try {
    return await Promise.race([prepared, tooLong]);
  } finally {
    over.abort();
  }
}
