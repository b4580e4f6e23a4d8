/** The forecasts that any other must beat. */

import { deseasonalised } from './seasonal-adjustment.ts';

/** The last value again and again (fpp3, section 5.2). Needs one value. */
export function naive(values: readonly number[], horizon: number): number[] {
  return new Array(horizon).fill(values.at(-1));
}

/** The value of the same position of the last season (fpp3, section 5.2); the last value when there is no full season. */
export function seasonalNaive(values: readonly number[], horizon: number, seasonLength: number): number[] {
  if (values.length < seasonLength) return naive(values, horizon);
  const last = values.slice(-seasonLength);
  return Array.from({ length: horizon }, (_, step) => last[step % seasonLength] as number);
}

/** Naive2, the M4 competition's yardstick: the last seasonally adjusted value, put back into its season if there is one. */
export function naive2(values: readonly number[], horizon: number, seasonLength: number): number[] {
  return deseasonalised(values, horizon, seasonLength, naive);
}
