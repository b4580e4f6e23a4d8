/** Writing what people arrange of a schedule, with the moment at which it then comes next. */

import { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { nextInstant } from '../schedule/next-instant.ts';
import { inOtherZone } from '../schedule/other-zone.ts';
import type { Queries } from '../store/database.ts';
import type { Image } from '../store/records.ts';
import {
  changeSchedule,
  createSchedule,
  findSchedule,
  type ScheduleRow,
  type ScheduleState,
} from '../store/schedules.ts';
import { RECURRING } from './recurring-payload.ts';

/** What an image of a schedule says. */
interface Arrangement {
  readonly personId: string;
  readonly ledgerId: string;
  readonly kind: string;
  readonly cadence: string;
  readonly payload: string;
  readonly timeZone: string;
  readonly state: ScheduleState;
}

/**
 * Makes the schedule what its image says; null ends it. A new one, one with other times and one that was paused come next
 * after `now`; one that had ended goes on from where it was. Recurring entries go on in another zone as by its clocks they would have.
 */
export async function writeSchedule(
  db: Queries,
  id: string,
  image: Image | null,
  now: Temporal.Instant,
): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  if (image === null) {
    await changeSchedule(db, id, { state: 'ended' }, at);
    return;
  }
  const { personId, ledgerId, kind, cadence, payload, timeZone, state } = image as unknown as Arrangement;
  const row = await findSchedule(db, id);
  const next = nextAfter(row, image, now);
  if (row === null) {
    if (next === null) throw new Error(`schedule ${id} would never come`);
    await createSchedule(db, { id, personId, ledgerId, kind, cadence, payload, timeZone, nextAt: next }, at);
    return;
  }
  const isSame = state === row.state && next?.getTime() === row.nextAt.getTime();
  // What fails is tried again as before, where only the payload is another.
  const times = isSame ? {} : { state: next === null ? ('ended' as const) : state, lastError: null };
  const anew = isSame || next === null ? {} : { nextAt: next };
  await changeSchedule(db, id, { cadence, payload, timeZone, ...times, ...anew }, at);
}

/** Throws an InputError when the schedule, put back as its image says, would never come again. */
export async function requireNext(db: Queries, id: string, image: Image, now: Temporal.Instant): Promise<void> {
  if (nextAfter(await findSchedule(db, id), image, now) !== null) return;
  throw new InputError('The last time of that is over.', 'Arrange it anew if you want it again.');
}

function nextAfter(row: ScheduleRow | null, image: Image, now: Temporal.Instant): Date | null {
  const { cadence, timeZone, state } = image as unknown as Arrangement;
  const goesOn =
    row !== null &&
    row.cadence === cadence &&
    (row.state !== 'paused' || state === 'paused') &&
    // The last occurrence of one that has ended by itself took effect already.
    (row.lastAt === null || row.lastAt < row.nextAt);
  if (goesOn && row.timeZone === timeZone) return row.nextAt;
  const days = JSON.parse(cadence) as Cadence;
  const next =
    goesOn && row.kind === RECURRING && days.repeats !== 'once'
      ? inOtherZone(days, Temporal.Instant.fromEpochMilliseconds(row.nextAt.getTime()), row.timeZone, timeZone)
      : nextInstant(days, now, timeZone);
  return next === null ? null : new Date(next.epochMilliseconds);
}
