/** Entries as bare rows for statistics: few columns, by an index, never more than asked for. */

import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';
import type { EntryKind } from './entries.ts';

export interface InsightRow {
  readonly id: string;
  readonly day: Day;
  readonly kind: EntryKind;
  readonly categoryId: string;
  readonly merchantKey: string | null;
  /** In minor units of the ledger's currency; null where no rate is known. */
  readonly homeMinor: bigint | null;
}

/** Newest first, at most `limit`; of these merchants (folded) or this category alone where they are given. */
export async function insightRows(
  db: Queries,
  ledgerId: string,
  { from, to }: Period,
  only: {
    readonly merchantKeys?: readonly string[];
    readonly categoryId?: string;
    readonly kinds?: readonly EntryKind[];
  },
  limit: number,
): Promise<InsightRow[]> {
  const rows = await db.entry.findMany({
    where: {
      ledgerId,
      deletedAt: null,
      day: { gte: from, lte: to },
      ...(only.merchantKeys ? { merchantKey: { in: [...only.merchantKeys] } } : {}),
      ...(only.categoryId ? { categoryId: only.categoryId } : {}),
      ...(only.kinds ? { kind: { in: [...only.kinds] } } : {}),
    },
    select: { id: true, day: true, kind: true, categoryId: true, merchantKey: true, homeMinor: true },
    orderBy: { day: 'desc' },
    take: limit,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }));
}
