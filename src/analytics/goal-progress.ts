/** How far a ledger's savings goals have come: what was left over since each began, in the ledger's currency. */

import type { Asker } from '../domain/asker.ts';
import { valuesAtHome } from '../domain/rates.ts';
import { type DayAmount, exactNumber } from '../insight/entry.ts';
import { type GoalProgress, goalProgress } from '../insight/goal-progress.ts';
import { middle } from '../insight/robust.ts';
import { MONTHS_FOR_BUDGETS, MONTHS_OF_THE_TYPICAL } from '../insight/thresholds.ts';
import { completeUnits, unitTotals } from '../insight/unit-totals.ts';
import { addMonths, type Day, unitAround } from '../period.ts';
import type { Queries } from '../store/database.ts';
import type { Goal } from '../store/goals.ts';
import type { Unvalued } from '../store/totals.ts';
import { allUncounted, amountsByDay, type Counted, firstDayOf } from './ledger-sums.ts';

export interface GoalStanding {
  readonly goal: Goal;
  /** In minor units of the ledger's currency, at today's rate; null where none is known. */
  readonly target: number | null;
  readonly progress: GoalProgress | null;
}

export interface GoalStandings {
  readonly standings: readonly GoalStanding[];
  /** Income and spending since the first of them began that no rate is known for. */
  readonly uncounted: readonly Unvalued[];
}

export async function goalStandings(db: Queries, asker: Asker, goals: readonly Goal[]): Promise<GoalStandings> {
  const [since] = goals.map(({ startDay }) => startDay).sort();
  if (since === undefined) return { standings: [], uncounted: [] };
  const { rows, uncounted } = await leftByDay(db, asker, since);
  const amounts = goals.map(({ amount }) => ({ amount, day: asker.today }));
  const targets = await valuesAtHome(db, asker.ledgerId, asker.homeCurrency, amounts);
  const standings = goals.map((goal, index): GoalStanding => {
    const minor = targets[index] ?? null;
    if (minor === null) return { goal, target: null, progress: null };
    const target = exactNumber(minor);
    return { goal, target, progress: goalProgress({ target, ...goal }, rows, asker.today) };
  });
  return { standings, uncounted };
}

/** What is left of the income in a usual month: the median of the last whole ones, up to twelve. Null with less than two. */
export async function usuallyLeft(db: Queries, asker: Asker): Promise<number | null> {
  const { today } = asker;
  const first = await firstDayOf(db, asker);
  if (first === null || first > today) return null;
  const yearAgo = addMonths(unitAround(today, 'month').from, -MONTHS_OF_THE_TYPICAL);
  const since = first > yearAgo ? first : yearAgo;
  const { rows } = await leftByDay(db, asker, since);
  const months = completeUnits(unitTotals(rows, { unit: 'month', since, today }));
  return months.length < MONTHS_FOR_BUDGETS ? null : Math.round(middle(months.map(({ total }) => total)));
}

/** Income less spending, by day, from `since` up to today. */
async function leftByDay(db: Queries, asker: Asker, since: Day): Promise<Counted<DayAmount>> {
  const period = { from: since, to: asker.today };
  const income = await amountsByDay(db, asker, period, 'income');
  const spending = await amountsByDay(db, asker, period, 'spending');
  const spent = spending.rows.map(({ day, amount }) => ({ day, amount: -amount }));
  return { rows: [...income.rows, ...spent], uncounted: allUncounted(income, spending) };
}
