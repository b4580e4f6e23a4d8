import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ComingMonths, forecastComingMonths, forecastRunningMonth } from '../../src/analytics/forecast.ts';
import { updateEntry } from '../../src/domain/entries.ts';
import { addDays, addMonths, type Day, daysIn, type Period, unitAround } from '../../src/period.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { type Fact, makeFacts, recordFacts, spent } from './facts.ts';

const at = (ledger: TestLedger, today: Day) => ({ ...ledger.asker, today });
const daily = ({ from, to }: Period, minor: number, more: Partial<Fact> = {}): Fact[] =>
  Array.from({ length: daysIn({ from, to }) }, (_, index) => ({
    kind: 'expense',
    minor,
    currency: 'EUR',
    category: 'dining',
    merchant: 'Kiosk',
    date: addDays(from, index),
    ...more,
  }));

describe.each(databases)('forecasts on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  const runningMonth = async (ledger: TestLedger, today: Day, name?: string) => {
    const { client } = database;
    const categories = await listCategories(client, ledger.asker.ledgerId);
    return await forecastRunningMonth(client, at(ledger, today), categories.find((each) => each.name === name) ?? null);
  };
  const comingMonths = async (ledger: TestLedger, today: Day, count: number, name?: string) => {
    const { client } = database;
    const categories = await listCategories(client, ledger.asker.ledgerId);
    const category = categories.find((each) => each.name === name) ?? null;
    return await forecastComingMonths(client, at(ledger, today), count, category);
  };

  test.each(['2026-06-10', '2026-01-31', '2026-01-01', '2026-12-05', '2026-12-31', '2024-02-28', '2024-02-29'])(
    'the same each day goes on to the end of the month, on %s',
    async (today) => {
      const ledger = await openLedger(database);
      await recordFacts(ledger, daily({ from: addDays(today, -80), to: today }, 1_234));
      const month = await runningMonth(ledger, today);
      const length = Number(unitAround(today, 'month').to.slice(8));
      const past = Number(today.slice(8));
      expect(month).toMatchObject({
        enough: true,
        period: unitAround(today, 'month'),
        spent: 1_234 * past,
        forecast: { expected: 1_234 * length, low: 1_234 * length, high: 1_234 * length },
        soFar: Array.from({ length: past }, (_, index) => 1_234 * (index + 1)),
        isNothing: false,
      });
    },
  );

  test('what is spent is expected at the least, and never far beyond what the days before allow', async () => {
    const days = fc.integer({ min: 0, max: 400 });
    await fc.assert(
      fc.asyncProperty(days, fc.integer({ min: 20, max: 150 }), fc.nat(1000), async (offset, length, seed) => {
        const ledger = await openLedger(database);
        const today = addDays('2024-12-20', offset);
        const period = { from: addDays(today, 1 - length), to: today };
        // What lies in the future is not spent yet.
        const facts = makeFacts({ from: period.from, to: addDays(today, 20) }, seed).filter(
          ({ kind }) => kind !== 'refund',
        );
        await recordFacts(ledger, facts);
        const first = facts.map(({ date }) => date).sort()[0] ?? '';
        const answer = await runningMonth(ledger, today);
        if (first > addDays(today, -13)) {
          expect(answer).toEqual({
            enough: false,
            unit: 'days',
            has: Math.max(0, daysIn({ from: first, to: today })),
            needs: 14,
          });
          return;
        }
        if (!answer.enough) throw new Error(`too little: ${JSON.stringify(answer)}`);
        const month = unitAround(today, 'month');
        const sum = spent(facts, { from: month.from, to: today });
        expect(answer.spent).toBe(sum);
        expect(answer.soFar.at(-1)).toBe(sum);
        const { low, expected, high } = answer.forecast;
        expect(low).toBeGreaterThanOrEqual(sum);
        expect(expected).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(expected);
        // No day is expected to be dearer than the dearest that was.
        const dearest = Math.max(...daily(period, 0).map(({ date }) => spent(facts, { from: date, to: date })));
        const remaining = daysIn({ from: today, to: month.to }) - 1;
        expect(expected).toBeLessThanOrEqual(sum + dearest * remaining + answer.forecast.charges);
      }),
      { numRuns: 8 },
    );
  });

  test('a rent to come is expected on its day, and in its category alone', async () => {
    const ledger = await openLedger(database);
    const rent = { kind: 'expense', minor: 90_000, currency: 'EUR', category: 'housing', merchant: 'Lindner' } as const;
    const rents = Array.from({ length: 8 }, (_, index) => ({ ...rent, date: addMonths('2025-10-28', index) }));
    await recordFacts(ledger, [...rents, ...daily({ from: '2025-10-01', to: '2026-06-15' }, 1_000)]);
    const all = await runningMonth(ledger, '2026-06-15');
    const housing = await runningMonth(ledger, '2026-06-15', 'housing');
    const dining = await runningMonth(ledger, '2026-06-15', 'dining');
    expect(all).toMatchObject({ spent: 15_000, forecast: { charges: 90_000, expected: 120_000 } });
    expect(housing).toMatchObject({ spent: 0, forecast: { charges: 90_000, expected: 90_000, low: 90_000 } });
    expect(dining).toMatchObject({ spent: 15_000, forecast: { charges: 0, expected: 30_000 } });
    // Paid for June: nothing is to come.
    await recordFacts(ledger, [{ ...rent, date: '2026-06-26' }]);
    expect(await runningMonth(ledger, '2026-06-27', 'housing')).toMatchObject({
      spent: 90_000,
      forecast: { charges: 0, expected: 90_000, high: 90_000 },
    });
  });

  test('a weekly charge that is late comes tomorrow, and then on its days', async () => {
    const ledger = await openLedger(database);
    const box = { kind: 'expense', minor: 2_000, currency: 'EUR', category: 'groceries', merchant: 'Box' } as const;
    // Mondays up to 1 June 2026: the 8th is missing on the 10th. Tomorrow, and on 15, 22 and 29 June.
    await recordFacts(
      ledger,
      Array.from({ length: 20 }, (_, index) => ({ ...box, date: addDays('2026-06-01', -7 * index) })),
    );
    expect(await runningMonth(ledger, '2026-06-10')).toMatchObject({ spent: 2_000, forecast: { charges: 8_000 } });
  });

  test('a charge that moved to another category is not taken off days that never held it', async () => {
    const ledger = await openLedger(database);
    const gym = { kind: 'expense', minor: 5_000, currency: 'EUR', category: 'entertainment', merchant: 'Gym' } as const;
    await recordFacts(ledger, [
      ...Array.from({ length: 8 }, (_, index) => ({ ...gym, date: addMonths('2025-11-10', index) })),
      ...daily({ from: '2025-11-01', to: '2026-06-15' }, 300, { category: 'health' }),
    ]);
    await ledger.run(async (db) => {
      const [latest] = await listEntries(db, ledger.asker.ledgerId, { texts: ['gym'] });
      if (latest) await updateEntry(db, ledger.asker, latest, { category: 'health' });
    });
    // 3.00 a day, and the one charge of June.
    expect(await runningMonth(ledger, '2026-06-15', 'health')).toMatchObject({
      spent: 15 * 300 + 5_000,
      forecast: { low: 30 * 300 + 5_000, expected: 30 * 300 + 5_000, high: 30 * 300 + 5_000 },
    });
  });

  test('too little says what it needs', async () => {
    const ledger = await openLedger(database);
    const days = (has: number) => ({ enough: false, unit: 'days', has, needs: 14 });
    const months = (has: number) => ({ enough: false, unit: 'months', has, needs: 3 });
    expect(await runningMonth(ledger, '2026-06-15')).toEqual(days(0));
    expect(await comingMonths(ledger, '2026-06-15', 3)).toEqual(months(0));
    await recordFacts(ledger, daily({ from: '2026-03-20', to: '2026-03-20' }, 500));
    expect(await runningMonth(ledger, '2026-03-19')).toEqual(days(0));
    expect(await runningMonth(ledger, '2026-04-01')).toEqual(days(13));
    expect(await runningMonth(ledger, '2026-04-02')).toMatchObject({ enough: true, spent: 0 });
    // April, May: March was begun on the 20th.
    expect(await comingMonths(ledger, '2026-06-30', 1)).toEqual(months(2));
    expect(await comingMonths(ledger, '2026-07-01', 1)).toMatchObject({ enough: true, isNothing: true });
  });

  test('a category without a single entry is nothing, not a forecast of zero', async () => {
    const ledger = await openLedger(database);
    await recordFacts(ledger, daily({ from: '2025-12-01', to: '2026-06-15' }, 500));
    expect(await runningMonth(ledger, '2026-06-15', 'travel')).toMatchObject({ isNothing: true, spent: 0 });
    expect(await comingMonths(ledger, '2026-06-15', 2, 'travel')).toMatchObject({ isNothing: true });
    expect(await comingMonths(ledger, '2026-06-15', 2, 'dining')).toMatchObject({ isNothing: false });
  });

  test('months are whole, gaps are zeros, and the running one is left out', async () => {
    const ledger = await openLedger(database);
    const facts = makeFacts({ from: '2024-11-03', to: '2026-01-20' }, 3).filter(
      ({ date }) => date < '2025-06-01' || date >= '2025-09-01',
    );
    await recordFacts(ledger, [...daily({ from: '2024-11-03', to: '2024-11-03' }, 500), ...facts]);
    const coming = (await comingMonths(ledger, '2026-01-20', 4)) as { enough: true } & ComingMonths;
    const months = Array.from({ length: 14 }, (_, index) => addMonths('2024-11-01', index).slice(0, 7));
    expect(coming.history).toEqual(
      months.map((month) => ({
        month,
        amount: spent(facts, unitAround(`${month}-01`, 'month')) + (month === '2024-11' ? 500 : 0),
      })),
    );
    expect(coming.history.filter(({ amount }) => amount === 0).map(({ month }) => month)).toEqual(
      expect.arrayContaining(['2025-06', '2025-07', '2025-08']),
    );
    expect(coming.months).toEqual(['2026-02', '2026-03', '2026-04', '2026-05']);
    expect(coming.steps).toHaveLength(4);
    for (const { point, interval80, interval95 } of coming.steps) {
      expect(interval95.low).toBeLessThanOrEqual(interval80.low);
      expect(interval80.low).toBeLessThanOrEqual(point);
      expect(point).toBeLessThanOrEqual(interval80.high);
      expect(interval80.high).toBeLessThanOrEqual(interval95.high);
    }
    expect(coming.uncounted.map(({ currency }) => currency)).toEqual(['JPY']);
  });

  test('a constant ledger goes on, whatever month it is', async () => {
    const ledger = await openLedger(database);
    const once = daily({ from: '2024-06-05', to: '2024-06-05' }, 40_000)[0] as Fact;
    await recordFacts(
      ledger,
      Array.from({ length: 24 }, (_, index) => ({
        ...once,
        merchant: `Shop ${index % 5}`,
        date: addMonths('2024-06-02', index),
      })),
    );
    const coming = (await comingMonths(ledger, '2026-06-15', 12)) as { enough: true } & ComingMonths;
    expect(coming.months[0]).toBe('2026-07');
    expect(coming.months.at(-1)).toBe('2027-06');
    for (const { point, interval80 } of coming.steps) {
      expect(point).toBeCloseTo(40_000, 0);
      expect(interval80.high - interval80.low).toBeLessThan(400);
    }
  });

  test('a tax once a year is expected in its month, and in no other', async () => {
    const ledger = await openLedger(database);
    const [living] = daily({ from: '2024-06-05', to: '2024-06-05' }, 40_000) as [Fact];
    const tax: Fact = { ...living, minor: 300_000, merchant: 'Tax office', category: 'fees' };
    await recordFacts(ledger, [
      ...Array.from({ length: 25 }, (_, index) => ({
        ...living,
        merchant: `Shop ${index % 5}`,
        date: addMonths('2024-05-02', index),
      })),
      { ...tax, date: '2024-09-10' },
      { ...tax, date: '2025-09-10' },
    ]);
    const coming = (await comingMonths(ledger, '2026-06-15', 12)) as { enough: true } & ComingMonths;
    // The history is told as it was, the tax in it.
    expect(coming.history.find(({ month }) => month === '2025-09')?.amount).toBe(340_000);
    for (const [index, { point, interval80 }] of coming.steps.entries()) {
      const expected = coming.months[index] === '2026-09' ? 340_000 : 40_000;
      expect(point).toBeCloseTo(expected, 0);
      expect(interval80.low).toBeGreaterThan(expected - 500);
      expect(interval80.high).toBeLessThan(expected + 500);
    }
    const fees = (await comingMonths(ledger, '2026-06-15', 12, 'fees')) as { enough: true } & ComingMonths;
    expect(fees.steps.map(({ point }) => Math.round(point))).toEqual(
      fees.months.map((month) => (month === '2026-09' ? 300_000 : 0)),
    );
    // In its own month it is the running month that has it.
    const september = (await comingMonths(ledger, '2026-09-05', 2)) as { enough: true } & ComingMonths;
    expect(september.running?.charges).toBe(300_000);
    for (const { point } of september.steps) expect(point).toBeLessThan(60_000);
  });

  test('one enormous purchase does not become a habit', async () => {
    const ledger = await openLedger(database);
    await recordFacts(ledger, [
      ...daily({ from: '2025-01-01', to: '2026-06-15' }, 1_000),
      ...daily({ from: '2026-04-10', to: '2026-04-10' }, 5_000_000, { merchant: 'Car dealer', category: 'transport' }),
    ]);
    const month = await runningMonth(ledger, '2026-06-15');
    const coming = (await comingMonths(ledger, '2026-06-15', 3)) as { enough: true } & ComingMonths;
    // 300.00 are usual; a fiftieth of the car would be 1,000.00.
    expect(month).toMatchObject({ enough: true, spent: 15_000 });
    if (month.enough) expect(month.forecast.expected).toBeLessThan(100_000);
    for (const { point } of coming.steps) expect(point).toBeLessThan(100_000);
  });

  test('nothing of another ledger is in it', async () => {
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    const period = { from: '2025-12-01', to: '2026-06-15' };
    await recordFacts(bob, daily(period, 500));
    const before = [await runningMonth(bob, '2026-06-15'), await comingMonths(bob, '2026-06-15', 3)];
    await recordFacts(ann, [...daily(period, 77_777), ...daily(period, 9_999, { currency: 'JPY' })]);
    expect([await runningMonth(bob, '2026-06-15'), await comingMonths(bob, '2026-06-15', 3)]).toEqual(before);
  });
});
