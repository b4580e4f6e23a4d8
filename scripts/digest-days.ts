/** When digests should come, counted out on the calendar and the clock, with nothing of the product's own reckoning. */

import { Temporal } from 'temporal-polyfill';

/** What a digest's moments follow from. */
export interface DigestWish {
  readonly zone: string;
  readonly cadence: 'daily' | 'weekly' | 'monthly';
  /** HH:MM */
  readonly time: string;
  /** Monday is 1. */
  readonly firstDayOfWeek: number;
  readonly quiet: { readonly from: string; readonly to: string } | null;
}

/**
 * After `start` and before `end`: on each of its days when the wall clock first shows the time or, where it skips that, a
 * later one; and never in quiet hours, but at their end.
 */
export function expectedDigests(wish: DigestWish, start: Temporal.Instant, end: Temporal.Instant): Temporal.Instant[] {
  const time = wish.quiet && isWithin(wish.time, wish.quiet) ? wish.quiet.to : wish.time;
  const found: Temporal.Instant[] = [];
  const last = end.toZonedDateTimeISO(wish.zone).toPlainDate();
  let day = start.toZonedDateTimeISO(wish.zone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (wish.cadence === 'weekly' && day.dayOfWeek !== wish.firstDayOfWeek) continue;
    if (wish.cadence === 'monthly' && day.day !== 1) continue;
    let instant = firstReaching(day.toPlainDateTime(Temporal.PlainTime.from(time)), wish.zone);
    // It is arranged at `start`, for times after it.
    if (Temporal.Instant.compare(instant, start) <= 0) continue;
    while (isQuietAt(instant, wish)) instant = instant.add({ minutes: 1 });
    if (Temporal.Instant.compare(instant, end) < 0) found.push(instant);
  }
  return found;
}

export function isQuietAt(instant: Temporal.Instant, { zone, quiet }: Pick<DigestWish, 'zone' | 'quiet'>): boolean {
  if (quiet === null) return false;
  return isWithin(instant.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5), quiet);
}

/** Whether the clocks change on the local day of the instant. */
export function isOnChangingDay(instant: Temporal.Instant, zone: string): boolean {
  return instant.toZonedDateTimeISO(zone).hoursInDay !== 24;
}

/** Walks on from before the clocks could have skipped it, until they show it or more. */
function firstReaching(wanted: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  let instant = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' }).toInstant();
  const shown = () => instant.toZonedDateTimeISO(zone).toPlainDateTime();
  while (Temporal.PlainDateTime.compare(shown(), wanted) < 0) instant = instant.add({ minutes: 1 });
  return instant;
}

function isWithin(time: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}
