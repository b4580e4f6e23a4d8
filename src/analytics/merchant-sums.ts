/** What was spent at merchants. */

import type { Asker } from '../domain/asker.ts';
import { foldText } from '../domain/fold.ts';
import type { NamedTotal } from '../insight/changes.ts';
import { type DayAmount, exactNumber } from '../insight/entry.ts';
import type { Period } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { merchantSums } from '../store/insight-rows.ts';
import { totalsByMerchant } from '../store/totals.ts';
import { type Counted, type Flow, kindsOf, uncountedIn } from './ledger-sums.ts';

/** By month at all merchants with `merchant` in their names, oldest first, a day several times: the month's first within the period. */
export async function amountsAtMerchant(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  merchant: string,
): Promise<Counted<DayAmount>> {
  const filter = { kinds: kindsOf.spending, merchant: foldText(merchant) };
  const totals = await totalsByMerchant(db, ledgerId, period, filter);
  const rows = totals.map(({ month, kind, homeMinor }) => {
    const first = `${month}-01`;
    return {
      day: first < period.from ? period.from : first,
      amount: exactNumber(kind === 'refund' ? -homeMinor : homeMinor),
    };
  });
  return { rows, uncounted: uncountedIn(totals) };
}

export interface MerchantAmount extends NamedTotal {
  /** The entry of it that was recorded last, for how its name is written. */
  readonly latestId: string;
}

/**
 * By merchant within one category; `name` is the folded merchant, or note, empty where there is none. Reads the period's
 * entries of the category.
 */
export async function amountsByMerchant(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  flow: Flow,
  categoryId: string,
): Promise<readonly MerchantAmount[]> {
  const sums = new Map<string, MerchantAmount>();
  const rows = await merchantSums(db, ledgerId, period, categoryId, kindsOf[flow]);
  for (const { merchantKey, kind, homeMinor, latestId } of rows) {
    const name = merchantKey ?? '';
    const known = sums.get(name) ?? { name, total: 0, latestId: '' };
    const minor = exactNumber(homeMinor);
    sums.set(name, {
      name,
      total: known.total + (kind === 'refund' ? -minor : minor),
      latestId: latestId > known.latestId ? latestId : known.latestId,
    });
  }
  return [...sums.values()];
}
