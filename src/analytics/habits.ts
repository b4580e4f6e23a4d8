/** What of the statistics' answers is a habit worth telling, and how clear it is. */

import { categoryDrift } from '../insight/category-drift.ts';
import type { DayAmount } from '../insight/entry.ts';
import { type MonthThird, monthThirds, paydayEffect } from '../insight/month-days.ts';
import { findSeasons } from '../insight/seasons.ts';
import { unitTotals } from '../insight/unit-totals.ts';
import type { weekdayHabits } from '../insight/weekday-habits.ts';
import type { Day, Period } from '../period.ts';
import type { Category } from '../store/categories.ts';
import type { MonthCategoryAmount } from './ledger-sums.ts';

/** Shares are of 1, amounts minor units. */
export type Habit =
  /** Weekdays (Monday is 1) that together take `share` of all spending. */
  | {
      readonly kind: 'weekdays';
      readonly isMore: boolean;
      readonly weekdays: readonly number[];
      readonly share: number;
      readonly weeks: number;
    }
  | {
      readonly kind: 'third';
      readonly isMore: boolean;
      readonly third: MonthThird['third'];
      readonly aDay: number;
      readonly others: readonly number[];
      readonly months: number;
    }
  /** `times` as much a day in the week from payday as later; so in `agreeing` of `cycles`. */
  | {
      readonly kind: 'payday';
      readonly isMore: boolean;
      readonly times: number;
      readonly agreeing: number;
      readonly cycles: number;
    }
  /** A calendar month, January is 1: 0.4 more or less than the usual one. */
  | {
      readonly kind: 'season';
      readonly isMore: boolean;
      readonly month: number;
      readonly share: number;
      readonly years: number;
    }
  /** A category's usual part of a month, and by how much it moved over the months. */
  | {
      readonly kind: 'drift';
      readonly isMore: boolean;
      readonly category: string;
      readonly share: number;
      readonly moved: number;
      readonly months: number;
    };

/** The weekdays with more, or else those with less. */
export function weekdayHabit({
  weekdays,
  weeks,
}: Extract<ReturnType<typeof weekdayHabits>, { enough: true }>): Habit[] {
  const more = weekdays.filter(({ kind }) => kind === 'more');
  const marked = more.length > 0 ? more : weekdays.filter(({ kind }) => kind === 'less');
  if (marked.length === 0) return [];
  const share = marked.reduce((sum, each) => sum + each.share, 0);
  return [{ kind: 'weekdays', isMore: more.length > 0, weekdays: marked.map(({ weekday }) => weekday), share, weeks }];
}

/** The third of a month with more, or else one with less. */
export function thirdHabit(amounts: readonly DayAmount[], months: readonly Period[]): Habit[] {
  const answer = monthThirds(amounts, months);
  if (!answer.enough) return [];
  const { thirds } = answer;
  const marked = thirds.find(({ kind }) => kind === 'more') ?? thirds.find(({ kind }) => kind === 'less');
  if (!marked) return [];
  const { third, typicalADay: aDay, kind } = marked;
  const others = thirds.filter((each) => each !== marked).map(({ typicalADay }) => typicalADay);
  return [{ kind: 'third', isMore: kind === 'more', third, aDay, others, months: answer.months }];
}

/** Whether more, or less, is spent in the week after each payday. */
export function paydayHabit(amounts: readonly DayAmount[], paydays: readonly Day[]): Habit[] {
  const effect = paydayEffect(amounts, paydays);
  if (!effect.enough || effect.kind === 'none') return [];
  const { ratio: times, cycles, cyclesWithMore } = effect;
  const isMore = effect.kind === 'more';
  return [{ kind: 'payday', isMore, times, agreeing: isMore ? cyclesWithMore : cycles - cyclesWithMore, cycles }];
}

/** The month of the year that stands out most. */
export function seasonHabit(rows: readonly MonthCategoryAmount[], category: Category | null, period: Period): Habit[] {
  const own = rows.filter((row) => category === null || row.category === category.name);
  const amounts = own.map(({ month, amount }) => ({
    day: `${month}-01` < period.from ? period.from : `${month}-01`,
    amount,
  }));
  const seasons = findSeasons(unitTotals(amounts, { unit: 'month', since: period.from, today: period.to }));
  if (!seasons.enough) return [];
  const habits = seasons.months
    .filter(({ kind }) => kind !== 'usual')
    .map(({ month, factor, years, kind }): Habit => {
      return { kind: 'season', isMore: kind === 'more', month, share: Math.abs(factor - 1), years };
    });
  return clearest(habits).slice(0, 1);
}

/** Categories whose part of all spending moves, over whole months. */
export function driftHabits(rows: readonly MonthCategoryAmount[], months: readonly Period[]) {
  const names = [...new Set(rows.map(({ category }) => category))];
  const sums = new Map(rows.map(({ month, category, amount }) => [`${month} ${category}`, amount]));
  const answer = categoryDrift(
    names.map((name) => ({ name, months: months.map(({ from }) => sums.get(`${from.slice(0, 7)} ${name}`) ?? 0) })),
  );
  if (!answer.enough) return [];
  return answer.drifts.map(({ name, share, drift, direction }) => ({
    kind: 'drift' as const,
    isMore: direction === 'growing',
    category: name,
    share,
    moved: Math.abs(drift),
    months: months.length,
  }));
}

/** The clearest first. */
export function clearest(habits: readonly Habit[]): Habit[] {
  return habits.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

/** How many times the rest it is: as a logarithm, so that more and less compare. */
function sizeOf(habit: Habit): number {
  const times = (ratio: number) => Math.abs(Math.log(Math.max(0.01, ratio)));
  switch (habit.kind) {
    case 'weekdays': {
      const { share, weekdays } = habit;
      return times(share / weekdays.length / Math.max(0.001, (1 - share) / (7 - weekdays.length)));
    }
    case 'third':
      return times(habit.aDay / Math.max(1, habit.others.reduce((sum, each) => sum + each, 0) / 2));
    case 'payday':
      return times(habit.times);
    case 'season':
      return times(habit.isMore ? 1 + habit.share : 1 - habit.share);
    case 'drift':
      return times((habit.share + habit.moved / 2) / Math.max(0.01, habit.share - habit.moved / 2));
  }
}
