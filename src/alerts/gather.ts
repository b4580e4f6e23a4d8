/** Reads of a ledger what the rules look at, and asks them. */

import { compareBudgets } from '../analytics/budget-record.ts';
import { forecastRunningMonth } from '../analytics/forecast.ts';
import { goalStandings } from '../analytics/goal-progress.ts';
import { amountsByMonth, firstDayOf } from '../analytics/ledger-sums.ts';
import { monthlyReport } from '../analytics/monthly-report.ts';
import { type FoundRecurring, namesOf, recurringOf } from '../analytics/recurring.ts';
import { unusualIn } from '../analytics/unusual.ts';
import type { Asker } from '../domain/asker.ts';
import { UNNAMED_GOAL } from '../domain/goals.ts';
import type { Recurring } from '../insight/recurring.ts';
import { middle } from '../insight/robust.ts';
import { addDays, type Day, unitAround, unitAway } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { listGoals } from '../store/goals.ts';
import type { Alert, MonthEndFacts, RuleName } from './alert.ts';
import { budgetAlerts } from './rules/budget.ts';
import { goalAlerts } from './rules/goal.ts';
import { missedBillAlerts } from './rules/missed-bill.ts';
import { isMonthEnd, monthEndAlerts } from './rules/month-end.ts';
import { priceRiseAlerts } from './rules/price-rise.ts';
import { unusualAlerts } from './rules/unusual.ts';
import { type NamedCharge, upcomingBillAlerts, upcomingCharges } from './rules/upcoming-bill.ts';
import { watchedAlerts } from './rules/watched.ts';
import { MONTH_END_DAYS_KNOWN, PRICE_RISE_DAYS, UNUSUAL_DAYS, UPCOMING_DAYS, USUAL_MONTHS } from './thresholds.ts';
import { watchedSpending } from './watched-spending.ts';

export const allRules: readonly RuleName[] = [
  'budget',
  'watched',
  'unusual',
  'upcoming-bill',
  'missed-bill',
  'price-rise',
  'goal',
  'month-end',
];

/** What the rules find in the asker's ledger today. Nothing in an empty one. */
export async function findAlerts(db: Queries, asker: Asker, rules: readonly RuleName[] = allRules): Promise<Alert[]> {
  const { today } = asker;
  const since = await firstDayOf(db, asker);
  if (since === null || since > today) return [];
  const usualMonth = await usualMonthOf(db, asker, since);
  const asks = (...names: RuleName[]) => names.some((name) => rules.includes(name));
  const found: Alert[] = [];
  const recurring = asks('upcoming-bill') ? await recurringOf(db, asker, 'expense') : undefined;
  if (asks('budget')) {
    const { budgets } = await compareBudgets(db, asker, 0, undefined, recurring);
    found.push(...budgetAlerts(budgets, { today, since, usualMonth }));
  }
  if (asks('watched')) found.push(...watchedAlerts(await watchedSpending(db, asker, UNUSUAL_DAYS), usualMonth));
  if (asks('unusual', 'missed-bill', 'price-rise')) {
    const from = addDays(today, 1 - Math.max(UNUSUAL_DAYS, PRICE_RISE_DAYS));
    const { findings } = await unusualIn(db, asker, { from, to: today });
    found.push(...unusualAlerts(findings, today), ...missedBillAlerts(findings), ...priceRiseAlerts(findings, today));
  }
  if (recurring) {
    const coming = upcomingCharges(recurring.found, today, UPCOMING_DAYS);
    found.push(...upcomingBillAlerts(await namedCharges(db, asker, coming), today, usualMonth));
  }
  if (asks('goal')) found.push(...goalAlerts(await namedGoals(db, asker), today));
  if (asks('month-end') && isMonthEnd(today)) found.push(...(await monthEnd(db, asker, since, recurring)));
  return found.filter(({ facts }) => rules.includes(facts.rule));
}

/** The median of the last whole months, or what there is so far in a first month; at least 1. */
async function usualMonthOf(db: Queries, asker: Asker, first: Day): Promise<number> {
  const running = unitAround(asker.today, 'month').from;
  const earliest = unitAway(asker.today, 'month', -USUAL_MONTHS).from;
  const from = first > earliest ? first : earliest;
  const to = from < running ? addDays(running, -1) : asker.today;
  const sums = new Map<string, number>();
  for (const { month, amount } of (await amountsByMonth(db, asker, { from, to })).rows) {
    sums.set(month, (sums.get(month) ?? 0) + amount);
  }
  return Math.max(1, Math.round(middle([...sums.values()])));
}

/** Recurring charges by the names that people wrote. */
export async function namedCharges(db: Queries, asker: Asker, charges: readonly Recurring[]): Promise<NamedCharge[]> {
  const names = await namesOf(
    db,
    asker,
    charges.map(({ merchant }) => merchant),
  );
  return charges.map((each) => ({ ...each, name: names.get(each.merchant) ?? each.merchant }));
}

async function namedGoals(db: Queries, asker: Asker) {
  const { standings } = await goalStandings(db, asker, await listGoals(db, asker.ledgerId));
  return standings.map((each) => ({ ...each, name: each.goal.name === UNNAMED_GOAL ? null : each.goal.name }));
}

async function monthEnd(db: Queries, asker: Asker, since: Day, recurring?: FoundRecurring): Promise<Alert[]> {
  const last = unitAway(asker.today, 'month', -1);
  if (addDays(since, MONTH_END_DAYS_KNOWN - 1) > last.to) return [];
  const report = await monthlyReport(db, asker, last.from.slice(0, 7));
  return monthEndAlerts(report, await forecastOf(db, asker, recurring), asker.today);
}

/** How the running month will end; null while that can not be told. */
export async function forecastOf(
  db: Queries,
  asker: Asker,
  recurring?: FoundRecurring,
): Promise<MonthEndFacts['forecast']> {
  const running = await forecastRunningMonth(db, asker, null, recurring);
  if (!running.enough) return null;
  const { expected, low, high } = running.forecast;
  return { expected, low, high };
}
