/** What is made up for after Purser was away. */

import type { Temporal } from 'temporal-polyfill';
import type { Cadence } from './cadence.ts';
import { nextInstant, occurrencesBetween } from './next-instant.ts';

/**
 * "latest": news, of which only the newest is of use, and only for so many hours (a digest). "each": every occurrence
 * counts, however late (an entry that comes every month).
 */
export type Lateness = { readonly policy: 'latest'; readonly usefulHours: number } | { readonly policy: 'each' };

/** Which occurrence to run now, if any, and which one comes after it. */
export interface Due {
  readonly run: Temporal.Instant | null;
  readonly next: Temporal.Instant | null;
}

/** The occurrences after `last` that have come by `now`. */
export function missed(
  cadence: Cadence,
  last: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant[] {
  return [...occurrencesBetween(cadence, last, now, timeZone)];
}

/** What to do about an occurrence at `dueAt` that has come by `now`, and about those after it that have come as well. */
export function dueNow(
  cadence: Cadence,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  timeZone: string,
  lateness: Lateness,
): Due {
  if (lateness.policy === 'each') return { run: dueAt, next: nextInstant(cadence, dueAt, timeZone) };
  const usefulFrom = now.subtract({ minutes: Math.round(lateness.usefulHours * 60) });
  const isUseful = dueAt.epochMilliseconds >= usefulFrom.epochMilliseconds;
  const since = isUseful ? dueAt : usefulFrom.subtract({ milliseconds: 1 });
  let run = isUseful ? dueAt : null;
  for (const occurrence of occurrencesBetween(cadence, since, now, timeZone)) run = occurrence;
  return { run, next: nextInstant(cadence, now, timeZone) };
}
