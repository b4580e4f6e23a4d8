/** The month that is over, in the first days of the next one. */

import type { Changes } from '../../insight/changes.ts';
import { mainReasons } from '../../insight/changes.ts';
import type { Day, Period } from '../../period.ts';
import { type Alert, causeKey, type MonthEndFacts } from '../alert.ts';
import { MONTH_END_DAYS, MONTH_END_ENTRIES } from '../thresholds.ts';

export interface MonthOver {
  readonly month: Period;
  readonly before: Period | null;
  readonly spending: Changes;
  readonly income: number;
  /** Entries of all kinds. */
  readonly count: number;
}

/** Whether a day is one of the first of its month, on which the last one is told of. */
export function isMonthEnd(today: Day): boolean {
  return Number(today.slice(8)) <= MONTH_END_DAYS;
}

export function monthEndAlerts(
  over: MonthOver | null,
  forecast: MonthEndFacts['forecast'],
  today: Day,
): Alert<MonthEndFacts>[] {
  if (over === null || !isMonthEnd(today) || over.count < MONTH_END_ENTRIES) return [];
  const { month, before, spending, income } = over;
  return [
    {
      key: causeKey('month', month.from.slice(0, 7)),
      bucket: 'over',
      severity: 'medium',
      stake: Math.abs(before ? spending.change : spending.after),
      facts: {
        rule: 'month-end',
        month,
        spent: spending.after,
        before: before && { month: before, spent: spending.before },
        changes: before ? mainReasons(spending).map(({ name, change }) => ({ name, change })) : [],
        income,
        forecast,
      },
    },
  ];
}
