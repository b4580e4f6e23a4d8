import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { sumEntries } from '../../src/store/entries.ts';
import {
  sumDays,
  type Total,
  totalsByCategoryDay,
  totalsByDay,
  totalsByMerchant,
  totalsByMonth,
} from '../../src/store/totals.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';

const entries = fc.array(
  fc.record({
    cents: fc.integer({ min: 1, max: 99_999_999_999_999 }),
    currency: fc.constantFrom('EUR', 'USD', 'GBP', 'JPY'),
    kind: fc.constantFrom('expense', 'income', 'refund'),
    day: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-02', '2026-03-15', '2027-02-01'),
    merchant: fc.option(fc.constantFrom('Lidl', 'Café', 'aldi'), { nil: undefined }),
    category: fc.constantFrom('dining', 'travel'),
  }),
  { minLength: 1, maxLength: 14 },
);

const decimal = (cents: number, currency: string) =>
  currency === 'JPY' ? `${cents}`.slice(0, 12) : `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`;

type Row = Awaited<ReturnType<Database['client']['entry']['findMany']>>[number];

/** The entries added up by a key, one after the other. */
function added(rows: readonly Row[], keyOf: (row: Row) => object): object[] {
  const totals = new Map<string, { key: object; rows: Row[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    const total = totals.get(JSON.stringify(key)) ?? { key, rows: [] };
    total.rows.push(row);
    totals.set(JSON.stringify(key), total);
  }
  return [...totals.values()].map(({ key, rows: own }) => {
    const unvalued = ['EUR', 'GBP', 'JPY', 'USD'].flatMap((currency) => {
      const none = own.filter((row) => row.currency === currency && row.homeMinor === null);
      const minor = none.reduce((sum, row) => sum + row.amountMinor, 0n);
      return none.length > 0 ? [{ currency, count: none.length, minor }] : [];
    });
    return {
      ...key,
      count: own.length,
      homeMinor: own.reduce((sum, row) => sum + (row.homeMinor ?? 0n), 0n),
      unvalued,
    };
  });
}

const inAnyOrder = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))).sort();
const alike = (found: readonly (Total & object)[], expected: readonly object[]) =>
  expect(inAnyOrder(found)).toEqual(inAnyOrder(expected));

describe.each(databases)('sums read on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('are what the entries add up to, by month, day, category and merchant', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        const ledger = await openLedger(database);
        const { ledgerId } = ledger.asker;
        const { client } = database;
        await client.rate.create({
          data: { ledgerId, base: 'USD', quote: 'EUR', day: '2026-02-01', rate: '0.9217' },
        });
        await ledger.record(
          list.map(({ cents, day, kind, category, currency, merchant }) => ({
            kind: kind as 'expense',
            amount: decimal(cents, currency),
            currency,
            date: day,
            ...(merchant ? { merchant } : {}),
            ...(kind === 'income' ? {} : { category }),
          })),
        );
        const period = { from: '2026-02-01', to: '2026-12-31' };
        const all = await client.entry.findMany({ where: { ledgerId } });
        const within = all.filter(({ day }) => day >= period.from && day <= period.to);
        const month = ({ day }: Row) => day.slice(0, 7);

        alike(
          await totalsByMonth(client, ledgerId, period),
          added(within, (row) => ({ month: month(row), categoryId: row.categoryId, kind: row.kind })),
        );
        alike(
          await totalsByDay(client, ledgerId, period, { kinds: ['expense', 'refund'] }),
          added(
            within.filter(({ kind }) => kind !== 'income'),
            ({ day, kind }) => ({ day, kind }),
          ),
        );
        const { categoryId } = all[0] as Row;
        alike(
          await totalsByCategoryDay(client, ledgerId, period, { categoryId }),
          added(
            within.filter((row) => row.categoryId === categoryId),
            (row) => ({ day: row.day, categoryId, kind: row.kind }),
          ),
        );
        alike(
          // Months count whole, so the last of January comes along with its first.
          await totalsByMerchant(client, ledgerId, { from: '2026-01-31', to: '2026-02-01' }),
          added(
            all.filter(({ day }) => day < '2026-03-01'),
            (row) => ({ month: month(row), merchantKey: row.merchantKey ?? '', kind: row.kind }),
          ),
        );
        for (const by of ['categoryId', 'day', 'none'] as const) {
          expect(inAnyOrder(await sumDays(client, ledgerId, { ...period, kinds: ['expense'] }, by))).toEqual(
            inAnyOrder(await sumEntries(client, ledgerId, { ...period, kinds: ['expense'] }, by)),
          );
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('come in order, and are none for no kinds and another ledger', async () => {
    const ledger = await openLedger(database);
    const { ledgerId } = ledger.asker;
    await ledger.record(
      ['2026-03-02', '2026-01-05', '2026-02-09'].map((date) => ({ kind: 'expense' as const, amount: '3', date })),
    );
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const months = await totalsByMonth(database.client, ledgerId, year);
    expect(months.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(await totalsByDay(database.client, ledgerId, year, { kinds: [] })).toEqual([]);
    expect(await totalsByMonth(database.client, 'somebody else', year)).toEqual([]);
  });
});
