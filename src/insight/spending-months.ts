/** What each category costs in a month: its recurring charges, and the rest, which one can decide about. */

import type { Day } from '../period.ts';
import { groupBy, type InsightEntry } from './entry.ts';
import type { Recurring } from './recurring.ts';
import { middle } from './robust.ts';
import { LEAST_SEASON, MONTHS_OF_THE_TYPICAL, YEARS_FOR_A_SEASONAL_BUDGET } from './thresholds.ts';
import { completeUnits, unitTotals } from './unit-totals.ts';

export interface SpendingMonths {
  /** The category. */
  readonly name: string;
  /** Minor units a month of its recurring charges that have not ended, a yearly one by its twelfth. */
  readonly fixed: number;
  /** Expenses less refunds of the complete months, oldest first, without recurring charges. */
  readonly flexible: readonly number[];
}

export interface SpendingHistory {
  readonly categories: readonly SpendingMonths[];
  /** The first day of each complete month. */
  readonly months: readonly Day[];
}

/** Splits a ledger by category and month. `since` is its first day; the running month is left out. */
export function spendingHistory(
  entries: readonly InsightEntry[],
  recurring: readonly Recurring[],
  since: Day,
  today: Day,
): SpendingHistory {
  const charges = new Set(recurring.flatMap(({ entryIds }) => entryIds));
  const current = recurring.filter(({ kind, status }) => kind === 'expense' && status !== 'ended');
  const spending = entries.filter(({ kind, day }) => kind !== 'income' && day <= today);
  const options = { unit: 'month', since, today } as const;
  const categories = [...groupBy(spending, ({ category }) => category)].map(([name, own]): SpendingMonths => {
    const amounts = own
      .filter(({ id }) => !charges.has(id))
      .map(({ day, kind, amount }) => ({ day, amount: kind === 'refund' ? -amount : amount }));
    return {
      name,
      fixed: current.filter(({ category }) => category === name).reduce((sum, each) => sum + each.monthlyAmount, 0),
      flexible: completeUnits(unitTotals(amounts, options)).map(({ total }) => total),
    };
  });
  return { categories, months: completeUnits(unitTotals([], options)).map(({ from }) => from) };
}

export interface TypicalMonth {
  /** Minor units; never below zero. */
  readonly amount: number;
  /** `rare`: nothing in most months, so the mean takes the median's place; `season`: the month's own usual amount. */
  readonly basis: 'usual' | 'season' | 'rare';
}

/**
 * What the flexible part of a category comes to in the month that follows `ahead` months after the last complete one:
 * the median of the last twelve; its own month's median where two earlier years at least all lie apart from that.
 */
export function typicalMonth(flexible: readonly number[], ahead = 1): TypicalMonth {
  const latest = flexible.slice(-MONTHS_OF_THE_TYPICAL);
  const usual = middle(latest);
  const same = flexible.filter((_, index) => (flexible.length - 1 + ahead - index) % 12 === 0);
  const isSeason =
    usual > 0 &&
    same.length >= YEARS_FOR_A_SEASONAL_BUDGET &&
    (same.every((total) => total >= usual * (1 + LEAST_SEASON)) ||
      same.every((total) => total <= usual * (1 - LEAST_SEASON)));
  if (isSeason) return { amount: Math.max(0, Math.round(middle(same))), basis: 'season' };
  const isRare = latest.filter((total) => total > 0).length * 2 < latest.length;
  const mean = latest.reduce((sum, total) => sum + total, 0) / Math.max(1, latest.length);
  return isRare
    ? { amount: Math.max(0, Math.round(mean)), basis: 'rare' }
    : { amount: Math.max(0, Math.round(usual)), basis: 'usual' };
}
