/** Short ways to write entries down. */

import type { InsightEntry } from '../../src/insight/entry.ts';

/** Entries of a merchant, `day amount` each, with ids in that order. */
export function entriesOf(
  merchant: string,
  days: readonly (readonly [day: string, amount: number])[],
  more: Partial<InsightEntry> = {},
): InsightEntry[] {
  return days.map(([day, amount], index) => ({
    id: `${merchant}-${String(index).padStart(4, '0')}`,
    kind: 'expense',
    category: 'other',
    merchant,
    day,
    amount,
    ...more,
  }));
}

/** The day on which something due then is paid, by the calendar of Date alone: weekends move it. */
export function dueIn(year: number, month: number, day: number, weekend: 'none' | 'before' | 'after'): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month - 1, Math.min(day, last)));
  const weekday = due.getUTCDay();
  if (weekend === 'after' && (weekday === 6 || weekday === 0))
    due.setUTCDate(due.getUTCDate() + (weekday === 6 ? 2 : 1));
  if (weekend === 'before' && (weekday === 6 || weekday === 0))
    due.setUTCDate(due.getUTCDate() - (weekday === 6 ? 1 : 2));
  return due.toISOString().slice(0, 10);
}
