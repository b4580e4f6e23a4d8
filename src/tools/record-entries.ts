/** Records expenses, income and refunds. */

import { z } from 'zod';
import { type Recorded, type ToldAtOnce, tellAtOnce } from '../alerts/at-once.ts';
import { type BudgetState, budgetStates, TOTAL_NAME } from '../domain/budgets.ts';
import { type EntryView, planNew, recordEntries } from '../domain/entries.ts';
import { reconcileEntries } from '../domain/reconcile.ts';
import { cameAnyway, nameOf } from '../domain/recurring-entries.ts';
import { sumSpending } from '../domain/spending.ts';
import { InputError } from '../errors.ts';
import { unitAround } from '../period.ts';
import { describeBudget } from '../wording/budgets.ts';
import { describeAmounts, describeEntry } from '../wording/phrasing.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import { entryFields, kind } from './entry-args.ts';
import { describeChange, entryData } from './entry-texts.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const recordEntriesTool = defineTool({
  name: 'record_entries',
  description:
    'Records what the person says they spent (expense), earned (income) or got back (refund). ' +
    'One item for each amount. Never for questions, plans or amounts that somebody only mentions.',
  args: z.object({ entries: z.array(z.object({ kind, ...entryFields })).min(1) }),

  async run(context, { entries }) {
    checkCount(entries.length);
    const { db, asker, words, spokenText } = context;
    if (context.correcting.length > 0) return await correct(context, entries);
    const { operationId, recorded } = await recordEntries(db, asker, entries, spokenText);
    const list = recorded.map((entry) => describeEntry(entry, words, asker.today));
    const budgets = await standingLines(context, { added: recorded, removed: [] });
    const said = [words.recorded(list.join('\n'), recorded.length), ...budgets].join(recorded.length > 1 ? '\n' : ' ');
    const twice = await cameAnyway(db, asker.ledgerId, recorded);
    const notes = twice.map((entry) => recurringEntryWords(words).comesAnyway(nameOf(entry) ?? ''));
    const data = {
      recorded: recorded.map((entry) => entryData(entry, words)),
      budgets,
      ...(notes.length > 0 && { notes }),
    };
    return { said: [said, ...notes].join('\n'), data, operationId, ...oneEntry(recorded) };
  },

  write: {
    amounts: ({ entries }) => entries.map((entry) => entry.amount),
    async preview({ db, asker, words, spokenText }, { entries }) {
      checkCount(entries.length);
      const { recorded } = await planNew(db, asker, entries, spokenText);
      const what = recorded.map((entry) => describeEntry(entry, words, asker.today));
      return { said: words.proposeRecording(what.join(', ')), state: null };
    },
  },
});

/** A list longer than this is a file to import, and too long to look through in a chat. */
const MAX_ENTRIES = 25;

function checkCount(count: number): void {
  if (count > MAX_ENTRIES) {
    throw new InputError(
      `That is ${count} items; I record up to ${MAX_ENTRIES} at a time.`,
      `Send them in messages of up to ${MAX_ENTRIES}.`,
    );
  }
}

/** The new items take the place of what the message had recorded before. */
async function correct(context: ToolContext, entries: Parameters<typeof reconcileEntries>[3]) {
  const { db, asker, words, correcting, spokenText } = context;
  const result = await reconcileEntries(db, asker, correcting, entries, spokenText);
  const lines = [
    ...result.changes.map((change) => describeChange(change, words, asker.today)),
    ...result.added.map((entry) => words.recorded(describeEntry(entry, words, asker.today), 1)),
    ...result.removed.map((entry) => words.deleted(describeEntry(entry, words, asker.today), 1)),
  ];
  const all = [...result.changes.map((change) => change.after), ...result.added];
  const data = {
    changed: result.changes.map((change) => ({
      before: entryData(change.before, words),
      after: entryData(change.after, words),
    })),
    added: result.added.map((entry) => entryData(entry, words)),
    removed: result.removed.map((entry) => entryData(entry, words)),
  };
  const before = [...result.changes.map((change) => change.before), ...result.removed];
  const budgets = await standingLines(context, { added: all, removed: before });
  return { said: [...lines, ...budgets].join('\n'), data, operationId: result.operationId, ...oneEntry(all) };
}

/** The entry that an Edit button is for; several are edited by answering. */
function oneEntry(entries: readonly EntryView[]): { entryId?: string } {
  const [entry, ...more] = entries;
  return entry && more.length === 0 ? { entryId: entry.id } : {};
}

/**
 * What this month's budgets say about the categories just spent on; for one entry without a budget, its month so far. Then
 * what the recording itself brought about.
 */
async function standingLines({ db, asker, words }: ToolContext, recorded: Recorded): Promise<string[]> {
  const all = await budgetStates(db, asker);
  const told = await tellAtOnce(db, asker, recorded, all, words);
  return [...(await budgetLines({ db, asker, words }, recorded.added, all, told)), ...told.watches];
}

async function budgetLines(
  { db, asker, words }: Pick<ToolContext, 'db' | 'asker' | 'words'>,
  entries: readonly EntryView[],
  budgets: readonly BudgetState[],
  told: ToldAtOnce,
): Promise<string[]> {
  const spent = entries.filter((entry) => entry.kind !== 'income' && entry.day.slice(0, 7) === asker.today.slice(0, 7));
  const categories = new Set(spent.map((entry) => entry.category));
  const states = budgets.filter(
    (state) =>
      told.budgets.has(state.id) || categories.has(state.name) || (state.name === TOTAL_NAME && categories.size > 0),
  );
  if (states.length > 0) {
    return states.map((state) =>
      [describeBudget(state, words, asker), told.budgets.get(state.id)].filter(Boolean).join(' '),
    );
  }
  const [category] = categories;
  if (!category || categories.size > 1) return [];
  const month = unitAround(asker.today, 'month');
  const { totals } = await sumSpending(db, asker, { ...month, groupBy: 'none', category });
  return [words.monthSoFar(words.category(category), describeAmounts(totals, words))];
}
