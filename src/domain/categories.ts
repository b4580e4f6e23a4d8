/** Categories of a ledger: finding the one that people mean, and changing the list. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { listBudgets } from '../store/budgets.ts';
import { type Category, listCategories, merchantsOf, rememberedCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type EntryKind, listEntries } from '../store/entries.ts';
import { categoryIn, withCategory } from '../store/link-arrangements.ts';
import { type Image, readRecord } from '../store/records.ts';
import { schedulesOfLedger } from '../store/schedules.ts';
import type { Asker } from './asker.ts';
import { categoryNamed, guessCategory } from './category-words.ts';
import { OTHER_EXPENSE, OTHER_INCOME } from './default-categories.ts';
import { merchantKeyOf, tidyText } from './entry-text.ts';
import { foldText } from './fold.ts';
import { instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';
import { watchMoves } from './watch-moves.ts';

const MAX_NAME_LENGTH = 40;

/** The category of this name, in any spelling and any of the languages the words cover, or null. */
export function matchCategory(categories: readonly Category[], name: string): Category | null {
  const key = foldText(name);
  const exact = categories.find((category) => category.nameKey === key);
  if (exact) return exact;
  const named = categoryNamed(name);
  if (named === null) return null;
  return (
    categories.find((category) => category.nameKey === named) ??
    // "dining" that was renamed to "restaurants" is still where a lunch belongs.
    categories.find((category) => categoryNamed(category.name) === named) ??
    null
  );
}

/** The same, or an InputError that lists what there is. */
export function requireCategory(categories: readonly Category[], name: string): Category {
  const category = matchCategory(categories, name);
  if (category) return category;
  const names = categories.map((each) => each.name).join(', ');
  throw new InputError(
    `There is no category "${name.slice(0, MAX_NAME_LENGTH)}".`,
    `There are: ${names}. Write "add category ${name.slice(0, MAX_NAME_LENGTH)}" to make it.`,
  );
}

/** Throws an InputError when spending is put among income, or income among spending. A refund may be either. */
export function requireKind(category: Category, kind: EntryKind): void {
  if (kind !== 'refund' && category.kind !== kind) {
    throw new InputError(
      `${category.name} is a category for ${category.kind === 'income' ? 'income' : 'spending'}.`,
      `Name one for ${kind === 'income' ? 'income' : 'spending'}, or say that it was ${category.kind}.`,
    );
  }
}

/** Entries of this kind without a better place go here. */
export function lastResort(kind: EntryKind): string {
  return kind === 'income' ? OTHER_INCOME : OTHER_EXPENSE;
}

export interface Categorizable {
  readonly kind: EntryKind;
  readonly category?: string;
  readonly merchant?: string;
  readonly note?: string;
}

/**
 * The category of each new entry: the one that the person's own words name, else where they once moved this merchant,
 * else the one suggested, else the one its words suggest, else "other".
 */
export async function categorize(
  db: Queries,
  ledgerId: string,
  entries: readonly Categorizable[],
  spokenText: string,
): Promise<Category[]> {
  const categories = await listCategories(db, ledgerId);
  const keys = entries.map((entry) => merchantKeyOf(entry.merchant, entry.note));
  const remembered = await rememberedCategories(
    db,
    ledgerId,
    keys.filter((key) => key !== null),
  );
  const spoken = asWords(spokenText);
  return entries.map((entry, index) => {
    const wanted = entry.category === undefined ? null : requireCategory(categories, entry.category);
    if (wanted && spoken.includes(asWords(entry.category ?? ''))) return wanted;
    // A refund belongs where the money had gone; only income has categories of its own.
    const kind = entry.kind === 'income' ? 'income' : 'expense';
    const memory = categories.find((category) => category.id === remembered.get(keys[index] ?? ''));
    // An employer may be a shop as well.
    if (memory?.kind === kind) return memory;
    if (wanted) return wanted;
    const guess = guessCategory([entry.merchant, entry.note].filter(Boolean).join(' '));
    const guessed = guess === null ? null : matchCategory(categories, guess);
    if (guessed?.kind === kind) return guessed;
    return requireCategory(categories, lastResort(kind));
  });
}

/** The words of a text between spaces, so that "fees" is not found in "coffees". */
function asWords(text: string): string {
  return ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** A new category. Throws an InputError when the name is taken, empty or too long. */
export async function planNewCategory(
  db: Queries,
  asker: Asker,
  name: string,
  kind: Category['kind'],
): Promise<PlannedChange[]> {
  const checked = await freeName(db, asker, name);
  const id = newId();
  const after = { id, ledgerId: asker.ledgerId, ...checked, kind, createdAt: instant(asker).toISOString() };
  return [{ entity: 'category', id, before: null, after }];
}

/** Another name for a category. */
export async function planRename(
  db: Queries,
  asker: Asker,
  category: Category,
  name: string,
): Promise<PlannedChange[]> {
  requireOwnPurpose(category);
  const checked = await freeName(db, asker, name, category.id);
  const before = await readRecord(db, 'category', category.id);
  return [{ entity: 'category', id: category.id, before, after: { ...before, ...checked } as Image }];
}

/** All entries, budgets, remembered merchants and recurring entries of one category move to another; the first is gone. */
export async function planMerge(db: Queries, asker: Asker, from: Category, into: Category): Promise<PlannedChange[]> {
  if (from.id === into.id) throw new InputError('Those are the same category.', 'Name two different ones.');
  if (from.kind !== into.kind) {
    throw new InputError(`"${from.name}" is for ${from.kind}, "${into.name}" for ${into.kind}.`, 'Merge two alike.');
  }
  requireOwnPurpose(from);
  const changes: PlannedChange[] = [];
  const move = async (entity: PlannedChange['entity'], id: string, field: string) => {
    const before = await readRecord(db, entity, id);
    changes.push({ entity, id, before, after: { ...before, [field]: into.id } as Image });
  };
  for (const entry of await listEntries(db, asker.ledgerId, { categoryId: from.id })) {
    await move('entry', entry.id, 'categoryId');
  }
  for (const key of await merchantsOf(db, asker.ledgerId, from.id)) {
    await move('merchantCategory', `${asker.ledgerId}/${key}`, 'categoryId');
  }
  const kept = await listBudgets(db, asker.ledgerId, into.id);
  for (const budget of await listBudgets(db, asker.ledgerId, from.id)) {
    if (kept.some((other) => other.period === budget.period)) {
      changes.push({ entity: 'budget', id: budget.id, before: await readRecord(db, 'budget', budget.id), after: null });
    } else await move('budget', budget.id, 'scope');
  }
  changes.push(...(await recurringMoves(db, asker.ledgerId, from, into)));
  changes.push(...(await watchMoves(db, asker.ledgerId, from.id, into.id)));
  changes.push({ entity: 'category', id: from.id, before: await readRecord(db, 'category', from.id), after: null });
  return changes;
}

async function recurringMoves(db: Queries, ledgerId: string, from: Category, into: Category): Promise<PlannedChange[]> {
  const moves: PlannedChange[] = [];
  for (const { id, payload } of await schedulesOfLedger(db, ledgerId)) {
    if (categoryIn(payload) !== from.id) continue;
    const before = await readRecord(db, 'schedule', id);
    moves.push({
      entity: 'schedule',
      id,
      before,
      after: { ...before, payload: withCategory(payload, into.id) } as Image,
    });
  }
  return moves;
}

/** What fits nowhere needs a place under a name that is known. */
function requireOwnPurpose({ name }: Category): void {
  if (name !== OTHER_EXPENSE && name !== OTHER_INCOME) return;
  throw new InputError(`"${name}" takes what fits nowhere else, so it stays.`, 'Name another category.');
}

async function freeName(db: Queries, asker: Asker, name: string, except?: string) {
  const trimmed = tidyText(name) ?? '';
  if (trimmed.length === 0 || trimmed.length > MAX_NAME_LENGTH) {
    throw new InputError('That is no name for a category.', `Write a name of 1 to ${MAX_NAME_LENGTH} characters.`);
  }
  const nameKey = foldText(trimmed);
  const categories = await listCategories(db, asker.ledgerId);
  const taken = categories.find((category) => category.nameKey === nameKey && category.id !== except);
  if (taken || nameKey === 'total') {
    throw new InputError(`There is a category "${taken?.name ?? 'total'}" already.`, 'Choose another name.');
  }
  return { name: trimmed, nameKey };
}
