/** Making what a message recorded equal to what it should have recorded, after it was edited or answered. */

import { InputError } from '../errors.ts';
import type { Queries } from '../store/database.ts';
import { entriesById } from '../store/entries.ts';
import type { Asker } from './asker.ts';
import {
  type Change,
  type EntryView,
  type NewEntry,
  planDeletion,
  planNew,
  planUpdate,
  viewEntries,
} from './entries.ts';
import { carryOut } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';

export interface Reconciliation {
  readonly operationId: string;
  readonly changes: readonly Change[];
  readonly added: readonly EntryView[];
  readonly removed: readonly EntryView[];
}

/**
 * The first entry becomes the first item, the second the second, and so on; items left over are recorded, entries left
 * over are deleted. What an item does not say (a category, a date) stays as it was.
 */
export async function reconcileEntries(
  db: Queries,
  asker: Asker,
  entryIds: readonly string[],
  items: readonly NewEntry[],
  spokenText: string,
): Promise<Reconciliation> {
  const entries = await entriesById(db, asker.ledgerId, entryIds);
  const planned: PlannedChange[] = [];
  const changes: Change[] = [];
  for (const [index, entry] of entries.slice(0, items.length).entries()) {
    const item = items[index] as NewEntry;
    const isSameName = sameText(item, entry);
    // A new description is filed anew; the old one keeps the category that it may have been moved to by hand.
    const guessed = isSameName || item.category ? null : (await planNew(db, asker, [item], spokenText)).recorded[0];
    const wanted = {
      ...item,
      // A new description takes the place of the whole old one.
      ...(item.merchant || item.note ? { merchant: item.merchant ?? null, note: item.note ?? null } : {}),
      ...(guessed ? { category: guessed.category } : {}),
    };
    const plan = await planUpdate(db, asker, entry, wanted, { mayBeSame: true });
    if (plan.isSame) continue;
    planned.push(...plan.changes.filter((change) => change.entity === 'entry'));
    changes.push(plan.change);
  }
  const extra = await planNew(db, asker, items.slice(entries.length), spokenText);
  const surplus = entries.slice(items.length);
  planned.push(...extra.changes, ...(await planDeletion(db, asker, surplus)));
  if (planned.length === 0) {
    throw new InputError('It is like that already.', 'Say what should be different: "it was 15", "make it groceries".');
  }
  const operationId = await carryOut(db, asker, planned);
  return { operationId, changes, added: extra.recorded, removed: await viewEntries(db, asker.ledgerId, surplus) };
}

function sameText(item: NewEntry, entry: { merchant: string | null; note: string | null }): boolean {
  return (
    (item.merchant === undefined || item.merchant === entry.merchant) &&
    (item.note === undefined || item.note === entry.note)
  );
}
