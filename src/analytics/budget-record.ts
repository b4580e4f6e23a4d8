/** Budgets beside what was spent: how the running period will end, and how the ones before it ended. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { scopeOf, TOTAL_NAME } from '../domain/budgets.ts';
import { valuesAtHome } from '../domain/rates.ts';
import { type BudgetPace, budgetPace } from '../insight/budget-pace.ts';
import { type BudgetPeriod, type BudgetRecord, budgetRecord } from '../insight/budget-record.ts';
import { type DayAmount, exactNumber } from '../insight/entry.ts';
import type { Recurring } from '../insight/recurring.ts';
import { FIRST_UNIT_GRACE_DAYS } from '../insight/thresholds.ts';
import type { Answer } from '../insight/too-little.ts';
import { addDays, addMonths, type Day, dayAt, type Period, unitAway } from '../period.ts';
import { type Budget, listBudgets, TOTAL } from '../store/budgets.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { allUncounted, amountsByDay, type Counted, firstDayOf } from './ledger-sums.ts';
import { type FoundRecurring, recurringOf } from './recurring.ts';

/** Amounts are minor units of the ledger's currency; a budget in another one counts at today's rate. */
export interface BudgetComparison {
  /** A category's name, or "total". */
  readonly name: string;
  readonly budget: Budget;
  /** Undefined for the budget over all categories. */
  readonly categoryId: string | undefined;
  readonly limit: number;
  readonly period: Period;
  /** In the running period up to today. */
  readonly spent: number;
  readonly pace: Answer<BudgetPace>;
  /** The whole periods before it, oldest first. */
  readonly past: readonly BudgetPeriod[];
  readonly record: Answer<BudgetRecord>;
  /** Whether the budget has become what it is after some of them began, which are held against it all the same. */
  readonly isHindsight: boolean;
}

export interface BudgetComparisons {
  /** Of the category that was asked for, or "total"; null for all budgets. */
  readonly name: string | null;
  readonly budgets: readonly BudgetComparison[];
  /** Those in a currency that no rate is known for. */
  readonly withoutRate: readonly Pick<BudgetComparison, 'name' | 'budget'>[];
  readonly uncounted: readonly Unvalued[];
}

/** Days before the running period whose habits say how it will go on. */
const DAYS_OF_HABITS = 366;

/**
 * Up to `periods` whole periods of each budget, or of one category's. `known` saves finding the ledger's charges again.
 * Throws an InputError for an unknown category.
 */
export async function compareBudgets(
  db: Queries,
  asker: Asker,
  periods: number,
  category?: string,
  known?: FoundRecurring,
): Promise<BudgetComparisons> {
  const asked = category === undefined ? null : await scopeOf(db, asker, category);
  const budgets = await listBudgets(db, asker.ledgerId, asked?.scope);
  const names = new Map((await listCategories(db, asker.ledgerId)).map(({ id, name }) => [id, name]));
  const limits = await valuesAtHome(
    db,
    asker.ledgerId,
    asker.homeCurrency,
    budgets.map(({ amount }) => ({ amount, day: asker.today })),
  );
  const first = (await firstDayOf(db, asker)) ?? asker.today;
  const recurring = budgets.length === 0 ? null : (known ?? (await recurringOf(db, asker, 'expense')));
  const compared: BudgetComparison[] = [];
  const withoutRate: Pick<BudgetComparison, 'name' | 'budget'>[] = [];
  const sums: Counted<DayAmount>[] = [];
  for (const [index, budget] of budgets.entries()) {
    const limit = limits[index];
    const categoryId = budget.scope === TOTAL ? undefined : budget.scope;
    const name = categoryId === undefined ? TOTAL_NAME : (names.get(categoryId) ?? '');
    if (limit == null || recurring === null) {
      withoutRate.push({ name, budget });
      continue;
    }
    const unit = units[budget.period];
    const away = (count: number) => unitAway(asker.today, unit, count, asker.preferences.firstDayOfWeek);
    const before = Array.from({ length: periods }, (_, at) => away(at - periods)).filter(
      ({ from }) => first <= addDays(from, FIRST_UNIT_GRACE_DAYS),
    );
    const period = away(0);
    const since = [before[0]?.from ?? period.from, addDays(period.from, -DAYS_OF_HABITS)].sort()[0] ?? period.from;
    const spending = await amountsByDay(db, asker, { from: since, to: period.to }, 'spending', categoryId);
    sums.push(spending);
    compared.push(
      compare(
        { name, budget, categoryId, limit: exactNumber(limit), period, before, spending, recurring, first },
        asker,
      ),
    );
  }
  return { name: asked?.name ?? null, budgets: compared, withoutRate, uncounted: allUncounted(...sums) };
}

export const units = { weekly: 'week', monthly: 'month', yearly: 'year' } as const;

interface Known extends Pick<BudgetComparison, 'name' | 'budget' | 'categoryId' | 'limit' | 'period'> {
  readonly before: readonly Period[];
  readonly spending: Counted<DayAmount>;
  readonly recurring: FoundRecurring;
  /** The ledger's first day. */
  readonly first: Day;
}

function compare(known: Known, asker: Asker): BudgetComparison {
  const { name, budget, categoryId, limit, period, before, spending, recurring, first } = known;
  const { today } = asker;
  const sumIn = ({ from, to }: Period) =>
    spending.rows.reduce((sum, { day, amount }) => (day >= from && day <= to ? sum + amount : sum), 0);
  const past = before.map((each) => ({ ...each, limit, spent: sumIn(each) }));
  const isOurs = (category: string) => categoryId === undefined || category === name;
  const paid = recurring.found
    .flatMap(({ entryIds }) => entryIds)
    .flatMap((id) => recurring.entries.get(id) ?? [])
    .filter(({ category }) => isOurs(category));
  const charged = paid.map(({ day, amount }) => ({ day, amount: -amount }));
  // What is not a recurring charge: all, less the charges of the same days.
  const flexible = [...spending.rows.filter(({ day }) => day <= today), ...charged];
  const running = (rows: readonly DayAmount[]) => rows.filter(({ day }) => day >= period.from);
  const toCome = [
    ...recurring.found.filter((each) => isOurs(each.category)).flatMap((each) => comingCharges(each, today, period.to)),
    // What is entered ahead of its day is as sure as a charge.
    ...spending.rows.filter(({ day }) => day > today),
  ];
  const changed = dayAt(Temporal.Instant.fromEpochMilliseconds(budget.changedAt.getTime()), asker.preferences.timezone);
  return {
    name,
    budget,
    categoryId,
    limit,
    period,
    spent: sumIn({ from: period.from, to: today }),
    pace: budgetPace({
      ...period,
      limit,
      today,
      flexible: running(flexible),
      charges: [...running(paid.map(({ day, amount }) => ({ day, amount }))), ...toCome],
      earlier: flexible.filter(({ day }) => day < period.from),
      earlierSince: [first, addDays(period.from, -DAYS_OF_HABITS)].sort().at(-1) ?? first,
    }),
    past,
    record: budgetRecord(past),
    isHindsight: past[0] !== undefined && changed > past[0].from,
  };
}

/** A charge's days after today up to the last one; one that is late may come any day. */
function comingCharges({ status, nextDay, rhythm, amount }: Recurring, today: Day, to: Day): DayAmount[] {
  if (status === 'ended') return [];
  const coming: DayAmount[] = [];
  const tomorrow = addDays(today, 1);
  for (let count = 0; ; count++) {
    const due = steps[rhythm](nextDay, count);
    const day = due < tomorrow ? tomorrow : due;
    if (day > to) return coming;
    if (due >= tomorrow || count === 0) coming.push({ day, amount });
  }
}

/** The due day `count` charges after one. */
const steps: Readonly<Record<Recurring['rhythm'], (day: Day, count: number) => Day>> = {
  weekly: (day, count) => addDays(day, 7 * count),
  fortnightly: (day, count) => addDays(day, 14 * count),
  'four-weekly': (day, count) => addDays(day, 28 * count),
  monthly: addMonths,
  quarterly: (day, count) => addMonths(day, 3 * count),
  'half-yearly': (day, count) => addMonths(day, 6 * count),
  yearly: (day, count) => addMonths(day, 12 * count),
};
