/** Habits in a ledger's spending: weekdays, days of a month, seasons, and categories that take a growing part. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory, requireKind } from '../domain/categories.ts';
import { categoryDrift } from '../insight/category-drift.ts';
import type { DayAmount } from '../insight/entry.ts';
import { type MonthThird, monthThirds, paydayEffect } from '../insight/month-days.ts';
import { findRecurring } from '../insight/recurring.ts';
import { findSeasons } from '../insight/seasons.ts';
import type { TooLittle } from '../insight/too-little.ts';
import { completeUnits, unitTotals } from '../insight/unit-totals.ts';
import { weekdayHabits } from '../insight/weekday-habits.ts';
import { addDays, type Day, type Period, unitAway } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { insightEntries } from './ledger-entries.ts';
import { amountsByDay, amountsByMonth, firstDayOf, type MonthCategoryAmount } from './ledger-sums.ts';

/** Months that seasons are read from: a third year settles what two leave open. */
const SEASON_MONTHS = 36;
/** Entries that recurring charges are looked for in; where there are more, a charge weighs little. */
const MOST_ENTRIES = 3_000;
/** Who receives money on more days than this in the period has no payday. */
const MOST_INCOME_DAYS = 200;

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

export interface SpendingPatterns {
  /** The category's name, where one was asked for. */
  readonly category: string | null;
  readonly categoryId: string | null;
  /** Whole months and the running one, up to today; later where the ledger begins later. */
  readonly period: Period;
  /** The clearest first. */
  readonly habits: readonly Habit[];
  /** What even the first of them would take. */
  readonly tooLittle: TooLittle | null;
  /** Recurring charges were found, and are in no habit but seasons and drifts. */
  readonly withoutCharges: boolean;
  /** All spending by day, charges too. */
  readonly days: readonly DayAmount[];
  readonly uncounted: readonly Unvalued[];
}

/** Null for an empty ledger. Throws an InputError for an unknown category, and for one of income. */
export async function spendingPatterns(
  db: Queries,
  asker: Asker,
  { category: name, months }: { readonly category?: string; readonly months: number },
): Promise<SpendingPatterns | null> {
  const category = name === undefined ? null : requireCategory(await listCategories(db, asker.ledgerId), name);
  if (category) requireKind(category, 'expense');
  const first = await firstDayOf(db, asker);
  if (first === null || first > asker.today) return null;
  const { today } = asker;
  const since = (back: number) => later(first, unitAway(today, 'month', -back).from);
  const period = { from: since(months), to: today };
  const long = { from: since(Math.max(SEASON_MONTHS, months)), to: today };
  const [sums, incomes, monthly, charges] = await Promise.all([
    amountsByDay(db, asker, period, 'spending', category?.id),
    amountsByDay(db, asker, period, 'income'),
    amountsByMonth(db, asker, long),
    chargesIn(db, asker, period, category),
  ]);
  const paydays = paydaysAmong(incomes.rows, today);
  const flexible = [...sums.rows, ...charges.map(({ day, amount }) => ({ day, amount: -amount }))];
  // Today may not be over.
  const weekdays = weekdayHabits(flexible, period.from, addDays(today, -1));
  const whole = completeUnits(unitTotals([], { unit: 'month', since: period.from, today }));
  const habits = [
    ...(weekdays.enough ? weekdayHabit(weekdays) : []),
    ...clearest([...thirdHabit(flexible, whole), ...paydayHabit(flexible, paydays)]).slice(0, 1),
    ...seasonHabit(monthly.rows, category, long),
    ...driftHabits(monthly.rows, whole).filter((habit) => category === null || habit.category === category.name),
  ];
  return {
    category: category?.name ?? null,
    categoryId: category?.id ?? null,
    period,
    habits: clearest(habits),
    tooLittle: weekdays.enough ? null : weekdays,
    withoutCharges: charges.length > 0,
    days: sums.rows,
    uncounted: sums.uncounted,
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

async function chargesIn(db: Queries, asker: Asker, period: Period, category: Category | null) {
  const only = { kinds: ['expense'], ...(category ? { categoryId: category.id } : {}) } as const;
  const expenses = await insightEntries(db, asker, period, only, MOST_ENTRIES);
  const ids = new Set(findRecurring(expenses, period.to).flatMap(({ entryIds }) => entryIds));
  return expenses.filter(({ id }) => ids.has(id));
}

/** The days of the largest income that comes again and again; paid weekly, all days are alike. */
function paydaysAmong(incomes: readonly DayAmount[], today: Day): Day[] {
  if (incomes.length > MOST_INCOME_DAYS) return [];
  // A day's income as one entry: the day is its name.
  const entries = incomes.map(({ day, amount }) => ({
    ...{ id: day, day, amount },
    ...{ kind: 'income' as const, category: '', merchant: '' },
  }));
  const [pay] = findRecurring(entries, today).filter(({ rhythm }) => rhythm !== 'weekly');
  return [...(pay?.entryIds ?? [])];
}

function weekdayHabit({ weekdays, weeks }: Extract<ReturnType<typeof weekdayHabits>, { enough: true }>): Habit[] {
  const more = weekdays.filter(({ kind }) => kind === 'more');
  const marked = more.length > 0 ? more : weekdays.filter(({ kind }) => kind === 'less');
  if (marked.length === 0) return [];
  const share = marked.reduce((sum, each) => sum + each.share, 0);
  return [{ kind: 'weekdays', isMore: more.length > 0, weekdays: marked.map(({ weekday }) => weekday), share, weeks }];
}

function thirdHabit(amounts: readonly DayAmount[], months: readonly Period[]): Habit[] {
  const answer = monthThirds(amounts, months);
  if (!answer.enough) return [];
  const { thirds } = answer;
  const marked = thirds.find(({ kind }) => kind === 'more') ?? thirds.find(({ kind }) => kind === 'less');
  if (!marked) return [];
  const { third, typicalADay: aDay, kind } = marked;
  const others = thirds.filter((each) => each !== marked).map(({ typicalADay }) => typicalADay);
  return [{ kind: 'third', isMore: kind === 'more', third, aDay, others, months: answer.months }];
}

function paydayHabit(amounts: readonly DayAmount[], paydays: readonly Day[]): Habit[] {
  const effect = paydayEffect(amounts, paydays);
  if (!effect.enough || effect.kind === 'none') return [];
  const { ratio: times, cycles, cyclesWithMore } = effect;
  const isMore = effect.kind === 'more';
  return [{ kind: 'payday', isMore, times, agreeing: isMore ? cyclesWithMore : cycles - cyclesWithMore, cycles }];
}

/** The month of the year that stands out most. */
function seasonHabit(rows: readonly MonthCategoryAmount[], category: Category | null, period: Period): Habit[] {
  const own = rows.filter((row) => category === null || row.category === category.name);
  const amounts = own.map(({ month, amount }) => ({ day: later(`${month}-01`, period.from), amount }));
  const seasons = findSeasons(unitTotals(amounts, { unit: 'month', since: period.from, today: period.to }));
  if (!seasons.enough) return [];
  const habits = seasons.months
    .filter(({ kind }) => kind !== 'usual')
    .map(({ month, factor, years, kind }): Habit => {
      return { kind: 'season', isMore: kind === 'more', month, share: Math.abs(factor - 1), years };
    });
  return clearest(habits).slice(0, 1);
}

function driftHabits(rows: readonly MonthCategoryAmount[], months: readonly Period[]) {
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

function clearest(habits: readonly Habit[]): Habit[] {
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
