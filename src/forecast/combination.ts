/** How several members become one forecast. */

import { sum } from 'simple-statistics';
import type { Trial } from './back-test.ts';

/** Which members take part, by name, each with its share; shares add up to 1. */
export type Weights = ReadonlyMap<string, number>;

/**
 * Weights in inverse proportion to each member's mean absolute error in the back-test (Bates and Granger, 1969, without
 * the covariances; fpp3, section 13.4). A member that could not take part at an origin counts there as the benchmark.
 * Without any trial, all of them weigh the same.
 */
export function weigh(names: readonly string[], trials: readonly Trial[]): Weights {
  const errors = names.map((name) =>
    sum(trials.map((trial) => absoluteErrors(trial.actual, trial.forecasts.get(name) ?? trial.benchmark))),
  );
  const scale = sum(trials.map((trial) => absoluteErrors(trial.actual, trial.benchmark))) || 1;
  // A member without any error would else take all.
  const shares = errors.map((error) => 1 / Math.max(error / scale, 0.001));
  const total = sum(shares);
  return new Map(names.map((name, index) => [name, (shares[index] as number) / total]));
}

/** The weighted mean of those members that are there; undefined when none is. */
export function combine(
  forecasts: ReadonlyMap<string, readonly number[]>,
  weights: Weights,
  horizon: number,
): number[] | undefined {
  const present = [...weights].filter(([name]) => forecasts.has(name));
  const total = sum(present.map(([, weight]) => weight));
  if (total === 0) return undefined;
  return Array.from({ length: horizon }, (_, step) =>
    sum(present.map(([name, weight]) => (weight / total) * (forecasts.get(name)?.[step] as number))),
  );
}

function absoluteErrors(actual: readonly number[], forecast: readonly number[]): number {
  return sum(actual.map((value, step) => Math.abs(value - (forecast[step] as number))));
}
