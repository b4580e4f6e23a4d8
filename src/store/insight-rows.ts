/** Entries as bare rows for statistics: few columns, by an index, never more than asked for. */

import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';
import { dialectOf } from './dialect.ts';
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

/**
 * Newest first, at most `limit`; of these merchants (folded) or this category alone where they are given. The index is
 * named: without statistics a database takes the one of days, and reads all of them for the sake of a few merchants.
 */
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
  const { merchantKeys, categoryId, kinds } = only;
  const index = indexed(db, merchantKeys ? 'merchantKey' : categoryId === undefined ? 'day' : 'categoryId_day');
  const oneOf = (column: string, values: readonly string[] | undefined) =>
    values === undefined ? '' : `AND \`${column}\` IN (${values.map(() => '?').join(', ') || 'NULL'})`;
  const rows = await db.$queryRawUnsafe<RawRow[]>(
    `SELECT \`id\`, \`day\`, \`kind\`, \`categoryId\`, \`merchantKey\`, \`homeMinor\`
     FROM \`Entry\` ${index}
     WHERE \`ledgerId\` = ? AND \`deletedAt\` IS NULL AND \`day\` BETWEEN ? AND ?
       ${oneOf('merchantKey', merchantKeys)} ${oneOf('categoryId', categoryId === undefined ? undefined : [categoryId])}
       ${oneOf('kind', kinds)}
     ORDER BY \`day\` DESC LIMIT ${limit}`,
    ...[ledgerId, from, to],
    ...[...(merchantKeys ?? []), ...(categoryId === undefined ? [] : [categoryId]), ...(kinds ?? [])],
  );
  return rows.map((row) => ({ ...row, homeMinor: row.homeMinor === null ? null : BigInt(row.homeMinor) }));
}

/** As a driver gives it. */
type RawRow = Omit<InsightRow, 'homeMinor'> & { readonly homeMinor: bigint | number | null };

export interface MerchantSum {
  /** The merchant, or else the note, folded; null for entries that have neither. */
  readonly merchantKey: string | null;
  readonly kind: EntryKind;
  /** In minor units of the ledger's currency: those that have a value there. */
  readonly homeMinor: bigint;
  /** Of the entry that was recorded last. */
  readonly latestId: string;
}

/** Sums of one category's entries by merchant and kind. Reads those of the period, by the index of categories. */
export async function merchantSums(
  db: Queries,
  ledgerId: string,
  { from, to }: Period,
  categoryId: string,
  kinds: readonly EntryKind[],
): Promise<MerchantSum[]> {
  const rows = await db.$queryRawUnsafe<(Omit<MerchantSum, 'homeMinor'> & { readonly homeMinor: unknown })[]>(
    `SELECT \`merchantKey\`, \`kind\`, COALESCE(SUM(\`homeMinor\`), 0) AS \`homeMinor\`, MAX(\`id\`) AS \`latestId\`
     FROM \`Entry\` ${indexed(db, 'categoryId_day')}
     WHERE \`ledgerId\` = ? AND \`categoryId\` = ? AND \`day\` BETWEEN ? AND ? AND \`deletedAt\` IS NULL
       AND \`kind\` IN (${kinds.map(() => '?').join(', ') || 'NULL'})
     GROUP BY \`merchantKey\`, \`kind\``,
    ...[ledgerId, categoryId, from, to, ...kinds],
  );
  return rows.map((row) => ({ ...row, homeMinor: BigInt(String(row.homeMinor)) }));
}

/** Names the index to read entries by. */
function indexed(db: Queries, columns: 'merchantKey' | 'day' | 'categoryId_day'): string {
  const name = `\`Entry_ledgerId_${columns}_idx\``;
  return dialectOf(db) === 'sqlite' ? `INDEXED BY ${name}` : `FORCE INDEX (${name})`;
}

/** The day and the worth of those of the entries that still stand, in no order. */
export async function standingAmounts(
  db: Queries,
  ledgerId: string,
  ids: readonly string[],
): Promise<Pick<InsightRow, 'id' | 'day' | 'homeMinor'>[]> {
  return await db.entry.findMany({
    where: { ledgerId, id: { in: [...ids] }, deletedAt: null },
    select: { id: true, day: true, homeMinor: true },
  });
}

/** Which of the merchants (folded) have entries in a month before the one beside them. */
export async function merchantsBefore(
  db: Queries,
  ledgerId: string,
  merchants: readonly { readonly merchantKey: string /** YYYY-MM */; readonly month: string }[],
): Promise<Set<string>> {
  if (merchants.length === 0) return new Set();
  const rows = await db.merchantMonth.findMany({
    where: { ledgerId, OR: merchants.map(({ merchantKey, month }) => ({ merchantKey, month: { lt: month } })) },
    select: { merchantKey: true },
  });
  return new Set(rows.map(({ merchantKey }) => merchantKey));
}
