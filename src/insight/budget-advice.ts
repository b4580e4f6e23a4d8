/** Recommends monthly budgets: from what was spent, and within what comes in. */

import { allocate } from './allocate.ts';
import { type SpendingMonths, typicalMonth } from './spending-months.ts';
import { HARSH_CUT, MONTHS_FOR_BUDGETS } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

export interface BudgetAdvice {
  readonly name: string;
  /** The recommended limit a month: `fixed` and `flexible` together. Minor units. */
  readonly limit: number;
  readonly fixed: number;
  readonly flexible: number;
  /** What the flexible part usually comes to, rounded up to the step. */
  readonly typical: number;
  readonly basis: 'usual' | 'season' | 'rare';
}

export interface BudgetPlan {
  /** The largest first. */
  readonly budgets: readonly BudgetAdvice[];
  /** The sum of all limits. */
  readonly total: number;
  /** Complete months that it rests on. */
  readonly months: number;
  /** Null where no income was given. Then total, savings and left sum to the income. */
  readonly withinIncome: {
    readonly income: number;
    readonly saving: number;
    /** Not given to any category; below zero when fixed charges and savings alone pass the income. */
    readonly left: number;
    /** How much of the flexible part had to go, 0 to 1. */
    readonly cut: number;
    /** `roomy`: nothing to cut. `harsh`: more than half would have to go. `impossible`: all would not be enough. */
    readonly fit: 'roomy' | 'tight' | 'harsh' | 'impossible';
  } | null;
}

export interface BudgetWishes {
  /** What comes in a month, minor units. */
  readonly income?: number;
  /** What is to be left over a month: a savings goal's pace. */
  readonly saving?: number;
  /** Limits are whole multiples of it, save for their fixed part: 500 for five euros. */
  readonly step?: number;
  /** Months after the last complete one: 1, the default, is the running month. */
  readonly ahead?: number;
}

/**
 * A limit for each category: its recurring charges and what the rest usually comes to, rounded up to a step. With an
 * income, what fixed charges and savings leave of it is divided in proportion to the usual, and never more than that.
 */
export function recommendBudgets(history: readonly SpendingMonths[], wishes: BudgetWishes = {}): Answer<BudgetPlan> {
  const months = Math.max(0, ...history.map(({ flexible }) => flexible.length));
  if (months < MONTHS_FOR_BUDGETS) return tooLittle('months', months, MONTHS_FOR_BUDGETS);
  const { income, saving = 0, step = 1, ahead = 1 } = wishes;
  const wanted = history.map(({ name, fixed, flexible }) => {
    const { amount, basis } = typicalMonth(flexible, ahead);
    return { name, fixed, typical: Math.ceil(amount / step) * step, basis };
  });
  const typicals = wanted.map(({ typical }) => typical);
  const [fixed, typical] = [sum(wanted.map((each) => each.fixed)), sum(typicals)];
  const free = income === undefined ? typical : income - saving - fixed;
  const flexibles =
    free >= typical ? typicals : allocate(Math.max(0, Math.floor(free / step)), typicals).map((steps) => steps * step);
  const budgets = wanted
    .map((each, index): BudgetAdvice => {
      const flexible = flexibles[index] ?? 0;
      return { ...each, flexible, limit: each.fixed + flexible };
    })
    .filter(({ fixed, typical }) => fixed + typical > 0)
    .sort((a, b) => b.limit - a.limit || (a.name < b.name ? -1 : 1));
  const total = sum(budgets.map(({ limit }) => limit));
  if (income === undefined) return { enough: true, budgets, total, months, withinIncome: null };
  const cut = typical === 0 ? 0 : 1 - sum(flexibles) / typical;
  const fit = free < 0 ? 'impossible' : free >= typical ? 'roomy' : cut > HARSH_CUT ? 'harsh' : 'tight';
  const withinIncome = { income, saving, left: income - saving - total, cut, fit } as const;
  return { enough: true, budgets, total, months, withinIncome };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
