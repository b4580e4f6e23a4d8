/** What the statistics read of a ledger. */

import { InputError } from '../errors.ts';
import type { Day } from '../period.ts';

/**
 * One entry in the ledger's home currency. Amounts are whole minor units as `number`: exact up to 2^53, which is
 * ninety of the largest amounts that a ledger keeps; {@link exactNumber} makes them.
 */
export interface InsightEntry {
  readonly id: string;
  readonly day: Day;
  readonly kind: 'expense' | 'income' | 'refund';
  /** Minor units, above zero. */
  readonly amount: number;
  /** Whatever names the category: it is handed back as it came. */
  readonly category: string;
  /** The merchant's key, alike for all spellings; empty where the entry has none. */
  readonly merchant: string;
}

/** What was spent or received on a day, in minor units; a day may come several times. */
export interface DayAmount {
  readonly day: Day;
  readonly amount: number;
}

/** Minor units as a number. Throws an InputError beyond 2^53, where a number would round. */
export function exactNumber(minor: bigint): number {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) {
    throw new InputError('These amounts are too large to compare.', 'Ask for a shorter period or a single category.');
  }
  return number;
}

/** Lists by their key, in the order in which the keys first come. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
