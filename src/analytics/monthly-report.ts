/** A month at a glance: what was spent and earned, against the month before, with its budgets and its biggest entry. */

import type { Asker } from '../domain/asker.ts';
import { type BudgetState, budgetStates } from '../domain/budgets.ts';
import { InputError } from '../errors.ts';
import { alignedPeriods } from '../insight/aligned-periods.ts';
import { type Changes, compareTotals } from '../insight/changes.ts';
import { FIRST_UNIT_GRACE_DAYS } from '../insight/thresholds.ts';
import { addDays, type Day, type Period, parseDay, unitAround, unitAway } from '../period.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { Unvalued } from '../store/totals.ts';
import { type LargestExpense, largestExpense } from './largest-expense.ts';
import {
  allUncounted,
  amountsByMonth,
  type Counted,
  firstDayOf,
  flowsByMonth,
  kindsOf,
  type MonthCategoryAmount,
} from './ledger-sums.ts';

/** What came and went. */
export interface MonthFlows {
  /** Up to today, while it runs. */
  readonly month: Period;
  readonly isRunning: boolean;
  /** The month before, or as many of its days; null where the ledger does not know all of it. */
  readonly before: Period | null;
  /** By category; `before` is zero where there is no month before. */
  readonly spending: Changes;
  readonly income: number;
  /** Entries of all kinds. */
  readonly count: number;
  readonly uncounted: readonly Unvalued[];
}

export interface MonthlyReport extends MonthFlows {
  /** Income less spending; below zero when more went out. */
  readonly left: number;
  /** The monthly budgets as they stand at the month's end, or now. */
  readonly budgets: readonly BudgetState[];
  readonly biggest: LargestExpense | null;
  readonly filter: EntryFilter;
}

/** In the first days of a month people look back at the last one; later at the running one. */
export function monthToReport(today: Day): string {
  const isEarly = Number(today.slice(8)) <= DAYS_TO_LOOK_BACK;
  return unitAway(today, 'month', isEarly ? -1 : 0).from.slice(0, 7);
}

const DAYS_TO_LOOK_BACK = 3;

/** Null for an empty ledger. Throws an InputError for what is no month (`YYYY-MM`), and for one that has not begun. */
export async function monthlyReport(db: Queries, asker: Asker, month: string): Promise<MonthlyReport | null> {
  const flows = await monthFlows(db, asker, month);
  if (!flows) return null;
  const states = await budgetStates(db, { ...asker, today: flows.month.to });
  return {
    ...flows,
    left: flows.income - flows.spending.after,
    budgets: states.filter(({ every }) => every === 'monthly'),
    biggest: await largestExpense(db, asker, flows.month),
    filter: { ...flows.month, kinds: kindsOf.spending },
  };
}

/** Of a report what is read from sums alone. Null and InputErrors as there. */
export async function monthFlows(db: Queries, asker: Asker, month: string): Promise<MonthFlows | null> {
  const first = parseMonth(month);
  if (first > asker.today) {
    throw new InputError(`${month} has not begun.`, `Ask for a month up to ${asker.today.slice(0, 7)}.`);
  }
  const firstDay = await firstDayOf(db, asker);
  if (firstDay === null) return null;
  const end = unitAround(first, 'month').to;
  const isRunning = end > asker.today;
  const { now, before } = alignedPeriods(isRunning ? asker.today : end, 'month', 'unit-before');
  const isKnown = addDays(firstDay, -FIRST_UNIT_GRACE_DAYS) <= before.from;
  const nothing: Counted<MonthCategoryAmount> = { rows: [], uncounted: [] };
  const { spending: later, income } = await flowsByMonth(db, asker, now);
  const earlier = isKnown ? await amountsByMonth(db, asker, before) : nothing;
  const spending = compareTotals(asTotals(earlier), asTotals(later));
  return {
    month: now,
    isRunning,
    before: isKnown ? before : null,
    spending,
    income: income.rows.reduce((sum, { amount }) => sum + amount, 0),
    count: [...later.rows, ...income.rows].reduce((sum, { count }) => sum + count, 0),
    uncounted: allUncounted(later, earlier, income),
  };
}

function parseMonth(month: string): Day {
  if (!/^\d{4}-\d{2}$/.test(month)) {
    throw new InputError(`"${month.slice(0, 24)}" is not a month.`, 'Write a month as YYYY-MM, like 2026-03.');
  }
  return parseDay(`${month}-01`);
}

function asTotals({ rows }: Counted<MonthCategoryAmount>) {
  return rows.map(({ category, amount }) => ({ name: category, total: amount }));
}
