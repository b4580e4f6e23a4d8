/** Leaving one occurrence out. */

import type { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import { dayAt } from '../period.ts';
import type { Cadence } from './cadence.ts';
import { nextInstant } from './next-instant.ts';

/**
 * The same cadence without the day of its next occurrence after `after`, and without days left out that have passed.
 * A cadence that comes several times a day leaves out all of that day. Throws an InputError when nothing is left to skip.
 */
export function skipNext(cadence: Cadence, after: Temporal.Instant, timeZone: string): Cadence {
  const next = nextInstant(cadence, after, timeZone);
  if (next === null || cadence.repeats === 'once') {
    throw new InputError('There is no occurrence to skip.', 'End it instead.');
  }
  const today = dayAt(after, timeZone);
  const skip = [...(cadence.skip ?? []).filter((day) => day >= today), dayAt(next, timeZone)];
  return { ...cadence, skip };
}
