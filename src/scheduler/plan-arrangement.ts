/**
 * What switching a schedule on, changing it, and off would change, for `carryOut` (`domain/operation.ts`): with that, an
 * undo takes back what was arranged. Whose they are is for the caller to have checked.
 */

import type { Temporal } from 'temporal-polyfill';
import type { PlannedChange } from '../domain/planned-change.ts';
import { newId } from '../id.ts';
import { skipNext } from '../schedule/skip-next.ts';
import type { Queries } from '../store/database.ts';
import { type Image, readRecord } from '../store/records.ts';
import { requireFirst, requireRoom, schedulesToMove } from './arrange.ts';
import type { Schedule } from './handler.ts';

export interface PlannedArrangement {
  /** The schedule's id. */
  readonly id: string;
  readonly changes: PlannedChange[];
  /** When it comes next, once that is carried out at the same `now`. */
  readonly next: Temporal.Instant;
}

/** Throws an InputError for a cadence that is wrong or never comes, and when the person has too many already. */
export async function planAddition(
  db: Queries,
  wanted: Pick<Schedule, 'personId' | 'ledgerId' | 'kind' | 'cadence' | 'payload' | 'timeZone'>,
  now: Temporal.Instant,
): Promise<PlannedArrangement> {
  const { personId, ledgerId, kind, cadence, payload, timeZone } = wanted;
  const next = requireFirst(cadence, now, timeZone);
  await requireRoom(db, personId);
  const id = newId();
  const after = {
    ...{ id, personId, ledgerId, kind, timeZone },
    cadence: JSON.stringify(cadence),
    payload: JSON.stringify(payload ?? null),
    state: 'on',
    createdAt: new Date(now.epochMilliseconds).toISOString(),
  };
  return { id, next, changes: [{ entity: 'schedule', id, before: null, after }] };
}

/** Other times, another zone or another payload; one that is paused is on again. Throws as `planAddition` does. */
export async function planChange(
  db: Queries,
  schedule: Schedule,
  changes: Partial<Pick<Schedule, 'cadence' | 'timeZone' | 'payload'>>,
  now: Temporal.Instant,
): Promise<PlannedArrangement> {
  const { cadence = schedule.cadence, timeZone = schedule.timeZone, payload = schedule.payload } = changes;
  const isMoved =
    JSON.stringify(cadence) !== JSON.stringify(schedule.cadence) ||
    timeZone !== schedule.timeZone ||
    schedule.state !== 'on';
  const next = isMoved ? requireFirst(cadence, now, timeZone) : schedule.nextAt;
  const { id } = schedule;
  const before = (await readRecord(db, 'schedule', id)) as Image;
  const after: Image = {
    ...before,
    cadence: JSON.stringify(cadence),
    payload: JSON.stringify(payload ?? null),
    timeZone,
    state: 'on',
  };
  return { id, next, changes: [{ entity: 'schedule', id, before, after }] };
}

/** Leaves the next occurrence out. Throws an InputError when there is none, or none after it. */
export async function planSkip(db: Queries, schedule: Schedule, now: Temporal.Instant): Promise<PlannedArrangement> {
  return await planChange(db, schedule, { cadence: skipNext(schedule.cadence, now, schedule.timeZone) }, now);
}

/** Ends it; undone, it goes on from where it was. */
export async function planEnd(db: Queries, { id }: Pick<Schedule, 'id'>): Promise<PlannedChange[]> {
  return [{ entity: 'schedule', id, before: await readRecord(db, 'schedule', id), after: null }];
}

/** A person's schedules by the clock of another time zone, as `moveToZone`; what is paused stays paused. */
export async function planMove(
  db: Queries,
  personId: string,
  timeZone: string,
  now: Temporal.Instant,
): Promise<PlannedChange[]> {
  const changes: PlannedChange[] = [];
  for (const { id } of await schedulesToMove(db, personId, timeZone, now)) {
    const before = (await readRecord(db, 'schedule', id)) as Image;
    changes.push({ entity: 'schedule', id, before, after: { ...before, timeZone } });
  }
  return changes;
}
