/** Straight lines through time (Hyndman and Athanasopoulos, fpp3, section 7.4). */

import { linearRegression } from 'simple-statistics';
import { smoothLevel } from './smoothing.ts';

interface Line {
  readonly slope: number;
  /** The line's value at a position; the first value of the series is at 0. */
  valueAt(position: number): number;
}

/** The least-squares line. Level for a single value. */
export function trendLine(values: readonly number[]): Line {
  const { m, b } = linearRegression(values.map((value, position) => [position, value]));
  return { slope: m, valueAt: (position) => b + m * position };
}

/** The line, continued. */
export function linearTrend(values: readonly number[], horizon: number): number[] {
  const line = trendLine(values);
  return Array.from({ length: horizon }, (_, step) => line.valueAt(values.length + step));
}

/** How much of its distance from the line a level keeps each step. */
const KEPT = 0.95;

/**
 * The line, to which the present level returns slowly: a regression on time whose errors are a level that dies away
 * (fpp3, section 10.4, a deterministic trend with autocorrelated errors). Needs three values.
 */
export function returningTrend(values: readonly number[], horizon: number): number[] {
  const line = trendLine(values);
  const { level } = smoothLevel(values.map((value, position) => value - line.valueAt(position)));
  return Array.from({ length: horizon }, (_, step) => line.valueAt(values.length + step) + level * KEPT ** (step + 1));
}
