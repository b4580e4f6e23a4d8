/** What would be if a category cost less, or more, and what that would mean to a savings goal. */

import type { Asker } from '../domain/asker.ts';
import { TOTAL_NAME } from '../domain/budgets.ts';
import { requireGoal } from '../domain/goals.ts';
import { InputError } from '../errors.ts';
import type { Answer } from '../insight/too-little.ts';
import { type Cut, type WhatIf, whatIf } from '../insight/what-if.ts';
import type { Queries } from '../store/database.ts';
import { type Goal, listGoals } from '../store/goals.ts';
import type { Unvalued } from '../store/totals.ts';
import { goalStandings, usuallyLeft } from './goal-progress.ts';
import { allSpending, amountAtHome, spendingMonths, subjectNamed } from './spending-months.ts';

/** A change as it is said: a percent below zero for less, or an amount a month: "-50", "50" more, "=200" in all. */
export interface SaidChange {
  readonly percent?: number;
  readonly amount?: string;
}

export interface WhatIfAnswer {
  /** The category's name, or "total". */
  readonly name: string;
  /** Minor units of the ledger's currency. Null for an empty ledger. */
  readonly answer: Answer<WhatIf> | null;
  /** The goal that the answer speaks of; null where there is none, or nothing is known of its pace. */
  readonly goal: Goal | null;
  readonly uncounted: readonly Unvalued[];
}

/**
 * Without a goal's name, the only goal is meant. Throws an InputError for an unknown category or goal, or where no
 * change is said.
 */
export async function whatIfSpent(
  db: Queries,
  asker: Asker,
  wanted: SaidChange & { readonly category: string; readonly goal?: string },
): Promise<WhatIfAnswer> {
  const name = await subjectNamed(db, asker, wanted.category);
  const cut = await cutOf(db, asker, name, wanted);
  const goals = await listGoals(db, asker.ledgerId);
  const named = wanted.goal === undefined ? null : requireGoal(goals, wanted.goal);
  const goal = named ?? (goals.length === 1 ? (goals[0] ?? null) : null);
  const { history, since, uncounted } = await spendingMonths(db, asker);
  if (since === null) return { name, answer: null, goal: null, uncounted };
  const aim = goal && (await aimOf(db, asker, goal));
  const known = name === TOTAL_NAME ? [allSpending(history)] : history;
  return { name, answer: whatIf(known, [cut], aim), goal: aim ? goal : null, uncounted };
}

async function cutOf(db: Queries, asker: Asker, name: string, { percent, amount }: SaidChange): Promise<Cut> {
  if (amount === undefined) {
    if (percent !== undefined) return { name, share: -percent / 100 };
    throw new InputError('How much less, or more?', 'Say a share or an amount: "20% less", "50 less a month".');
  }
  const [, sign = '', decimal = ''] = /^([-+=\u2212]?)(.*)$/s.exec(amount.trim()) ?? [];
  const minor = await amountAtHome(db, asker, decimal);
  if (sign === '=') return { name, to: minor };
  return { name, by: sign === '-' || sign === '\u2212' ? minor : -minor };
}

/** What is missing, and the pace at present: the goal's own, or the usual one while it is young. */
async function aimOf(db: Queries, asker: Asker, goal: Goal) {
  const progress = (await goalStandings(db, asker, [goal])).standings[0]?.progress;
  if (!progress || progress.remaining === 0) return null;
  const { paceNow, remaining } = progress;
  const pace = typeof paceNow === 'number' ? paceNow : await usuallyLeft(db, asker);
  return pace === null ? null : { remaining, paceNow: pace, today: asker.today };
}
