/** Entries as rows. Every query names its ledger, so that nobody reads another's. */

import type { Money } from '../money.ts';
import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';

export type EntryKind = 'expense' | 'income' | 'refund';

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly amount: Money;
  readonly categoryId: string;
  readonly merchant: string | null;
  readonly note: string | null;
  readonly day: Day;
  readonly turnId: string | null;
}

/** Which entries; dates inclusive, text folded. */
export interface EntryFilter {
  readonly from?: Day;
  readonly to?: Day;
  readonly categoryId?: string;
  /** parts of the merchant or note, folded; all of them must be there */
  readonly texts?: readonly string[];
  readonly kinds?: readonly EntryKind[];
  readonly currency?: string;
  /** minor units of `currency`, as digits, so that a filter can be kept as JSON */
  readonly minMinor?: string;
  readonly maxMinor?: string;
}

export type EntryOrder = 'newest' | 'oldest' | 'largest' | 'smallest';

export async function listEntries(
  db: Queries,
  ledgerId: string,
  filter: EntryFilter,
  order: EntryOrder = 'newest',
  limit?: number,
): Promise<Entry[]> {
  const byDay = order === 'oldest' ? 'asc' : 'desc';
  const byAmount = order === 'smallest' ? 'asc' : 'desc';
  const rows = await db.entry.findMany({
    where: where(ledgerId, filter),
    orderBy:
      order === 'largest' || order === 'smallest'
        ? [{ amountMinor: byAmount }, { id: 'desc' }]
        : [{ day: byDay }, { id: byDay }],
    ...(limit === undefined ? {} : { take: limit }),
  });
  return rows.map(toEntry);
}

export async function countEntries(db: Queries, ledgerId: string, filter: EntryFilter): Promise<number> {
  return await db.entry.count({ where: where(ledgerId, filter) });
}

/** The entries with these ids that still stand in the ledger, in the order of the ids. */
export async function entriesById(db: Queries, ledgerId: string, ids: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  // One by one: for a list of four or more SQLite reads the whole ledger by another index.
  for (const id of ids) {
    const row = await db.entry.findFirst({ where: { id, ledgerId, deletedAt: null } });
    if (row) entries.push(toEntry(row));
  }
  return entries;
}

/** The entry that the person added last, or null; what came by itself they did not add. */
export async function latestEntry(db: Queries, ledgerId: string, personId: string): Promise<Entry | null> {
  const added = { OR: [{ scheduleId: null }, { turnId: { not: null } }] };
  const row = await db.entry.findFirst({
    where: { ledgerId, personId, deletedAt: null, ...added },
    orderBy: { id: 'desc' },
  });
  return row ? toEntry(row) : null;
}

/** What the ledger's schedules of a kind posted from one moment to before another, oldest first, with their payloads. */
export async function postedEntries(
  db: Queries,
  ledgerId: string,
  kind: string,
  from: Date,
  to: Date,
): Promise<{ entry: Entry; payload: string }[]> {
  const schedules = await db.schedule.findMany({ where: { ledgerId, kind }, select: { id: true, payload: true } });
  if (schedules.length === 0) return [];
  const payloads = new Map(schedules.map(({ id, payload }) => [id, payload]));
  const scheduleId = { in: [...payloads.keys()] };
  const rows = await db.entry.findMany({
    where: { ledgerId, scheduleId, deletedAt: null, createdAt: { gte: from, lt: to } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ entry: toEntry(row), payload: payloads.get(row.scheduleId ?? '') ?? '{}' }));
}

/** Whether a schedule posted an entry of these days that still stands. */
export async function hasPosted(db: Queries, scheduleId: string, { from, to }: Period): Promise<boolean> {
  const where = { scheduleId, deletedAt: null, day: { gte: from, lte: to } };
  return (await db.entry.findFirst({ where, select: { id: true } })) !== null;
}

export interface EntrySum {
  readonly kind: EntryKind;
  readonly currency: string;
  readonly key: string;
  readonly minor: bigint;
  readonly count: number;
}

/** Sums by kind, currency and one column; the key is a category id, a folded merchant (or note), a day, or "". */
export async function sumEntries(
  db: Queries,
  ledgerId: string,
  filter: EntryFilter,
  by: 'categoryId' | 'merchantKey' | 'day' | 'none',
): Promise<EntrySum[]> {
  const columns = by === 'none' ? (['kind', 'currency'] as const) : (['kind', 'currency', by] as const);
  const rows = await db.entry.groupBy({
    by: [...columns],
    where: where(ledgerId, filter),
    _sum: { amountMinor: true },
    _count: { _all: true },
  });
  return rows.map((row) => ({
    kind: row.kind as EntryKind,
    currency: row.currency,
    key: by === 'none' ? '' : (row[by] ?? ''),
    minor: row._sum.amountMinor ?? 0n,
    count: row._count._all,
  }));
}

/** The newest spelling of a folded merchant or note. */
export async function spellingsOf(
  db: Queries,
  ledgerId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const spellings = new Map<string, string>();
  for (const merchantKey of keys) {
    const row = await db.entry.findFirst({
      where: { ledgerId, merchantKey, deletedAt: null },
      orderBy: { id: 'desc' },
    });
    if (row) spellings.set(merchantKey, row.merchant ?? row.note ?? merchantKey);
  }
  return spellings;
}

function where(ledgerId: string, filter: EntryFilter) {
  return {
    ledgerId,
    deletedAt: null,
    ...(filter.from || filter.to ? { day: { gte: filter.from ?? '', lte: filter.to ?? '9' } } : {}),
    ...(filter.categoryId ? { categoryId: filter.categoryId } : {}),
    ...(filter.texts ? { AND: filter.texts.map((text) => ({ searchText: { contains: text } })) } : {}),
    ...(filter.kinds ? { kind: { in: [...filter.kinds] } } : {}),
    ...(filter.currency ? { currency: filter.currency } : {}),
    ...(filter.minMinor || filter.maxMinor
      ? {
          amountMinor: {
            gte: BigInt(filter.minMinor ?? 0),
            ...(filter.maxMinor ? { lte: BigInt(filter.maxMinor) } : {}),
          },
        }
      : {}),
  };
}

type EntryRow = Awaited<ReturnType<Queries['entry']['findMany']>>[number];

function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    kind: row.kind as EntryKind,
    amount: { minor: row.amountMinor, currency: row.currency },
    categoryId: row.categoryId,
    merchant: row.merchant,
    note: row.note,
    day: row.day,
    turnId: row.turnId,
  };
}
