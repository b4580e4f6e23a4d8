/** Deletes entries. */

import { z } from 'zod';
import { deleteEntries, planDeletion, viewEntries } from '../domain/entries.ts';
import type { Entry } from '../store/entries.ts';
import { describeEntry } from '../wording/phrasing.ts';
import { entryReference } from './entry-args.ts';
import { entryData } from './entry-texts.ts';
import { defineTool, type ToolContext } from './tool.ts';
import { findTarget } from './update-entry.ts';

export const deleteEntriesTool = defineTool({
  name: 'delete_entries',
  description: 'Deletes entries that the person wants gone. Several at once wait for their confirmation.',
  args: z.object({ entries: z.array(entryReference).min(1).max(200) }),

  async run(context, { entries }) {
    const { db, asker, words } = context;
    const { operationId, deleted } = await deleteEntries(db, asker, await findTargets(context, entries));
    const lines = deleted.map((entry) => describeEntry(entry, words, asker.today));
    return {
      said: words.deleted(lines.join('\n'), deleted.length),
      data: { deleted: deleted.map((entry) => entryData(entry, words)) },
      operationId,
    };
  },

  write: {
    needsConsent: ({ correcting }, { entries }) =>
      entries.length > 1 || (entries[0] === 'last' && correcting.length > 1),
    async preview(context, { entries }) {
      const { db, asker, words } = context;
      const targets = await findTargets(context, entries);
      const views = await viewEntries(db, asker.ledgerId, targets);
      const lines = views.map((entry) => describeEntry(entry, words, asker.today));
      return {
        said: words.proposeDeletion(lines.join('\n'), views.length),
        state: (await planDeletion(db, asker, targets)).map((change) => change.before),
      };
    },
  },
});

/** The entries meant, each once. A message that answers one about several entries means all of them by "last". */
async function findTargets(context: ToolContext, references: readonly string[]): Promise<Entry[]> {
  const { correcting } = context;
  const wanted = references.flatMap((reference) =>
    reference === 'last' && correcting.length > 0 ? correcting : [reference],
  );
  const found = new Map<string, Entry>();
  for (const reference of wanted) {
    const entry = await findTarget(context, reference);
    found.set(entry.id, entry);
  }
  return [...found.values()];
}
