/** What people asked to be told of when they spend more than an amount, as rows, and the entries that it is about. */

import type { Money } from '../money.ts';
import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';
import { type Entry, entriesById } from './entries.ts';

/** What an amount is held against: one entry, or all of a day, week or month. */
export type WatchSpan = 'entry' | 'day' | 'week' | 'month';

export interface Watch {
  readonly id: string;
  readonly personId: string;
  readonly ledgerId: string;
  /** Spending above it is told. */
  readonly amount: Money;
  readonly per: WatchSpan;
  /** Null for every category. */
  readonly categoryId: string | null;
  /** As they wrote it; null for every merchant. */
  readonly merchant: string | null;
  /** The same folded: what entries are searched for. */
  readonly merchantKey: string | null;
  readonly createdAt: Date;
}

/** Of which spending. */
export type WatchSubject = Pick<Watch, 'categoryId' | 'merchantKey'>;

/** Those of the ledger, oldest first: in a group they are the group's. */
export async function listWatches(db: Queries, ledgerId: string): Promise<Watch[]> {
  const rows = await db.watch.findMany({ where: { ledgerId }, orderBy: { id: 'asc' } });
  return rows.map(({ amountMinor, currency, per, ...row }) => ({
    ...row,
    amount: { minor: amountMinor, currency },
    per: per as WatchSpan,
  }));
}

export async function countWatches(db: Queries, personId: string): Promise<number> {
  return await db.watch.count({ where: { personId } });
}

/** Those whose category is gone are of no use to anybody. */
export async function deleteWatches(db: Queries, ledgerId: string, ids: readonly string[]): Promise<void> {
  await db.watch.deleteMany({ where: { ledgerId, id: { in: [...ids] } } });
}

/** An expense with what it is worth in the ledger's currency, minor units. */
export interface ValuedEntry {
  readonly entry: Entry;
  readonly homeMinor: bigint;
}

/** Expenses of the period that were written down since a moment and are worth more than `above` at home, by their days. */
export async function expensesAbove(
  db: Queries,
  ledgerId: string,
  { from, to }: Period,
  subject: WatchSubject,
  { above, since }: { readonly above: bigint; readonly since: Date },
): Promise<ValuedEntry[]> {
  const rows = await db.entry.findMany({
    where: {
      ...about(ledgerId, { from, to }, subject),
      kind: 'expense',
      homeMinor: { gt: above },
      createdAt: { gte: since },
    },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    select: { id: true, homeMinor: true },
  });
  const entries = await entriesById(
    db,
    ledgerId,
    rows.map(({ id }) => id),
  );
  return entries.flatMap((entry) => {
    const homeMinor = rows.find(({ id }) => id === entry.id)?.homeMinor;
    return homeMinor == null ? [] : [{ entry, homeMinor }];
  });
}

/** Expenses less refunds of the period in the ledger's currency; what has no rate is not counted. */
export async function spentAtHome(
  db: Queries,
  ledgerId: string,
  period: Period,
  subject: WatchSubject,
): Promise<bigint> {
  const rows = await db.entry.groupBy({
    by: ['kind'],
    where: { ...about(ledgerId, period, subject), kind: { in: ['expense', 'refund'] } },
    _sum: { homeMinor: true },
  });
  return rows.reduce((sum, { kind, _sum }) => sum + (kind === 'refund' ? -1n : 1n) * (_sum.homeMinor ?? 0n), 0n);
}

function about(
  ledgerId: string,
  { from, to }: { readonly from: Day; readonly to: Day },
  { categoryId, merchantKey }: WatchSubject,
) {
  return {
    ledgerId,
    deletedAt: null,
    day: { gte: from, lte: to },
    ...(categoryId === null ? {} : { categoryId }),
    ...(merchantKey === null ? {} : { searchText: { contains: merchantKey } }),
  };
}
