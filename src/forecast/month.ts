/** How the running month will end: what is spent, what is known to come, and what such days usually cost. */

import { addDays, type Day, daysIn, unitAround, weekdayOf } from '../period.ts';
import { type DayTotal, dailyRates, windowErrors } from './daily-rates.ts';
import { widening } from './intervals.ts';

export interface RunningMonth {
  /** The last day that counts as over; the month is the one around it. In the person's time zone, as all days. */
  readonly today: Day;
  /** Everything spent this month, today included, minor units: recurring charges that came as well. */
  readonly spent: number;
  /**
   * What was spent on each day up to today without recurring charges, this month's days among them; minor units, one
   * currency, a day at most once. A day that is missing after the first one is a day on which nothing was spent.
   */
  readonly ordinary: readonly DayTotal[];
  /** Recurring charges that have not come yet. Those after the month's end don't count. */
  readonly charges: readonly DayTotal[];
}

/** Minor units, whole numbers; `low` ≤ `expected` ≤ `high`. */
export interface MonthForecast {
  readonly expected: number;
  /** Four months in five end between `low` and `high`. */
  readonly low: number;
  readonly high: number;
  /** Of `expected`: recurring charges still to come. */
  readonly charges: number;
  /** How many days of ordinary spending it stands on, 0 when there is none: then it knows of `spent` and `charges` only. */
  readonly days: number;
}

/** Per cent of months that the band should hold. */
const LEVEL = 80;

/**
 * The month's total: what is spent, the charges still to come, and for each remaining day what its weekday cost on
 * average, corrected by the middle of what that missed over as many days in the past. The band is where the other misses
 * lie: conformal prediction (Vovk and others, 2005), as in the intervals of a series, with windows of days for origins.
 */
export function forecastMonth({ today, spent, ordinary, charges }: RunningMonth): MonthForecast {
  const { to } = unitAround(today, 'month');
  const toCome = charges.reduce((total, charge) => (charge.day <= to ? total + charge.minor : total), 0);
  const remaining = today < to ? daysIn({ from: addDays(today, 1), to }) : 0;
  const sure = spent + toCome;
  const rates = dailyRates(ordinary, today);
  if (!rates || remaining === 0) {
    const total = Math.round(sure);
    return { expected: total, low: total, high: total, charges: Math.round(toCome), days: rates?.totals.length ?? 0 };
  }
  let usual = 0;
  for (let ahead = 1; ahead <= remaining; ahead++) usual += rates.of(weekdayOf(addDays(today, ahead)));
  const { errors, independent } = windowErrors(rates, remaining);
  const middle = quantileOf(errors, 0.5);
  const tail = (1 - Math.min(1, (LEVEL / 100) * (1 + 1 / independent))) / 2;
  const wider = widening(LEVEL, independent);
  // Where days never gave anything back, the rest of the month won't either.
  const least = rates.totals.some((total) => total < 0) ? Number.NEGATIVE_INFINITY : 0;
  const total = (share: number) => {
    const error = middle + wider * (quantileOf(errors, share) - middle);
    return Math.round(sure + Math.max(least, usual + error));
  };
  return {
    expected: total(0.5),
    low: total(tail),
    high: total(1 - tail),
    charges: Math.round(toCome),
    days: rates.totals.length,
  };
}

/** Of sorted values, linear between neighbours. */
function quantileOf(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const [low, high] = [sorted[below] ?? 0, sorted[Math.min(below + 1, sorted.length - 1)] ?? 0];
  return low + (position - below) * (high - low);
}
