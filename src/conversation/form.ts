/** The form behind an Edit button, and what becomes of it when it is filled in. */

import { findEntry, viewEntries } from '../domain/entries.ts';
import { InputError } from '../errors.ts';
import { toDecimal } from '../money.ts';
import { readAmounts } from '../offline/amounts/read-amounts.ts';
import type { Queries } from '../store/database.ts';
import { findPerson } from '../store/people.ts';
import type { ToolContext } from '../tools/tool.ts';
import { updateEntryTool } from '../tools/update-entry.ts';
import { describeEntry } from '../wording/phrasing.ts';
import { wordsFor } from '../wording/words-for.ts';
import type { House } from './house.ts';
import { type InboundContent, type InboundMessage, plainReply, type Reply } from './message.ts';
import { replyOf } from './reply.ts';
import { whoAsks } from './who-asks.ts';

export interface EntryForm {
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly value: string }[];
}

const EDIT = 'edit:';

/** The form that a button opens, with the entry as it is now; null when it opens none, or the entry is not theirs to see. */
export async function formFor(
  house: House,
  button: string,
  message: Pick<InboundMessage, 'platform' | 'sender' | 'group'>,
): Promise<EntryForm | null> {
  const { client } = house.database;
  if (!button.startsWith(EDIT) || !(await findPerson(client, message.platform, message.sender))) return null;
  const asked = { ...message, key: '', conversation: '', content: { kind: 'press', button } as const };
  const { asker } = await whoAsks(house, asked, '', (work) => house.database.transaction(work));
  const words = wordsFor(asker.preferences.language ?? house.defaults.language);
  try {
    const values = await valuesOf(client, asker, button.slice(EDIT.length));
    return {
      title: words.formTitle,
      submitLabel: words.formSubmit,
      fields: fieldNames.map((id) => ({ id, label: words.formLabels[id], value: values[id] })),
    };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Changes the entry where the form differs from it. */
export async function submitForm(
  context: ToolContext,
  { button, fields }: Extract<InboundContent, { kind: 'form' }>,
): Promise<Reply> {
  const { asker, db } = context;
  const entry = button.slice(EDIT.length);
  try {
    const values = await valuesOf(db, asker, entry);
    const differs = (id: FieldName) => fields[id] !== undefined && fields[id].trim() !== values[id];
    const changes = {
      ...(differs('amount') ? amountOf(fields.amount ?? '', asker.preferences.currency) : {}),
      ...(differs('merchant') ? { merchant: fields.merchant } : {}),
      ...(differs('note') ? { note: fields.note } : {}),
      ...(differs('category') ? { category: fields.category } : {}),
      ...(differs('date') ? { date: fields.date?.trim() } : {}),
    };
    const outcome = await updateEntryTool.run(context, { entry, changes }, undefined);
    const call = { id: button, name: updateEntryTool.name, args: { entry, changes } };
    const content = { said: outcome.said, data: outcome.data };
    return replyOf(context, [{ call, content, outcome, proposed: false }], null);
  } catch (error) {
    if (error instanceof InputError) return plainReply(`${error.message} ${error.hint}`.trim());
    throw error;
  }
}

/** Where there are no forms: what to answer, so that the answer corrects this entry. */
export async function promptForEdit(context: ToolContext, entryId: string): Promise<Reply> {
  const { db, asker, words } = context;
  const [view] = await viewEntries(db, asker.ledgerId, [await findEntry(db, asker, entryId)]);
  if (!view) throw new Error(`entry ${entryId} has no view`);
  return { ...plainReply(words.editPrompt(describeEntry(view, words, asker.today))), about: [entryId] };
}

const fieldNames = ['amount', 'merchant', 'note', 'category', 'date'] as const;
type FieldName = (typeof fieldNames)[number];

async function valuesOf(db: Queries, asker: ToolContext['asker'], id: string): Promise<Record<FieldName, string>> {
  const [view] = await viewEntries(db, asker.ledgerId, [await findEntry(db, asker, id)]);
  if (!view) throw new Error(`entry ${id} has no view`);
  return {
    amount: `${toDecimal(view.amount)} ${view.amount.currency}`,
    merchant: view.merchant ?? '',
    note: view.note ?? '',
    category: view.category,
    date: view.day,
  };
}

/** "12,50", "$12.50" or "12.50 EUR", as people write amounts. */
function amountOf(text: string, currency: string): { amount: string; currency?: string } {
  const [reading, ...more] = readAmounts(text, { currency });
  if (!reading || more.length > 0) return { amount: text };
  return { amount: reading.decimal, ...(reading.explicitCurrency ? { currency: reading.currency } : {}) };
}
