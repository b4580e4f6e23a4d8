/** What was spent at merchants. */

import type { Asker } from '../domain/asker.ts';
import { foldText } from '../domain/fold.ts';
import type { NamedTotal } from '../insight/changes.ts';
import { type DayAmount, exactNumber } from '../insight/entry.ts';
import type { Period } from '../period.ts';
import type { Queries } from '../store/database.ts';
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
  { from, to }: Period,
  flow: Flow,
  categoryId: string,
): Promise<readonly MerchantAmount[]> {
  const groups = await db.entry.groupBy({
    by: ['merchantKey', 'kind'],
    where: { ledgerId, deletedAt: null, categoryId, day: { gte: from, lte: to }, kind: { in: [...kindsOf[flow]] } },
    _sum: { homeMinor: true },
    _max: { id: true },
  });
  const sums = new Map<string, MerchantAmount>();
  for (const { merchantKey, kind, _sum, _max } of groups) {
    const name = merchantKey ?? '';
    const known = sums.get(name) ?? { name, total: 0, latestId: '' };
    const minor = exactNumber(_sum.homeMinor ?? 0n);
    const latestId = (_max.id ?? '') > known.latestId ? (_max.id ?? '') : known.latestId;
    sums.set(name, { name, total: known.total + (kind === 'refund' ? -minor : minor), latestId });
  }
  return [...sums.values()];
}
