/** Single entries as the statistics take them: for what sums can't tell, and always within bounds. */

import type { Asker } from '../domain/asker.ts';
import { exactNumber, type InsightEntry } from '../insight/entry.ts';
import type { Period } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { insightRows } from '../store/insight-rows.ts';

/**
 * Entries of the period in the ledger's currency, oldest first; those without a rate are left out. At most `limit`, the
 * newest ones.
 */
export async function insightEntries(
  db: Queries,
  { ledgerId }: Asker,
  period: Period,
  only: Parameters<typeof insightRows>[3],
  limit: number,
): Promise<InsightEntry[]> {
  const names = new Map((await listCategories(db, ledgerId)).map(({ id, name }) => [id, name]));
  const rows = await insightRows(db, ledgerId, period, only, limit);
  return rows
    .flatMap(({ id, day, kind, categoryId, merchantKey, homeMinor }) =>
      homeMinor === null
        ? []
        : [
            {
              id,
              day,
              kind,
              amount: exactNumber(homeMinor),
              category: names.get(categoryId) ?? '',
              merchant: merchantKey ?? '',
            },
          ],
    )
    .reverse();
}
