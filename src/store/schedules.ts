/**
 * Schedules: what happens by itself, and which worker has it. A row's `wakeAt` is when a worker should look at it next,
 * so taking one means moving its `wakeAt` to the end of a lease: other workers don't see it until then, and find it by
 * itself when its worker is gone. One index serves, and nothing is asked of the database but a conditional update.
 */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export type ScheduleState = 'on' | 'paused' | 'ended';

/** A schedule as a row; `cadence` and `payload` are JSON texts that the scheduler and its handlers read. */
export interface ScheduleRow {
  readonly id: string;
  readonly personId: string;
  readonly ledgerId: string;
  readonly kind: string;
  readonly cadence: string;
  readonly payload: string;
  readonly timeZone: string;
  /** The occurrence that comes next, or is being tried; of one that has ended, the last. */
  readonly nextAt: Date;
  /** When a worker looks at it next: at the occurrence, for another try, or when a lease ends. */
  readonly wakeAt: Date;
  /** The last occurrence that took effect. */
  readonly lastAt: Date | null;
  readonly state: string;
  /** Failed tries at this occurrence. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly leaseOwner: string | null;
}

/** Who holds schedules, and until when. */
export interface ScheduleLease {
  readonly owner: string;
  readonly until: Date;
}

export async function createSchedule(
  db: Queries,
  schedule: Pick<ScheduleRow, 'personId' | 'ledgerId' | 'kind' | 'cadence' | 'payload' | 'timeZone' | 'nextAt'> & {
    readonly id?: string;
  },
  createdAt: Date,
): Promise<ScheduleRow> {
  const { nextAt } = schedule;
  return await db.schedule.create({
    data: { id: newId(), ...schedule, wakeAt: nextAt, state: 'on', createdAt, updatedAt: createdAt },
  });
}

export async function findSchedule(db: Queries, id: string): Promise<ScheduleRow | null> {
  return await db.schedule.findUnique({ where: { id } });
}

/** What a person has on or paused, oldest first. */
export async function schedulesOf(db: Queries, personId: string): Promise<ScheduleRow[]> {
  return await db.schedule.findMany({ where: { personId, state: { not: 'ended' } }, orderBy: { id: 'asc' } });
}

/** What is on or paused in a ledger, oldest first. */
export async function schedulesOfLedger(db: Queries, ledgerId: string): Promise<ScheduleRow[]> {
  return await db.schedule.findMany({ where: { ledgerId, state: { not: 'ended' } }, orderBy: { id: 'asc' } });
}

export async function countSchedules(db: Queries, personId: string): Promise<number> {
  return await db.schedule.count({ where: { personId, state: { not: 'ended' } } });
}

/**
 * Changes a schedule, and takes it from a worker that has it: that one commits nothing any more. With a new `nextAt` its
 * failed tries are forgotten.
 */
export async function changeSchedule(
  db: Queries,
  id: string,
  changes: Partial<Pick<ScheduleRow, 'cadence' | 'payload' | 'timeZone' | 'nextAt'>> & {
    readonly state?: ScheduleState;
    readonly lastError?: string | null;
  },
  updatedAt: Date,
): Promise<void> {
  const { nextAt } = changes;
  const anew = nextAt === undefined ? {} : { wakeAt: nextAt, attempts: 0 };
  const row = await db.schedule.findUnique({ where: { id }, select: { nextAt: true, leaseOwner: true } });
  if (!row) return;
  // Taken from its worker, it is due again at its occurrence.
  const free = row.leaseOwner === null ? {} : { leaseOwner: null, wakeAt: row.nextAt };
  await db.schedule.update({ where: { id }, data: { ...free, ...changes, ...anew, updatedAt } });
}

/** The ids of schedules of these kinds that a worker should look at by `now`, the longest due first. */
export async function dueSchedules(db: Queries, kinds: readonly string[], now: Date, limit: number): Promise<string[]> {
  const rows = await db.schedule.findMany({
    where: { state: 'on', wakeAt: { lte: now }, kind: { in: [...kinds] } },
    orderBy: { wakeAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Takes those of `ids` that nobody took meanwhile; `heldSchedules` says which. Returns how many. */
export async function claimSchedules(
  db: Queries,
  ids: readonly string[],
  lease: ScheduleLease,
  now: Date,
): Promise<number> {
  const { count } = await db.schedule.updateMany({
    where: { id: { in: [...ids] }, state: 'on', wakeAt: { lte: now } },
    data: { leaseOwner: lease.owner, wakeAt: lease.until },
  });
  return count;
}

/** Those of `ids` that `owner` has. */
export async function heldSchedules(db: Queries, ids: readonly string[], owner: string): Promise<ScheduleRow[]> {
  return await db.schedule.findMany({ where: { id: { in: [...ids] }, state: 'on', leaseOwner: owner } });
}

/**
 * Renews the lease of one schedule, as the first statement of the transaction of a run: until it ends, no other worker
 * can write for it. False when it was changed, or another worker has it.
 */
export async function holdSchedule(db: Queries, id: string, lease: ScheduleLease): Promise<boolean> {
  return (await renewSchedules(db, [id], lease)) === 1;
}

/** Renews the lease of those of `ids` that its owner still has. Returns how many. */
export async function renewSchedules(db: Queries, ids: readonly string[], lease: ScheduleLease): Promise<number> {
  const { count } = await db.schedule.updateMany({
    where: { id: { in: [...ids] }, state: 'on', leaseOwner: lease.owner },
    data: { wakeAt: lease.until },
  });
  return count;
}

/** Ends a run, in its transaction: what comes next, and no lease any more. */
export async function settleSchedule(
  db: Queries,
  id: string,
  end: Partial<Pick<ScheduleRow, 'payload' | 'lastAt' | 'nextAt'>> & {
    readonly state: ScheduleState;
    readonly wakeAt: Date;
    readonly attempts: number;
    readonly lastError: string | null;
  },
  updatedAt: Date,
): Promise<void> {
  // Not `update`, which would read the row back.
  await db.schedule.updateMany({ where: { id }, data: { ...end, leaseOwner: null, updatedAt } });
}

/** Lets go of those of `ids` (all, when left out) that `owner` has: they are due at once. Returns how many. */
export async function handBackSchedules(db: Queries, owner: string, ids?: readonly string[]): Promise<number> {
  const { count } = await db.schedule.updateMany({
    where: { leaseOwner: owner, state: 'on', ...(ids ? { id: { in: [...ids] } } : {}) },
    // Ahead of all the others, for these have waited longer.
    data: { leaseOwner: null, wakeAt: new Date(0) },
  });
  return count;
}

/** Everybody who has schedules. */
export async function scheduleOwners(db: Queries): Promise<string[]> {
  const rows = await db.schedule.groupBy({ by: ['leaseOwner'], where: { leaseOwner: { not: null } } });
  return rows.flatMap(({ leaseOwner }) => leaseOwner ?? []);
}

/** When a schedule of these kinds is to be looked at next; null when none is on. */
export async function nextWake(db: Queries, kinds: readonly string[]): Promise<Date | null> {
  const row = await db.schedule.findFirst({
    where: { state: 'on', kind: { in: [...kinds] } },
    orderBy: { wakeAt: 'asc' },
    select: { wakeAt: true },
  });
  return row?.wakeAt ?? null;
}
