/** Where money went in a period, what changed since the one before, and what takes a growing part of it. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory } from '../domain/categories.ts';
import { alignedPeriods } from '../insight/aligned-periods.ts';
import { type CategoryDrift, categoryDrift } from '../insight/category-drift.ts';
import { type Changes, compareTotals, type NamedTotal } from '../insight/changes.ts';
import { FIRST_UNIT_GRACE_DAYS, UNITS_FOR_A_TREND } from '../insight/thresholds.ts';
import { addDays, addMonths, type Day, daysIn, type Period, unitAround, unitAway } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type EntryFilter, entriesById } from '../store/entries.ts';
import type { Unvalued } from '../store/totals.ts';
import { type LargestExpense, largestExpense } from './largest-expense.ts';
import {
  allUncounted,
  amountsByCategory,
  amountsByMonth,
  type Flow,
  firstDayOf,
  firstWholeMonth,
  kindsOf,
} from './ledger-sums.ts';
import { amountsByMerchant } from './merchant-sums.ts';

export interface CategoryInsights {
  readonly flow: Flow;
  /** The category's own name, or null for all of them. */
  readonly category: string | null;
  readonly now: Period;
  readonly before: Period;
  /** How the periods go together: whole months, the running month, or days. */
  readonly span: 'months' | 'running' | 'days';
  /** False where the ledger begins after the earlier period did, so that nothing can be said to have changed. */
  readonly hasBefore: boolean;
  readonly firstDay: Day;
  /** By category; of one category by merchant. Without an earlier period that is known, before is zero. */
  readonly changes: Changes;
  readonly count: number;
  /** Of all that was spent in the period, 0 to 1; null for all of it, and for income. */
  readonly share: number | null;
  /** Of one category. */
  readonly biggest: LargestExpense | null;
  /** Over the whole months of the last year; empty for one category, and for a ledger that is too young. */
  readonly drifts: readonly CategoryDrift[];
  readonly driftMonths: number;
  readonly uncounted: readonly Unvalued[];
  readonly filter: EntryFilter;
}

/** The last three whole months. */
export function usualPeriod(today: Day): Period {
  return { from: unitAway(today, 'month', -3).from, to: addDays(unitAround(today, 'month').from, -1) };
}

/** Null for an empty ledger. Throws an InputError for an unknown category. */
export async function categoryInsights(
  db: Queries,
  asker: Asker,
  { category: name, ...now }: Period & { readonly category?: string },
): Promise<CategoryInsights | null> {
  const category = name === undefined ? null : requireCategory(await listCategories(db, asker.ledgerId), name);
  const firstDay = await firstDayOf(db, asker);
  if (firstDay === null) return null;
  const { before, span } = periodBefore(now, asker.today);
  const hasBefore = addDays(firstDay, -FIRST_UNIT_GRACE_DAYS) <= before.from;
  const flow: Flow = category?.kind === 'income' ? 'income' : 'spending';
  const later = await amountsByCategory(db, asker, now, flow);
  const earlier = hasBefore ? await amountsByCategory(db, asker, before, flow) : { rows: [], uncounted: [] };
  const own = category ? later.rows.filter((row) => row.category === category.name) : later.rows;
  const [part, whole] = [own, later.rows].map((rows) => rows.reduce((sum, { amount }) => sum + amount, 0)) as [
    number,
    number,
  ];
  const drift = category ? { drifts: [], months: 0 } : await driftsOf(db, asker, firstDay);
  return {
    flow,
    category: category?.name ?? null,
    now,
    before,
    span,
    hasBefore,
    firstDay,
    changes: category
      ? await changesByMerchant(db, asker, { now, before: hasBefore ? before : null, flow, category })
      : compareTotals(earlier.rows.map(asTotal), later.rows.map(asTotal)),
    count: own.reduce((sum, { count }) => sum + count, 0),
    share: category && flow === 'spending' && whole > 0 && part > 0 ? part / whole : null,
    biggest: category && flow === 'spending' ? await largestExpense(db, asker, now, category.id) : null,
    drifts: drift.drifts,
    driftMonths: drift.months,
    uncounted: category
      ? await uncountedOf(db, asker, [now, ...(hasBefore ? [before] : [])], flow, category.id)
      : allUncounted(later, earlier),
    filter: { ...now, kinds: kindsOf[flow], ...(category ? { categoryId: category.id } : {}) },
  };
}

/**
 * As many whole months before whole months, the same days of the month before for the running month, as many days before
 * any other days.
 */
export function periodBefore(now: Period, today: Day): Pick<CategoryInsights, 'before' | 'span'> {
  const startsMonth = unitAround(now.from, 'month').from === now.from;
  if (startsMonth && unitAround(now.to, 'month').to === now.to) {
    const months = monthsIn(now);
    return { before: { from: addMonths(now.from, -months), to: addDays(now.from, -1) }, span: 'months' };
  }
  if (startsMonth && now.to === today && unitAround(today, 'month').from === now.from) {
    return { before: alignedPeriods(today, 'month', 'unit-before').before, span: 'running' };
  }
  return { before: { from: addDays(now.from, -daysIn(now)), to: addDays(now.from, -1) }, span: 'days' };
}

/** How many calendar months the period touches. */
export function monthsIn({ from, to }: Period): number {
  const number = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return number(to) - number(from) + 1;
}

/** By merchant; those that moved most by the newest spelling of their names, the others folded. */
async function changesByMerchant(
  db: Queries,
  asker: Asker,
  of: { now: Period; before: Period | null; flow: Flow; category: Category },
): Promise<Changes> {
  const later = await amountsByMerchant(db, asker, of.now, of.flow, of.category.id);
  const earlier = of.before ? await amountsByMerchant(db, asker, of.before, of.flow, of.category.id) : [];
  const changes = compareTotals(earlier, later);
  const latest = new Map([...earlier, ...later].map(({ name, latestId }) => [name, latestId]));
  const shown = changes.rows.slice(0, NAMED_MERCHANTS).flatMap(({ name }) => (name === '' ? [] : [name]));
  const entries = await entriesById(
    db,
    asker.ledgerId,
    shown.map((name) => latest.get(name) ?? ''),
  );
  const spellings = new Map(entries.map(({ id, merchant, note }) => [id, merchant ?? note]));
  const spelled = (name: string) => spellings.get(latest.get(name) ?? '') ?? name;
  return { ...changes, rows: changes.rows.map((row) => ({ ...row, name: spelled(row.name) })) };
}

/** As many as a picture shows. */
const NAMED_MERCHANTS = 10;

async function driftsOf(db: Queries, asker: Asker, firstDay: Day) {
  const start = unitAway(asker.today, 'month', -12).from;
  const known = firstWholeMonth(firstDay);
  const from = known > start ? known : start;
  const to = addDays(unitAround(asker.today, 'month').from, -1);
  const months = from > to ? 0 : monthsIn({ from, to });
  if (months < UNITS_FOR_A_TREND) return { drifts: [], months };
  const { rows } = await amountsByMonth(db, asker, { from, to });
  const names = [...new Set(rows.map(({ category }) => category))];
  const keys = Array.from({ length: months }, (_, index) => addMonths(from, index).slice(0, 7));
  const answer = categoryDrift(
    names.map((name) => {
      const own = new Map(rows.flatMap((row) => (row.category === name ? [[row.month, row.amount]] : [])));
      return { name, months: keys.map((key) => own.get(key) ?? 0) };
    }),
  );
  return { drifts: answer.enough ? answer.drifts : [], months };
}

async function uncountedOf(db: Queries, asker: Asker, periods: readonly Period[], flow: Flow, categoryId: string) {
  const counted = [];
  for (const period of periods) counted.push(await amountsByMonth(db, asker, period, flow, categoryId));
  return allUncounted(...counted);
}

function asTotal({ category, amount }: { readonly category: string; readonly amount: number }): NamedTotal {
  return { name: category, total: amount };
}
