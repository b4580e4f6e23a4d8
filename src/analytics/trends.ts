/** How spending, or income, moves over weeks and months. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory } from '../domain/categories.ts';
import { searchTextOf } from '../domain/entry-text.ts';
import { InputError } from '../errors.ts';
import { UNITS_FOR_A_TREND } from '../insight/thresholds.ts';
import type { Answer } from '../insight/too-little.ts';
import { findTrend, type Trend } from '../insight/trend.ts';
import { completeUnits, type UnitTotal, unitTotals } from '../insight/unit-totals.ts';
import { unitAround, unitAway } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import type { Unvalued } from '../store/totals.ts';
import { amountsByDay, type Flow, firstDayOf, kindsOf } from './ledger-sums.ts';
import { amountsAtMerchant } from './merchant-sums.ts';

export interface TrendQuestion {
  /** A category's name. */
  readonly category?: string;
  /** Part of a merchant's name; these are known by the month only. */
  readonly merchant?: string;
  readonly unit: 'week' | 'month';
  /** Whole units back from the running one; at least as many as a trend takes. */
  readonly count: number;
}

export interface SpendingTrend {
  readonly flow: Flow;
  /** The category's own name, or null for all of them. */
  readonly category: string | null;
  readonly unit: 'week' | 'month';
  /** Those that are over, oldest first, gaps filled with zero. */
  readonly units: readonly UnitTotal[];
  /** The one around today, up to today. */
  readonly running: UnitTotal | null;
  readonly trend: Answer<Trend>;
  readonly uncounted: readonly Unvalued[];
  readonly filter: EntryFilter;
}

/** Null for an empty ledger. Throws an InputError for an unknown category, or for a category and a merchant at once. */
export async function spendingTrend(db: Queries, asker: Asker, question: TrendQuestion): Promise<SpendingTrend | null> {
  const { merchant } = question;
  if (merchant !== undefined && question.category !== undefined) {
    throw new InputError('A trend is of a category or of a merchant, not of both.', 'Leave one of them out.');
  }
  const category =
    question.category === undefined
      ? null
      : requireCategory(await listCategories(db, asker.ledgerId), question.category);
  const firstDay = await firstDayOf(db, asker);
  if (firstDay === null) return null;
  const { today } = asker;
  const { firstDayOfWeek } = asker.preferences;
  const unit = merchant === undefined ? question.unit : 'month';
  const back = Math.max(question.count, UNITS_FOR_A_TREND);
  const start = unitAway(today, unit, -back, firstDayOfWeek).from;
  const since = firstDay > start ? firstDay : start;
  const period = { from: since, to: today };
  const flow: Flow = category?.kind === 'income' ? 'income' : 'spending';
  const amounts =
    merchant === undefined
      ? await amountsByDay(db, asker, period, flow, category?.id)
      : await amountsAtMerchant(db, asker, period, merchant);
  const totals = unitTotals(amounts.rows, { unit, since, today, firstDayOfWeek });
  const units = completeUnits(totals);
  const current = unitAround(today, unit, firstDayOfWeek).from;
  return {
    flow,
    category: category?.name ?? null,
    unit,
    units,
    running: totals.find(({ from }) => from === current) ?? null,
    trend: findTrend(totals, unit),
    uncounted: amounts.uncounted,
    filter: {
      from: units[0]?.from ?? start,
      to: today,
      kinds: kindsOf[flow],
      ...(category ? { categoryId: category.id } : {}),
      ...(merchant === undefined ? {} : { texts: [searchTextOf(merchant)] }),
    },
  };
}
