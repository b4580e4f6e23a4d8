import { describe, expect, test } from 'vitest';
import { categoryDrift } from '../../src/insight/category-drift.ts';
import type { DayAmount } from '../../src/insight/entry.ts';
import { monthThirds, paydayEffect } from '../../src/insight/month-days.ts';
import { findSeasons } from '../../src/insight/seasons.ts';
import { weekdayHabits } from '../../src/insight/weekday-habits.ts';
import { addDays, addMonths, unitAround } from '../../src/period.ts';
import { diceFor } from './dice.ts';

/** Spending on each of so many days, by a rule. */
function eachDay(from: string, days: number, amountOn: (day: string, index: number) => number): DayAmount[] {
  return Array.from({ length: days }, (_, index) => addDays(from, index)).map((day, index) => ({
    day,
    amount: amountOn(day, index),
  }));
}

function given<Result>(answer: Result | { enough: false; needs: number }): Extract<Result, { enough: true }> {
  const known = answer as { enough: boolean };
  if (!known.enough) throw new Error('too little');
  return answer as Extract<Result, { enough: true }>;
}

describe('weekdays', () => {
  // 2026-01-05 is a Monday.
  test('Saturdays stand out, one sofa on a Tuesday does not', () => {
    const dice = diceFor('weekdays', 3);
    const amounts = eachDay('2026-01-05', 12 * 7, (_, index) =>
      Math.round((index % 7 === 5 ? 9000 : 2000) * Math.exp(0.4 * dice.normal())),
    );
    amounts[8] = { day: '2026-01-13', amount: 5_000_000 };
    const { weekdays, weeks } = given(weekdayHabits(amounts, '2026-01-03', '2026-03-30'));
    expect(weeks).toBe(12);
    expect(weekdays.map(({ kind }) => kind)).toEqual(['usual', 'usual', 'usual', 'usual', 'usual', 'more', 'usual']);
    expect(weekdays[5]?.p).toBeLessThan(0.01);
    expect(weekdays.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('in weeks without a habit nothing stands out', () => {
    let found = 0;
    for (let seed = 0; seed < 40; seed++) {
      const dice = diceFor('no habit', seed);
      const amounts = eachDay('2026-01-05', 20 * 7, () => Math.round(3000 * Math.exp(dice.normal())));
      const { weekdays } = given(weekdayHabits(amounts, '2026-01-05', '2026-05-24'));
      if (weekdays.some(({ kind }) => kind !== 'usual')) found++;
    }
    // One per cent of 40 is 0.4.
    expect(found).toBeLessThanOrEqual(3);
  });

  test('eight whole weeks are needed', () => {
    expect(weekdayHabits([], '2026-01-06', '2026-03-02')).toEqual({ enough: false, unit: 'weeks', has: 7, needs: 8 });
  });
});

describe('seasons', () => {
  const months = (count: number, totalOf: (month: number, index: number) => number) =>
    Array.from({ length: count }, (_, index) => {
      const period = unitAround(addMonths('2023-01-01', index), 'month');
      return { ...period, total: totalOf(Number(period.from.slice(5, 7)), index), isComplete: true };
    });

  test('December is dear in each of three years, one dear May is not a season', () => {
    const dice = diceFor('seasons', 1);
    const totals = months(36, (month, index) =>
      Math.round((month === 12 ? 180_000 : index === 16 ? 200_000 : 100_000) * (1 + 0.05 * dice.normal())),
    );
    const { months: seasons, span } = given(findSeasons(totals));
    expect(span).toBe(36);
    expect(seasons.filter(({ kind }) => kind !== 'usual').map(({ month }) => month)).toEqual([12]);
    expect(seasons[11]).toMatchObject({ kind: 'more', years: 3 });
    expect(seasons[11]?.factor).toBeCloseTo(1.8, 0);
  });

  test('two years are needed', () => {
    expect(findSeasons(months(23, () => 1))).toEqual({ enough: false, unit: 'months', has: 23, needs: 24 });
  });
});

describe('payday', () => {
  const paydays = Array.from({ length: 10 }, (_, index) => addMonths('2025-01-25', index));

  test('in the week after it three times as much is spent a day', () => {
    const amounts = eachDay('2025-01-25', 280, (day) =>
      Number(day.slice(8)) >= 25 || day.slice(8) === '01' ? 3000 : 1000,
    );
    const effect = given(paydayEffect(amounts, paydays));
    // From the 25th seven days: in months of 31 days the 31st is the last of them, and the 1st is one of the rest.
    expect(effect).toMatchObject({ kind: 'more', cycles: 9, cyclesWithMore: 9 });
    expect(effect.p).toBeCloseTo(2 / 512, 9);
    expect(effect.ratio).toBeGreaterThan(2.5);
  });

  test('spending alike on all days shows none, and two salaries in a week are one payday', () => {
    const dice = diceFor('payday', 2);
    const amounts = eachDay('2025-01-25', 280, () => Math.round(1000 * Math.exp(0.8 * dice.normal())));
    const twice = [...paydays, ...paydays.map((day) => addDays(day, 3))];
    expect(given(paydayEffect(amounts, twice))).toMatchObject({ kind: 'none', cycles: 9 });
  });

  test('eight cycles are needed', () => {
    const answer = paydayEffect(
      eachDay('2025-01-25', 90, (_, index) => index),
      paydays.slice(0, 4),
    );
    expect(answer).toEqual({ enough: false, unit: 'paydays', has: 3, needs: 8 });
  });
});

test('the last third of each month is cheap', () => {
  const periods = Array.from({ length: 12 }, (_, index) => unitAround(addMonths('2025-01-15', index), 'month'));
  const amounts = eachDay('2025-01-01', 365, (day, index) => (Number(day.slice(8)) > 20 ? 500 : 2000 + (index % 7)));
  const { thirds } = given(monthThirds(amounts, periods));
  expect(thirds[2]).toMatchObject({ third: 'last', typicalADay: 500, kind: 'less' });
  expect(monthThirds(amounts, periods.slice(0, 5))).toEqual({ enough: false, unit: 'months', has: 5, needs: 6 });
});

describe('category drift', () => {
  test('dining grows from a tenth to a third of all, rent shrinks with it', () => {
    const rent = Array.from({ length: 12 }, () => 90_000);
    const dining = rent.map((_, index) => 10_000 + index * 3000);
    const { drifts } = given(
      categoryDrift([
        { name: 'rent', months: rent },
        { name: 'dining', months: dining },
      ]),
    );
    const directions = Object.fromEntries(drifts.map(({ name, direction }) => [name, direction]));
    expect(directions).toEqual({ dining: 'growing', rent: 'shrinking' });
    // 10/100 to 43/133, on a slightly bent curve.
    expect(drifts.find(({ name }) => name === 'dining')?.drift).toBeCloseTo(43 / 133 - 10 / 100, 1);
    expect((drifts[0]?.drift ?? 0) + (drifts[1]?.drift ?? 0)).toBeCloseTo(0, 9);
  });

  test('nothing drifts where shares only wobble; empty months do not count', () => {
    const wobble = [10, 12, 9, 11, 10, 12, 9, 11, 0].map((value) => value * 1000);
    const rest = [90, 88, 91, 89, 90, 88, 91, 89, 0].map((value) => value * 1000);
    expect(
      given(
        categoryDrift([
          { name: 'a', months: wobble },
          { name: 'b', months: rest },
        ]),
      ).drifts,
    ).toEqual([]);
    expect(categoryDrift([{ name: 'a', months: [1, 0, 0, 0, 0, 0, 2] }])).toMatchObject({ enough: false, has: 2 });
  });
});
