/** The rhythms that charges follow, and the due days of each. */

import { weekdayOfNumber } from '../period.ts';
import { dayInMonth, monthOfDay } from './day-number.ts';
import { DUE_TOLERANCE, LEAST_CHARGES } from './thresholds.ts';

export type RhythmName = 'weekly' | 'fortnightly' | 'four-weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

export interface Rhythm {
  readonly name: RhythmName;
  /** Its mean length in days. */
  readonly days: number;
  /** Calendar months from one due day to the next; null when it counts days. */
  readonly months: number | null;
  /** Days a charge may be early or late. */
  readonly tolerance: number;
  readonly leastCharges: number;
}

/** The mean Gregorian month: 146,097 days in 4,800 months. */
export const DAYS_IN_A_MONTH = 146_097 / 4_800;

const inDays = (name: RhythmName, days: number, tolerance: number, leastCharges: number): Rhythm => ({
  name,
  days,
  months: null,
  tolerance,
  leastCharges,
});
const inMonths = (name: RhythmName, months: number, tolerance: number, leastCharges: number): Rhythm => ({
  ...inDays(name, months * DAYS_IN_A_MONTH, tolerance, leastCharges),
  months,
});

export const rhythms: readonly Rhythm[] = [
  inDays('weekly', 7, DUE_TOLERANCE.weekly, LEAST_CHARGES.weekly),
  inDays('fortnightly', 14, DUE_TOLERANCE.fortnightly, LEAST_CHARGES.fortnightly),
  inDays('four-weekly', 28, DUE_TOLERANCE.fourWeekly, LEAST_CHARGES.fourWeekly),
  inMonths('monthly', 1, DUE_TOLERANCE.monthly, LEAST_CHARGES.monthly),
  inMonths('quarterly', 3, DUE_TOLERANCE.quarterly, LEAST_CHARGES.quarterly),
  inMonths('half-yearly', 6, DUE_TOLERANCE.yearly, LEAST_CHARGES.quarterly),
  inMonths('yearly', 12, DUE_TOLERANCE.yearly, LEAST_CHARGES.yearly),
];

/** Where a due day on a weekend moves to: the Friday before, the Monday after, or nowhere. */
export type WeekendShift = 'none' | 'before' | 'after';

/** Due days: number `index` is `anchor` and so many rhythms on. */
export interface Schedule {
  readonly rhythm: Rhythm;
  /** A rhythm in days: the number of a due day. In months: the day of the month, 31 for the last. */
  readonly anchor: number;
  /** The month (years × 12) of due day 0; 0 for a rhythm in days. */
  readonly firstMonth: number;
  readonly shift: WeekendShift;
}

/** The number of the due day `index` of a schedule. */
export function dueDay({ rhythm, anchor, firstMonth, shift }: Schedule, index: number): number {
  if (rhythm.months === null) return anchor + index * rhythm.days;
  const day = dayInMonth(firstMonth + index * rhythm.months, anchor);
  const weekday = weekdayOfNumber(day);
  if (shift === 'none' || weekday < 6) return day;
  return shift === 'after' ? day + 8 - weekday : day + 5 - weekday;
}

/** The index of the due day nearest to a day. */
export function nearestDue(schedule: Schedule, day: number): number {
  const { rhythm, anchor, firstMonth } = schedule;
  if (rhythm.months === null) return Math.round((day - anchor) / rhythm.days);
  const guess = Math.round((monthOfDay(day) - firstMonth) / rhythm.months);
  let [best, least] = [guess, Math.abs(dueDay(schedule, guess) - day)];
  if (least <= NEAREST_FOR_SURE) return best;
  for (const index of [guess - 1, guess + 1]) {
    const distance = Math.abs(dueDay(schedule, index) - day);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Days: two due days are 26 apart at the least, in February with a weekend. */
const NEAREST_FOR_SURE = 13;
