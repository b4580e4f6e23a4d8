/** Budgets: setting them, and how much of each is used. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { type Money, parseMoney } from '../money.ts';
import { daysIn, type Period, unitAround } from '../period.ts';
import { type Budget, type BudgetPeriod, listBudgets, TOTAL } from '../store/budgets.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { EntryFilter } from '../store/entries.ts';
import { readRecord } from '../store/records.ts';
import { sumDays } from '../store/totals.ts';
import type { Asker } from './asker.ts';
import { requireCategory } from './categories.ts';
import { foldText } from './fold.ts';
import { instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';

/** The category name that stands for all spending. */
export const TOTAL_NAME = TOTAL;

export interface BudgetState {
  readonly id: string;
  /** A category's name, or "total". */
  readonly name: string;
  readonly every: BudgetPeriod;
  readonly period: Period;
  readonly budget: Money;
  /** Expenses less refunds of the period, in the budget's currency. */
  readonly spent: Money;
  /** Negative once it is passed. */
  readonly left: Money;
  /** Today counts. */
  readonly daysLeft: number;
  /** What was spent in other currencies, which the budget does not count. */
  readonly uncounted: readonly Money[];
  /** The entries behind it. */
  readonly filter: EntryFilter & Period;
}

/** Sets or replaces the budget of a category (or of everything, "total") for a period. */
export async function planBudget(
  db: Queries,
  asker: Asker,
  wanted: { category: string; amount: string; currency?: string; period: BudgetPeriod },
): Promise<{ changes: PlannedChange[]; name: string; amount: Money }> {
  const { scope, name } = await scopeOf(db, asker, wanted.category);
  const amount = parseMoney(wanted.amount, (wanted.currency ?? asker.preferences.currency).toUpperCase());
  const [old] = (await listBudgets(db, asker.ledgerId, scope)).filter((budget) => budget.period === wanted.period);
  const before = old ? await readRecord(db, 'budget', old.id) : null;
  const at = instant(asker).toISOString();
  const after = {
    id: old?.id ?? newId(),
    ledgerId: asker.ledgerId,
    scope,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
    period: wanted.period,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  return { changes: [{ entity: 'budget', id: after.id, before, after }], name, amount };
}

/** Removes all budgets of a category, or of "total". Throws an InputError when there is none. */
export async function planBudgetRemoval(
  db: Queries,
  asker: Asker,
  category: string,
): Promise<{ changes: PlannedChange[]; name: string }> {
  const { scope, name } = await scopeOf(db, asker, category);
  const budgets = await listBudgets(db, asker.ledgerId, scope);
  if (budgets.length === 0) {
    throw new InputError(`There is no budget for ${name}.`, `Write "budget 300 for ${name} a month" to set one.`);
  }
  const changes: PlannedChange[] = [];
  for (const { id } of budgets) {
    changes.push({ entity: 'budget', id, before: await readRecord(db, 'budget', id), after: null });
  }
  return { changes, name };
}

/** How each budget stands in its running period; only one category's when it is named. */
export async function budgetStates(db: Queries, asker: Asker, category?: string): Promise<BudgetState[]> {
  const scope = category === undefined ? undefined : (await scopeOf(db, asker, category)).scope;
  const budgets = await listBudgets(db, asker.ledgerId, scope);
  const names = new Map((await listCategories(db, asker.ledgerId)).map(({ id, name }) => [id, name]));
  const states: BudgetState[] = [];
  for (const budget of budgets) {
    const name = budget.scope === TOTAL ? TOTAL_NAME : (names.get(budget.scope) ?? '');
    states.push(await stateOf(db, asker, budget, name));
  }
  return states;
}

async function stateOf(db: Queries, asker: Asker, budget: Budget, name: string): Promise<BudgetState> {
  const unit = ({ weekly: 'week', monthly: 'month', yearly: 'year' } as const)[budget.period];
  const period = unitAround(asker.today, unit, asker.preferences.firstDayOfWeek);
  const filter: BudgetState['filter'] = {
    ...period,
    kinds: ['expense', 'refund'],
    ...(budget.scope === TOTAL ? {} : { categoryId: budget.scope }),
  };
  const sums = await sumDays(db, asker.ledgerId, filter, 'none');
  const net = (currency: string) =>
    sums
      .filter((sum) => sum.currency === currency)
      .reduce((minor, sum) => minor + (sum.kind === 'refund' ? -sum.minor : sum.minor), 0n);
  const { currency } = budget.amount;
  const others = [...new Set(sums.map((sum) => sum.currency))].filter((other) => other !== currency).sort();
  return {
    id: budget.id,
    name,
    every: budget.period,
    period,
    budget: budget.amount,
    spent: { minor: net(currency), currency },
    left: { minor: budget.amount.minor - net(currency), currency },
    daysLeft: daysIn({ from: asker.today, to: period.to }),
    uncounted: others.map((other) => ({ minor: net(other), currency: other })),
    filter,
  };
}

/** What a budget of this category, or of "total", is kept under. Throws an InputError for none, or one of income. */
export async function scopeOf(db: Queries, asker: Asker, category: string): Promise<{ scope: string; name: string }> {
  if (foldText(category) === TOTAL) return { scope: TOTAL, name: TOTAL_NAME };
  const found = requireCategory(await listCategories(db, asker.ledgerId), category);
  if (found.kind === 'income') {
    throw new InputError(`${found.name} is income; budgets are for spending.`, 'Name a category that you spend on.');
  }
  return { scope: found.id, name: found.name };
}
