/** A budget's state as a line. */

import type { Preferences } from '../domain/asker.ts';
import { type BudgetState, TOTAL_NAME } from '../domain/budgets.ts';
import { formatMoney } from '../money.ts';
import type { Day } from '../period.ts';
import { describePeriod } from './phrasing.ts';
import type { Words } from './words.ts';

/** "Dining this month: €62.50 of €300.00, €237.50 left." */
export function describeBudget(
  state: BudgetState,
  words: Words,
  asker: { readonly today: Day; readonly preferences: Preferences },
): string {
  const name = budgetName(state.name, words);
  const money = (minor: bigint) => formatMoney({ minor, currency: state.budget.currency }, words.locale);
  const period = describePeriod(state.period, words, {
    today: asker.today,
    firstDayOfWeek: asker.preferences.firstDayOfWeek,
  });
  const [spent, budget] = [money(state.spent.minor), money(state.budget.minor)];
  return state.left.minor < 0n
    ? words.budgetPassed(name, spent, budget, money(-state.left.minor), period)
    : words.budgetLeft(name, spent, budget, money(state.left.minor), period);
}

/** A budget's category in the person's language. */
export function budgetName(name: string, words: Words): string {
  return name === TOTAL_NAME ? words.everySpending : words.category(name);
}
