/** A ledger's entries in order, for what came before one of them. */

import { type Day, dayNumber, dayOfNumber } from '../period.ts';
import { groupBy, type InsightEntry } from './entry.ts';
import { DAYS_IN_A_MONTH } from './rhythm.ts';
import { middle } from './robust.ts';
import { HISTORY_DAYS, HISTORY_ENTRIES } from './thresholds.ts';

/** Lists oldest first, those of one day by id. */
export interface LedgerHistory {
  readonly expenses: readonly InsightEntry[];
  readonly byMerchant: ReadonlyMap<string, readonly InsightEntry[]>;
  readonly byCategory: ReadonlyMap<string, readonly InsightEntry[]>;
  readonly firstDay: Day;
  /** The latest day with an entry of any kind. */
  readonly lastDay: Day;
  /** What is spent in a usual month, minor units; at least 1. */
  readonly usualMonth: number;
}

/** Entries up to `today`. Null for none. */
export function ledgerHistory(entries: readonly InsightEntry[], today: Day): LedgerHistory | null {
  const known = entries.filter(({ day }) => day <= today).sort(inOrder);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const expenses = known.filter(({ kind }) => kind === 'expense');
  return {
    expenses,
    byMerchant: groupBy(
      expenses.filter(({ merchant }) => merchant !== ''),
      ({ merchant }) => merchant,
    ),
    byCategory: groupBy(expenses, ({ category }) => category),
    firstDay: first.day,
    lastDay: last.day,
    usualMonth: usualMonth(expenses, first.day, today),
  };
}

/** Oldest first; those of one day by id, so that every run sees them alike. */
export function inOrder(a: InsightEntry, b: InsightEntry): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Those of days before `day`, of the last two years, the latest few hundred. `list` must be oldest first. */
export function entriesBefore(list: readonly InsightEntry[], day: Day): readonly InsightEntry[] {
  const end = firstFrom(list, day);
  const start = firstFrom(list, dayOfNumber(dayNumber(day) - HISTORY_DAYS));
  return list.slice(Math.max(start, end - HISTORY_ENTRIES), end);
}

/** The index of the first entry on or after a day, by halving. */
export function firstFrom(list: readonly InsightEntry[], day: Day): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((list[half]?.day ?? '') < day) low = half + 1;
    else high = half;
  }
  return low;
}

/** The median of months of 30.4 days counted back from today, a year of them; what there is, scaled, for a first month. */
function usualMonth(expenses: readonly InsightEntry[], firstDay: Day, today: Day): number {
  const [start, end] = [dayNumber(firstDay), dayNumber(today)];
  const months = Math.min(12, Math.floor((end - start + 1) / DAYS_IN_A_MONTH));
  const sums = new Array<number>(Math.max(1, months)).fill(0);
  for (const { day, amount } of expenses) {
    const back = months === 0 ? 0 : Math.floor((end - dayNumber(day)) / DAYS_IN_A_MONTH);
    if (back < sums.length) sums[back] = (sums[back] ?? 0) + amount;
  }
  const scale = months === 0 ? DAYS_IN_A_MONTH / (end - start + 1) : 1;
  return Math.max(1, Math.round(middle(sums) * scale));
}
