/** Records what the message tells of. */

import { isArithmetic } from '../arithmetic.ts';
import type { Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { readRecord } from '../records/read-record.ts';

export const record: Intent = (heard) => {
  if (isArithmetic(heard.folded)) return null;
  // "put 12 for lunch", "add a reminder": an order to record is no wish, whatever else the words look like.
  if (says(heard, heard.lexicon.phrases.notDone) && !begins(heard, heard.lexicon.phrases.recordOrder)) return null;
  // "change 20 dollars to pesos" corrects nothing that we know, and is nothing bought.
  const { change, recordOrder } = heard.lexicon.phrases;
  if (begins(heard, change) && !begins(heard, recordOrder)) return null;
  const entries = readRecord(heard);
  return entries && { calls: [{ name: 'record_entries', args: { entries } }] };
};

/** What an edited message should have recorded. */
export const recordEdited: Intent = (heard) => {
  if (!heard.context.editing) return null;
  const entries = readRecord(heard, true);
  return entries && { calls: [{ name: 'record_entries', args: { entries } }] };
};
