/** An occurrence by the clock of another time zone. */

import type { Temporal } from 'temporal-polyfill';
import type { Cadence, Once } from './cadence.ts';
import { nextInstant } from './next-instant.ts';

/**
 * The moment at which the clocks of `to` show what those of `from` show at `next`, an occurrence: who moves misses none
 * and has none twice. It may have passed. Null when there is none any more.
 */
export function inOtherZone(
  cadence: Exclude<Cadence, Once>,
  next: Temporal.Instant,
  from: string,
  to: string,
): Temporal.Instant | null {
  const wall = next.toZonedDateTimeISO(from).toPlainDateTime();
  const before = wall.toZonedDateTime(to, { disambiguation: 'earlier' }).toInstant().subtract({ milliseconds: 1 });
  return nextInstant(cadence, before, to);
}
