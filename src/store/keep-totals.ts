/**
 * Keeping the sums of days and merchants equal to the entries, in the transaction of each write: by the difference that a
 * few entries make, or counted anew for whole stretches of a ledger.
 */

import type { Day, Period } from '../period.ts';
import type { Queries } from './database.ts';
import { dialectOf } from './dialect.ts';

/** What of an entry goes into the sums. */
export interface CountedEntry {
  readonly ledgerId: string;
  readonly day: Day;
  readonly categoryId: string;
  readonly merchantKey: string | null;
  readonly kind: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** In minor units of the ledger's currency; null where no rate is known. */
  readonly homeMinor: bigint | null;
}

/** The standing ones of the entries with these ids, as they are counted now. */
export async function countedEntries(db: Queries, ids: readonly string[]): Promise<CountedEntry[]> {
  const found: CountedEntry[] = [];
  for (let start = 0; start < ids.length; start += ROWS) {
    const id = { in: ids.slice(start, start + ROWS) };
    found.push(...(await db.entry.findMany({ where: { id, deletedAt: null }, select: countedFields })));
  }
  return found;
}

const countedFields = {
  ledgerId: true,
  day: true,
  categoryId: true,
  merchantKey: true,
  kind: true,
  currency: true,
  amountMinor: true,
  homeMinor: true,
} as const;

/** Takes what the entries were out of the sums, and puts what they are into them. Sums of nothing go away. */
export async function adjustTotals(
  db: Queries,
  before: readonly CountedEntry[],
  after: readonly CountedEntry[],
): Promise<void> {
  for (const table of tables) {
    const changes = new Map<string, Difference>();
    for (const entry of before) addTo(changes, table.keyOf(entry), entry, -1);
    for (const entry of after) addTo(changes, table.keyOf(entry), entry, 1);
    // In one order, so that two who write the same sums wait for each other instead of meeting.
    const ordered = [...changes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
    const different = ordered.filter(({ sums }) => sums.some((sum) => sum !== 0n));
    for (let start = 0; start < different.length; start += ROWS) {
      await adjust(db, table, different.slice(start, start + ROWS));
    }
  }
}

/** Counts the ledger's sums anew, all of them or those of a period and a currency. Months are counted whole. */
export async function recountTotals(
  db: Queries,
  ledgerId: string,
  scope: Partial<Period> & { readonly currency?: string } = {},
): Promise<void> {
  const { from = '', to = '9', currency } = scope;
  for (const { name, columns, first, last, day } of tables) {
    const where = (column: string, start: string, end: string) => ({
      sql: `\`ledgerId\` = ? AND ${column} BETWEEN ? AND ?${currency === undefined ? '' : ' AND `currency` = ?'}`,
      values: [ledgerId, start, end, ...(currency === undefined ? [] : [currency])],
    });
    const old = where(`\`${columns[1]}\``, from.slice(0, day), to.slice(0, day));
    await db.$executeRawUnsafe(`DELETE FROM \`${name}\` WHERE ${old.sql}`, ...old.values);
    const entries = where('`day`', first(from), last(to));
    await db.$executeRawUnsafe(
      `INSERT INTO \`${name}\` (${list([...columns, ...sumColumns])})
       SELECT ${columns.map((column) => sources[column] ?? `\`${column}\``).join(', ')},
         COUNT(*), SUM(\`amountMinor\`), COALESCE(SUM(\`homeMinor\`), 0), COUNT(*) - COUNT(\`homeMinor\`),
         COALESCE(SUM(CASE WHEN \`homeMinor\` IS NULL THEN \`amountMinor\` END), 0)
       FROM \`Entry\` WHERE ${entries.sql} AND \`deletedAt\` IS NULL
       GROUP BY ${columns.map((_, index) => index + 1).join(', ')}`,
      ...entries.values,
    );
  }
}

const sumColumns = ['count', 'minor', 'homeMinor', 'unvalued', 'unvaluedMinor'] as const;

interface SumTable {
  readonly name: string;
  /** The key: ledger, time, what is summed, kind, currency. */
  readonly columns: readonly string[];
  /** How many characters of a day the table's time has. */
  readonly day: number;
  keyOf(entry: CountedEntry): string[];
  /** The days of entries that the table's rows of a period stand for. */
  first(day: string): string;
  last(day: string): string;
}

const tables: readonly SumTable[] = [
  {
    name: 'DayTotal',
    columns: ['ledgerId', 'day', 'categoryId', 'kind', 'currency'],
    day: 10,
    keyOf: ({ ledgerId, day, categoryId, kind, currency }) => [ledgerId, day, categoryId, kind, currency],
    first: (day) => day,
    last: (day) => day,
  },
  {
    name: 'MerchantMonth',
    columns: ['ledgerId', 'month', 'merchantKey', 'kind', 'currency'],
    day: 7,
    keyOf: ({ ledgerId, day, merchantKey, kind, currency }) => [
      ledgerId,
      day.slice(0, 7),
      merchantKey ?? '',
      kind,
      currency,
    ],
    first: (day) => day.slice(0, 7),
    // Behind every day of its month.
    last: (day) => `${day.slice(0, 7)}~`,
  },
];

/** Columns of the sums that entries have under another name. */
const sources: Readonly<Record<string, string>> = {
  month: 'SUBSTR(`day`, 1, 7)',
  merchantKey: "COALESCE(`merchantKey`, '')",
};

/** A database takes only so many values, and SQLite so many alternatives, in one statement. */
const ROWS = 500;

/** What is added to the row of a key: as many sums as there are `sumColumns`. */
interface Difference {
  readonly key: readonly string[];
  readonly sums: bigint[];
}

function addTo(changes: Map<string, Difference>, key: string[], entry: CountedEntry, sign: 1 | -1): void {
  const name = key.join('\n');
  const change = changes.get(name) ?? { key, sums: sumColumns.map(() => 0n) };
  changes.set(name, change);
  const { amountMinor, homeMinor } = entry;
  const parts = homeMinor === null ? [1n, amountMinor, 0n, 1n, amountMinor] : [1n, amountMinor, homeMinor, 0n, 0n];
  for (const [index, part] of parts.entries()) change.sums[index] = (change.sums[index] ?? 0n) + BigInt(sign) * part;
}

async function adjust(db: Queries, { name, columns }: SumTable, changes: readonly Difference[]): Promise<void> {
  const all = [...columns, ...sumColumns];
  const isSqlite = dialectOf(db) === 'sqlite';
  const added = sumColumns.map((sum) => {
    const value = isSqlite ? `excluded.\`${sum}\`` : `VALUES(\`${sum}\`)`;
    return `\`${sum}\` = \`${name}\`.\`${sum}\` + ${value}`;
  });
  await db.$executeRawUnsafe(
    `INSERT INTO \`${name}\` (${list(all)}) VALUES ${changes.map(() => `(${all.map(() => '?').join(', ')})`).join(', ')}
     ${isSqlite ? `ON CONFLICT (${list(columns)}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE'} ${added.join(', ')}`,
    ...changes.flatMap(({ key, sums }) => [...key, ...sums]),
  );
  const lessened = changes.filter(({ sums: [count = 0n] }) => count < 0n);
  if (lessened.length === 0) return;
  const isKey = `(${columns.map((column) => `\`${column}\` = ?`).join(' AND ')})`;
  await db.$executeRawUnsafe(
    `DELETE FROM \`${name}\` WHERE \`count\` = 0 AND (${lessened.map(() => isKey).join(' OR ')})`,
    ...lessened.flatMap(({ key }) => key),
  );
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(', ');
}
