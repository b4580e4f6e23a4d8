/** Switching schedules on, changing them, and off. Whose they are is for the caller to have checked. */

import type { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { checkCadence, checkTimeZone } from '../schedule/check-cadence.ts';
import { MOST_SCHEDULES } from '../schedule/limits.ts';
import { nextInstant } from '../schedule/next-instant.ts';
import { skipNext } from '../schedule/skip-next.ts';
import type { Queries } from '../store/database.ts';
import { changeSchedule, countSchedules, createSchedule, schedulesOf } from '../store/schedules.ts';
import type { Schedule } from './handler.ts';
import { dateOf, readSchedule } from './read-schedule.ts';

/** Throws an InputError for a cadence that is wrong or never comes, and when the person has too many already. */
export async function addSchedule(
  db: Queries,
  wanted: Pick<Schedule, 'personId' | 'ledgerId' | 'kind' | 'cadence' | 'payload' | 'timeZone'>,
  now: Temporal.Instant,
): Promise<Schedule> {
  const { personId, ledgerId, kind, cadence, payload, timeZone } = wanted;
  const nextAt = firstAfter(cadence, now, timeZone);
  await requireRoom(db, personId);
  const row = await createSchedule(
    db,
    {
      personId,
      ledgerId,
      kind,
      timeZone,
      nextAt,
      cadence: JSON.stringify(cadence),
      payload: JSON.stringify(payload ?? null),
    },
    dateOf(now),
  );
  return readSchedule(row);
}

/** Throws an InputError when the person has as many schedules as anybody may have. */
export async function requireRoom(db: Queries, personId: string): Promise<void> {
  if ((await countSchedules(db, personId)) < MOST_SCHEDULES) return;
  throw new InputError(`One person can have ${MOST_SCHEDULES} schedules.`, 'Switch off one that you do not need.');
}

/** What a person has on or paused, oldest first. */
export async function listSchedules(db: Queries, personId: string): Promise<Schedule[]> {
  return (await schedulesOf(db, personId)).map(readSchedule);
}

/** Other times, another zone or another payload, from `now` on. Throws an InputError as `addSchedule` does. */
export async function rearrange(
  db: Queries,
  schedule: Schedule,
  changes: Partial<Pick<Schedule, 'cadence' | 'timeZone' | 'payload'>>,
  now: Temporal.Instant,
): Promise<void> {
  const { cadence = schedule.cadence, timeZone = schedule.timeZone, payload } = changes;
  const isMoved = changes.cadence !== undefined || changes.timeZone !== undefined;
  const times = isMoved
    ? { cadence: JSON.stringify(cadence), timeZone, nextAt: firstAfter(cadence, now, timeZone) }
    : {};
  const kept = payload === undefined ? {} : { payload: JSON.stringify(payload) };
  await changeSchedule(db, schedule.id, { ...times, ...kept }, dateOf(now));
}

/** Leaves the next occurrence out. Throws an InputError when there is none, or none after it. */
export async function skipOnce(db: Queries, schedule: Schedule, now: Temporal.Instant): Promise<void> {
  await rearrange(db, schedule, { cadence: skipNext(schedule.cadence, now, schedule.timeZone) }, now);
}

/** Nothing happens until it is resumed; what would have happened meanwhile is not made up for. */
export async function pause(db: Queries, id: string, why: string | null, now: Temporal.Instant): Promise<void> {
  await changeSchedule(db, id, { state: 'paused', lastError: why }, dateOf(now));
}

/** On again, from the first occurrence after `now`. Throws an InputError when there is none any more. */
export async function resume(db: Queries, schedule: Schedule, now: Temporal.Instant): Promise<void> {
  const nextAt = firstAfter(schedule.cadence, now, schedule.timeZone);
  await changeSchedule(db, schedule.id, { state: 'on', lastError: null, nextAt }, dateOf(now));
}

export async function end(db: Queries, id: string, now: Temporal.Instant): Promise<void> {
  await changeSchedule(db, id, { state: 'ended' }, dateOf(now));
}

/** A person's schedules by the clock of another time zone: 8 in the morning stays 8 in the morning, there. */
export async function moveToZone(
  db: Queries,
  personId: string,
  timeZone: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const schedule of await schedulesToMove(db, personId, timeZone, now)) {
    await rearrange(db, schedule, { timeZone }, now);
  }
}

/** Those that go by another time zone, but for what happens once: that is a moment, wherever its person is. */
export async function schedulesToMove(
  db: Queries,
  personId: string,
  timeZone: string,
  now: Temporal.Instant,
): Promise<Schedule[]> {
  checkTimeZone(timeZone);
  return (await listSchedules(db, personId)).filter(
    ({ cadence, timeZone: present }) =>
      present !== timeZone && cadence.repeats !== 'once' && nextInstant(cadence, now, timeZone) !== null,
  );
}

function firstAfter(cadence: Cadence, now: Temporal.Instant, timeZone: string): Date {
  return dateOf(requireFirst(cadence, now, timeZone));
}

/** The first occurrence after `now`. Throws an InputError for a cadence that is wrong, or never comes. */
export function requireFirst(cadence: Cadence, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  checkCadence(cadence, timeZone);
  const next = nextInstant(cadence, now, timeZone);
  if (next === null) throw new InputError('That never comes.', 'Choose a time that is still ahead.');
  return next;
}
