import { describe, expect, test } from 'vitest';
import { adjusted, deseasonalised, hasSeasons, scaleOf } from '../../src/forecast/seasonal-adjustment.ts';
import { isSeasonal, seasonalIndices, shrunkIndices } from '../../src/forecast/seasonality.ts';
import { noise, times } from './generated-series.ts';

describe('the 90 % test', () => {
  test('sees a season through noise', () => {
    const chance = noise(1);
    const values = times(48, (month) => 100 + 20 * Math.sin((2 * Math.PI * month) / 12) + 5 * chance());
    expect(isSeasonal(values, 12)).toBe(true);
  });

  test('lets about one in ten series without a season through, since it is a 90 % test', () => {
    const passed = times(400, (seed) => {
      const chance = noise(seed);
      return isSeasonal(
        times(60, () => 100 + chance()),
        12,
      );
    }).filter(Boolean);
    expect(passed.length / 400).toBeGreaterThan(0.02);
    expect(passed.length / 400).toBeLessThan(0.16);
  });

  test('needs three seasons, and something that changes', () => {
    const wave = times(35, (month) => (month % 12 === 0 ? 100 : 10));
    expect(isSeasonal(wave, 12)).toBe(false);
    expect(isSeasonal([...wave, 10], 12)).toBe(true);
    expect(
      isSeasonal(
        times(60, () => 5),
        12,
      ),
    ).toBe(false);
    expect(isSeasonal(wave, 1)).toBe(false);
  });
});

describe('indices', () => {
  test('are exact for a straight line with a season', () => {
    const season = [5, -3, -4, 2];
    const values = times(24, (at) => 50 + 2 * at + (season[at % 4] as number));
    seasonalIndices(values, 4, 'additive').forEach((index, at) => {
      expect(index).toBeCloseTo(season[at] as number, 9);
    });
  });

  test('are factors where seasons multiply, for an odd season as well', () => {
    const season = [1.5, 0.5, 1];
    const values = times(21, (at) => 80 * (season[at % 3] as number));
    seasonalIndices(values, 3, 'multiplicative').forEach((index, at) => {
      expect(index).toBeCloseTo(season[at] as number, 9);
    });
  });

  test('are drawn to nothing as far as they may be noise', () => {
    const chance = noise(3);
    const pure = times(60, () => 100 + chance());
    const size = (indices: number[]) => indices.reduce((total, index) => total + Math.abs(index), 0);
    expect(size(shrunkIndices(pure, 12, 'additive'))).toBeLessThan(size(seasonalIndices(pure, 12, 'additive')) / 2);
    const clear = times(60, (month) => 100 * (month % 12) + chance());
    expect(size(shrunkIndices(clear, 12, 'additive'))).toBeGreaterThan(
      0.99 * size(seasonalIndices(clear, 12, 'additive')),
    );
  });
});

describe('adjusting', () => {
  const mean = (values: readonly number[], horizon: number) =>
    times(horizon, () => values.reduce((total, value) => total + value, 0) / values.length);

  test('gives the season back at the right place', () => {
    const season = [2, 1, 0.5, 0.5];
    const values = times(18, (at) => 60 * (season[at % 4] as number));
    // The next value is the third of a season.
    const expected = [30, 30, 120, 60];
    const [byTest, byShrinking] = [deseasonalised(values, 4, 4, mean), adjusted(values, 4, 4, 'log', mean)];
    expected.forEach((value, step) => {
      expect(byTest[step]).toBeCloseTo(value, 6);
      expect(byShrinking[step]).toBeCloseTo(value, 6);
    });
  });

  test('takes logarithms only of what is clearly above zero', () => {
    expect(scaleOf([5, 9, 100])).toBe('log');
    expect(scaleOf([0.1, 9, 100])).toBe('root');
    expect(scaleOf([0, 0, 0])).toBe('root');
    expect(scaleOf([5, -1])).toBe('plain');
  });

  test('waits for two seasons and a half', () => {
    expect(hasSeasons(29, 12)).toBe(false);
    expect(hasSeasons(30, 12)).toBe(true);
    expect(hasSeasons(30, 1)).toBe(false);
  });
});
