/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000), which won the M3 competition, in the form that Hyndman and
 * Billah (2003, "Unmasking the Theta method") found it to be: simple exponential smoothing plus half the slope of the
 * regression line.
 */

import { deseasonalised } from './seasonal-adjustment.ts';
import { smoothLevel } from './smoothing.ts';
import { trendLine } from './trend.ts';

/** For a series without a season. Needs three values. */
export function theta(values: readonly number[], horizon: number): number[] {
  const { level, alpha } = smoothLevel(values);
  const drift = trendLine(values).slope / 2;
  // What the smoothing of the line with double the slope lags behind (Hyndman and Billah, equation 5).
  const lag = (1 - (1 - alpha) ** values.length) / alpha;
  return Array.from({ length: horizon }, (_, step) => level + drift * (step + lag));
}

/** Theta as it stood among the benchmarks of M3 and M4: on the series without its season, if the 90 % test finds one. */
export function seasonalTheta(values: readonly number[], horizon: number, seasonLength: number): number[] {
  return deseasonalised(values, horizon, seasonLength, theta);
}
