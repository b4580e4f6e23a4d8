/**
 * What a ledger spent and received, as the statistics take it: numbers of minor units of the ledger's own currency, from
 * sums that are kept with each write. What has no rate into that currency is handed along, to be listed apart.
 */

import type { Asker } from '../domain/asker.ts';
import { type DayAmount, exactNumber } from '../insight/entry.ts';
import { FIRST_UNIT_GRACE_DAYS } from '../insight/thresholds.ts';
import { addDays, addMonths, type Day, type Period, unitAround } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { EntryKind } from '../store/entries.ts';
import {
  type MonthTotal,
  type Total,
  totalsByCategoryDay,
  totalsByDay,
  totalsByMonth,
  type Unvalued,
} from '../store/totals.ts';

/** Sums with what could not be counted in them. */
export interface Counted<Row> {
  readonly rows: readonly Row[];
  /** Amounts without a rate, added up by currency; mostly empty. */
  readonly uncounted: readonly Unvalued[];
}

/** Spending is expenses less refunds; income is by itself. */
export type Flow = 'spending' | 'income';

export interface CategoryAmount {
  /** The category's name. */
  readonly category: string;
  readonly amount: number;
  readonly count: number;
}

export interface MonthCategoryAmount extends CategoryAmount {
  /** YYYY-MM */
  readonly month: string;
}

/** The kinds of entries that make each flow. */
export const kindsOf: Readonly<Record<Flow, readonly EntryKind[]>> = {
  spending: ['expense', 'refund'],
  income: ['income'],
};

/** By day, oldest first; days without entries are left out. */
export async function amountsByDay(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  flow: Flow = 'spending',
  categoryId?: string,
): Promise<Counted<DayAmount>> {
  const totals = await totalsByDay(db, ledgerId, period, { kinds: kindsOf[flow], categoryId });
  const days = sumBy(totals, ({ day }) => day);
  const rows = [...days].map(([day, amount]) => ({ day, amount })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return { rows, uncounted: uncountedIn(totals) };
}

/** By category, the most first. */
export async function amountsByCategory(
  db: Queries,
  asker: Asker,
  period: Period,
  flow: Flow = 'spending',
): Promise<Counted<CategoryAmount>> {
  return byCategory(await amountsByMonth(db, asker, period, flow));
}

/** Months added up by category, the most first. */
function byCategory({ rows, uncounted }: Counted<MonthCategoryAmount>): Counted<CategoryAmount> {
  const categories = new Map<string, CategoryAmount>();
  for (const { category, amount, count } of rows) {
    const known = categories.get(category) ?? { category, amount: 0, count: 0 };
    categories.set(category, { category, amount: sum(known.amount, amount), count: known.count + count });
  }
  const sorted = [...categories.values()].sort((a, b) => b.amount - a.amount || (a.category < b.category ? -1 : 1));
  return { rows: sorted, uncounted };
}

/** By month and category, oldest first; months count only their days within the period. */
export async function amountsByMonth(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  flow: Flow = 'spending',
  categoryId?: string,
): Promise<Counted<MonthCategoryAmount>> {
  const totals = await totalsByMonth(db, ledgerId, period, { kinds: kindsOf[flow], categoryId });
  return monthRows(totals, await listCategories(db, ledgerId));
}

/** Spending and income by month and category, each as {@link amountsByMonth} gives it, for the price of one. */
export async function flowsByMonth(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
): Promise<Readonly<Record<Flow, Counted<MonthCategoryAmount>>>> {
  const totals = await totalsByMonth(db, ledgerId, period);
  const categories = await listCategories(db, ledgerId);
  const rowsOf = (flow: Flow) =>
    monthRows(
      totals.filter(({ kind }) => kindsOf[flow].includes(kind)),
      categories,
    );
  return { spending: rowsOf('spending'), income: rowsOf('income') };
}

function monthRows(totals: readonly MonthTotal[], categories: readonly Category[]): Counted<MonthCategoryAmount> {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const sums = new Map<string, MonthCategoryAmount>();
  for (const total of totals) {
    const category = names.get(total.categoryId) ?? '';
    const key = `${total.month} ${total.categoryId}`;
    const known = sums.get(key) ?? { month: total.month, category, amount: 0, count: 0 };
    sums.set(key, { ...known, amount: sum(known.amount, signed(total)), count: known.count + total.count });
  }
  const rows = [...sums.values()].sort((a, b) =>
    a.month < b.month ? -1 : a.month > b.month ? 1 : b.amount - a.amount,
  );
  return { rows, uncounted: uncountedIn(totals) };
}

/** By day and category, oldest first; days without entries are left out. */
export async function amountsByCategoryDay(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  flow: Flow = 'spending',
): Promise<Counted<DayAmount & { readonly category: string }>> {
  const totals = await totalsByCategoryDay(db, ledgerId, period, { kinds: kindsOf[flow] });
  const names = new Map((await listCategories(db, ledgerId)).map(({ id, name }) => [id, name]));
  const days = sumBy(totals, ({ day, categoryId }) => `${day} ${categoryId}`);
  const rows = [...days].map(([key, amount]) => {
    const [day = '', categoryId = ''] = key.split(' ');
    return { day, amount, category: names.get(categoryId) ?? '' };
  });
  return { rows, uncounted: uncountedIn(totals) };
}

/** The first day that the ledger has an entry on, or null for an empty one. */
export async function firstDayOf(db: Queries, { ledgerId }: Asker): Promise<Day | null> {
  const row = await db.dayTotal.findFirst({ where: { ledgerId }, orderBy: { day: 'asc' }, select: { day: true } });
  return row?.day ?? null;
}

/** The first day of the first month that is known as a whole: a ledger begun in a month's first days knows all of it. */
export function firstWholeMonth(firstDay: Day): Day {
  const { from } = unitAround(firstDay, 'month');
  return addDays(firstDay, -FIRST_UNIT_GRACE_DAYS) <= from ? from : addMonths(from, 1);
}

/** What could not be counted in either of them, added up. */
export function allUncounted(...parts: readonly Counted<unknown>[]): Unvalued[] {
  return uncountedOf(parts.flatMap(({ uncounted }) => uncounted));
}

/** What a refund brings back is less spent. */
function signed({ kind, homeMinor }: Total & { readonly kind: EntryKind }): number {
  return exactNumber(kind === 'refund' ? -homeMinor : homeMinor);
}

/** Two exact numbers together; throws as `exactNumber` does, where a number would round. */
function sum(a: number, b: number): number {
  return Number.isSafeInteger(a + b) ? a + b : exactNumber(BigInt(a) + BigInt(b));
}

function sumBy<Row extends Total & { readonly kind: EntryKind }>(
  totals: readonly Row[],
  key: (total: Row) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const total of totals) sums.set(key(total), sum(sums.get(key(total)) ?? 0, signed(total)));
  return sums;
}

/** What the totals could not count, added up by currency. */
export function uncountedIn(totals: readonly Total[]): Unvalued[] {
  return uncountedOf(totals.flatMap(({ unvalued }) => unvalued));
}

function uncountedOf(amounts: readonly Unvalued[]): Unvalued[] {
  const sums = new Map<string, Unvalued>();
  for (const { currency, count, minor } of amounts) {
    const known = sums.get(currency) ?? { currency, count: 0, minor: 0n };
    sums.set(currency, { currency, count: known.count + count, minor: known.minor + minor });
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
