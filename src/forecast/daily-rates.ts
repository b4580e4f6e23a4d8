/** What an ordinary day costs, by its weekday, and how far sums of such days were off. */

import { addDays, type Day, daysIn, type Weekday, weekdayOf } from '../period.ts';

/** `minor` counts minor units. */
export interface DayTotal {
  readonly day: Day;
  readonly minor: number;
}

export interface DailyRates {
  /** The expected total of a day, minor units. */
  of(weekday: Weekday): number;
  /** Every day from the first to the last, minor units; days without spending are zeros. */
  readonly totals: readonly number[];
  /** The weekday of each of them. */
  readonly weekdays: readonly Weekday[];
}

/** Days further back say nothing about how somebody lives now. */
const MOST_DAYS = 366;

/** A day this long ago counts half. */
const HALF_LIFE = 120;

/** So many days of the overall mean are added to each weekday's own: with three Mondays, a Monday is half an ordinary day. */
const PRIOR_DAYS = 3;

/**
 * Averages by weekday over the year up to `last`, newer days weighing more, each drawn to the overall average while its
 * days are few. Days after `last` are left out. Undefined when there is no day.
 */
export function dailyRates(days: readonly DayTotal[], last: Day): DailyRates | undefined {
  const earliest = addDays(last, 1 - MOST_DAYS);
  const within = days.filter(({ day }) => day >= earliest && day <= last);
  if (within.length === 0) return undefined;
  const first = within.reduce((least, { day }) => (day < least ? day : least), last);
  const byDay = new Map(within.map(({ day, minor }) => [day, minor]));
  const length = daysIn({ from: first, to: last });
  const start = weekdayOf(first);
  const totals = Array.from({ length }, (_, index) => byDay.get(addDays(first, index)) ?? 0);
  const weekdays = totals.map((_, index) => (((start - 1 + index) % 7) + 1) as Weekday);

  const weightOf = (index: number) => 0.5 ** ((length - 1 - index) / HALF_LIFE);
  const average = (indices: readonly number[], prior: number, priorWeight: number) => {
    let [sum, weight] = [prior * priorWeight, priorWeight];
    for (const index of indices) {
      sum += weightOf(index) * (totals[index] as number);
      weight += weightOf(index);
    }
    return sum / weight;
  };
  const all = totals.map((_, index) => index);
  const overall = average(all, 0, 0);
  const rates = Array.from({ length: 7 }, (_, column) => {
    const own = all.filter((index) => weekdays[index] === column + 1);
    return average(own, overall, PRIOR_DAYS);
  });
  return { of: (weekday) => rates[weekday - 1] as number, totals, weekdays };
}

export interface WindowErrors {
  /** Actual − expected sums of so many days in a row, sorted. At least one. */
  readonly errors: readonly number[];
  /**
   * How many of them count as independent: a third of what fits in side by side. Windows of one time of life are alike,
   * and what happens once a year is in few of them; on made-up years this holds 80 months of 100, all of them only 72.
   */
  readonly independent: number;
}

/**
 * The errors of every window of `length` days. Where the days don't hold three such windows, shorter ones are taken
 * and their errors scaled by the square root of the lengths, as for sums of independent days.
 */
export function windowErrors({ of, totals, weekdays }: DailyRates, length: number): WindowErrors {
  const span = Math.max(1, Math.min(length, Math.floor(totals.length / 3)));
  const misses = totals.map((total, index) => total - of(weekdays[index] as Weekday));
  const errors: number[] = [];
  let sum = 0;
  misses.forEach((miss, index) => {
    sum += miss - (misses[index - span] ?? 0);
    if (index >= span - 1) errors.push(sum * Math.sqrt(length / span));
  });
  return { errors: errors.toSorted((a, b) => a - b), independent: totals.length / span / 3 };
}
