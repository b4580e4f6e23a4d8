/** The one entry that stands out by its size. */

import type { Asker } from '../domain/asker.ts';
import type { Money } from '../money.ts';
import type { Day, Period } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';

export interface LargestExpense {
  readonly kind: 'expense';
  /** In its own currency. */
  readonly amount: Money;
  readonly category: string;
  readonly merchant: string | null;
  readonly note: string | null;
  readonly day: Day;
}

/** The dearest expense of a period, by its worth in the ledger's currency; null where none has one. */
export async function largestExpense(
  db: Queries,
  { ledgerId }: Asker,
  { from, to }: Period,
  categoryId?: string,
): Promise<LargestExpense | null> {
  const where = { ledgerId, deletedAt: null, kind: 'expense', day: { gte: from, lte: to }, homeMinor: { not: null } };
  const row = await db.entry.findFirst({
    where: { ...where, ...(categoryId === undefined ? {} : { categoryId }) },
    orderBy: [{ homeMinor: 'desc' }, { id: 'desc' }],
  });
  if (!row) return null;
  const category = (await listCategories(db, ledgerId)).find(({ id }) => id === row.categoryId)?.name ?? '';
  const amount = { minor: row.amountMinor, currency: row.currency };
  return { kind: 'expense', amount, category, merchant: row.merchant, note: row.note, day: row.day };
}
