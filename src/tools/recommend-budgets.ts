/** Recommends monthly budgets; sets none. */

import { z } from 'zod';
import { type Advice, adviseBudgets } from '../analytics/budget-advice.ts';
import type { BudgetAdvice, BudgetPlan } from '../insight/budget-advice.ts';
import { toDecimal } from '../money.ts';
import { adviceWords } from '../wording/analytics/advice-words.ts';
import { budgetWords } from '../wording/analytics/budget-words.ts';
import { capital, emptyLedger, formatShare, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import type { Words } from '../wording/words.ts';
import { amountTexts } from './analytics-args.ts';
import { amount } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

/** What a phone shows without scrolling far. */
const MAX_LINES = 12;

export const recommendBudgetsTool = defineTool({
  name: 'recommend_budgets',
  description:
    'Recommends a monthly budget for each category, from what is usually spent and comes in, and within what is to be ' +
    'saved. It only advises: set_budget sets one.',
  args: z.object({
    savings: amount.optional().describe('what the person wants to save a month: "300"; null if not said'),
    goal: z.string().max(60).optional().describe('the savings goal that it is for, by name'),
  }),
  prepare: ({ db, asker }, args) => adviseBudgets(db, asker, args),
  async run(context, _args, { plan, saving, goal, present, uncounted }: Advice): Promise<ToolOutcome> {
    const { words } = context;
    if (plan === null) return { said: emptyLedger(words), data: { budgets: [] } };
    if (!plan.enough) return { said: tooLittle(plan, words), data: { has: plan.has, needs: plan.needs } };
    const heading = headingOf(plan, saving, context);
    // Where not even the recurring charges fit, a list of those would advise nothing.
    const advised = plan.withinIncome?.fit === 'impossible' ? [] : plan.budgets.filter(({ limit }) => limit > 0);
    const lines = advised.slice(0, MAX_LINES).map((each) => lineOf(each, present, context));
    const more = advised.length > MAX_LINES ? [words.more(advised.length - MAX_LINES)] : [];
    const { money } = amountTexts(context);
    return {
      said: [...heading, ...lines, ...more, ...notCounted(uncounted, words)].join('\n'),
      data: {
        finding: heading,
        months: plan.months,
        fit: plan.withinIncome?.fit ?? 'no income known',
        total: money(plan.total),
        ...(goal ? { goal: goal.name } : {}),
        budgets: advised.slice(0, MAX_LINES).map(({ name }, at) => ({ name, said: lines[at] })),
      },
    };
  },
});

function headingOf(plan: BudgetPlan, saving: number, context: ToolContext): string[] {
  const { words } = context;
  const say = adviceWords(words);
  const { money } = amountTexts(context);
  const usual = say.usual(money(plan.total), plan.months);
  if (plan.withinIncome === null) return saving > 0 ? [say.noIncome, usual] : [usual];
  const { income, left, cut, fit } = plan.withinIncome;
  const saved = saving > 0 ? money(saving) : null;
  if (fit === 'roomy') return [say.roomy(money(income), saved, money(left)), usual];
  if (fit !== 'impossible') return [say[fit](money(income), saved, formatShare(cut, words))];
  const fixed = plan.budgets.reduce((sum, each) => sum + each.fixed, 0);
  return [say.impossible(money(income), money(fixed), saved, money(-left))];
}

/** "Groceries: €320.00 (usually €310.00, €300.00 at present). Write “budget 320 for groceries a month” to set it." */
function lineOf(advice: BudgetAdvice, present: Advice['present'], context: ToolContext): string {
  const { words } = context;
  const say = adviceWords(words);
  const { money } = amountTexts(context);
  const { name, limit, fixed, typical, basis } = advice;
  const now = present.get(name);
  const remarks = [
    limit < fixed + typical ? say.usually(money(fixed + typical)) : '',
    fixed > 0 && fixed < limit ? say.recurring(money(fixed)) : '',
    basis === 'season' ? say.season : basis === 'rare' && fixed === 0 ? say.rare : '',
    now === undefined ? '' : now === limit ? say.asItIs : say.present(money(now)),
  ].filter(Boolean);
  const category = words.category(name);
  const colon = budgetWords(words).colon;
  const what = `${capital(category)}${colon} ${money(limit)}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}.`;
  if (now === limit) return what;
  return `${what} ${say.toSet(budgetWords(words).command(plainAmount(limit, context), category))}`;
}

/** An amount as people type it: "320", "47,99", with its currency where that is not their own. */
function plainAmount(minor: number, { asker, words }: Pick<ToolContext, 'asker'> & { words: Words }): string {
  const currency = asker.homeCurrency;
  const [whole = '', fraction = ''] = toDecimal({ minor: BigInt(minor), currency }).split('.');
  const decimal = /^0*$/.test(fraction) ? whole : `${whole}${words.locale.startsWith('en') ? '.' : ','}${fraction}`;
  return currency === asker.preferences.currency ? decimal : `${decimal} ${currency}`;
}
