import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  allUncounted,
  amountsByCategory,
  amountsByCategoryDay,
  amountsByDay,
  amountsByMonth,
  firstDayOf,
  firstWholeMonth,
} from '../../src/analytics/ledger-sums.ts';
import { deleteEntries, updateEntry } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { planRate } from '../../src/domain/rates.ts';
import type { Database } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';

const days = [
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-06-15',
] as const;
const spendingCategories = ['groceries', 'dining', 'travel'] as const;

interface Fact {
  readonly kind: 'expense' | 'refund' | 'income';
  readonly minor: number;
  readonly currency: 'EUR' | 'JPY' | 'KWD';
  readonly category: string;
  readonly date: string;
}

const facts: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom('expense', 'expense', 'refund', 'income' as const),
    minor: fc.integer({ min: 1, max: 9_999_999 }),
    currency: fc.constantFrom('EUR', 'EUR', 'JPY', 'KWD' as const),
    category: fc.constantFrom(...spendingCategories),
    date: fc.constantFrom(...days),
  })
  .map((fact) => (fact.kind === 'income' ? { ...fact, category: 'salary' } : fact));

const decimals = { EUR: 2, JPY: 0, KWD: 3 } as const;

/** 1 JPY is 0.0061 EUR here, so a yen is 0.61 cents; of Kuwait's dinar nothing is known. */
function worth({ minor, currency }: Fact): number | null {
  return currency === 'EUR' ? minor : currency === 'JPY' ? Math.round((minor * 61) / 100) : null;
}

const toEntry = ({ minor, currency, ...rest }: Fact, index: number) => ({
  ...rest,
  currency,
  amount: (minor / 10 ** decimals[currency]).toFixed(decimals[currency]),
  note: `entry ${index}`,
});

/** Sums by whatever `keyOf` says, the slowest way. */
function summed(list: readonly Fact[], keyOf: (fact: Fact) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const fact of list) {
    sums[keyOf(fact)] = (sums[keyOf(fact)] ?? 0) + (fact.kind === 'refund' ? -1 : 1) * (worth(fact) ?? 0);
  }
  return sums;
}

describe.each(databases)('sums for the statistics on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('equal a plain count, whatever was deleted and changed', async () => {
    const changes = fc.array(fc.record({ at: fc.nat(30), to: fc.option(facts) }), { maxLength: 4 });
    const period = fc
      .tuple(fc.constantFrom(...days), fc.constantFrom(...days))
      .map(([a, b]) => (a < b ? [a, b] : [b, a]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 25 }),
        changes,
        period,
        async (made, changed, span) => {
          const ledger = await openLedger(database);
          const { asker } = ledger;
          await ledger.run(async (db) =>
            carryOut(
              db,
              asker,
              await planRate(db, asker, { base: 'JPY', quote: 'EUR', rate: '0.0061', date: '2024-01-01' }),
            ),
          );
          await ledger.record(made.map(toEntry));
          const standing = new Map(made.map((fact, index) => [`entry ${index}`, fact]));
          for (const { at, to } of changed) {
            const note = `entry ${at % made.length}`;
            if (!standing.has(note)) continue;
            await ledger.run(async (db) => {
              const entries = (await listEntries(db, asker.ledgerId, {})).filter((entry) => entry.note === note);
              for (const entry of entries) {
                if (to) await updateEntry(db, asker, entry, toEntry(to, at % made.length));
                else await deleteEntries(db, asker, [entry]);
              }
            });
            if (to) standing.set(note, to);
            else standing.delete(note);
          }
          const [from = '', to = ''] = span;
          const within = [...standing.values()].filter(({ date }) => date >= from && date <= to);
          for (const flow of ['spending', 'income'] as const) {
            const own = within.filter(({ kind }) => (kind === 'income') === (flow === 'income'));
            const byDay = await amountsByDay(database.client, asker, { from, to }, flow);
            const byMonth = await amountsByMonth(database.client, asker, { from, to }, flow);
            const byCategory = await amountsByCategory(database.client, asker, { from, to }, flow);
            const byBoth = await amountsByCategoryDay(database.client, asker, { from, to }, flow);
            const table = <Row extends { amount: number }>(rows: readonly Row[], keyOf: (row: Row) => string) => {
              const keys = rows.map(keyOf);
              expect(new Set(keys).size, 'each key once').toBe(keys.length);
              return Object.fromEntries(rows.map((row) => [keyOf(row), row.amount]));
            };
            expect(table(byDay.rows, ({ day }) => day)).toEqual(summed(own, ({ date }) => date));
            expect(table(byMonth.rows, ({ month, category }) => `${month} ${category}`)).toEqual(
              summed(own, ({ date, category }) => `${date.slice(0, 7)} ${category}`),
            );
            expect(table(byCategory.rows, ({ category }) => category)).toEqual(summed(own, ({ category }) => category));
            expect(table(byBoth.rows, ({ day, category }) => `${day} ${category}`)).toEqual(
              summed(own, ({ date, category }) => `${date} ${category}`),
            );
            expect(byCategory.rows.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
            expect(byDay.rows.map(({ day }) => day)).toEqual(byDay.rows.map(({ day }) => day).sort());
            const unknown = own.filter((fact) => worth(fact) === null);
            const apart = unknown.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
            const expected = unknown.length === 0 ? [] : [{ currency: 'KWD', count: unknown.length, minor: apart }];
            for (const each of [byDay, byMonth, byCategory, byBoth]) expect(each.uncounted).toEqual(expected);
            const only = await database.client.category.findFirstOrThrow({
              where: { ledgerId: asker.ledgerId, name: flow === 'income' ? 'salary' : 'dining' },
            });
            const inOne = await amountsByDay(database.client, asker, { from, to }, flow, only.id);
            expect(table(inOne.rows, ({ day }) => day)).toEqual(
              summed(
                own.filter(({ category }) => category === only.name),
                ({ date }) => date,
              ),
            );
          }
          const dates = [...standing.values()].map(({ date }) => date).sort();
          expect(await firstDayOf(database.client, asker)).toBe(dates[0] ?? null);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('know nothing of an empty ledger, and refuse what a number would round', async () => {
    const ledger = await openLedger(database);
    const { asker } = ledger;
    const period = { from: '2026-01-01', to: '2026-12-31' };
    expect(await amountsByDay(database.client, asker, period)).toEqual({ rows: [], uncounted: [] });
    expect(await firstDayOf(database.client, asker)).toBeNull();
    // 2^53 is 9,007,199,254,740,992 minor units; each of these is 9 × 10^13.
    const huge = { kind: 'expense', amount: '900000000000', category: 'travel' } as const;
    await ledger.record(Array.from({ length: 60 }, () => ({ ...huge, date: '2026-06-14' })));
    const [first] = (await amountsByDay(database.client, asker, period)).rows;
    expect(first?.amount).toBe(60 * 90_000_000_000_000);
    await ledger.record(Array.from({ length: 60 }, () => ({ ...huge, date: '2026-06-15' })));
    await expect(amountsByCategory(database.client, asker, period)).rejects.toThrow('too large to compare');
  });
});

test('a ledger that began in the first days of a month knows all of it', () => {
  expect(['2026-03-01', '2026-03-04', '2026-03-05', '2026-12-31', '2024-02-29'].map(firstWholeMonth)).toEqual([
    '2026-03-01',
    '2026-03-01',
    '2026-04-01',
    '2027-01-01',
    '2024-03-01',
  ]);
});

test('what is uncounted in several sums is added up by currency', () => {
  const part = (currency: string, count: number, minor: bigint) => ({
    rows: [],
    uncounted: [{ currency, count, minor }],
  });
  expect(allUncounted(part('USD', 1, 5n), part('JPY', 2, 7n), part('USD', 3, 10n))).toEqual([
    { currency: 'JPY', count: 2, minor: 7n },
    { currency: 'USD', count: 4, minor: 15n },
  ]);
});
