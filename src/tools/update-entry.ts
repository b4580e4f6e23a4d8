/** Changes an entry. */

import { z } from 'zod';
import { findEntry, planUpdate, updateEntry } from '../domain/entries.ts';
import { describeEntry } from '../wording/phrasing.ts';
import { entryFields, entryReference, kind } from './entry-args.ts';
import { describeChange, entryData } from './entry-texts.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const updateEntryTool = defineTool({
  name: 'update_entry',
  description: 'Corrects an entry: amount, currency, category, merchant, note, date or kind. Give only what changes.',
  args: z.object({
    entry: entryReference,
    changes: z.object({ ...entryFields, amount: entryFields.amount.optional(), kind: kind.optional() }),
  }),

  async run(context, { entry, changes }) {
    const { db, asker, words } = context;
    const target = await findTarget(context, entry);
    const { operationId, change } = await updateEntry(db, asker, target, changes);
    return {
      said: describeChange(change, words, asker.today),
      data: { before: entryData(change.before, words), after: entryData(change.after, words) },
      operationId,
      entryId: target.id,
    };
  },

  write: {
    amounts: ({ changes }) => (changes.amount === undefined ? [] : [changes.amount]),
    async preview(context, { entry, changes }) {
      const { db, asker, words } = context;
      const plan = await planUpdate(db, asker, await findTarget(context, entry), changes);
      const [before, after] = [plan.change.before, plan.change.after];
      return {
        said: words.proposeChange(describeEntry(before, words, asker.today), describeEntry(after, words, asker.today)),
        state: plan.changes.map((each) => each.before),
      };
    },
  },
});

/** "last" is the entry that the message answers or edits, where it does. */
export async function findTarget({ db, asker, correcting }: ToolContext, reference: string) {
  return await findEntry(db, asker, reference === 'last' ? (correcting.at(-1) ?? 'last') : reference);
}
