import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTrend, movingAverage } from '../../src/insight/trend.ts';
import type { UnitTotal } from '../../src/insight/unit-totals.ts';
import { addMonths, unitAround } from '../../src/period.ts';

function months(totals: readonly number[], running?: number): UnitTotal[] {
  const all = totals.map((total, index) => {
    return { ...unitAround(addMonths('2025-01-01', index), 'month'), total, isComplete: true };
  });
  const last = unitAround(addMonths('2025-01-01', totals.length), 'month');
  return running === undefined ? all : [...all, { ...last, total: running, isComplete: false }];
}

function trendOf(units: readonly UnitTotal[]) {
  const trend = findTrend(units, 'month');
  if (!trend.enough) throw new Error(`needs ${trend.needs}`);
  return trend;
}

describe('a trend', () => {
  test('by hand: 100, 110, … 150 rises by 10 a month', () => {
    const trend = trendOf(months([100, 110, 120, 130, 140, 150]));
    expect(trend).toMatchObject({ direction: 'rising', strength: 'strong', slope: 10, tau: 1, median: 125 });
    // All six in order: 2 of 6! orders.
    expect(trend.p).toBeCloseTo(2 / 720, 9);
    expect(trend.latestRatio).toBeCloseTo(150 / 120, 9);
    expect(trend.slopeShare).toBeCloseTo(0.08, 9);
  });

  test('of a running month nothing is said', () => {
    const trend = trendOf(months([150, 140, 130, 120, 110, 100], 3));
    expect(trend).toMatchObject({ direction: 'falling', slope: -10 });
    expect(trend.latest.total).toBe(100);
    expect(trend.units).toHaveLength(6);
  });

  test('is none in ups and downs', () => {
    expect(trendOf(months([100, 130, 90, 120, 95, 125, 110, 105]))).toMatchObject({
      direction: 'none',
      strength: 'none',
    });
  });

  test('is none where it is sure but tiny', () => {
    const trend = trendOf(months([100_000, 100_100, 100_200, 100_300, 100_400, 100_500]));
    expect(trend.p).toBeLessThan(0.05);
    expect(trend.direction).toBe('none');
  });

  test('is none where nothing was ever spent', () => {
    expect(trendOf(months([0, 0, 0, 0, 0, 0]))).toMatchObject({ direction: 'none', latestRatio: null, slopeShare: 0 });
  });

  test('needs six complete units', () => {
    expect(findTrend(months([1, 2, 3, 4, 5], 6), 'month')).toEqual({ enough: false, unit: 'months', has: 5, needs: 6 });
    expect(findTrend([], 'week')).toEqual({ enough: false, unit: 'weeks', has: 0, needs: 6 });
  });

  test('comes by chance about as often as it says', () => {
    let called = 0;
    const runs = 200;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10_000, max: 200_000 }), { minLength: 12, maxLength: 12 }),
        (totals) => {
          if (trendOf(months(totals)).direction !== 'none') called++;
        },
      ),
      { numRuns: runs, seed: 7 },
    );
    // Five per cent of 200 are 10; 25 would be five standard deviations away.
    expect(called).toBeLessThan(25);
  });
});

test('a moving average begins once it is full', () => {
  expect(movingAverage([30, 60, 90, 0], 3)).toEqual([null, null, 60, 50]);
});
