/** Sets, removes and shows budgets. */

import { z } from 'zod';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { type BudgetState, budgetStates, planBudget, planBudgetRemoval } from '../domain/budgets.ts';
import { carryOut } from '../domain/operation.ts';
import { sumSpending } from '../domain/spending.ts';
import { formatMoney, type Money } from '../money.ts';
import { addMonths, unitAround } from '../period.ts';
import type { EntryFilter } from '../store/entries.ts';
import { budgetName, describeBudget } from '../wording/budgets.ts';
import { describeAmounts, describePeriod } from '../wording/phrasing.ts';
import { amount, category, currency } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

const scope = category.describe('name of one of the person\'s categories, or "total" for all spending');

export const setBudgetTool = defineTool({
  name: 'set_budget',
  description: 'Sets how much the person wants to spend on a category, or in total, in each week, month or year.',
  args: z.object({
    category: scope,
    amount,
    currency: currency.optional(),
    period: z.enum(['weekly', 'monthly', 'yearly']),
  }),
  async run({ db, asker, words }, args) {
    const plan = await planBudget(db, asker, args);
    const operationId = await carryOut(db, asker, plan.changes);
    const [state] = (await budgetStates(db, asker, args.category)).filter((each) => each.every === args.period);
    const name = budgetName(plan.name, words);
    const said = words.budgetSet(name, formatMoney(plan.amount, words.locale), args.period);
    const now = state ? describeBudget(state, words, asker) : '';
    return { said: `${said} ${now}`.trim(), data: { set: said, now }, operationId };
  },
  write: {
    amounts: (args) => [args.amount],
    async preview({ db, asker, words }, args) {
      const { changes, name, amount } = await planBudget(db, asker, args);
      const money = formatMoney(amount, words.locale);
      return {
        said: words.proposeBudget(budgetName(name, words), money, args.period),
        state: changes.map((change) => change.before),
      };
    },
  },
});

export const removeBudgetTool = defineTool({
  name: 'remove_budget',
  description: 'Removes the budget of a category, or of all spending.',
  args: z.object({ category: scope }),
  async run({ db, asker, words }, args) {
    const plan = await planBudgetRemoval(db, asker, args.category);
    const operationId = await carryOut(db, asker, plan.changes);
    const said = words.budgetRemoved(budgetName(plan.name, words));
    return { said, data: { removed: plan.name }, operationId };
  },
  write: {
    async preview({ db, asker, words }, args) {
      const { changes, name } = await planBudgetRemoval(db, asker, args.category);
      return {
        said: words.proposeBudgetRemoval(budgetName(name, words)),
        state: changes.map((change) => change.before),
      };
    },
  },
});

export const budgetStatusTool = defineTool({
  name: 'budget_status',
  description: 'How the budgets stand now: used, left, days to go. Also answers "how am I doing this month?".',
  args: z.object({ category: category.optional(), chart: z.boolean().optional() }),
  async run(context, args) {
    const { db, asker } = context;
    const states = await budgetStates(db, asker, args.category);
    if (states.length === 0) return await monthSoFar(context, args.category);
    const lines = states.map((state) => describeState(state, context));
    return {
      said: lines.join('\n'),
      data: { budgets: lines },
      charts: args.chart ? [chartOf(states, context)].filter((chart) => chart !== null) : [],
      rows: rowsBehind(states),
    };
  },
});

/** The entries behind all the states: of the one category, or else of all, since the first of the periods began. */
function rowsBehind(states: readonly BudgetState[]): EntryFilter {
  const filters = states.map((state) => state.filter);
  const [first] = filters;
  const isOneCategory = filters.every((filter) => filter.categoryId === first?.categoryId);
  return {
    from: filters.map((filter) => filter.from).sort()[0],
    to: filters
      .map((filter) => filter.to)
      .sort()
      .at(-1),
    kinds: first?.kinds,
    ...(isOneCategory && first?.categoryId ? { categoryId: first.categoryId } : {}),
  };
}

function describeState(state: BudgetState, { words, asker }: ToolContext): string {
  const parts = [describeBudget(state, words, asker)];
  if (state.left.minor > 0n && state.daysLeft > 1) {
    // Rounded down, so that it never adds up to more than what is left.
    const daily: Money = { minor: state.left.minor / BigInt(state.daysLeft), currency: state.left.currency };
    parts.push(words.perDay(formatMoney(daily, words.locale), state.daysLeft));
  }
  if (state.uncounted.length > 0) parts.push(words.budgetUncounted(describeAmounts(state.uncounted, words)));
  return parts.join(' ');
}

/** Without a budget: what the month holds so far, beside the same days of the month before. */
async function monthSoFar({ db, asker, words }: ToolContext, category?: string) {
  const month = { from: unitAround(asker.today, 'month').from, to: asker.today };
  const before = { from: addMonths(month.from, -1), to: addMonths(asker.today, -1) };
  const ask = { groupBy: 'none' as const, ...(category === undefined ? {} : { category }) };
  const now = await sumSpending(db, asker, { ...month, ...ask });
  const then = await sumSpending(db, asker, { ...before, ...ask });
  const [spent, last] = [describeAmounts(now.totals, words), describeAmounts(then.totals, words)];
  const thisMonth = words.periods['this month'];
  const subject = now.category === null ? null : words.category(now.category);
  const told =
    subject === null
      ? words.monthWithoutBudget(spent, last || null)
      : words.spent(spent, subject, thisMonth, now.count);
  const said = now.count > 0 ? told : words.nothing(subject, thisMonth);
  // Other categories may well have budgets.
  const hint = (await budgetStates(db, asker)).length === 0 ? ` ${words.noBudgets}` : '';
  return { said: said + hint, data: { spent, lastMonthByThisDay: last }, rows: now.filter };
}

function chartOf(states: readonly BudgetState[], { words, asker }: ToolContext): ChartSpec | null {
  const currency = states[0]?.budget.currency;
  if (!currency) return null;
  // One axis holds one currency.
  const shown = states.filter((state) => state.budget.currency === currency);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return {
    kind: 'budget',
    title: words.budgetsTitle,
    alt: shown.map((state) => describeBudget(state, words, asker)).join(' '),
    locale: words.locale,
    currency,
    rows: shown.map((state) => ({
      label: `${budgetName(state.name, words)}, ${describePeriod(state.period, words, calendar, 'dates')}`,
      spent: Number(state.spent.minor),
      budget: Number(state.budget.minor),
    })),
  };
}
