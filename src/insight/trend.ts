/** Whether spending (or any sum) rises or falls over weeks or months. */

import { mannKendall } from './rank-tests.ts';
import { middle, theilSen } from './robust.ts';
import { LEAST_TREND_SHARE, MOVING_AVERAGE_UNITS, STRONG_TAU, TREND_P, UNITS_FOR_A_TREND } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';
import { completeUnits, type UnitTotal } from './unit-totals.ts';

export interface Trend {
  /** `none`: no clear trend, because it may be chance or is too small to matter. */
  readonly direction: 'rising' | 'falling' | 'none';
  /** `none` where the direction is. */
  readonly strength: 'strong' | 'moderate' | 'none';
  /** Minor units a week or month, rounded: the Theil–Sen slope. */
  readonly slope: number;
  /** The slope as a share of the median unit; 0 when that is zero. */
  readonly slopeShare: number;
  readonly tau: number;
  /** How likely chance alone brings as clear an order; two-sided Mann–Kendall. */
  readonly p: number;
  /** The complete units it is about, oldest first. */
  readonly units: readonly UnitTotal[];
  /** For each unit the mean of it and those before it, rounded; null where there are too few before it. */
  readonly movingAverage: readonly (number | null)[];
  readonly median: number;
  readonly latest: UnitTotal;
  /** The latest complete unit over the median of those before it; null when that is zero. */
  readonly latestRatio: number | null;
}

/** The trend of weekly or monthly totals. The running unit is left out: half a month is no fall. */
export function findTrend(totals: readonly UnitTotal[], unit: 'week' | 'month'): Answer<Trend> {
  const units = completeUnits(totals);
  const latest = units.at(-1);
  if (!latest || units.length < UNITS_FOR_A_TREND) {
    return tooLittle(unit === 'week' ? 'weeks' : 'months', units.length, UNITS_FOR_A_TREND);
  }
  const values = units.map((unit) => unit.total);
  const median = middle(values);
  const slope = theilSen(values);
  const { tau, p } = mannKendall(values);
  const isLarge = Math.abs(slope) * (values.length - 1) >= LEAST_TREND_SHARE * Math.abs(median);
  const isClear = p <= TREND_P && isLarge && slope !== 0;
  const before = middle(values.slice(0, -1));
  return {
    enough: true,
    direction: !isClear ? 'none' : slope > 0 ? 'rising' : 'falling',
    strength: !isClear ? 'none' : Math.abs(tau) >= STRONG_TAU ? 'strong' : 'moderate',
    slope: Math.round(slope),
    slopeShare: median === 0 ? 0 : slope / median,
    tau,
    p,
    units,
    movingAverage: movingAverage(values, MOVING_AVERAGE_UNITS),
    median: Math.round(median),
    latest,
    latestRatio: before === 0 ? null : latest.total / before,
  };
}

/** The mean of each value and those before it, `width` in all, rounded; null until there are so many. */
export function movingAverage(values: readonly number[], width: number): (number | null)[] {
  return values.map((_, index) => {
    if (index + 1 < width) return null;
    const window = values.slice(index + 1 - width, index + 1);
    return Math.round(window.reduce((sum, value) => sum + value, 0) / width);
  });
}
