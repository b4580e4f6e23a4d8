/** How a budget fared over past periods. */

import type { Period } from '../period.ts';
import { mannKendall } from './rank-tests.ts';
import { middle } from './robust.ts';
import { PERIODS_FOR_A_RECORD, TREND_P, UNITS_FOR_A_TREND } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

/** A past period, complete, with the limit that held in it. */
export interface BudgetPeriod extends Period {
  readonly limit: number;
  readonly spent: number;
}

export interface BudgetRecord {
  readonly kept: number;
  readonly passed: number;
  /** The median spent over the limit, 1 for exactly all of it. */
  readonly typicalUse: number;
  /** Of the periods that passed it, how far in the median, minor units; 0 when none did. */
  readonly typicalOverrun: number;
  /** The period that passed it furthest; null when none did. */
  readonly worst: BudgetPeriod | null;
  /** The latest periods in a row that ended like the last one. */
  readonly streak: { readonly kind: 'kept' | 'passed'; readonly count: number };
  /** Whether more and more of the limit is used; `unknown` for fewer than six periods. */
  readonly trend: 'worsening' | 'improving' | 'none' | 'unknown';
}

/** Periods oldest first, limits above zero. To spend exactly the limit is to keep it. */
export function budgetRecord(periods: readonly BudgetPeriod[]): Answer<BudgetRecord> {
  if (periods.length < PERIODS_FOR_A_RECORD) return tooLittle('periods', periods.length, PERIODS_FOR_A_RECORD);
  const over = periods.filter(({ limit, spent }) => spent > limit);
  const isOver = (period: BudgetPeriod | undefined) => period !== undefined && period.spent > period.limit;
  const last = isOver(periods.at(-1));
  const sinceChange = [...periods].reverse().findIndex((period) => isOver(period) !== last);
  const uses = periods.map(({ limit, spent }) => spent / limit);
  return {
    enough: true,
    kept: periods.length - over.length,
    passed: over.length,
    typicalUse: middle(uses),
    typicalOverrun: Math.round(middle(over.map(({ limit, spent }) => spent - limit))),
    worst: [...over].sort((a, b) => b.spent - b.limit - (a.spent - a.limit))[0] ?? null,
    streak: { kind: last ? 'passed' : 'kept', count: sinceChange === -1 ? periods.length : sinceChange },
    trend: trendOf(uses),
  };
}

function trendOf(uses: readonly number[]): BudgetRecord['trend'] {
  if (uses.length < UNITS_FOR_A_TREND) return 'unknown';
  const { s, p } = mannKendall(uses);
  return p > TREND_P ? 'none' : s > 0 ? 'worsening' : 'improving';
}
