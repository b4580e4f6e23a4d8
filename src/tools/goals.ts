/** Savings goals: set, shown with how they stand, removed. */

import { z } from 'zod';
import { type GoalStanding, goalStandings, usuallyLeft } from '../analytics/goal-progress.ts';
import { planGoal, planGoalRemoval, requireGoal, UNNAMED_GOAL } from '../domain/goals.ts';
import { carryOut } from '../domain/operation.ts';
import { formatMoney } from '../money.ts';
import { type Goal, listGoals } from '../store/goals.ts';
import { goalWords } from '../wording/analytics/goal-words.ts';
import { notCounted } from '../wording/analytics/shared-words.ts';
import { amount, currency, day } from './entry-args.ts';
import { dateOf, describeGoal, nameOf, neededFor } from './goal-texts.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const args = z.object({
  action: z.enum(['set', 'list', 'remove']),
  name: z.string().max(60).optional().describe('what it is for, as the person calls it ("car"); leave out if not said'),
  amount: amount.optional(),
  currency: currency.optional(),
  by: day.optional().describe('YYYY-MM-DD: the last day of the month or year that they name; leave out if not said'),
});
type Args = z.output<typeof args>;

export const goalsTool = defineTool({
  name: 'goals',
  description:
    'Savings goals ("save 2,000 by June"): sets or changes one, lists how each stands (saved, pace needed, on course or not, ' +
    'expected day), or removes one. What is saved is income less spending since the goal was set.',
  args,

  async run(context, { action, ...wanted }) {
    const { db, asker, words } = context;
    const said = named(wanted, context);
    if (action === 'list') return await listed(context, said.name);
    if (action === 'remove') {
      const plan = await planGoalRemoval(db, asker, said.name);
      const operationId = await carryOut(db, asker, plan.changes);
      const done = goalWords(words).removed(nameOf(plan.goal));
      return { said: done, data: { done }, operationId };
    }
    const plan = await planGoal(db, asker, said);
    const operationId = await carryOut(db, asker, plan.changes);
    const done = goalWords(words).set(...wantedOf(plan.goal, context));
    const [standing] = (await goalStandings(db, asker, [plan.goal])).standings;
    const takes = standing ? await takesOf(standing, context) : [];
    return { said: [done, ...takes].join(' '), data: { done, takes }, operationId };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    amounts: ({ action, amount: wanted }) => (action === 'set' && wanted !== undefined ? [wanted] : []),
    async preview(context, { action, ...wanted }) {
      const { db, asker, words } = context;
      const said = named(wanted, context);
      const talk = goalWords(words);
      const plan = action === 'remove' ? await planGoalRemoval(db, asker, said.name) : await planGoal(db, asker, said);
      const question =
        action === 'remove' ? talk.proposeRemoval(nameOf(plan.goal)) : talk.proposeSet(...wantedOf(plan.goal, context));
      return { said: question, state: plan.changes.map(({ before }) => before) };
    },
  },
});

/** What it is called where it has no name means the one without a name. */
function named<Wanted extends Pick<Args, 'name'>>(wanted: Wanted, { words }: ToolContext): Wanted {
  const isUnnamed = wanted.name?.trim().toLowerCase() === goalWords(words).unnamed.toLowerCase();
  return isUnnamed ? { ...wanted, name: UNNAMED_GOAL } : wanted;
}

function wantedOf(goal: Goal, { words, asker }: ToolContext): [string, string | null, string | null] {
  const byDay = goal.byDay === null ? null : dateOf(goal.byDay, words, asker);
  return [formatMoney(goal.amount, words.locale), nameOf(goal), byDay];
}

/** What a goal takes that was set just now, and whether that is much. */
async function takesOf({ progress }: GoalStanding, context: ToolContext): Promise<string[]> {
  if (progress === null || progress.remaining === 0) return [];
  const left = typeof progress.paceNow === 'number' ? null : await usuallyLeft(context.db, context.asker);
  return [...neededFor(progress, context), ...usually(left, context)];
}

function usually(left: number | null, { words, asker }: ToolContext): string[] {
  if (left === null) return [];
  const talk = goalWords(words);
  const money = formatMoney({ minor: BigInt(left), currency: asker.homeCurrency }, words.locale);
  return [left > 0 ? talk.usually(money) : talk.usuallyNothing];
}

async function listed(context: ToolContext, name?: string): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const all = await listGoals(db, asker.ledgerId);
  const talk = goalWords(words);
  if (all.length === 0) return { said: talk.none, data: { goals: [] } };
  const goals = name === undefined ? all : [requireGoal(all, name)];
  const { standings, uncounted } = await goalStandings(db, asker, goals);
  const lines = standings.map((standing) => describeGoal(standing, context));
  const isYoung = standings.some(({ progress }) => progress?.state === 'unknown');
  const left = isYoung ? usually(await usuallyLeft(db, asker), context) : [];
  const paces = standings.flatMap(({ progress }) => progress?.paceNeeded || []);
  const sum = BigInt(paces.reduce((total, pace) => total + pace, 0));
  const together = formatMoney({ minor: sum, currency: asker.homeCurrency }, words.locale);
  const more = [...left, ...(paces.length > 1 ? [talk.together(together)] : []), ...notCounted(uncounted, words)];
  const data = standings.map(({ goal, progress }, index) => ({
    name: goal.name,
    state: progress?.state ?? 'no rate',
    said: lines[index],
  }));
  return { said: [...lines, ...more].join('\n'), data: { goals: data, more } };
}
