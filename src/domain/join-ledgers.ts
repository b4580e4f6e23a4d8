/** What of one ledger comes along into another when their people turn out to be one, and what goes home again. */

import { newId } from '../id.ts';
import { listBudgets } from '../store/budgets.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { listGoals } from '../store/goals.ts';
import { type EntryMove, merchantMemories, moveEntries, moveEntriesHome, usedCategories } from '../store/links.ts';
import { copyRates } from '../store/rates.ts';
import { writeRecord } from '../store/records.ts';
import { lastResort } from './categories.ts';
import { defaultCategories } from './default-categories.ts';
import { foldText } from './fold.ts';
import { revalue } from './home-currency.ts';

/** A person with their personal ledger. */
export interface Home {
  readonly personId: string;
  readonly ledgerId: string;
}

export interface Joined {
  readonly entries: number;
  /** Made in the kept ledger, because it had none of the name. */
  readonly categories: number;
  readonly budgets: number;
  readonly goals: number;
  readonly merchants: number;
  /** Ids of what was left behind, with those of what stands for it in the kept ledger. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Moves the standing entries of one ledger into another, and copies the budgets, goals, remembered merchants and rates
 * of exchange that the other has no word on. Entries from one of the `origins`, ledgers that were joined to the first one, keep that mark.
 */
export async function joinLedgers(
  db: Queries,
  from: Home,
  to: Home,
  origins: readonly string[],
  at: Date,
): Promise<Joined> {
  const { categories, made } = await bringCategories(db, from, to, at);
  const merchants = await copyMerchants(db, from, to, categories, at);
  const ids = new Map(categories);
  const budgets = await copyBudgets(db, from, to, { categories, ids }, at);
  const goals = await copyGoals(db, from, to, ids, at);
  await copyRates(db, from.ledgerId, to.ledgerId);
  const entries = await moveEntries(db, { from, to, categories }, origins);
  await revalueBoth(db, from, to);
  return { entries, categories: made, budgets, goals, merchants, ids };
}

/** Moves the entries back that came from the ledger or its `origins` and still stand; gives their number. */
export async function returnEntries(db: Queries, from: Home, to: Home, origins: readonly string[]): Promise<number> {
  const home = await listCategories(db, to.ledgerId);
  const away = await listCategories(db, from.ledgerId);
  const categories: EntryMove['categories'] = new Map(away.map((each) => [each.id, homeOf(each, home).id]));
  const count = await moveEntriesHome(db, { from, to, categories }, origins);
  await revalueBoth(db, from, to);
  return count;
}

/** The two ledgers may add up in different currencies, and by different rates. */
async function revalueBoth(db: Queries, from: Home, to: Home): Promise<void> {
  await revalue(db, from.ledgerId);
  await revalue(db, to.ledgerId);
}

/** For each category of the one ledger, the one of the other that bears its name; those that are missing are made. */
async function bringCategories(db: Queries, from: Home, to: Home, at: Date) {
  const theirs = await listCategories(db, from.ledgerId);
  const ours = await listCategories(db, to.ledgerId);
  const used = await usedCategories(db, from.ledgerId);
  const taken = new Set([...theirs, ...ours].map((category) => category.nameKey));
  const categories = new Map<string, string>();
  let made = 0;
  for (const category of theirs) {
    const { name, nameKey, kind } = category;
    const namesake = ours.find((other) => other.nameKey === nameKey);
    if (namesake?.kind === kind) {
      categories.set(category.id, namesake.id);
      continue;
    }
    // What every ledger begins with, and this one has given up, is not brought back for nothing.
    if (!used.has(category.id) && defaultCategories.some((each) => foldText(each.name) === nameKey)) continue;
    const id = newId();
    const free = namesake ? freeName(name, kind, taken) : name;
    taken.add(foldText(free));
    const image = { id, ledgerId: to.ledgerId, name: free, nameKey: foldText(free), kind, createdAt: at.toISOString() };
    await writeRecord(db, 'category', id, image);
    categories.set(category.id, id);
    made += 1;
  }
  return { categories, made };
}

/** "gifts" for income becomes "gifts (income)" where "gifts" is for spending. */
function freeName(name: string, kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const free = `${name} (${kind}${number > 1 ? ` ${number}` : ''})`;
    if (!taken.has(foldText(free))) return free;
  }
}

/** The category at home of the same name, with or without what {@link freeName} added, or else "other". */
export function homeOf({ nameKey, kind }: Category, home: readonly Category[]): Category {
  const plain = nameKey.replace(/ \((expense|income)( \d+)?\)$/, '');
  const alike = home.filter((category) => category.kind === kind);
  const found = [nameKey, plain, lastResort(kind)].flatMap((key) => alike.find((each) => each.nameKey === key) ?? []);
  if (!found[0]) throw new Error(`a ledger has no category "${lastResort(kind)}"`);
  return found[0];
}

async function copyMerchants(
  db: Queries,
  from: Home,
  to: Home,
  categories: ReadonlyMap<string, string>,
  at: Date,
): Promise<number> {
  const known = await merchantMemories(db, to.ledgerId);
  let copied = 0;
  for (const [merchantKey, old] of await merchantMemories(db, from.ledgerId)) {
    const categoryId = categories.get(old);
    if (known.has(merchantKey) || categoryId === undefined) continue;
    const image = { ledgerId: to.ledgerId, merchantKey, categoryId, updatedAt: at.toISOString() };
    await writeRecord(db, 'merchantCategory', `${to.ledgerId}/${merchantKey}`, image);
    copied += 1;
  }
  return copied;
}

async function copyBudgets(
  db: Queries,
  from: Home,
  to: Home,
  { categories, ids }: { readonly categories: ReadonlyMap<string, string>; readonly ids: Map<string, string> },
  at: Date,
): Promise<number> {
  const kept = await listBudgets(db, to.ledgerId);
  let copied = 0;
  for (const { id: oldId, scope: old, amount, period } of await listBudgets(db, from.ledgerId)) {
    // "total" is a scope of both.
    const scope = categories.get(old) ?? old;
    if (kept.some((other) => other.scope === scope && other.period === period)) continue;
    const id = newId();
    ids.set(oldId, id);
    await writeRecord(db, 'budget', id, {
      id,
      ledgerId: to.ledgerId,
      scope,
      amountMinor: amount.minor.toString(),
      currency: amount.currency,
      period,
      createdAt: at.toISOString(),
      updatedAt: at.toISOString(),
    });
    copied += 1;
  }
  return copied;
}

async function copyGoals(db: Queries, from: Home, to: Home, ids: Map<string, string>, at: Date): Promise<number> {
  const kept = new Set((await listGoals(db, to.ledgerId)).map(({ nameKey }) => nameKey));
  const wanted = (await listGoals(db, from.ledgerId)).filter(({ nameKey }) => !kept.has(nameKey));
  for (const { amount, ...goal } of wanted) {
    const id = newId();
    ids.set(goal.id, id);
    await writeRecord(db, 'goal', id, {
      ...goal,
      id,
      ...to,
      amountMinor: amount.minor.toString(),
      currency: amount.currency,
      createdAt: at.toISOString(),
      updatedAt: at.toISOString(),
    });
  }
  return wanted.length;
}
