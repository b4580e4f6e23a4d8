/** A scheduler on a test database, with a clock that stands until a test sets it. */

import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import type { Lateness } from '../../src/schedule/missed.ts';
import { addSchedule } from '../../src/scheduler/arrange.ts';
import type { Handlers, Run, Schedule } from '../../src/scheduler/handler.ts';
import { createScheduler, type SchedulerOptions } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { findSchedule } from '../../src/store/schedules.ts';

export const instant = (text: string) => Temporal.Instant.from(text);

/** What a handler of a test does beside being noted. */
export type Doing = Partial<{
  lateness: Lateness;
  prepare: (run: Run, signal: AbortSignal) => Promise<unknown>;
  commit: Handlers[string]['commit'];
}>;

export function schedulerAt(database: Database, start: string, options: Partial<SchedulerOptions> = {}) {
  let now = instant(start);
  const clock = { now: () => now };
  const log = createLog('silent');
  return {
    clock,
    set(text: string) {
      now = instant(text);
    },
    make(handlers: Handlers, name = 'here') {
      const worker = { name, isGone: () => false };
      const scheduler = createScheduler({ database, clock, log, handlers, worker, ...options });
      onTestFinished(() => scheduler.stop());
      return scheduler;
    },
    async add(cadence: Cadence, wanted: Partial<Schedule> = {}): Promise<string> {
      const rest = { personId: 'ana', ledgerId: 'home', kind: 'note', payload: {}, timeZone: 'UTC', ...wanted };
      return (await addSchedule(database.client, { ...rest, cadence }, now)).id;
    },
    row: async (id: string) => {
      const row = await findSchedule(database.client, id);
      if (!row) throw new Error('no such schedule');
      const next = row.state === 'ended' ? null : row.nextAt.toISOString();
      return { ...row, next, wake: row.wakeAt.toISOString() };
    },
    /** Which occurrences took effect, in order: "id at". */
    async ran(): Promise<string[]> {
      const rows = await database.client.linkAttempt.findMany({ orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }] });
      return rows.map((row) => `${row.personId} ${row.createdAt.toISOString().slice(0, 16)}`);
    },
  };
}

/** A handler whose effect is one row for each run. */
export function noting(doing: Doing = {}): Handlers[string] {
  const { lateness = { policy: 'latest', usefulHours: 24 }, prepare, commit } = doing;
  let count = 0;
  return {
    lateness,
    ...(prepare ? { prepare } : {}),
    async commit(tx, run, prepared) {
      const createdAt = new Date(run.at.epochMilliseconds);
      count += 1;
      const id = `${run.schedule.id} ${count} ${Math.random()}`;
      await tx.linkAttempt.create({ data: { id, personId: run.schedule.id, createdAt } });
      return (await commit?.(tx, run, prepared)) ?? null;
    },
  };
}
