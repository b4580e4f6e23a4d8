/** What a change of habits would come to. */

import { z } from 'zod';
import { type WhatIfAnswer, whatIfSpent } from '../analytics/what-if.ts';
import type { CutEffect, WhatIf } from '../insight/what-if.ts';
import { adviceWords } from '../wording/analytics/advice-words.ts';
import { budgetWords } from '../wording/analytics/budget-words.ts';
import { goalWords } from '../wording/analytics/goal-words.ts';
import { capital, emptyLedger, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { amountTexts } from './analytics-args.ts';
import { category } from './entry-args.ts';
import { dateOf, nameOf } from './goal-texts.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

export const whatIfTool = defineTool({
  name: 'what_if',
  description:
    'What it would come to, a month and a year, if the person spent less or more on a category, and when a savings goal ' +
    'would be reached then.',
  args: z.object({
    category: category.describe('name of one of the person\'s categories, or "total"'),
    percent: z.number().min(-100).max(300).optional().describe('-20 for 20% less, 50 for half as much again'),
    amount: z
      .string()
      .max(40)
      .optional()
      .describe('instead of percent, a month: "-50" for 50 less, "50" for 50 more, "=200" for 200 in all'),
    goal: z.string().max(60).optional().describe('a savings goal by its name'),
  }),
  prepare: ({ db, asker }, args) => whatIfSpent(db, asker, args),
  async run(context, _args, { name, answer, goal, uncounted }: WhatIfAnswer): Promise<ToolOutcome> {
    const { words } = context;
    if (answer === null) return { said: emptyLedger(words), data: { months: 0 } };
    if (!answer.enough) return { said: tooLittle(answer, words), data: { has: answer.has, needs: answer.needs } };
    const [effect] = answer.effects;
    if (!effect) throw new Error('a change without its effect');
    const aim = goal ? nameOf(goal) : null;
    const lines = [
      effectLine(name, effect, answer, context),
      ...(answer.goal ? [goalLine(capital(aim ?? goalWords(words).unnamed), answer.goal, context)] : []),
    ];
    const { money } = amountTexts(context);
    return {
      said: [...lines, ...notCounted(uncounted, words)].join('\n'),
      data: {
        finding: lines,
        typicalMonth: money(effect.typical),
        monthAfter: money(effect.after),
        savedAMonth: money(effect.saved),
        savedAYear: money(answer.savedAYear),
        recurring: money(effect.fixed),
      },
    };
  },
});

function effectLine(name: string, effect: CutEffect, { savedAYear }: WhatIf, context: ToolContext): string {
  const { words } = context;
  const say = adviceWords(words);
  const { money } = amountTexts(context);
  const { typical, after, saved, fixed, usual } = effect;
  const head = capital(budgetName(name, words));
  if (saved === 0) return `${head}${budgetWords(words).colon} ${money(typical)}. ${say.same}`;
  const then = (saved > 0 ? say.saves : say.costs)(money(Math.abs(saved)), money(Math.abs(savedAYear)));
  return [
    say.nowAndThen(head, money(typical), money(after)),
    then,
    ...(after < fixed ? [say.belowFixed(money(fixed))] : []),
    ...(usual.to > usual.from ? [say.usualRange(money(usual.from), money(usual.to))] : []),
  ].join(' ');
}

function goalLine(head: string, { dayThen, dayNow }: NonNullable<WhatIf['goal']>, context: ToolContext): string {
  const { words, asker } = context;
  const [then, now] = [dayThen, dayNow].map((day) => (day === null ? null : dateOf(day, words, asker)));
  return adviceWords(words).goal(head, then ?? null, now ?? null);
}
