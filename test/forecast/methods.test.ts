import { afterEach, describe, expect, test, vi } from 'vitest';
import { quietLibrary, seasonalArima } from '../../src/forecast/arima-models.ts';
import { automaticEts, decomposedEts } from '../../src/forecast/augurs-models.ts';
import { inBlocks } from '../../src/forecast/blocks.ts';
import { naive, naive2, seasonalNaive } from '../../src/forecast/naive.ts';
import { dampedTrend, smoothLevel } from '../../src/forecast/smoothing.ts';
import { theta } from '../../src/forecast/theta.ts';
import { linearTrend, returningTrend, trendLine } from '../../src/forecast/trend.ts';
import { noise, times } from './generated-series.ts';

afterEach(() => vi.restoreAllMocks());

/** Each within `tolerance` of what is expected. */
function expectNear(actual: readonly number[], expected: readonly number[], tolerance: number) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, step) => {
    expect(Math.abs(value - (expected[step] as number))).toBeLessThan(tolerance);
  });
}

test('naive ones repeat what was', () => {
  expect(naive([3, 1, 4], 2)).toEqual([4, 4]);
  expect(seasonalNaive([9, 1, 2, 3], 5, 3)).toEqual([1, 2, 3, 1, 2]);
  expect(seasonalNaive([1, 2], 3, 3)).toEqual([2, 2, 2]);
  const season = [2, 1, 0.5, 0.5];
  const values = times(16, (at) => 60 * (season[at % 4] as number));
  expectNear(naive2(values, 4, 4), [120, 60, 30, 30], 1e-6);
});

describe('exponential smoothing', () => {
  test('finds the parameter that a search of its own over every level and parameter finds', () => {
    const chance = noise(5);
    const values = times(30, (at) => 50 + (at > 15 ? 10 : 0) + 3 * chance());
    const squaresOf = (alpha: number, first: number) => {
      let [level, squares] = [first, 0];
      for (const value of values) {
        squares += (value - level) ** 2;
        level = alpha * value + (1 - alpha) * level;
      }
      return { squares, level, alpha };
    };
    const all = times(99, (index) => times(200, (step) => squaresOf((index + 1) / 100, 40 + step / 10))).flat();
    const best = all.reduce((least, each) => (each.squares < least.squares ? each : least));
    const found = smoothLevel(values);
    expect(Math.abs(found.alpha - best.alpha)).toBeLessThan(0.02);
    expect(Math.abs(found.level - best.level)).toBeLessThan(0.2);
  });

  test('carries a damped trend on as it was damped', () => {
    let [level, slope] = [100, 8];
    const next = () => {
      slope *= 0.9;
      level += slope;
      return level;
    };
    const values = times(30, next);
    expectNear(dampedTrend(values, 6), times(6, next), 0.05);
  });

  test('stays where nothing changes', () => {
    expectNear(
      dampedTrend(
        times(12, () => 7),
        3,
      ),
      [7, 7, 7],
      1e-9,
    );
    expect(smoothLevel([7, 7, 7]).level).toBeCloseTo(7);
  });
});

describe('Theta', () => {
  test('is the mean of the regression line and of the smoothed line with double the curvature, as first published', () => {
    const chance = noise(8);
    const values = times(90, (at) => 200 + at + 12 * chance());
    const line = trendLine(values);
    const { alpha } = smoothLevel(values);
    let level = 2 * (values[0] as number) - line.valueAt(0);
    values.forEach((value, at) => {
      level += alpha * (2 * value - line.valueAt(at) - level);
    });
    const published = times(6, (step) => (line.valueAt(90 + step) + level) / 2);
    expectNear(theta(values, 6), published, 0.3);
  });
});

describe('lines', () => {
  test('go on', () => {
    expectNear(linearTrend([1, 3, 5, 7], 3), [9, 11, 13], 1e-9);
    expectNear(returningTrend([1, 3, 5, 7], 3), [9, 11, 13], 1e-9);
  });

  test('are returned to', () => {
    const values = [...times(30, (at) => 10 + at), ...times(8, (at) => 60 + at)];
    const [near, far] = [returningTrend(values, 100), linearTrend(values, 100)];
    const distance = near.map((value, step) => value - (far[step] as number));
    expect(distance[0]).toBeGreaterThan(5);
    expect(distance[99]).toBeLessThan((distance[0] as number) / 50);
  });
});

test('blocks see a straight line as the same straight line', () => {
  const values = times(20, (at) => 5 + 2 * at);
  // Before the centre of the first block, at 20 + 1, there is nothing to draw a line from.
  expectNear(inBlocks(3, linearTrend)(values, 5), [47, 47, 49, 51, 53], 1e-9);
});

describe('the libraries', () => {
  test('ETS finds a line', () => {
    const chance = noise(2);
    const values = times(60, (at) => 100 + 2 * at + chance());
    expectNear(automaticEts(values, 4), [220, 222, 224, 226], 3);
  });

  test('MSTL finds a line with a season', () => {
    const value = (at: number) => 100 + at + 15 * Math.sin((Math.PI * at) / 6);
    expectNear(
      decomposedEts(times(72, value), 12, 12),
      times(12, (step) => value(72 + step)),
      2.5,
    );
  });

  test('ARIMA finds the season and keeps a level without one', () => {
    const chance = noise(4);
    const value = (at: number) => (at % 4 === 0 ? 40 : 10) + 0.3 * chance();
    expectNear(seasonalArima(times(60, value), 4, 4), [40, 10, 10, 10], 4);
    const level = times(60, () => 25 + 0.3 * chance());
    expectNear(seasonalArima(level, 3, 1), [25, 25, 25], 1);
    expect(() => seasonalArima([1, 2, 3], 1, 12)).toThrow();
  });

  test('ARIMA keeps its warnings to itself', () => {
    const chance = noise(3);
    const values = times(40, (at) => 1000 + 20 * at + 500 * chance());
    const logged = vi.spyOn(console, 'log').mockImplementation(() => {});
    const Library = quietLibrary();
    // Orders for which this series has "non-stationary AR part" printed.
    new Library({ p: 2, d: 0, q: 2, verbose: false }).train(values).predict(3);
    expect(logged).not.toHaveBeenCalled();
  });
});
