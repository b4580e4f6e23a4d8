import { describe, expect, test } from 'vitest';
import {
  averages,
  coverage,
  type Judged,
  mase,
  meanAbsoluteError,
  meanWidth,
  owa,
  seasonalScale,
  smape,
} from '../../src/forecast/metrics.ts';

describe('sMAPE', () => {
  test('is 200·|y − f| / (|y| + |f|) on average', () => {
    // 200·20/220 and 200·0/100.
    expect(smape([100, 50], [120, 50])).toBeCloseTo(18.1818 / 2, 4);
    expect(smape([10], [-10])).toBe(200);
  });

  test('takes nothing for nothing as right', () => {
    expect(smape([0, 0], [0, 5])).toBe(100);
  });
});

describe('MASE', () => {
  const train = [10, 20, 14, 26];

  test('scales by the mean change over a season', () => {
    // |14 − 10| = 4 and |26 − 20| = 6.
    expect(seasonalScale(train, 2)).toBe(5);
    expect(mase(train, [20, 30], [10, 40], 2)).toBe(2);
    // Without a season: 10, 6, 12.
    expect(seasonalScale(train, 1)).toBeCloseTo(28 / 3);
  });

  test('is no number where nothing ever changed', () => {
    expect(mase([5, 5, 5, 5], [6], [5], 2)).toBeNaN();
    expect(mase([5], [6], [5], 2)).toBeNaN();
  });
});

describe('OWA', () => {
  const judge = (forecast: number[], train = [10, 20, 14, 26], test = [100]): Judged => ({
    train,
    test,
    seasonLength: 2,
    forecast,
  });

  test('is one for Naive2 itself', () => {
    const naive2 = [judge([80]), judge([120], [1, 2, 4, 5], [90])];
    expect(owa(naive2, naive2)).toBe(1);
  });

  test('is the mean of the ratios of averages, not the average of ratios', () => {
    const ours = [judge([100]), judge([50])];
    const naive2 = [judge([50]), judge([150])];
    // sMAPE: (0 + 66.667)/2 against (66.667 + 40)/2; MASE: (0 + 10)/2 against (10 + 10)/2.
    expect(averages(ours).smape).toBeCloseTo(33.3333, 4);
    expect(averages(naive2).mase).toBe(10);
    expect(owa(ours, naive2)).toBeCloseTo((33.3333 / 53.3333 + 0.5) / 2, 4);
  });

  test('leaves a series that never changed out of the MASE', () => {
    expect(averages([judge([50]), judge([50], [7, 7, 7, 7])]).mase).toBe(10);
  });
});

test('coverage counts both ends as inside', () => {
  expect(coverage([1, 2, 3, 4], [1, 3, 0, 0], [2, 4, 3, 3])).toBe(0.5);
  expect(meanWidth([1, 3], [2, 8])).toBe(3);
  expect(meanAbsoluteError([1, 2], [3, 1])).toBe(1.5);
});

test('a forecast that is too short is a mistake of the caller', () => {
  expect(() => smape([1, 2], [1])).toThrow(RangeError);
});
