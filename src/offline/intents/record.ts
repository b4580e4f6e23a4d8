/** Records what the message tells of. */

import { isArithmetic } from '../arithmetic.ts';
import type { Heard, Intent, Plan } from '../hearing.ts';
import { begins, ordersOther, says } from '../hearing.ts';
import { type RecordedEntry, readRecord } from '../records/read-record.ts';
import { refusal } from '../refusal.ts';

export const record: Intent = (heard) => {
  if (isArithmetic(heard.folded) || ordersOther(heard)) return null;
  const { change, recordOrder, notDone, others } = heard.lexicon.phrases;
  // "put 12 for lunch", "add a reminder": an order to record is no wish, whatever else the words look like.
  if (says(heard, `${notDone}|${others}`) && !begins(heard, recordOrder)) return null;
  // "change 20 dollars to pesos" corrects nothing that we know, and is nothing bought.
  if (begins(heard, change) && !begins(heard, recordOrder)) return null;
  const entries = readRecord(heard);
  return entries && recording(heard, entries);
};

/** What an edited message should have recorded. */
export const recordEdited: Intent = (heard) => {
  if (!heard.context.editing) return null;
  const entries = readRecord(heard, true);
  return entries && recording(heard, entries);
};

/** Nothing is recorded by half: an amount that none can be is answered at once. */
function recording(heard: Heard, entries: readonly RecordedEntry[]): Plan {
  const refused = refusal(heard, entries);
  return refused === null ? { calls: [{ name: 'record_entries', args: { entries } }] } : { say: refused };
}
