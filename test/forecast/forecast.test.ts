import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { forecast, type Step } from '../../src/forecast/forecast.ts';
import { householdSeries, noise, times } from './generated-series.ts';

const bounds = ({ point, interval80, interval95 }: Step) => [
  interval95.low,
  interval80.low,
  point,
  interval80.high,
  interval95.high,
];

/** Minor units of any size and sign, with gaps. */
const anySeries = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 500_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }) },
      { weight: 1, arbitrary: fc.constantFrom(0, null, Number.NaN, 0.25) },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .filter((values) => values.some((value) => value !== null && !Number.isNaN(value)));
const seasons = fc.constantFrom(1, 2, 4, 7, 12);

describe('whatever the series', () => {
  test('every step has finite, ordered bounds, and the weights add up', () => {
    fc.assert(
      fc.property(anySeries, seasons, fc.integer({ min: 1, max: 20 }), (values, seasonLength, horizon) => {
        const { steps, members, points, backTest, method } = forecast(values, horizon, { seasonLength });
        expect(steps).toHaveLength(horizon);
        for (const step of steps) {
          const ordered = bounds(step);
          expect(ordered.every(Number.isFinite)).toBe(true);
          expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        }
        expect(members.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1);
        expect(points).toBe(values.filter((value) => value !== null && !Number.isNaN(value)).length);
        if (method === 'ensemble') expect(backTest?.error).toBeLessThan(backTest?.naiveError as number);
        else expect(members).toEqual([{ name: method, weight: 1 }]);
        if (values.every((value) => !value || value >= 0)) {
          for (const { interval95 } of steps) expect(interval95.low).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('ten times the figures give ten times the forecast', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 2, max: 70 }), (seed, length) => {
        const values = householdSeries(seed, length);
        const [once, tenfold] = [values, values.map((value) => value * 10)].map((each) =>
          forecast(each, 6, { seasonLength: 12 }).steps.flatMap(bounds),
        ) as [number[], number[]];
        once.forEach((bound, index) => {
          expect(Math.abs((tenfold[index] as number) - 10 * bound)).toBeLessThan(Math.abs(bound) * 1e-3 + 1e-6);
        });
      }),
      { numRuns: 15 },
    );
  });

  test('the same series gives the same forecast, whatever was forecast between', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (values, other) => {
        const first = forecast(values, 5, { seasonLength: 4 });
        forecast(other, 5, { seasonLength: 12 });
        expect(forecast(values, 5, { seasonLength: 4 })).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test('one that never changes goes on as it is, hardly any width once it is long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 12, max: 60 }),
        (value, length) => {
          const { steps, method } = forecast(new Array(length).fill(value), 8, { seasonLength: 12 });
          expect(method).toBe('seasonal naive');
          for (const { point, interval95 } of steps) {
            expect(point).toBeCloseTo(value, 6);
            expect(interval95.high - interval95.low).toBeLessThanOrEqual(Math.abs(value) * 0.03);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('a short series', () => {
  test('of one value is that value, and nobody knows', () => {
    const { steps, method, points, backTest } = forecast([5000], 2, { seasonLength: 12 });
    expect(method).toBe('naive');
    expect(points).toBe(1);
    expect(backTest).toBeUndefined();
    expect(steps.map(({ point }) => point)).toEqual([5000, 5000]);
    expect(steps[0]?.interval80).toEqual({ low: 2500, high: 7500 });
    expect(steps[0]?.interval95).toEqual({ low: 0, high: 10_000 });
  });

  test('of nothing but zeros is zero', () => {
    const { steps } = forecast([0, 0, 0, 0], 1, { seasonLength: 12 });
    expect(steps).toEqual([{ point: 0, interval80: { low: 0, high: 0 }, interval95: { low: 0, high: 0 } }]);
  });

  test('of two values may be as far off as they are apart', () => {
    const [step] = forecast([100, 130], 1, { seasonLength: 12 }).steps;
    expect(step?.point).toBeCloseTo(130, 6);
    expect(step?.interval80.low).toBeLessThanOrEqual(100);
  });
});

test('what the back-test cannot beat is shown as it is, and said', () => {
  // Each year as the last one, in an order that no curve follows: nothing to add to "same as last year".
  const year = [10, 900, 20, 700, 5, 300, 800, 40, 650, 15, 500, 1000];
  const { method, steps, members } = forecast([...year, ...year, ...year, ...year], 12, { seasonLength: 12 });
  expect(method).toBe('seasonal naive');
  expect(members).toEqual([{ name: 'seasonal naive', weight: 1 }]);
  steps.forEach(({ point }, month) => {
    expect(point).toBeCloseTo(year[month] as number, 6);
  });
});

test('one huge outlier long ago moves the forecast by little', () => {
  const chance = noise(6);
  const values = times(60, () => Math.round(50_000 + 2_000 * chance()));
  const withLaptop = values.map((value, month) => (month === 25 ? 900_000 : value));
  for (const { point } of forecast(withLaptop, 3, { seasonLength: 12 }).steps) {
    expect(Math.abs(point - 50_000)).toBeLessThan(10_000);
  }
});

describe('what cannot be forecast', () => {
  test.each([
    ['no value', () => forecast([], 3, { seasonLength: 12 })],
    ['gaps alone', () => forecast([null, Number.NaN], 3, { seasonLength: 12 })],
    ['no step', () => forecast([1, 2], 0, { seasonLength: 12 })],
    ['half a step', () => forecast([1, 2], 1.5, { seasonLength: 12 })],
    ['no season', () => forecast([1, 2], 1, { seasonLength: 0 })],
  ])('%s is an InputError', (_, attempt) => {
    expect(attempt).toThrow(InputError);
  });
});
