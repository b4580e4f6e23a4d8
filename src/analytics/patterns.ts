/** Habits in a ledger's spending: weekdays, days of a month, seasons, and categories that take a growing part. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory, requireKind } from '../domain/categories.ts';
import type { DayAmount } from '../insight/entry.ts';
import { findRecurring } from '../insight/recurring.ts';
import type { TooLittle } from '../insight/too-little.ts';
import { completeUnits, unitTotals } from '../insight/unit-totals.ts';
import { weekdayHabits } from '../insight/weekday-habits.ts';
import { addDays, type Day, later, type Period, unitAway } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { clearest, driftHabits, type Habit, paydayHabit, seasonHabit, thirdHabit, weekdayHabit } from './habits.ts';
import { insightEntries } from './ledger-entries.ts';
import { amountsByDay, amountsByMonth, firstDayOf } from './ledger-sums.ts';

/** Months that seasons are read from: a third year settles what two leave open. */
const SEASON_MONTHS = 36;
/** Entries that recurring charges are looked for in; where there are more, a charge weighs little. */
const MOST_ENTRIES = 3_000;
/** Who receives money on more days than this in the period has no payday. */
const MOST_INCOME_DAYS = 200;

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
