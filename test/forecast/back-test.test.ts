import { describe, expect, test } from 'vitest';
import { backTest, originsFor } from '../../src/forecast/back-test.ts';
import { combine, weigh } from '../../src/forecast/combination.ts';
import { halfWidths } from '../../src/forecast/intervals.ts';
import { type Member, members } from '../../src/forecast/members.ts';
import { householdSeries, times } from './generated-series.ts';

describe('origins', () => {
  test('lie half a horizon apart, eight at most, and leave two and a half seasons', () => {
    expect(originsFor(120, 12, 12)).toEqual([114, 108, 102, 96, 90, 84, 78, 72]);
    expect(originsFor(44, 12, 12)).toEqual([38, 32]);
  });

  test('lie closer in a short series, and need three values', () => {
    expect(originsFor(10, 12, 12)).toEqual([9, 8, 7, 6, 5]);
    expect(originsFor(3, 12, 12)).toEqual([2]);
    expect(originsFor(2, 12, 12)).toEqual([]);
  });
});

test('a trial knows nothing of what came after its origin', () => {
  const values = householdSeries(1, 60);
  const changed = values.map((value, at) => (at < 54 ? value : value * 3));
  const [before, after] = [backTest(values, 12, 12, members), backTest(changed, 12, 12, members)];
  expect(before[0]?.origin).toBe(54);
  expect(after[0]?.forecasts).toEqual(before[0]?.forecasts);
  expect(after[0]?.benchmark).toEqual(values.slice(42, 48));
  expect(after[0]?.actual).toEqual(changed.slice(54));
});

test('a member that throws or answers nonsense takes no part', () => {
  const faulty = (name: string, forecast: Member['forecast']): Member => ({ name, takes: () => true, forecast });
  const [trial] = backTest([1, 2, 3, 4, 5, 6], 2, 1, [
    faulty('throws', () => {
      throw new Error('no');
    }),
    faulty('not a number', () => [Number.NaN]),
    faulty('too short', () => []),
    faulty('works', (_, horizon) => times(horizon, () => 4)),
  ]);
  expect([...(trial?.forecasts.keys() ?? [])]).toEqual(['works']);
});

describe('weights', () => {
  const trial = (forecasts: Record<string, number[]>) => ({
    origin: 10,
    actual: [10, 20],
    forecasts: new Map(Object.entries(forecasts)),
    benchmark: [16, 26],
  });

  test('go by the inverse of the error', () => {
    // Errors 1 + 1 and 3 + 3.
    const weights = weigh(['a', 'b'], [trial({ a: [11, 21], b: [13, 17] })]);
    expect(weights.get('a')).toBeCloseTo(0.75);
    expect(weights.get('b')).toBeCloseTo(0.25);
    expect(
      combine(
        new Map([
          ['a', [8]],
          ['b', [16]],
        ]),
        weights,
        1,
      )?.[0],
    ).toBeCloseTo(10);
  });

  test('take the benchmark for a member that was not there', () => {
    // Errors 4 and 12.
    const weights = weigh(['a', 'absent'], [trial({ a: [12, 22] })]);
    expect(weights.get('absent')).toBeCloseTo(0.25);
  });

  test('are equal without a trial, and shared out again where a member is missing', () => {
    const weights = weigh(['a', 'b', 'c'], []);
    expect([...weights.values()]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(
      combine(
        new Map([
          ['a', [1]],
          ['c', [3]],
        ]),
        weights,
        1,
      )?.[0],
    ).toBeCloseTo(2);
    expect(combine(new Map(), weights, 1)).toBeUndefined();
  });
});

describe('intervals', () => {
  test('take the ⌈(n + 1)·level⌉-th smallest error, widened for few origins', () => {
    const residuals = times(9, (index) => ({ step: 1, error: index % 2 === 0 ? index + 1 : -index - 1 }));
    const [half80] = halfWidths(residuals, 2, 1, 80);
    const [half95] = halfWidths(residuals, 2, 1, 95);
    // Two origins count as four: Student's t with 4 degrees reaches to 1.533 and 2.776, the normal one to 1.2816 and 1.96.
    expect((half80 as number) / ((8 * 1.533) / 1.2816)).toBeCloseTo(1, 1);
    // The tenth of nine: the largest stands at 9/10, which is 1.6449 of the normal distribution.
    expect((half95 as number) / (9 * (1.96 / 1.6449) * (2.776 / 1.96))).toBeCloseTo(1, 1);
  });

  test('grow with the fourth root of the step, whichever step the errors came from', () => {
    const at16 = halfWidths([{ step: 16, error: 10 }], 4, 16, 80);
    const at1 = halfWidths([{ step: 1, error: 5 }], 4, 16, 80);
    expect((at16[15] as number) / (at16[0] as number)).toBeCloseTo(2);
    expect(at16[15]).toBeCloseTo(at1[15] as number);
  });

  test('are nothing where there was no error', () => {
    expect(halfWidths([], 0, 2, 95)).toEqual([0, 0]);
  });
});
