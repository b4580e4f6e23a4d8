/** What would change if a category cost less, or more. */

import type { Day } from '../period.ts';
import { expectedDay } from './goal-progress.ts';
import { quantileOf } from './robust.ts';
import { type SpendingMonths, typicalMonth } from './spending-months.ts';
import { MONTHS_FOR_BUDGETS, MONTHS_OF_THE_TYPICAL } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

export type Cut = { readonly name: string } & (
  | { /** 1/3 takes a third away; below zero adds. */ readonly share: number }
  | { /** Minor units a month less. */ readonly by: number }
  | { /** Minor units a month that it would come to. */ readonly to: number }
);

export interface CutEffect {
  readonly name: string;
  /** What it comes to in a typical month now, recurring charges included. */
  readonly typical: number;
  readonly after: number;
  /** Saved a month; below zero when it costs more. */
  readonly saved: number;
  /** How much of `typical` are recurring charges: to go below that, one of them has to end. */
  readonly fixed: number;
  /** The middle half of the months lay between these. */
  readonly usual: { readonly from: number; readonly to: number };
}

export interface WhatIf {
  readonly effects: readonly CutEffect[];
  readonly savedAMonth: number;
  /** Twelve typical months. */
  readonly savedAYear: number;
  /** Null without a goal. Days as by {@link expectedDay}: null for never. */
  readonly goal: { readonly dayNow: Day | null; readonly dayThen: Day | null; readonly pace: number } | null;
}

export interface GoalToReach {
  /** Minor units still missing. */
  readonly remaining: number;
  /** Minor units saved a month at present. */
  readonly paceNow: number;
  readonly today: Day;
}

/** The effect of cuts on typical months. A category without a history counts as nothing spent. */
export function whatIf(
  history: readonly SpendingMonths[],
  cuts: readonly Cut[],
  goal: GoalToReach | null = null,
): Answer<WhatIf> {
  const months = Math.max(0, ...history.map(({ flexible }) => flexible.length));
  if (months < MONTHS_FOR_BUDGETS) return tooLittle('months', months, MONTHS_FOR_BUDGETS);
  const effects = cuts.map((cut): CutEffect => {
    const { fixed, flexible } = history.find(({ name }) => name === cut.name) ?? { fixed: 0, flexible: [] };
    const typical = fixed + typicalMonth(flexible).amount;
    const after = Math.max(0, afterCut(cut, typical));
    const latest = flexible.slice(-MONTHS_OF_THE_TYPICAL);
    const usual = {
      from: fixed + Math.round(quantileOf(latest, 0.25)),
      to: fixed + Math.round(quantileOf(latest, 0.75)),
    };
    return { name: cut.name, typical, after, saved: typical - after, fixed, usual };
  });
  const savedAMonth = effects.reduce((sum, { saved }) => sum + saved, 0);
  const pace = (goal?.paceNow ?? 0) + savedAMonth;
  return {
    enough: true,
    effects,
    savedAMonth,
    savedAYear: 12 * savedAMonth,
    goal: goal && {
      dayNow: expectedDay(goal.remaining, goal.paceNow, goal.today),
      dayThen: expectedDay(goal.remaining, pace, goal.today),
      pace,
    },
  };
}

function afterCut(cut: Cut, typical: number): number {
  if ('share' in cut) return Math.round(typical * (1 - cut.share));
  return 'by' in cut ? typical - cut.by : cut.to;
}
