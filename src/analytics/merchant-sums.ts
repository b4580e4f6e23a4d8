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

/**
 * By merchant within one category, the most first; `name` is the folded merchant, or note, empty where there is none.
 * Reads the period's entries of the category.
 */
export async function amountsByMerchant(
  db: Queries,
  { ledgerId }: Asker,
  { from, to }: Period,
  flow: Flow,
  categoryId: string,
): Promise<readonly (NamedTotal & { readonly count: number })[]> {
  const groups = await db.entry.groupBy({
    by: ['merchantKey', 'kind'],
    where: { ledgerId, deletedAt: null, categoryId, day: { gte: from, lte: to }, kind: { in: [...kindsOf[flow]] } },
    _sum: { homeMinor: true },
    _count: { _all: true },
  });
  const sums = new Map<string, NamedTotal & { readonly count: number }>();
  for (const group of groups) {
    const name = group.merchantKey ?? '';
    const known = sums.get(name) ?? { name, total: 0, count: 0 };
    const minor = exactNumber(group._sum.homeMinor ?? 0n);
    const total = known.total + (group.kind === 'refund' ? -minor : minor);
    sums.set(name, { name, total, count: known.count + group._count._all });
  }
  return [...sums.values()].sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
