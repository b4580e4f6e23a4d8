/** A ledger's recurring charges and income. */

import type { Asker } from '../domain/asker.ts';
import type { InsightEntry } from '../insight/entry.ts';
import { describeCharges, findCharges, type Recurring } from '../insight/recurring.ts';
import type { Charges } from '../insight/recurring-streams.ts';
import { addDays, type Day } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { spellingsOf } from '../store/entries.ts';
import { type MerchantMonths, merchantMonths, unvaluedMonths } from '../store/merchant-months.ts';
import type { Unvalued } from '../store/totals.ts';
import { insightEntries } from './ledger-entries.ts';

export interface FoundRecurring {
  readonly found: readonly Recurring[];
  /** What stands behind it, whatever day it is. */
  readonly charges: readonly Charges[];
  /** The entries that were looked at, by their id. */
  readonly entries: ReadonlyMap<string, InsightEntry>;
  /** The first day that was looked at. */
  readonly since: Day;
  /** What has no rate into the ledger's currency, in the months looked at. */
  readonly uncounted: readonly Unvalued[];
}

/** Days looked back on: two of a yearly charge, and some. */
const LOOK_BACK = 800;
/** Who is paid more often than this in a month is a habit: a weekly charge comes five times at most. */
const MOST_A_MONTH = 6;
/** Entries that are read: of some 150 monthly charges in that time. Reading and fitting them takes some 40 ms. */
const MOST_ENTRIES = 4_000;

/**
 * What comes again and again up to today, the most a month first; what has ended is among it. The sums by merchant say
 * who may be one, so that a supermarket's thousand entries are never read. Entries without a merchant or note are left
 * out: nothing says that two of them are of one charge.
 */
export async function recurringOf(db: Queries, asker: Asker, kind: 'expense' | 'income'): Promise<FoundRecurring> {
  const period = { from: addDays(asker.today, -LOOK_BACK), to: asker.today };
  const merchantKeys = likelyMerchants(await merchantMonths(db, asker.ledgerId, period, kind));
  const entries =
    merchantKeys.length === 0
      ? []
      : await insightEntries(db, asker, period, { merchantKeys, kinds: [kind] }, MOST_ENTRIES);
  const charges = findCharges(entries);
  return {
    found: describeCharges(charges, asker.today),
    charges,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    since: period.from,
    uncounted: await unvaluedMonths(db, asker.ledgerId, period, kind),
  };
}

/** What was known at the end of an earlier day, without reading it again. */
export function recurringBefore(known: FoundRecurring, day: Day): FoundRecurring {
  const earlier = [...known.entries.values()].filter((entry) => entry.day <= day);
  const charges = earlier.length === known.entries.size ? known.charges : findCharges(earlier);
  const entries = new Map(earlier.map((entry) => [entry.id, entry]));
  return { ...known, found: describeCharges(charges, day), charges, entries };
}

/**
 * Those that may recur, the steadiest first: a charge comes as often in one month as in the next, purchases don't. Taken
 * with all their entries, up to {@link MOST_ENTRIES}.
 */
function likelyMerchants(merchants: readonly MerchantMonths[]): string[] {
  let entries = 0;
  return merchants
    .filter(({ count, months }) => count > 1 && count / months <= MOST_A_MONTH)
    .map(({ merchantKey, count, squares, months, homeMinor }) => {
      const mean = count / months;
      // Index of dispersion: 0 for the same each month, 1 for visits by chance (Poisson).
      return {
        merchantKey,
        count,
        homeMinor,
        unsteadiness: Math.round((10 * (squares / months - mean * mean)) / mean),
      };
    })
    .sort((a, b) => a.unsteadiness - b.unsteadiness || Number(b.homeMinor - a.homeMinor))
    .filter(({ count }) => {
      entries += count;
      return entries <= MOST_ENTRIES;
    })
    .map(({ merchantKey }) => merchantKey);
}

/** The names as they were last written, by merchant key. */
export async function namesOf(
  db: Queries,
  { ledgerId }: Asker,
  merchantKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return await spellingsOf(db, ledgerId, merchantKeys);
}
