/** Recording, changing and deleting entries. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { type Money, parseMoney, toDecimal } from '../money.ts';
import { type Day, parseDay } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type Entry, type EntryKind, entriesById, latestEntry } from '../store/entries.ts';
import { type Image, readRecord } from '../store/records.ts';
import type { Asker } from './asker.ts';
import { categorize, lastResort, requireCategory, requireKind } from './categories.ts';
import { entryTexts } from './entry-text.ts';
import { carryOut, instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';

export { MAX_MERCHANT_LENGTH, MAX_NOTE_LENGTH } from './entry-text.ts';

/** An entry as somebody says it; the amount is a decimal string in major units. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly amount: string;
  readonly currency?: string;
  readonly category?: string;
  readonly merchant?: string;
  readonly note?: string;
  readonly date?: string;
}

/** What is left out stays; null takes a text away. */
export type EntryChanges = Partial<Omit<NewEntry, 'merchant' | 'note'>> & {
  readonly merchant?: string | null;
  readonly note?: string | null;
};

export interface EntryView {
  readonly id: string;
  readonly kind: EntryKind;
  readonly amount: Money;
  readonly category: string;
  readonly merchant: string | null;
  readonly note: string | null;
  readonly day: Day;
}

export interface Change {
  readonly before: EntryView;
  readonly after: EntryView;
}

/**
 * Records all the entries, or, when one of them is wrong, none: an InputError then says which and why.
 * `spokenText` is what the person wrote; a category that it names outweighs what is remembered of a merchant.
 */
export async function recordEntries(
  db: Queries,
  asker: Asker,
  entries: readonly NewEntry[],
  spokenText: string,
): Promise<{ operationId: string; recorded: EntryView[] }> {
  const plan = await planNew(db, asker, entries, spokenText);
  return { operationId: await carryOut(db, asker, plan.changes), recorded: plan.recorded };
}

/** What {@link recordEntries} would do. */
export async function planNew(
  db: Queries,
  asker: Asker,
  entries: readonly NewEntry[],
  spokenText: string,
): Promise<{ changes: PlannedChange[]; recorded: EntryView[] }> {
  const categories = await categorize(db, asker.ledgerId, entries, spokenText);
  const images = entries.map((entry, index) =>
    naming(entries.length > 1 ? `Item ${index + 1}: ` : '', () =>
      entryImage(asker, entry, categories[index] as Category),
    ),
  );
  return {
    changes: images.map((after) => ({ entity: 'entry', id: after.id as string, before: null, after })),
    recorded: images.map((image, index) => viewOf(image, categories[index] as Category)),
  };
}

/** The entry with this id, or the person's latest for "last". Throws an InputError when there is none. */
export async function findEntry(db: Queries, asker: Asker, reference: string): Promise<Entry> {
  const entry =
    reference === 'last'
      ? await latestEntry(db, asker.ledgerId, asker.personId)
      : (await entriesById(db, asker.ledgerId, [reference]))[0];
  if (!entry) {
    throw reference === 'last'
      ? new InputError('You have not recorded anything yet.', 'Write something like "lunch 12.50".')
      : new InputError('That entry is not there any more.', 'Say "list" to see your latest entries.');
  }
  return entry;
}

/** Changes an entry and, where its category changed, remembers the merchant's new place. */
export async function updateEntry(
  db: Queries,
  asker: Asker,
  entry: Entry,
  changes: EntryChanges,
): Promise<{ operationId: string; change: Change }> {
  const plan = await planUpdate(db, asker, entry, changes);
  const operationId = await carryOut(db, asker, plan.changes);
  return { operationId, change: plan.change };
}

/** What {@link updateEntry} would do. */
export async function planUpdate(
  db: Queries,
  asker: Asker,
  entry: Entry,
  changes: EntryChanges,
  options: { mayBeSame: boolean } = { mayBeSame: false },
): Promise<{ changes: PlannedChange[]; change: Change; isSame: boolean }> {
  const categories = await listCategories(db, asker.ledgerId);
  const before = await readRecord(db, 'entry', entry.id);
  if (!before) throw new Error(`entry ${entry.id} has no row`);
  const old = categories.find((category) => category.id === entry.categoryId) as Category;
  const category = placeAfter(categories, old, entry.kind, changes);
  const after = changedImage(asker, before, entry, changes, category);
  const isSame = JSON.stringify({ ...after, updatedAt: null }) === JSON.stringify({ ...before, updatedAt: null });
  if (isSame && !options.mayBeSame) {
    throw new InputError('It is like that already.', 'Say what should be different: "it was 15", "make it groceries".');
  }
  const planned: PlannedChange[] = [{ entity: 'entry', id: entry.id, before, after }];
  if (category.id !== entry.categoryId && after.merchantKey) {
    const id = `${asker.ledgerId}/${after.merchantKey}`;
    const place = { ledgerId: asker.ledgerId, merchantKey: after.merchantKey, categoryId: category.id };
    planned.push({
      entity: 'merchantCategory',
      id,
      before: await readRecord(db, 'merchantCategory', id),
      after: { ...place, updatedAt: instant(asker).toISOString() },
    });
  }
  return { changes: planned, change: { before: viewOf(before, old), after: viewOf(after, category) }, isSame };
}

/** Deletes entries; they keep their rows, so that it can be undone. */
export async function deleteEntries(
  db: Queries,
  asker: Asker,
  entries: readonly Entry[],
): Promise<{ operationId: string; deleted: EntryView[] }> {
  const planned = await planDeletion(db, asker, entries);
  const operationId = await carryOut(db, asker, planned);
  return { operationId, deleted: await viewEntries(db, asker.ledgerId, entries) };
}

export async function planDeletion(db: Queries, asker: Asker, entries: readonly Entry[]): Promise<PlannedChange[]> {
  const planned: PlannedChange[] = [];
  for (const { id } of entries) {
    const before = await readRecord(db, 'entry', id);
    const deletedAt = instant(asker).toISOString();
    planned.push({ entity: 'entry', id, before, after: { ...before, deletedAt } as Image });
  }
  return planned;
}

/** Entries with their categories' names. */
export async function viewEntries(db: Queries, ledgerId: string, entries: readonly Entry[]): Promise<EntryView[]> {
  const names = new Map((await listCategories(db, ledgerId)).map((category) => [category.id, category.name]));
  return entries.map(({ id, kind, amount, categoryId, merchant, note, day }) => ({
    id,
    kind,
    amount,
    category: names.get(categoryId) ?? '',
    merchant,
    note,
    day,
  }));
}

/** An entry's image as people see it. */
export function viewOf(image: Image, category: { readonly name: string }): EntryView {
  return {
    id: image.id as string,
    kind: image.kind as EntryKind,
    amount: { minor: BigInt(image.amountMinor as string), currency: image.currency as string },
    category: category.name,
    merchant: image.merchant as string | null,
    note: image.note as string | null,
    day: image.day as Day,
  };
}

/** The image of a new entry. Throws an InputError where its kind, amount, texts or day are wrong. */
export function entryImage(asker: Asker, entry: NewEntry, category: Category): Image {
  requireKind(category, entry.kind);
  const amount = parseMoney(entry.amount, (entry.currency ?? asker.preferences.currency).toUpperCase());
  const at = instant(asker).toISOString();
  return {
    id: newId(),
    ledgerId: asker.ledgerId,
    personId: asker.personId,
    kind: entry.kind,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
    categoryId: category.id,
    ...entryTexts(entry.merchant ?? null, entry.note ?? null),
    day: entry.date === undefined ? asker.today : parseDay(entry.date),
    turnId: asker.turnId,
    fromLedgerId: null,
    scheduleId: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}

function changedImage(asker: Asker, before: Image, entry: Entry, changes: EntryChanges, category: Category): Image {
  const currency = (changes.currency ?? entry.amount.currency).toUpperCase();
  const amount =
    changes.amount === undefined && currency === entry.amount.currency
      ? entry.amount
      : parseMoney(changes.amount ?? toDecimal(entry.amount), currency);
  return {
    ...before,
    kind: changes.kind ?? entry.kind,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
    categoryId: category.id,
    ...entryTexts(
      changes.merchant === undefined ? entry.merchant : changes.merchant,
      changes.note === undefined ? entry.note : changes.note,
    ),
    day: changes.date === undefined ? entry.day : parseDay(changes.date),
    updatedAt: instant(asker).toISOString(),
  };
}

/** The category that an entry belongs to after the changes. Throws an InputError for one of the wrong kind. */
function placeAfter(categories: readonly Category[], old: Category, kind: EntryKind, changes: EntryChanges): Category {
  const wanted = changes.category === undefined ? old : requireCategory(categories, changes.category);
  const newKind = changes.kind ?? kind;
  // What turns from spending into income leaves its category behind.
  if (changes.category === undefined && newKind !== 'refund' && wanted.kind !== newKind) {
    return requireCategory(categories, lastResort(newKind));
  }
  requireKind(wanted, newKind);
  return wanted;
}

function naming<T>(prefix: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError && prefix) throw new InputError(prefix + error.message, error.hint);
    throw error;
  }
}

/** The entries with a short plain text each, for a model that is to correct them. */
export async function describeEntries(
  db: Queries,
  asker: Asker,
  ids: readonly string[],
): Promise<{ id: string; summary: string }[]> {
  if (ids.length === 0) return [];
  const views = await viewEntries(db, asker.ledgerId, await entriesById(db, asker.ledgerId, ids));
  return views.map(({ id, kind, amount, category, merchant, note, day }) => ({
    id,
    summary: [kind, toDecimal(amount), amount.currency, category, merchant, note, day].filter(Boolean).join(', '),
  }));
}
