import { expect, test } from 'vitest';
import { tameOutliers } from '../../src/forecast/outliers.ts';
import { householdSeries, noise, times } from './generated-series.ts';

test('a month that stands out is drawn back to the fence, the others stay', () => {
  const chance = noise(1);
  const values = times(60, () => 1000 + 50 * chance());
  const tame = tameOutliers(
    values.map((value, month) => (month === 20 ? 20_000 : value)),
    12,
  );
  expect(tame[20]).toBeGreaterThan(1000);
  expect(tame[20]).toBeLessThan(2000);
  const others = (each: readonly number[]) => each.filter((_, month) => month !== 20);
  expect(others(tame)).toEqual(others(values));
});

test('a December that is dear every year does not stand out', () => {
  const values = householdSeries(4, 60).map((value, month) => (month % 12 === 11 ? 4 * value : value));
  const decembers = (each: readonly number[]) => each.filter((_, month) => month % 12 === 11);
  expect(decembers(tameOutliers(values, 12))).toEqual(decembers(values));
});

test('few values, and values that hardly ever change, stay as they are', () => {
  expect(tameOutliers([1, 2, 1, 90], 12)).toEqual([1, 2, 1, 90]);
  const rare = times(30, (month) => (month === 9 ? 500 : 0));
  expect(tameOutliers(rare, 12)).toEqual(rare);
});
