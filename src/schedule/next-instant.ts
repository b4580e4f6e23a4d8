/** The next moment of a cadence, by the wall clock of a time zone. */

import { Temporal } from 'temporal-polyfill';
import type { Bounds, Cadence, Once, Repetition } from './cadence.ts';
import { readCron } from './cron-fields.ts';
import { daysOf } from './occurrence-days.ts';

type Repeating = Exclude<Cadence, Once>;

/**
 * The first occurrence strictly after `after`; null when there is none any more. The cadence must have been checked
 * (`checkCadence`), the time zone is an IANA name; throws a RangeError for one that this runtime does not know.
 *
 * A wall-clock time that the clocks skip counts at the first moment after the gap (02:30 becomes 03:00), one that comes
 * twice counts the first time. Times of one day that fall into one gap become one occurrence.
 */
export function nextInstant(cadence: Cadence, after: Temporal.Instant, timeZone: string): Temporal.Instant | null {
  if (cadence.repeats === 'once') {
    const instant = Temporal.Instant.from(cadence.instant);
    return Temporal.Instant.compare(instant, after) > 0 ? instant : null;
  }
  // A day of which the clocks skip the end may count on the next one, so the day before is looked at too.
  const start = after.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 });
  const times = timesOf(cadence);
  for (const day of boundedDays(cadence, start)) {
    for (const time of times) {
      const instant = instantAt(day, time, timeZone);
      if (Temporal.Instant.compare(instant, after) > 0) return instant;
    }
  }
  return null;
}

/** The occurrences after `after` and up to `until`, `until` included, in order. */
export function* occurrencesBetween(
  cadence: Cadence,
  after: Temporal.Instant,
  until: Temporal.Instant,
  timeZone: string,
): Generator<Temporal.Instant, void> {
  let next = nextInstant(cadence, after, timeZone);
  while (next !== null && Temporal.Instant.compare(next, until) <= 0) {
    yield next;
    next = nextInstant(cadence, next, timeZone);
  }
}

/** The moment of a wall-clock time on a day; that after the gap when the clocks skip it, the first when it comes twice. */
export function instantAt(day: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Temporal.Instant {
  const local = day.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant();
  // For a time in a gap, "earlier" is a moment before the gap, so the next change of the clocks is the gap itself.
  const gap = zoned.getTimeZoneTransition('next');
  return (gap ?? zoned).toInstant();
}

/** Days from `start` on, within the bounds and without those left out. */
function* boundedDays(cadence: Repeating, start: Temporal.PlainDate): Generator<Temporal.PlainDate, void> {
  const { from, until, skip }: Bounds = cadence;
  const nextDay = daysOf(cadence);
  let day = nextDay(from !== undefined && start.toString() < from ? Temporal.PlainDate.from(from) : start);
  while (day !== null) {
    const name = day.toString();
    if (until !== undefined && name > until) return;
    if (!skip?.includes(name)) yield day;
    day = nextDay(day.add({ days: 1 }));
  }
}

/** The times of a day on which it happens, in order. */
export function timesOf(repetition: Repetition): Temporal.PlainTime[] {
  if (repetition.repeats !== 'cron') return [Temporal.PlainTime.from(repetition.at)];
  const { hours, minutes } = readCron(repetition.expression);
  return hours.flatMap((hour) => minutes.map((minute) => new Temporal.PlainTime(hour, minute)));
}
