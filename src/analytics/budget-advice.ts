/** Which monthly budgets would fit a ledger, its income and what is to be saved. */

import type { Asker } from '../domain/asker.ts';
import { requireGoal } from '../domain/goals.ts';
import { InputError } from '../errors.ts';
import { type BudgetPlan, recommendBudgets } from '../insight/budget-advice.ts';
import { middle } from '../insight/robust.ts';
import { MONTHS_OF_THE_TYPICAL } from '../insight/thresholds.ts';
import type { Answer } from '../insight/too-little.ts';
import { currencyDigits } from '../money.ts';
import type { Day } from '../period.ts';
import { listBudgets } from '../store/budgets.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type Goal, listGoals } from '../store/goals.ts';
import type { Unvalued } from '../store/totals.ts';
import { goalStandings } from './goal-progress.ts';
import { allUncounted, amountsByMonth } from './ledger-sums.ts';
import { allSpending, amountAtHome, spendingMonths, wholeMonths } from './spending-months.ts';

export interface Advice {
  /** Minor units of the ledger's currency. Null for an empty ledger. */
  readonly plan: Answer<BudgetPlan> | null;
  /** What is to be saved a month; 0 where nothing was said. */
  readonly saving: number;
  readonly goal: Goal | null;
  /** The monthly budgets that there are, by category name, in the ledger's currency. */
  readonly present: ReadonlyMap<string, number>;
  readonly uncounted: readonly Unvalued[];
}

/** Of a month's spending, what limits are rounded to: 10.00 of 2,000.00. */
const STEP_SHARE = 0.005;

/** Throws an InputError for a goal that there is not or that has no day, or for no amount. */
export async function adviseBudgets(
  db: Queries,
  asker: Asker,
  wishes: { readonly savings?: string; readonly goal?: string },
): Promise<Advice> {
  const goal = wishes.goal === undefined ? null : requireGoal(await listGoals(db, asker.ledgerId), wishes.goal);
  const saving =
    wishes.savings !== undefined
      ? await amountAtHome(db, asker, wishes.savings)
      : goal
        ? await paceOf(db, asker, goal)
        : 0;
  const { history, since, uncounted } = await spendingMonths(db, asker);
  const present = await presentBudgets(db, asker);
  if (since === null) return { plan: null, saving, goal, present, uncounted };
  const income = await amountsByMonth(db, asker, { from: since, to: asker.today }, 'income');
  const usual = usualIncome(income.rows, since, asker.today);
  const plan = recommendBudgets(history, {
    ...(usual > 0 ? { income: usual, saving } : {}),
    step: stepFor(allSpending(history).flexible, asker.homeCurrency),
  });
  return { plan, saving, goal, present, uncounted: allUncounted({ rows: [], uncounted }, income) };
}

/** What the goal takes a month, or in all where less than a month remains. */
async function paceOf(db: Queries, asker: Asker, goal: Goal): Promise<number> {
  const progress = (await goalStandings(db, asker, [goal])).standings[0]?.progress;
  if (!progress) throw new InputError(`I know no rate into ${asker.homeCurrency} for "${goal.name}".`, 'Tell me one.');
  if (progress.remaining === 0) return 0;
  if (progress.paceNeeded !== null) return Math.min(progress.paceNeeded, progress.remaining);
  throw new InputError(`"${goal.name}" has no day to come.`, `Say until when, or how much to save a month.`);
}

/** The median of the last whole months, up to twelve: a bonus is no pay. */
function usualIncome(rows: readonly { month: string; amount: number }[], since: Day, today: Day): number {
  const amounts = rows.map(({ month, amount }) => ({ day: `${month}-01` < since ? since : `${month}-01`, amount }));
  return Math.round(middle(wholeMonths(amounts, since, today).slice(-MONTHS_OF_THE_TYPICAL)));
}

/** A round number near a two-hundredth of a month's spending, at least one of the currency's main units. */
function stepFor(months: readonly number[], currency: string): number {
  const least = 10 ** currencyDigits(currency);
  const wanted = Math.max(least, middle(months.slice(-MONTHS_OF_THE_TYPICAL)) * STEP_SHARE);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((times) => times * power).find((step) => step <= wanted) ?? least;
}

async function presentBudgets(db: Queries, { ledgerId, homeCurrency }: Asker): Promise<Map<string, number>> {
  const names = new Map((await listCategories(db, ledgerId)).map(({ id, name }) => [id, name]));
  const monthly = (await listBudgets(db, ledgerId)).filter(
    ({ period, amount }) => period === 'monthly' && amount.currency === homeCurrency,
  );
  return new Map(monthly.map(({ scope, amount }) => [names.get(scope) ?? scope, Number(amount.minor)]));
}
