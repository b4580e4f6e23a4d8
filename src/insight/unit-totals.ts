/** Weeks and months as a series: every unit once, its gaps filled with zero, and whether it is over. */

import { addDays, type Day, dayNumber, dayOfNumber, type Period, unitAround, type Weekday } from '../period.ts';
import type { DayAmount } from './entry.ts';
import { FIRST_UNIT_GRACE_DAYS } from './thresholds.ts';

export interface UnitTotal extends Period {
  /** Minor units. */
  readonly total: number;
  /** False for a unit that still runs, and for the one in which the ledger began. */
  readonly isComplete: boolean;
}

export interface UnitOptions {
  readonly unit: 'week' | 'month';
  /** The ledger's first day: what came before it is unknown, not zero. */
  readonly since: Day;
  /** The last day that may be known in part. A unit that ends today counts as running. */
  readonly today: Day;
  readonly firstDayOfWeek?: Weekday;
}

/** The units from `since` to `today`, oldest first. Amounts outside of them are left out. */
export function unitTotals(amounts: readonly DayAmount[], options: UnitOptions): UnitTotal[] {
  const { unit, since, today, firstDayOfWeek = 1 } = options;
  const units: (UnitTotal & { total: number })[] = [];
  const byDay = new Map<Day, UnitTotal & { total: number }>();
  for (let day = since; day <= today; ) {
    const period = unitAround(day, unit, firstDayOfWeek);
    const startsLate = dayNumber(day) - dayNumber(period.from) > FIRST_UNIT_GRACE_DAYS;
    const total = { ...period, total: 0, isComplete: !startsLate && period.to < today };
    units.push(total);
    const last = dayNumber(period.to);
    for (let each = dayNumber(day); each <= last; each++) byDay.set(dayOfNumber(each), total);
    day = addDays(period.to, 1);
  }
  for (const { day, amount } of amounts) {
    const total = byDay.get(day);
    if (total && day <= today) total.total += amount;
  }
  return units;
}

/** Those that are over: what most of the statistics are about. A running unit is left out, never scaled up. */
export function completeUnits(units: readonly UnitTotal[]): UnitTotal[] {
  return units.filter((unit) => unit.isComplete);
}
