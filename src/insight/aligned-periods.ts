/** Two periods that may be compared: a running month is held against as much of another one, not against all of it. */

import { addDays, addMonths, type Day, type Period, unitAround, type Weekday } from '../period.ts';

export interface AlignedPeriods {
  readonly now: Period;
  readonly before: Period;
  /** Whether `now` ends its week, month, quarter or year. */
  readonly isComplete: boolean;
}

/**
 * The unit around `until` up to that day, and the same days of the unit before it or of the year before: 1 January to
 * 21 November against 1 January to 21 November. A unit that ends on `until` is held against a whole one; 29 February
 * against the 28th. Weeks go back 52 weeks for a year, so that weekdays meet.
 */
export function alignedPeriods(
  until: Day,
  unit: 'week' | 'month' | 'quarter' | 'year',
  against: 'unit-before' | 'year-before',
  firstDayOfWeek: Weekday = 1,
): AlignedPeriods {
  const whole = unitAround(until, unit, firstDayOfWeek);
  const back = (day: Day) => {
    if (unit === 'week') return addDays(day, against === 'year-before' ? -7 * 52 : -7);
    return addMonths(day, against === 'year-before' || unit === 'year' ? -12 : unit === 'quarter' ? -3 : -1);
  };
  const isComplete = whole.to === until;
  const from = back(whole.from);
  const to = isComplete ? unitAround(from, unit, firstDayOfWeek).to : back(until);
  return { now: { from: whole.from, to: until }, before: { from, to }, isComplete };
}
