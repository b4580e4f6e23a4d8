/** Entries as tools tell of them. */

import type { Change, EntryView } from '../domain/entries.ts';
import { formatMoney } from '../money.ts';
import type { Day } from '../period.ts';
import { describeEntry } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';

/** "Changed: lunch €12.50 · dining → lunch €15.00 · dining" */
export function describeChange({ before, after }: Change, words: Words, today: Day): string {
  return words.changed(describeEntry(before, words, today), describeEntry(after, words, today));
}

/** An entry as data for a model. */
export function entryData(entry: EntryView, words: Words) {
  return {
    id: entry.id,
    kind: entry.kind,
    amount: formatMoney(entry.amount, words.locale),
    category: entry.category,
    merchant: entry.merchant,
    note: entry.note,
    date: entry.day,
  };
}
