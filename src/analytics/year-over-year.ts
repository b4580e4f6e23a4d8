/** A year held against the one before it, up to the same day. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory } from '../domain/categories.ts';
import { InputError } from '../errors.ts';
import { alignedPeriods } from '../insight/aligned-periods.ts';
import { type Changes, compareTotals } from '../insight/changes.ts';
import { addDays, addMonths, type Day, type Period, unitAround } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { Unvalued } from '../store/totals.ts';
import {
  allUncounted,
  amountsByMonth,
  type Counted,
  type Flow,
  firstDayOf,
  firstWholeMonth,
  flowsByMonth,
  kindsOf,
  type MonthCategoryAmount,
} from './ledger-sums.ts';

export interface MonthPair {
  /** The month's first day, in the later year. */
  readonly month: Day;
  /** Null for a month that has not begun, or that the ledger does not know. The running one goes up to today. */
  readonly now: number | null;
  /** All of the month a year before. */
  readonly before: number | null;
}

export interface YearOverYear {
  readonly known: true;
  readonly flow: Flow;
  /** The category's own name, or null for all of them. */
  readonly category: string | null;
  readonly now: Period;
  readonly before: Period;
  /** False while the year runs. */
  readonly isComplete: boolean;
  /** The ledger begins within the earlier year, so both are held against each other from that month on. */
  readonly isCut: boolean;
  /** By category. */
  readonly changes: Changes;
  /** Of both periods, only where no category was asked for. */
  readonly income: { readonly now: number; readonly before: number } | null;
  /** January to December. */
  readonly months: readonly MonthPair[];
  /** Those of the months held against each other that are over, and how many of them came to more. */
  readonly wholeMonths: number;
  readonly dearerMonths: number;
  readonly uncounted: readonly Unvalued[];
  readonly filter: EntryFilter;
}

/** What is missing for it: an earlier year, since the ledger begins on `firstDay`. */
export interface YearUnknown {
  readonly known: false;
  readonly firstDay: Day;
  /** The first day of the first month that has a whole one a year before it. */
  readonly since: Day;
}

/** Null for an empty ledger. Throws an InputError for an unknown category, and for a year that has not begun. */
export async function yearOverYear(
  db: Queries,
  asker: Asker,
  { year, category: name }: { readonly year?: number; readonly category?: string },
): Promise<YearOverYear | YearUnknown | null> {
  const thisYear = Number(asker.today.slice(0, 4));
  const wanted = year ?? thisYear;
  if (wanted > thisYear) throw new InputError(`${wanted} has not begun.`, `Ask for a year up to ${thisYear}.`);
  const category = name === undefined ? null : requireCategory(await listCategories(db, asker.ledgerId), name);
  const firstDay = await firstDayOf(db, asker);
  if (firstDay === null) return null;
  const until = wanted === thisYear ? asker.today : `${wanted}-12-31`;
  const aligned = alignedPeriods(until, 'year', 'year-before');
  const since = firstWholeMonth(firstDay);
  const isCut = since > aligned.before.from;
  const before = isCut ? { ...aligned.before, from: since } : aligned.before;
  if (before.from > before.to) return { known: false, firstDay, since: addMonths(since, 12) };
  const now = isCut ? { ...aligned.now, from: addMonths(since, 12) } : aligned.now;
  const flow = flowOf(category);
  const [later, earlier] = [await sumsOf(db, asker, now, category), await sumsOf(db, asker, before, category)];
  const rest = { from: addDays(before.to, 1), to: unitAround(before.to, 'year').to };
  const earlierRest = rest.from > rest.to ? nothing : (await sumsOf(db, asker, rest, category)).own;
  const months = monthPairs(later.own.rows, [...earlier.own.rows, ...earlierRest.rows], now, before);
  const whole = months.filter(
    ({ month, now: amount }) => amount !== null && (aligned.isComplete || unitAround(month, 'month').to < asker.today),
  );
  return {
    known: true,
    flow,
    category: category?.name ?? null,
    now,
    before,
    isComplete: aligned.isComplete,
    isCut,
    changes: compareTotals(asTotals(earlier.own), asTotals(later.own)),
    income: category ? null : { now: amountOf(later.income), before: amountOf(earlier.income) },
    months,
    wholeMonths: whole.length,
    dearerMonths: whole.filter((pair) => (pair.now ?? 0) > (pair.before ?? 0)).length,
    uncounted: allUncounted(later.own, later.income, earlier.own, earlier.income),
    filter: { ...now, kinds: kindsOf[flow], ...(category ? { categoryId: category.id } : {}) },
  };
}

function monthPairs(
  now: readonly MonthCategoryAmount[],
  before: readonly MonthCategoryAmount[],
  nowPeriod: Period,
  beforePeriod: Period,
): MonthPair[] {
  const [year] = nowPeriod.from.split('-');
  const sumOf = (rows: readonly MonthCategoryAmount[], month: Day) =>
    rows.filter((row) => row.month === month.slice(0, 7)).reduce((sum, { amount }) => sum + amount, 0);
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}-01`;
    const yearBefore = addMonths(month, -12);
    const isKnown = yearBefore >= beforePeriod.from;
    return {
      month,
      now: isKnown && month <= nowPeriod.to ? sumOf(now, month) : null,
      before: isKnown ? sumOf(before, yearBefore) : null,
    };
  });
}

type Months = Counted<MonthCategoryAmount>;

const nothing: Months = { rows: [], uncounted: [] };

/** What the comparison is about, and income beside it where that is all spending. */
async function sumsOf(
  db: Queries,
  asker: Asker,
  period: Period,
  category: Category | null,
): Promise<{ own: Months; income: Months }> {
  if (category) {
    return { own: await amountsByMonth(db, asker, period, flowOf(category), category.id), income: nothing };
  }
  const { spending, income } = await flowsByMonth(db, asker, period);
  return { own: spending, income };
}

function flowOf(category: Category | null): Flow {
  return category?.kind === 'income' ? 'income' : 'spending';
}

function amountOf({ rows }: Months): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

function asTotals({ rows }: Months) {
  return rows.map(({ category, amount }) => ({ name: category, total: amount }));
}
