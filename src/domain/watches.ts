/** Thresholds that people set themselves: "tell me when I spend over 100 in one go". */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { type Money, parseMoney } from '../money.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type Image, readRecord } from '../store/records.ts';
import { countWatches, listWatches, type Watch, type WatchSpan } from '../store/watches.ts';
import type { Asker } from './asker.ts';
import { scopeOf } from './budgets.ts';
import { matchCategory } from './categories.ts';
import { MAX_MERCHANT_LENGTH, searchTextOf, tidyText } from './entry-text.ts';
import { instant } from './operation.ts';
import type { PlannedChange } from './planned-change.ts';
import { valuesAtHome } from './rates.ts';
import { sameWatch } from './watch-moves.ts';

/** As many as one can keep in mind, and more. */
export const MOST_WATCHES = 50;

/** A watch with its category's name; null for every category, and where the category is gone. */
export interface NamedWatch extends Watch {
  readonly category: string | null;
  /** The category that it was about does not exist any more. */
  readonly isLost: boolean;
}

/** As somebody says it; the amount is a decimal string in major units. */
export interface WantedWatch {
  readonly amount: string;
  readonly currency?: string;
  readonly per: WatchSpan;
  readonly category?: string;
  readonly merchant?: string;
}

/** What somebody says of one that is there already. */
export type MeantWatch = Partial<Omit<WantedWatch, 'currency'>> & {
  /** Its number in the list, from 1. */
  readonly number?: number;
};

/** The ledger's, in the order they are listed. */
export async function namedWatches(db: Queries, { ledgerId }: Pick<Asker, 'ledgerId'>): Promise<NamedWatch[]> {
  const watches = await listWatches(db, ledgerId);
  if (watches.length === 0) return [];
  const names = new Map((await listCategories(db, ledgerId)).map(({ id, name }) => [id, name]));
  return watches.map((watch) => {
    const category = watch.categoryId === null ? null : (names.get(watch.categoryId) ?? null);
    return { ...watch, category, isLost: watch.categoryId !== null && category === null };
  });
}

/**
 * A new watch; no changes where the same is there. Throws an InputError for an unknown category, a currency without a
 * rate, and when the person has {@link MOST_WATCHES}.
 */
export async function planWatch(
  db: Queries,
  asker: Asker,
  wanted: WantedWatch,
): Promise<{ watch: NamedWatch; changes: PlannedChange[] }> {
  const amount = parseMoney(wanted.amount, (wanted.currency ?? asker.preferences.currency).toUpperCase());
  await requireRate(db, asker, amount);
  const scope = wanted.category === undefined ? null : await scopeOf(db, asker, wanted.category);
  const about = scope === null || scope.scope === 'total' ? null : { id: scope.scope, name: scope.name };
  const merchant = merchantOf(wanted.merchant);
  const watch: NamedWatch = {
    id: newId(),
    personId: asker.personId,
    ledgerId: asker.ledgerId,
    amount,
    per: wanted.per,
    categoryId: about?.id ?? null,
    category: about?.name ?? null,
    isLost: false,
    ...merchant,
    createdAt: instant(asker),
  };
  const same = (await namedWatches(db, asker)).find((other) => sameWatch(other, watch));
  if (same) return { watch: same, changes: [] };
  if ((await countWatches(db, asker.personId)) >= MOST_WATCHES) {
    throw new InputError(
      `You have ${MOST_WATCHES} thresholds, the most that one person can have.`,
      'Write "my thresholds" and remove one that you do not need.',
    );
  }
  return { watch, changes: [{ entity: 'watch', id: watch.id, before: null, after: imageOf(watch) }] };
}

/** The end of one, by its number or by what it is about. Throws an InputError for none, or several that fit. */
export async function planWatchRemoval(
  db: Queries,
  asker: Asker,
  meant: MeantWatch,
): Promise<{ watch: NamedWatch; changes: PlannedChange[] }> {
  const all = await namedWatches(db, asker);
  const watch = await oneMeant(db, asker, all, meant);
  const before = await readRecord(db, 'watch', watch.id);
  return { watch, changes: [{ entity: 'watch', id: watch.id, before, after: null }] };
}

async function oneMeant(
  db: Queries,
  asker: Asker,
  all: readonly NamedWatch[],
  { number, amount, per, category, merchant }: MeantWatch,
): Promise<NamedWatch> {
  if (all.length === 0) {
    throw new InputError('There is no threshold.', 'Write "tell me when I spend over 100 in one go" to set one.');
  }
  const categories = await listCategories(db, asker.ledgerId);
  const key = searchTextOf(merchant ?? '');
  const named = category === undefined ? null : (matchCategory(categories, category)?.id ?? 'none');
  const found = all.filter(
    (watch, index) =>
      (number === undefined || index + 1 === number) &&
      (amount === undefined || watch.amount.minor === parseMoney(amount, watch.amount.currency).minor) &&
      (per === undefined || watch.per === per) &&
      (named === null || watch.categoryId === named) &&
      (key === '' || (watch.merchantKey ?? '').includes(key)),
  );
  const [one, ...more] = found;
  if (one && more.length === 0) return one;
  throw one
    ? new InputError('Several thresholds fit that.', 'Write "my thresholds", then "remove threshold 2".')
    : new InputError('There is no such threshold.', 'Write "my thresholds" to see which there are.');
}

function merchantOf(name: string | undefined): Pick<Watch, 'merchant' | 'merchantKey'> {
  const merchant = tidyText(name)?.slice(0, MAX_MERCHANT_LENGTH).toWellFormed() ?? null;
  return { merchant, merchantKey: merchant === null ? null : searchTextOf(merchant) };
}

/** What can't be held against the ledger's sums is refused at once. */
async function requireRate(db: Queries, asker: Asker, amount: Money): Promise<void> {
  const { ledgerId, homeCurrency, today } = asker;
  const [value] = await valuesAtHome(db, ledgerId, homeCurrency, [{ amount, day: today }]);
  if (value != null) return;
  const { currency } = amount;
  throw new InputError(
    `I know no rate from ${currency} to ${homeCurrency}.`,
    `Name the amount in ${homeCurrency}, or tell me the rate, like "1 ${currency} = 1.10 ${homeCurrency}".`,
  );
}

function imageOf({ amount, category, isLost, createdAt, ...watch }: NamedWatch): Image {
  return {
    ...watch,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
    createdAt: createdAt.toISOString(),
  };
}
