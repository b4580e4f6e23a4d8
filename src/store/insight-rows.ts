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
  const key = merchantKeys ? 'merchantKey' : categoryId === undefined ? 'day' : 'categoryId_day';
  const name = `\`Entry_ledgerId_${key}_idx\``;
  const index = dialectOf(db) === 'sqlite' ? `INDEXED BY ${name}` : `FORCE INDEX (${name})`;
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
