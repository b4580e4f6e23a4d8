import { expect, test } from 'vitest';
import { readSeries } from '../../src/forecast/series.ts';

/** As they were, before the division by their size. */
const filled = (observed: (number | null | undefined)[], seasonLength = 1) => {
  const series = readSeries(observed, seasonLength);
  return series?.values.map((value) => Number((value * series.unit).toFixed(6)));
};

test('a gap takes the straight line between its neighbours', () => {
  expect(filled([10, null, Number.NaN, 40])).toEqual([10, 20, 30, 40]);
});

test('a gap takes the mean of the same month in the years beside it, where they are known', () => {
  expect(filled([1, 8, 1, null, 1, 12, 1, 8], 2)).toEqual([1, 8, 1, 10, 1, 12, 1, 8]);
  expect(filled([1, 8, 1, null], 2)).toEqual([1, 8, 1, 8]);
});

test('gaps before the first value are no part of the series; at the end the last value goes on', () => {
  expect(filled([null, undefined, 5, 7, Number.POSITIVE_INFINITY])).toEqual([5, 7, 7]);
});

test('it counts what was known', () => {
  expect(readSeries([null, 5, null, 7], 1)?.known).toBe(2);
  expect(readSeries([null, Number.NaN], 12)).toBeUndefined();
  expect(readSeries([], 12)).toBeUndefined();
});

test('the unit is the mean size, and one where there is none', () => {
  expect(readSeries([100, -300], 1)).toEqual({ values: [0.5, -1.5], unit: 200, known: 2 });
  expect(readSeries([0, 0], 1)).toEqual({ values: [0, 0], unit: 1, known: 2 });
});
