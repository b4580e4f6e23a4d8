/** A ledger's recurring charges and income. */

import type { Asker } from '../domain/asker.ts';
import type { InsightEntry } from '../insight/entry.ts';
import { findRecurring, type Recurring } from '../insight/recurring.ts';
import { addDays } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { spellingsOf } from '../store/entries.ts';
import { totalsByMerchant } from '../store/totals.ts';
import { insightEntries } from './ledger-entries.ts';

export interface FoundRecurring {
  readonly found: readonly Recurring[];
  /** The entries that were looked at, by their id. */
  readonly entries: ReadonlyMap<string, InsightEntry>;
}

/** Days looked back on: two of a yearly charge, and some. */
const LOOK_BACK = 800;
/** Who is paid more often than this in a month is a habit: a weekly charge comes five times at most. */
const MOST_A_MONTH = 6;
/** Merchants that are looked at, those with the most money first. */
const MOST_MERCHANTS = 300;
/** Entries of them. */
const MOST_ENTRIES = 8_000;

/**
 * What comes again and again up to today, the most a month first; what has ended is among it. The sums by merchant say
 * who may be one, so that a supermarket's thousand entries are never read.
 */
export async function recurringOf(db: Queries, asker: Asker, kind: 'expense' | 'income'): Promise<FoundRecurring> {
  const period = { from: addDays(asker.today, -LOOK_BACK), to: asker.today };
  const merchants = new Map<string, { months: number; count: number; worth: bigint }>();
  for (const total of await totalsByMerchant(db, asker.ledgerId, period, { kinds: [kind] })) {
    if (total.merchantKey === '') continue;
    const known = merchants.get(total.merchantKey) ?? { months: 0, count: 0, worth: 0n };
    merchants.set(total.merchantKey, {
      months: known.months + 1,
      count: known.count + total.count,
      worth: known.worth + total.homeMinor,
    });
  }
  const likely = [...merchants]
    .filter(([, { months, count }]) => count > 1 && count / months <= MOST_A_MONTH)
    .sort(([, a], [, b]) => (a.worth < b.worth ? 1 : a.worth > b.worth ? -1 : 0))
    .slice(0, MOST_MERCHANTS);
  const merchantKeys = likely.map(([key]) => key);
  const entries =
    merchantKeys.length === 0
      ? []
      : await insightEntries(db, asker, period, { merchantKeys, kinds: [kind] }, MOST_ENTRIES);
  return {
    found: findRecurring(entries, asker.today),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
}

/** The names as they were last written, by merchant key. */
export async function namesOf(
  db: Queries,
  { ledgerId }: Asker,
  merchantKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await spellingsOf(db, ledgerId, merchantKeys);
}
