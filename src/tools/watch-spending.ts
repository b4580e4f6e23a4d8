/** Thresholds that people set themselves: added, listed, removed. */

import { z } from 'zod';
import { noteAsTold, overSince, standingOf } from '../alerts/at-once.ts';
import { describeWatch } from '../alerts/describe-watch.ts';
import { carryOut } from '../domain/operation.ts';
import { namedWatches, planWatch, planWatchRemoval, type WantedWatch } from '../domain/watches.ts';
import { InputError } from '../errors.ts';
import { formatMoney } from '../money.ts';
import { alertWords } from '../wording/alert-words.ts';
import { describePeriod } from '../wording/phrasing.ts';
import { watchWords } from '../wording/watch-words.ts';
import { amount, category, currency } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const args = z.object({
  action: z.enum(['add', 'list', 'remove']),
  amount: amount.optional().describe('spending above it is told; decimal string'),
  currency: currency.optional(),
  per: z
    .enum(['entry', 'day', 'week', 'month'])
    .optional()
    .describe('what is held against the amount: one expense ("in one go", the usual), or all of a day, week or month'),
  category: category.optional().describe('one of their categories, when only that is meant'),
  merchant: z.string().max(100).optional().describe('a shop or what was bought, when only that is meant'),
  number: z.number().int().min(1).max(99).optional().describe('for remove: the number in the list'),
});
type Args = z.output<typeof args>;

export const watchSpendingTool = defineTool({
  name: 'watch_spending',
  description:
    'Thresholds that the person sets themselves: "tell me when I spend over 100 in one go", "… over 300 a week on dining". ' +
    'Adds one, lists them with their numbers, or removes one. A limit that they want to keep to is a budget instead.',
  args,

  async run(context, args) {
    if (args.action === 'list') return await listed(context);
    const { db, asker, words } = context;
    const say = watchWords(words);
    if (args.action === 'remove') {
      const { watch, changes } = await planWatchRemoval(db, asker, args);
      const operationId = await carryOut(db, asker, changes);
      const done = say.removed(describeWatch(watch, words));
      return { said: done, data: { done }, operationId };
    }
    const { watch, changes } = await planWatch(db, asker, wantedOf(args));
    const about = describeWatch(watch, words);
    if (changes.length === 0) return { said: say.already(about), data: { done: say.already(about) } };
    const operationId = await carryOut(db, asker, changes);
    const standing = await standingOf(db, asker, watch);
    // What is over already is said here, and not once more in the morning.
    if (standing) await noteAsTold(db, asker, overSince([standing]));
    const now = standing
      ? [
          say.soFar(
            formatMoney({ minor: BigInt(standing.spent), currency: asker.homeCurrency }, words.locale),
            describePeriod(standing.period, words, {
              today: asker.today,
              firstDayOfWeek: asker.preferences.firstDayOfWeek,
            }),
          ),
        ]
      : [];
    const said = [say.added(about), ...now].join(' ');
    return { said, data: { done: said }, operationId };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    amounts: ({ action, amount: wanted }) => (action === 'add' && wanted !== undefined ? [wanted] : []),
    async preview({ db, asker, words }, args) {
      const say = watchWords(words);
      const isRemoval = args.action === 'remove';
      const { watch, changes } = isRemoval
        ? await planWatchRemoval(db, asker, args)
        : await planWatch(db, asker, wantedOf(args));
      const about = describeWatch(watch, words);
      return {
        said: isRemoval ? say.proposeRemoval(about) : say.propose(about),
        state: changes.map(({ before }) => before),
      };
    },
  },
});

function wantedOf({ amount: wanted, currency: code, per = 'entry', category: about, merchant }: Args): WantedWatch {
  if (wanted === undefined) {
    throw new InputError('From which amount on?', 'Write "tell me when I spend over 100 in one go".');
  }
  return {
    amount: wanted,
    per,
    ...(code !== undefined && { currency: code }),
    ...(about !== undefined && { category: about }),
    ...(merchant !== undefined && { merchant }),
  };
}

async function listed({ db, asker, words }: ToolContext): Promise<ToolOutcome> {
  const say = watchWords(words);
  const watches = (await namedWatches(db, asker)).map((watch) => describeWatch(watch, words));
  const said =
    watches.length === 0
      ? `${say.none} ${alertWords(words).watchHint}`
      : [say.listed, ...watches.map((watch, index) => `${index + 1}. ${watch}`)].join('\n');
  return { said, data: { thresholds: watches }, quotesEntries: true };
}
