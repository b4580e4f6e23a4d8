/** Budgets beside what was spent, now and in the periods before. */

import { z } from 'zod';
import { type BudgetComparisons, compareBudgets } from '../analytics/budget-record.ts';
import type { EntryFilter } from '../store/entries.ts';
import { budgetWords } from '../wording/analytics/budget-words.ts';
import { notCounted } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { chart } from './analytics-args.ts';
import { amountOf, chartOf, dataOf, describeRecord, describeYouth, summaryOf } from './budget-texts.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

export const budgetVsActualTool = defineTool({
  name: 'budget_vs_actual',
  description:
    'Whether budgets hold: how the running period will end at the present pace, how many past periods each was kept or ' +
    'passed in and by how much, with a picture. For what is left today: budget_status.',
  args: z.object({
    category: category.optional().describe('one of their categories, or "total"; null for all budgets'),
    periods: z.int().min(2).max(24).optional().describe('whole periods back, 2 to 24; null for 6'),
    chart,
  }),
  prepare: ({ db, asker }, args) => compareBudgets(db, asker, args.periods ?? 6, args.category),
  async run(context, args, compared: BudgetComparisons): Promise<ToolOutcome> {
    const { asker, words } = context;
    const { budgets, withoutRate, uncounted } = compared;
    const say = budgetWords(words);
    if (budgets.length + withoutRate.length === 0) return noBudget(context, compared.name);
    const lines = budgets.map((each) => describeRecord(each, context));
    const summary = summaryOf(budgets, context);
    const apart = withoutRate.map(({ name, budget }) =>
      say.noRate(budgetName(name, words), amountOf(budget, words), asker.homeCurrency),
    );
    const [only] = budgets.length === 1 ? budgets : [];
    const young = only ? describeYouth(only, context) : [];
    return {
      said: [...summary, ...lines, ...young, ...apart, ...notCounted(uncounted, words)].join('\n'),
      data: { summary, budgets: budgets.map((each, at) => dataOf(each, lines[at] ?? '', context)), apart },
      ...(args.chart !== false && budgets.length > 0 ? { charts: [chartOf(budgets, summary, lines, context)] } : {}),
      ...(budgets.length > 0 ? { rows: rowsBehind(budgets) } : {}),
    };
  },
});

function noBudget({ words }: ToolContext, asked: string | null): ToolOutcome {
  const say = budgetWords(words);
  const name = asked === null ? '' : budgetName(asked, words);
  const said = asked === null ? words.noBudgets : say.noBudgetFor(name, say.command('300', name));
  return { said, data: { budgets: [] } };
}

/** The entries of all the periods: of the one category, or else of all. */
function rowsBehind(budgets: BudgetComparisons['budgets']): EntryFilter {
  const starts = budgets.map(({ past, period }) => past[0]?.from ?? period.from).sort();
  const ends = budgets.map(({ period }) => period.to).sort();
  const scopes = new Set(budgets.map(({ categoryId }) => categoryId));
  const [categoryId] = scopes;
  return {
    from: starts[0],
    to: ends.at(-1),
    kinds: ['expense', 'refund'],
    ...(scopes.size === 1 && categoryId !== undefined ? { categoryId } : {}),
  };
}
