/**
 * The sums of a ledger by month, day, category and merchant, read from those that are kept: no entry is looked at, so it
 * takes as long for a ledger of a million entries as for one of a thousand.
 */

import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';
import type { EntryFilter, EntryKind, EntrySum } from './entries.ts';

/** Entries added up. Of different kinds they are never: what a refund takes away is for the reader to say. */
export interface Total {
  /** All of them, those without a value too. */
  readonly count: number;
  /** In minor units of the ledger's currency: those that have a value there. */
  readonly homeMinor: bigint;
  /** Those that have none because no rate is known, by currency in alphabetical order; mostly empty. */
  readonly unvalued: readonly Unvalued[];
}

export interface Unvalued {
  /** ISO 4217 code. */
  readonly currency: string;
  readonly count: number;
  /** In minor units of `currency`. */
  readonly minor: bigint;
}

export interface MonthTotal extends Total {
  /** YYYY-MM; only the days within the period that was asked for. */
  readonly month: string;
  readonly categoryId: string;
  readonly kind: EntryKind;
}

export interface DayTotal extends Total {
  readonly day: Day;
  readonly kind: EntryKind;
}

export interface CategoryDayTotal extends DayTotal {
  readonly categoryId: string;
}

export interface MerchantTotal extends Total {
  /** YYYY-MM */
  readonly month: string;
  /** The merchant, or else the note, folded; empty for entries that have neither. */
  readonly merchantKey: string;
  readonly kind: EntryKind;
}

/** Narrows sums down to one category or some kinds. */
export interface TotalFilter {
  readonly categoryId?: string;
  readonly kinds?: readonly EntryKind[];
}

/** By month, category and kind, in this order. */
export async function totalsByMonth(
  db: Queries,
  ledgerId: string,
  period: Period,
  filter: TotalFilter = {},
): Promise<MonthTotal[]> {
  return await sums(db, 'DayTotal', ['month', 'categoryId', 'kind'], ledgerId, period, filter);
}

/** By day and kind over all categories, or one. Days without entries are left out. */
export async function totalsByDay(
  db: Queries,
  ledgerId: string,
  period: Period,
  filter: TotalFilter = {},
): Promise<DayTotal[]> {
  return await sums(db, 'DayTotal', ['day', 'kind'], ledgerId, period, filter);
}

/** By day, category and kind. */
export async function totalsByCategoryDay(
  db: Queries,
  ledgerId: string,
  period: Period,
  filter: TotalFilter = {},
): Promise<CategoryDayTotal[]> {
  return await sums(db, 'DayTotal', ['day', 'categoryId', 'kind'], ledgerId, period, filter);
}

/**
 * By month, merchant and kind. Whole months: those that the period begins and ends in count from their first to their last
 * day. `merchant` is a folded part of the key.
 */
export async function totalsByMerchant(
  db: Queries,
  ledgerId: string,
  { from, to }: Period,
  { kinds, merchant }: Pick<TotalFilter, 'kinds'> & { readonly merchant?: string } = {},
): Promise<MerchantTotal[]> {
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) };
  return await sums(db, 'MerchantMonth', ['month', 'merchantKey', 'kind'], ledgerId, months, { kinds, merchant });
}

/**
 * The same sums that `sumEntries` gives by category, day or over all, in each currency by itself. Not for filters by text
 * or amount, which only entries know.
 */
export async function sumDays(
  db: Queries,
  ledgerId: string,
  { from, to, categoryId, kinds, currency }: Omit<EntryFilter, 'texts' | 'minMinor' | 'maxMinor'>,
  by: 'categoryId' | 'day' | 'none',
): Promise<EntrySum[]> {
  const columns = by === 'none' ? (['kind', 'currency'] as const) : (['kind', 'currency', by] as const);
  const rows = await db.dayTotal.groupBy({
    by: [...columns],
    where: {
      ledgerId,
      ...(from || to ? { day: { gte: from ?? '', lte: to ?? '9' } } : {}),
      ...(categoryId ? { categoryId } : {}),
      ...(kinds ? { kind: { in: [...kinds] } } : {}),
      ...(currency ? { currency } : {}),
    },
    _sum: { minor: true, count: true },
  });
  return rows.map((row) => ({
    kind: row.kind as EntryKind,
    currency: row.currency,
    key: by === 'none' ? '' : (row[by] ?? ''),
    minor: row._sum.minor ?? 0n,
    count: row._sum.count ?? 0,
  }));
}

type Column = 'month' | 'day' | 'categoryId' | 'merchantKey' | 'kind';

/** As a driver gives it: sums come as numbers, bigints or decimals. */
type Row = Record<Column, string> & {
  readonly currency: string;
  readonly entries: unknown;
  readonly home: unknown;
  readonly none: unknown;
  readonly noneMinor: unknown;
};

async function sums<T extends Total>(
  db: Queries,
  table: 'DayTotal' | 'MerchantMonth',
  columns: readonly Column[],
  ledgerId: string,
  { from, to }: { readonly from: string; readonly to: string },
  { categoryId, kinds, merchant }: TotalFilter & { readonly merchant?: string },
): Promise<T[]> {
  const time = table === 'DayTotal' ? 'day' : 'month';
  const listed = columns.map((column) =>
    column === 'month' && time === 'day' ? 'SUBSTR(`day`, 1, 7) AS `month`' : `\`${column}\``,
  );
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT ${listed.join(', ')}, \`currency\`, SUM(\`count\`) AS \`entries\`, SUM(\`homeMinor\`) AS \`home\`,
       SUM(\`unvalued\`) AS \`none\`, SUM(\`unvaluedMinor\`) AS \`noneMinor\`
     FROM \`${table}\` WHERE \`ledgerId\` = ? AND \`${time}\` BETWEEN ? AND ?
       ${categoryId === undefined ? '' : 'AND `categoryId` = ?'}
       ${merchant === undefined ? '' : 'AND INSTR(`merchantKey`, ?) > 0'}
       ${kinds === undefined ? '' : `AND \`kind\` IN (${kinds.map(() => '?').join(', ') || 'NULL'})`}
     GROUP BY ${[...listed, ''].map((_, index) => index + 1).join(', ')}
     ORDER BY ${[...listed, ''].map((_, index) => index + 1).join(', ')}`,
    ledgerId,
    from,
    to,
    ...(categoryId === undefined ? [] : [categoryId]),
    ...(merchant === undefined ? [] : [merchant]),
    ...(kinds ?? []),
  );
  return fold(rows, columns) as T[];
}

/** Rows of one key follow each other, one for each currency. */
function fold(rows: readonly Row[], columns: readonly Column[]): Total[] {
  const totals: { key: string; total: Total & Record<string, unknown> }[] = [];
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join('\n');
    const none = Number(row.none);
    const unvalued = none === 0 ? [] : [{ currency: row.currency, count: none, minor: toBigInt(row.noneMinor) }];
    const last = totals.at(-1);
    const same = last?.key === key ? last.total : null;
    const total = {
      ...Object.fromEntries(columns.map((column) => [column, row[column]])),
      count: (same?.count ?? 0) + Number(row.entries),
      homeMinor: (same?.homeMinor ?? 0n) + toBigInt(row.home),
      unvalued: [...(same?.unvalued ?? []), ...unvalued],
    };
    if (same && last) last.total = total;
    else totals.push({ key, total });
  }
  return totals.map(({ total }) => total);
}

function toBigInt(value: unknown): bigint {
  return BigInt(String(value));
}
