/** Savings goals: each quarter of the way, the end of it, and once a quarter of a year that one falls behind. */

import type { GoalProgress } from '../../insight/goal-progress.ts';
import { toDecimal } from '../../money.ts';
import type { Day } from '../../period.ts';
import type { Goal } from '../../store/goals.ts';
import { type Alert, causeKey, type GoalFacts } from '../alert.ts';
import { GOAL_STEPS, MONTH_END_DAYS } from '../thresholds.ts';

export interface GoalStanding {
  readonly goal: Pick<Goal, 'id' | 'startDay' | 'byDay' | 'amount'>;
  /** Null for the goal without a name. */
  readonly name: string | null;
  /** Minor units of the ledger's currency; null, as the progress, where no rate is known. */
  readonly target: number | null;
  readonly progress: GoalProgress | null;
}

const steps = ['quarter', 'half', 'three-quarters', 'reached'] as const;

export function goalAlerts(standings: readonly GoalStanding[], today: Day): Alert<GoalFacts>[] {
  return standings.flatMap(({ goal, name, target, progress }) => {
    if (target === null || progress === null) return [];
    const facts = { rule: 'goal', name, target, startDay: goal.startDay, byDay: goal.byDay, progress } as const;
    const found: Alert<GoalFacts>[] = [];
    const passed = progress.state === 'reached' ? steps.length : GOAL_STEPS.filter((at) => progress.share >= at).length;
    const step = steps[passed - 1];
    if (step !== undefined && isSettled(goal.byDay, today)) {
      found.push({
        // A goal that was set anew is a new one.
        key: causeKey('goal', goal.id, goal.startDay, toDecimal(goal.amount), goal.amount.currency),
        bucket: step,
        covers: steps.slice(0, passed - 1),
        severity: step === 'reached' ? 'medium' : 'low',
        stake: Math.max(0, progress.saved),
        facts: { ...facts, step },
      });
    }
    if (progress.state === 'behind' && progress.daysLeft !== null) {
      found.push({
        key: causeKey('goal-course', goal.id, goal.startDay),
        bucket: quarterOf(today),
        severity: 'medium',
        stake: progress.remaining,
        facts: { ...facts, step: 'behind' },
      });
    }
    return found;
  });
}

/**
 * Money comes in lumps: after payday half a goal is reached until the rent is paid. So steps are told of when a month is
 * over, or the goal's day has come.
 */
function isSettled(byDay: Day | null, today: Day): boolean {
  return Number(today.slice(8)) <= MONTH_END_DAYS || (byDay !== null && byDay <= today);
}

/** "2026-Q3" */
function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
