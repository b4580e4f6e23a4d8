import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InsightEntry } from '../../src/insight/entry.ts';
import { findRecurring, type Recurring } from '../../src/insight/recurring.ts';
import { addDays } from '../../src/period.ts';
import { diceFor } from './dice.ts';
import { dueIn, entriesOf } from './entries.ts';

/** The only recurring charge. */
function only(entries: readonly InsightEntry[], today: string): Recurring {
  const found = findRecurring(entries, today);
  expect(found).toHaveLength(1);
  return found[0] as Recurring;
}

const monthly = (months: number, day: number, amount = 1299, weekend: 'none' | 'before' | 'after' = 'none') =>
  Array.from({ length: months }, (_, index) => [dueIn(2025, 1 + index, day, weekend), amount] as const);
const every = (days: number, count: number, amountOf: (index: number) => number = () => 2000) =>
  Array.from({ length: count }, (_, index) => [addDays('2025-01-07', days * index), amountOf(index)] as const);

describe('rhythms', () => {
  test('a subscription on the 14th, and what it costs next', () => {
    expect(only(entriesOf('video', monthly(6, 14)), '2025-06-20')).toMatchObject({
      key: 'expense:video:monthly',
      rhythm: 'monthly',
      amountKind: 'fixed',
      amount: 1299,
      monthlyAmount: 1299,
      count: 6,
      firstDay: '2025-01-14',
      lastDay: '2025-06-14',
      nextDay: '2025-07-14',
      status: 'active',
      priceChanges: [],
    });
  });

  test('the 31st is the last day of short months', () => {
    const rent = only(entriesOf('rent', monthly(14, 31, 90_000)), '2026-02-28');
    expect(rent).toMatchObject({ rhythm: 'monthly', lastDay: '2026-02-28', nextDay: '2026-03-31' });
    expect(only(entriesOf('rent', monthly(13, 31, 90_000)), '2026-02-01').nextDay).toBe('2026-02-28');
  });

  test.each([
    ['weekly', 7, 8, 2000 * (146_097 / 4_800 / 7)],
    ['fortnightly', 14, 6, 2000 * (146_097 / 4_800 / 14)],
    ['four-weekly', 28, 7, 2000 * (146_097 / 4_800 / 28)],
  ] as const)('%s, every %i days', (rhythm, days, count, monthlyAmount) => {
    const charge = only(entriesOf('lesson', every(days, count)), addDays('2025-01-07', days * (count - 1)));
    expect(charge).toMatchObject({ rhythm, nextDay: addDays('2025-01-07', days * count) });
    expect(charge.monthlyAmount).toBe(Math.round(monthlyAmount));
  });

  test.each([
    ['quarterly', 3, 5, '2026-04-15'],
    ['half-yearly', 6, 4, '2027-01-15'],
    ['yearly', 12, 3, '2028-01-15'],
  ] as const)('%s', (rhythm, months, count, nextDay) => {
    const days = Array.from(
      { length: count },
      (_, index) => [dueIn(2025, 1 + months * index, 15, 'none'), 9900] as const,
    );
    const last = days.at(-1)?.[0] ?? '';
    expect(only(entriesOf('insurer', days), last)).toMatchObject({ rhythm, nextDay, monthlyAmount: 9900 / months });
  });

  test('a salary on the last working day', () => {
    const salary = only(entriesOf('works', monthly(10, 31, 265_000, 'before'), { kind: 'income' }), '2025-11-03');
    // 30 November 2025 is a Sunday.
    expect(salary).toMatchObject({ kind: 'income', rhythm: 'monthly', nextDay: '2025-11-28' });
  });

  test('any day of the month, any way around weekends: the next one is foretold to the day', () => {
    const shift = fc.constantFrom('none' as const, 'before' as const, 'after' as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), shift, fc.integer({ min: 0, max: 24 }), (day, weekend, start) => {
        const due = (index: number) => dueIn(2023, 1 + start + index, day, weekend);
        const days = Array.from({ length: 18 }, (_, index) => [due(index), 1299] as const);
        const charge = only(entriesOf('any', days), due(17));
        expect(charge.rhythm).toBe('monthly');
        // Eighteen months may not tell the 30th from the last day: a day or a weekend apart at most.
        const apart = Math.abs(Date.parse(charge.nextDay) - Date.parse(due(18))) / 86_400_000;
        expect(apart).toBeLessThanOrEqual(day >= 28 ? 3 : 2);
        expect(charge.status).toBe('active');
      }),
      { numRuns: 40 },
    );
  });

  test('29 February: yearly from leap day to the 28th', () => {
    const days = ['2022-02-28', '2023-02-28', '2024-02-29'].map((day) => [day, 4740] as const);
    expect(only(entriesOf('domain', days), '2024-03-01')).toMatchObject({ rhythm: 'yearly', nextDay: '2025-02-28' });
  });
});

describe('amounts', () => {
  test('a new price is a change, and what comes next', () => {
    const days = monthly(9, 5).map(([day], index) => [day, index < 6 ? 999 : 1199] as const);
    expect(only(entriesOf('music', days), '2025-09-10')).toMatchObject({
      amount: 1199,
      amountKind: 'fixed',
      priceChanges: [{ day: '2025-07-05', from: 999, to: 1199, entryId: 'music-0006' }],
    });
  });

  test('one charge at a new price is enough, one far off is not', () => {
    const last = (amount: number) =>
      entriesOf(
        'music',
        monthly(9, 5).map(([day], index) => [day, index < 8 ? 999 : amount]),
      );
    expect(only(last(1199), '2025-09-10')).toMatchObject({ amount: 1199, priceChanges: [{ to: 1199 }] });
    expect(only(last(9990), '2025-09-10')).toMatchObject({ amount: 999, priceChanges: [] });
  });

  test('a single odd amount in between is no change', () => {
    const days = monthly(9, 5).map(([day], index) => [day, index === 4 ? 1500 : 999] as const);
    expect(only(entriesOf('music', days), '2025-09-10').priceChanges).toEqual([]);
  });

  test('a price in dollars wobbles without changing', () => {
    const dice = diceFor('dollars', 1);
    const days = monthly(12, 7).map(([day]) => [day, Math.round(1850 * Math.exp(0.012 * dice.normal()))] as const);
    const charge = only(entriesOf('cloud', days), '2025-12-10');
    expect(charge).toMatchObject({ amountKind: 'fixed', priceChanges: [] });
    expect(Math.abs(charge.amount - 1850)).toBeLessThan(60);
  });

  test('an electricity bill varies, and has a range', () => {
    const amounts = [8900, 9400, 7600, 6100, 5200, 4300, 4100, 4400, 5600];
    const days = monthly(9, 12, 0, 'after').map(([day], index) => [day, amounts[index] ?? 0] as const);
    const bill = only(entriesOf('power', days), '2025-09-20');
    expect(bill).toMatchObject({ rhythm: 'monthly', amountKind: 'varying', priceChanges: [] });
    // The last six: 4100, 4300, 4400, 5200, 5600, 6100.
    expect(bill.amount).toBe(4800);
    expect(bill.range).toEqual({ from: 4200, to: 5850 });
  });
});

describe('what is a habit, not a charge', () => {
  test('the coffee each working day, the supermarket each Saturday, lunch now and then', () => {
    const dice = diceFor('habits', 5);
    const year = Array.from({ length: 365 }, (_, index) => addDays('2025-01-01', index));
    const weekday = (day: string) => new Date(day).getUTCDay();
    const coffee = year.filter((day) => weekday(day) % 6 !== 0).map((day) => [day, 320] as const);
    const groceries = year
      .filter((day) => weekday(day) === 6)
      .map((day) => [day, Math.round(9000 * Math.exp(0.3 * dice.normal()))] as const);
    const lunch = year.filter(() => dice.uniform() < 0.1).map((day) => [day, dice.pick([890, 990, 1190])] as const);
    const entries = [...entriesOf('coffee', coffee), ...entriesOf('market', groceries), ...entriesOf('lunch', lunch)];
    expect(findRecurring(entries, '2025-12-31')).toEqual([]);
  });

  test('one dish of a canteen, though by chance it comes up week after week', () => {
    for (let seed = 0; seed < 8; seed++) {
      const dice = diceFor('canteen', seed);
      const year = Array.from({ length: 365 }, (_, index) => addDays('2025-01-01', index));
      const lunch = year
        .filter(() => dice.uniform() < 0.45)
        .map((day) => [day, dice.pick([590, 640, 720, 890])] as const);
      expect(findRecurring(entriesOf('canteen', lunch), '2025-12-31')).toEqual([]);
    }
  });

  test('a visit about once a month, never on the same day', () => {
    const days = ['01-08', '02-16', '03-09', '04-21', '05-13', '06-25', '07-18', '08-29'].map(
      (day) => [`2025-${day}`, 2800] as const,
    );
    expect(findRecurring(entriesOf('barber', days), '2025-08-30')).toEqual([]);
  });

  test('two charges are no month, two unlike ones no year', () => {
    expect(findRecurring(entriesOf('new', monthly(2, 5)), '2025-02-10')).toEqual([]);
    expect(
      findRecurring(
        entriesOf('fair', [
          ['2024-05-10', 2500],
          ['2025-05-11', 4100],
        ]),
        '2025-05-20',
      ),
    ).toEqual([]);
  });

  test('refunds do not recur', () => {
    expect(findRecurring(entriesOf('shop', monthly(6, 5), { kind: 'refund' }), '2025-07-01')).toEqual([]);
  });
});

describe('one merchant, several charges', () => {
  test('two subscriptions and an odd purchase', () => {
    const entries = [
      ...entriesOf('apple', monthly(8, 3, 299), { category: 'storage' }),
      ...entriesOf('apple', monthly(8, 21, 1099), { category: 'music' }),
      ...entriesOf('apple', [['2025-04-09', 129_900]]),
    ].map((entry, index) => ({ ...entry, id: `a${index}` }));
    const found = findRecurring(entries, '2025-08-25');
    expect(found.map(({ amount, category, nextDay, key }) => [amount, category, nextDay, key])).toEqual([
      [1099, 'music', '2025-09-21', 'expense:apple:monthly:2'],
      [299, 'storage', '2025-09-03', 'expense:apple:monthly'],
    ]);
  });

  test('entries without a merchant recur by their category', () => {
    const entries = entriesOf('', monthly(5, 25, 250_000), { kind: 'income', category: 'salary' });
    expect(only(entries, '2025-05-26').key).toBe('income:~salary:monthly');
  });
});

describe('whether it still runs', () => {
  const entries = entriesOf('gym', monthly(8, 10, 3490));

  test.each([
    ['2025-09-10', 'active'],
    ['2025-09-14', 'active'],
    ['2025-09-15', 'overdue'],
    ['2025-10-14', 'overdue'],
    ['2025-10-15', 'ended'],
    ['2026-05-01', 'ended'],
  ] as const)('on %s it is %s', (today, status) => {
    expect(only(entries, today)).toMatchObject({ status, nextDay: '2025-09-10', lateAfter: '2025-09-14' });
  });

  test('a charge that came a week late has come', () => {
    const late = entriesOf('gym', [...monthly(8, 10, 3490), ['2025-09-17', 3490]]);
    expect(only(late, '2025-09-25')).toMatchObject({
      status: 'active',
      lastDay: '2025-09-17',
      nextDay: '2025-10-10',
      count: 9,
    });
  });

  test('what comes after today is not known yet', () => {
    expect(only(entries, '2025-05-12')).toMatchObject({ lastDay: '2025-05-10', count: 5 });
  });

  test('a break is forgiven; a pause of months is a new beginning', () => {
    const broken = entriesOf(
      'gym',
      monthly(10, 10, 3490).filter((_, index) => index !== 5),
    );
    expect(only(broken, '2025-10-12')).toMatchObject({ count: 9, firstDay: '2025-01-10', status: 'active' });
    const paused = entriesOf(
      'gym',
      monthly(14, 10, 3490).filter((_, index) => index < 4 || index > 8),
    );
    expect(only(paused, '2026-02-12')).toMatchObject({ count: 5, firstDay: '2025-10-10' });
  });

  test('more charges make it surer, a missed one less sure', () => {
    const sure = (count: number) => only(entriesOf('gym', monthly(count, 10)), '2025-12-31').confidence;
    expect(sure(3)).toBeLessThan(sure(6));
    expect(sure(6)).toBeLessThan(sure(12));
    const broken = only(
      entriesOf(
        'gym',
        monthly(12, 10).filter((_, index) => index !== 5),
      ),
      '2025-12-31',
    ).confidence;
    expect(broken).toBeLessThan(sure(11));
    expect(sure(12)).toBeLessThanOrEqual(1);
  });

  test('the order of the entries does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(findRecurring(shuffled, '2025-08-20')).toEqual(findRecurring(entries, '2025-08-20'));
      }),
      { numRuns: 10 },
    );
  });
});
