/** Budgets that will be passed, are nearly used up, or are passed: once each in their period. */

import type { BudgetPace } from '../../insight/budget-pace.ts';
import { severityOf } from '../../insight/finding.ts';
import type { Answer } from '../../insight/too-little.ts';
import { toDecimal } from '../../money.ts';
import { type Day, daysIn, type Period } from '../../period.ts';
import { type Budget, TOTAL } from '../../store/budgets.ts';
import { type Alert, type BudgetFacts, causeKey, graver } from '../alert.ts';
import { BUDGET_NEAR, COURSE_ELAPSED, COURSE_MARGIN } from '../thresholds.ts';

/** Amounts in minor units of the ledger's currency. */
export interface RunningBudget {
  readonly name: string;
  readonly budget: Pick<Budget, 'id' | 'scope' | 'period' | 'amount'>;
  readonly limit: number;
  readonly period: Period;
  readonly spent: number;
  readonly pace: Answer<BudgetPace>;
}

/** `since` is the ledger's first day: what it does not know of a period has not gone by for it. */
export function budgetAlerts(
  budgets: readonly RunningBudget[],
  { today, since, usualMonth }: { readonly today: Day; readonly since: Day; readonly usualMonth: number },
): Alert<BudgetFacts>[] {
  return budgets.flatMap((running) => {
    const elapsed = elapsedOf(running.period, since, today);
    const level = levelOf(running, elapsed);
    if (level === null) return [];
    const { name, budget, limit, period, spent, pace } = running;
    const expected = pace.enough ? Math.max(spent, pace.expected) : null;
    const passingDay = level !== 'passed' && pace.enough && pace.state === 'will-pass' ? pace.passingDay : null;
    const stake = Math.max(0, (level === 'passed' ? spent : (expected ?? spent)) - limit);
    return [
      {
        // A new limit is a new matter.
        key: causeKey('budget', budget.id, period.from, toDecimal(budget.amount), budget.amount.currency),
        bucket: level,
        covers: coveredBy[level],
        severity: isCalm(running, level, elapsed) ? 'low' : graver('medium', severityOf(stake, usualMonth)),
        stake,
        facts: {
          rule: 'budget',
          level,
          name,
          categoryId: budget.scope === TOTAL ? null : budget.scope,
          every: budget.period,
          period,
          spent,
          limit,
          passingDay,
          expected,
        },
      },
    ];
  });
}

const coveredBy = { passed: ['near', 'course'], near: ['course'], course: [] } as const;

function levelOf({ limit, spent, pace }: RunningBudget, elapsed: number): BudgetFacts['level'] | null {
  if (spent > limit) return 'passed';
  if (spent >= BUDGET_NEAR * limit) return 'near';
  const isOff = pace.enough && pace.state === 'will-pass' && pace.expected > limit * (1 + COURSE_MARGIN);
  return isOff && elapsed >= COURSE_ELAPSED ? 'course' : null;
}

/** Nearly used up when the period is nearly over: worth a line beside others, not a message. */
function isCalm({ limit, spent, pace }: RunningBudget, level: BudgetFacts['level'], elapsed: number): boolean {
  const holds = pace.enough && pace.state !== 'will-pass' && pace.state !== 'passed';
  return level === 'near' && holds && spent <= elapsed * limit;
}

/** How much of the period is over and known once today is, 0 to 1. */
function elapsedOf(period: Period, since: Day, today: Day): number {
  const from = since > period.from ? since : period.from;
  return today < from ? 0 : Math.min(1, daysIn({ from, to: today }) / daysIn(period));
}
