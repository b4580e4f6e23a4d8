/** Middles and spreads that a few extreme amounts can't move. */

import { median, quantile } from 'simple-statistics';
import { MAD_TO_SIGMA } from './thresholds.ts';

/** The median; 0 for none. */
export function middle(values: readonly number[]): number {
  return values.length === 0 ? 0 : median(values);
}

/** The quantile by linear interpolation (type 7 of Hyndman & Fan 1996); 0 for none. */
export function quantileOf(values: readonly number[], share: number): number {
  return values.length === 0 ? 0 : quantile(values, share);
}

/** The median absolute deviation, scaled to the standard deviation of a normal distribution (Hampel 1974). */
export function robustSigma(values: readonly number[], center = middle(values)): number {
  return MAD_TO_SIGMA * middle(values.map((value) => Math.abs(value - center)));
}

export interface LogSpread {
  /** The median, in the unit of the values. */
  readonly center: number;
  /** Of the natural logarithms: 0.1 is about 10 %. */
  readonly sigma: number;
}

/** Middle and spread on logarithms: amounts differ by factors, not by differences. Values must be above zero. */
export function logSpread(values: readonly number[], leastSigma: number): LogSpread {
  const logs = values.map(Math.log);
  const center = middle(logs);
  return { center: Math.exp(center), sigma: Math.max(robustSigma(logs, center), leastSigma) };
}

/**
 * How far `value` lies from the middle in robust standard deviations of its logarithm: the modified z-score of
 * Iglewicz & Hoaglin (1993), 0.6745 (x − median) / MAD.
 */
export function modifiedZ(value: number, { center, sigma }: LogSpread): number {
  return (Math.log(value) - Math.log(center)) / sigma;
}

/** The slope a step: the median of the slopes between all pairs (Theil 1950, Sen 1968). 0 for fewer than two values. */
export function theilSen(values: readonly number[]): number {
  const slopes: number[] = [];
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      slopes.push(((values[later] ?? 0) - (values[earlier] ?? 0)) / (later - earlier));
    }
  }
  return middle(slopes);
}
