/** Arranges entries that come by themselves: rent, pay, subscriptions. */

import { z } from 'zod';
import { carryOut } from '../domain/operation.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { chargeOf, type RecurringEntry, recurringEntries } from '../domain/recurring-entries.ts';
import type { RecurringCharge } from '../domain/recurring-payload.ts';
import { InputError } from '../errors.ts';
import { dayAt } from '../period.ts';
import {
  fromToday,
  POSTED_AT,
  planRecurring,
  planRecurringChange,
  planRecurringEnd,
  planRecurringSkip,
  requireRecurring,
} from '../recurring/arrange-entries.ts';
import { chargeOffered, type RecurringOffer } from '../recurring/offers.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { listCategories } from '../store/categories.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import { type CadenceArgs, cadence, toCadence } from './cadence-args.ts';
import { amount, category, currency, entryFields } from './entry-args.ts';
import {
  dayInSentence,
  describeRecurring,
  nextDayOf,
  recurringData,
  recurringLine,
  titleOf,
} from './recurring-entry-texts.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const args = z.object({
  action: z.enum(['add', 'list', 'stop', 'skip', 'change']).describe('"skip" leaves the next one out'),
  which: z.string().max(200).optional().describe('for stop, skip and change: its name, or its number in the list'),
  kind: z.enum(['expense', 'income']).optional().describe('for add'),
  amount: amount.optional().describe('for add, or the new one for change: a decimal string such as "12.50"'),
  currency: currency.optional(),
  category: category.optional(),
  merchant: entryFields.merchant,
  note: entryFields.note,
  cadence: cadence.optional().describe('for add, or the new one for change: on which days it comes; no time of day'),
});
type Args = z.output<typeof args>;

export const recurringEntriesTool = defineTool({
  name: 'recurring_entries',
  description:
    'Arranges expenses or income that Purser records by itself at set times from now on ("rent 900 on the 1st of every ' +
    'month", "salary 2500 monthly on the 25th"); lists, stops, skips and changes them. Not for finding what recurs in ' +
    'past entries (find_recurring), reminders, budgets or savings goals.',
  args,

  async run(context, said) {
    if (said.action === 'list') return await listed(context);
    const { db, asker } = context;
    const plan = await planOf(context, said);
    const operationId = await carryOut(db, asker, plan.changes);
    return { said: plan.done, data: { done: plan.done, ...plan.data }, operationId };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    amounts: ({ action, amount: wanted }) =>
      (action === 'add' || action === 'change') && wanted !== undefined ? [wanted] : [],
    async preview(context, said) {
      const plan = await planOf(context, said);
      return { said: plan.asked, state: plan.changes.map(({ before }) => before) };
    },
  },
});

interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly done: string;
  readonly asked: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

async function planOf(context: ToolContext, said: Args): Promise<Plan> {
  if (said.action === 'add') return await planAdding(context, said);
  const { db, asker } = context;
  const entry = requireRecurring(await recurringEntries(db, asker.ledgerId), said.which);
  if (said.action === 'change') return await planChanging(context, entry, said);
  const say = recurringEntryWords(context.words);
  if (said.action === 'stop') {
    const what = describeRecurring(entry, context);
    return { changes: await planRecurringEnd(db, entry), done: say.stopped(what), asked: say.proposeStop(what) };
  }
  const { changes, skipped, next } = await planRecurringSkip(db, asker, entry);
  const [title, day] = [titleOf(entry, context), dayInSentence(skipped, context)];
  const on = dayInSentence(dayAt(next, entry.timeZone), context);
  return { changes, done: say.skipped(title, day, on), asked: say.proposeSkip(title, day) };
}

async function planAdding(context: ToolContext, said: Args): Promise<Plan> {
  const { db, asker, spokenText } = context;
  const { action: _action, which: _which, kind = 'expense', amount: wanted, cadence: when, ...rest } = said;
  if (wanted === undefined) throw new InputError('How much is it?', 'Write “rent 900 on the 1st of every month”.');
  if (when === undefined)
    throw new InputError('How often does it come?', 'Write “rent 900 on the 1st of every month”.');
  const { charge, category: place } = await chargeOf(db, asker, { ...rest, kind, amount: wanted }, spokenText);
  return await planComing(context, { ...charge, category: place, cadence: daysOf(when, context) });
}

type Coming = RecurringCharge & Pick<RecurringEntry, 'category' | 'cadence'>;

async function planComing(context: ToolContext, coming: Coming): Promise<Plan> {
  const { db, asker, words } = context;
  const { changes, next, postsToday } = await planRecurring(db, asker, coming, coming.cadence);
  const say = recurringEntryWords(words);
  const what = describeRecurring(coming, context);
  const on = dayInSentence(dayAt(next, asker.preferences.timezone), context);
  const done = postsToday ? say.addedToday(what, on) : say.added(what, on);
  return { changes, done, asked: say.proposeAdd(what) };
}

/** Takes up what `find_recurring` offered. Throws an InputError where that is not there any more, or comes already. */
export async function arrangeOffer(context: ToolContext, offer: RecurringOffer): Promise<ToolOutcome> {
  const { db, asker } = context;
  const charge = await chargeOffered(db, asker, offer);
  const categories = await listCategories(db, asker.ledgerId);
  const category = categories.find(({ id }) => id === charge.categoryId)?.name ?? null;
  const { changes, done } = await planComing(context, { ...charge, category, cadence: offer.cadence });
  return { said: done, data: { done }, operationId: await carryOut(db, asker, changes) };
}

async function planChanging(context: ToolContext, entry: RecurringEntry, said: Args): Promise<Plan> {
  const { db, asker, words } = context;
  const plan = await planRecurringChange(db, asker, entry, {
    ...(said.amount === undefined ? {} : { amount: said.amount }),
    ...(said.currency === undefined ? {} : { currency: said.currency }),
    ...(said.category === undefined ? {} : { category: said.category }),
    ...(said.cadence === undefined ? {} : { cadence: daysOf(said.cadence, context) }),
  });
  const say = recurringEntryWords(words);
  const [before, after] = [describeRecurring(entry, context), describeRecurring(plan.after, context)];
  const on = dayInSentence(nextDayOf(plan.after), context);
  return { changes: plan.changes, done: say.changed(before, after, on), asked: say.proposeChange(before, after) };
}

/** Entries come on days; at which hour of these is ours. */
function daysOf({ at: _at, ...when }: CadenceArgs, { asker }: ToolContext): Cadence {
  return toCadence(when, fromToday(asker), POSTED_AT);
}

async function listed(context: ToolContext): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const say = recurringEntryWords(words);
  const entries = await recurringEntries(db, asker.ledgerId);
  if (entries.length === 0) return { said: say.none, data: { recurring: [] } };
  const lines = entries.map((entry, index) => `${index + 1}. ${recurringLine(entry, context)}`);
  const data = { recurring: entries.map((entry) => recurringData(entry, context)) };
  return { said: [say.heading, ...lines].join('\n'), data, quotesEntries: true };
}
