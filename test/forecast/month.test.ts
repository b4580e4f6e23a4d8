import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoEntries } from '../../src/demo/demo-ledger.ts';
import { forecastMonth } from '../../src/forecast/month.ts';
import { addDays, addMonths, type Day, daysIn, unitAround, weekdayOf } from '../../src/period.ts';
import { times } from './generated-series.ts';

const daysFrom = (from: Day, to: Day) => times(daysIn({ from, to }), (index) => addDays(from, index));
const sumOf = (amounts: readonly { minor: number }[]) => amounts.reduce((total, { minor }) => total + minor, 0);

describe('by hand', () => {
  test('weekends cost, working days do not, and the rent is to come', () => {
    // Ten weeks of 70.00 on each Saturday; 2026-06-20 is one, and June has only the 27th left.
    const ordinary = daysFrom('2026-04-13', '2026-06-21').map((day) => ({
      day,
      minor: weekdayOf(day) === 6 ? 70_00 : 0,
    }));
    const charges = [
      { day: '2026-06-30', minor: 900_00 },
      { day: '2026-07-01', minor: 50_00 },
    ];
    const end = forecastMonth({ today: '2026-06-21', spent: 400_00, ordinary, charges });
    // Weekday averages are drawn to the overall one, so the last nine days are a little off.
    expect(end.expected).toBeGreaterThan(400_00 + 900_00 + 60_00);
    expect(end.expected).toBeLessThan(400_00 + 900_00 + 90_00);
    expect(end.charges).toBe(900_00);
    expect(end.days).toBe(70);
  });

  test('the same every day goes on, without a doubt', () => {
    const ordinary = daysFrom('2026-05-01', '2026-06-10').map((day) => ({ day, minor: 12_34 }));
    const end = forecastMonth({ today: '2026-06-10', spent: 123_40, ordinary, charges: [] });
    expect(end).toEqual({ expected: 370_20, low: 370_20, high: 370_20, charges: 0, days: 41 });
  });

  test('a month that is over is what was spent', () => {
    const end = forecastMonth({
      today: '2026-02-28',
      spent: 5_00,
      ordinary: [{ day: '2026-02-03', minor: 5_00 }],
      charges: [{ day: '2026-02-27', minor: 1_00 }],
    });
    expect(end).toMatchObject({ expected: 6_00, low: 6_00, high: 6_00, charges: 1_00 });
  });

  test('without any day it knows what was spent and what will come', () => {
    const charges = [{ day: '2026-06-15', minor: 900_00 }];
    const end = forecastMonth({ today: '2026-06-10', spent: 0, ordinary: [], charges });
    expect(end).toEqual({ expected: 900_00, low: 900_00, high: 900_00, charges: 900_00, days: 0 });
  });

  test('days that were not yet are left out', () => {
    const ordinary = [{ day: '2026-06-01', minor: 10_00 }];
    const asked = { today: '2026-06-01', spent: 10_00, charges: [] };
    const future = [...ordinary, { day: '2026-06-09', minor: 9_999_00 }];
    expect(forecastMonth({ ...asked, ordinary: future })).toEqual(forecastMonth({ ...asked, ordinary }));
  });
});

test('whole numbers in order, never below what is certain, and ten times for ten times the amounts', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 300_00 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900_00 }), (minors, past, rent) => {
      const today = addDays('2026-07-01', past);
      const days = minors.map((minor, index) => ({ day: addDays(today, -index), minor }));
      const ask = (times: number) =>
        forecastMonth({
          today,
          spent: times * sumOf(days.filter(({ day }) => day >= '2026-07-01')),
          ordinary: days.map(({ day, minor }) => ({ day, minor: times * minor })),
          charges: [{ day: '2026-07-31', minor: times * rent }],
        });
      const [once, tenfold] = [ask(1), ask(10)];
      for (const bound of Object.values(once)) expect(Number.isInteger(bound)).toBe(true);
      expect(once.low).toBeLessThanOrEqual(once.expected);
      expect(once.expected).toBeLessThanOrEqual(once.high);
      const spent = sumOf(days.filter(({ day }) => day >= '2026-07-01'));
      expect(once.low).toBeGreaterThanOrEqual(spent + rent);
      expect(Math.abs(tenfold.expected - 10 * once.expected)).toBeLessThanOrEqual(6);
    }),
    { numRuns: 100 },
  );
});

describe('on made-up years', () => {
  const judged = ['2026-03-31', '2026-08-31', '2026-12-31'].flatMap((until) =>
    times(4, (seed) => askedThrough(until, seed + 1)).flat(),
  );

  test('the band holds four months in five, or near it', () => {
    const held = judged.filter(({ total, end }) => total >= end.low && total <= end.high).length / judged.length;
    expect(judged.length).toBeGreaterThan(300);
    expect(held).toBeGreaterThan(0.75);
    expect(held).toBeLessThan(0.9);
  });

  test('it is far nearer than what was spent so far, stretched to the whole month', () => {
    const [ours, stretched] = [
      judged.reduce((sum, { total, end }) => sum + Math.abs(total - end.expected), 0),
      judged.reduce((sum, { total, proRata }) => sum + Math.abs(total - proRata), 0),
    ];
    expect(ours).toBeLessThan(stretched / 2);
  });
});

/** What was forecast on five days of each of the year's months that have two or more before them, and how each ended. */
function askedThrough(until: Day, seed: number) {
  const spending = demoEntries({ until, seed })
    .filter(({ kind, currency }) => kind === 'expense' && currency === 'EUR')
    .map(({ date, amount, merchant, note }) => ({
      day: date,
      minor: Math.round(Number(amount) * 100),
      key: `${merchant} ${note}`,
    }));
  const between = (from: Day, to: Day) => spending.filter(({ day }) => day >= from && day <= to);
  const recurring = monthlyKeys(spending);
  return times(9, (back) => unitAround(addMonths(`${until.slice(0, 8)}01`, -back), 'month')).flatMap(({ from, to }) => {
    const total = sumOf(between(from, to));
    const lastMonth = between(addMonths(from, -1), addDays(from, -1)).filter(({ key }) => recurring.has(key));
    return [4, 9, 14, 19, 24].map((past) => {
      const today = addDays(from, past);
      const spent = sumOf(between(from, today));
      const perDay = new Map<Day, number>();
      for (const { day, minor, key } of between('2000-01-01', today)) {
        if (!recurring.has(key)) perDay.set(day, (perDay.get(day) ?? 0) + minor);
      }
      const end = forecastMonth({
        today,
        spent,
        ordinary: [...perDay].map(([day, minor]) => ({ day, minor })),
        // As last month: a person's ledger knows no more.
        charges: lastMonth
          .map(({ day, minor }) => ({ day: addMonths(day, 1), minor }))
          .filter(({ day }) => day > today),
      });
      return { total, end, proRata: (spent / (past + 1)) * daysIn({ from, to }) };
    });
  });
}

/** What came in at least eleven months, once in each: rent, bills and subscriptions. */
function monthlyKeys(spending: readonly { day: Day; key: string }[]): Set<string> {
  const months = Map.groupBy(spending, ({ key }) => key);
  return new Set(
    [...months]
      .filter(([, all]) => all.length >= 11 && new Set(all.map(({ day }) => day.slice(0, 7))).size === all.length)
      .map(([key]) => key),
  );
}
