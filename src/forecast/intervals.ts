/** How far off a forecast may be, learned from how far off it was. */

import { probit } from 'simple-statistics';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An error of the back-test: `step` 1 is the first value ahead; `error` is actual − forecast. */
export interface Residual {
  readonly step: number;
  readonly error: number;
}

/** The normal distribution's two-sided quantiles. */
const NORMAL = { 80: 1.2816, 95: 1.96 } as const;

/**
 * Half the width of the interval at each step, for 80 or 95 %: split conformal prediction (Vovk and others, 2005; Lei and
 * others, 2018) on the back-test's absolute errors. Errors of all steps are pooled, each divided by the growth up to its
 * step, since one step alone has a handful. The quantile is the ⌈(n + 1)·level⌉-th smallest; errors of one origin being
 * alike, each origin counts as two independent ones, and {@link widening} allows for how few these are.
 */
export function halfWidths(residuals: readonly Residual[], origins: number, horizon: number, level: 80 | 95): number[] {
  const sizes = residuals.map(({ step, error }) => Math.abs(error) / growth(step)).sort((a, b) => a - b);
  const rank = Math.ceil(((sizes.length + 1) * level) / 100);
  const quantile = sizes[rank - 1] ?? (sizes.at(-1) ?? 0) * beyond(sizes.length, level);
  const wider = widening(level, 2 * Math.max(origins, 1));
  return Array.from({ length: horizon }, (_, index) => quantile * wider * growth(index + 1));
}

/** How far the level lies beyond the largest of `count` errors, were they normal: that one stands at count / (count + 1). */
function beyond(count: number, level: 80 | 95): number {
  return count === 0 ? 1 : NORMAL[level] / probit((1 + count / (count + 1)) / 2);
}

/**
 * By how much Student's t with so many degrees of freedom reaches further than the normal distribution (Abramowitz and
 * Stegun, 26.7.5, two terms).
 */
export function widening(level: 80 | 95, independent: number): number {
  const z = NORMAL[level];
  return 1 + (z ** 2 + 1) / (4 * independent) + (5 * z ** 4 + 16 * z ** 2 + 3) / (96 * independent ** 2);
}

/** Half way between errors that stay as they are (power 0) and those of a random walk (power ½; fpp3, section 5.5). */
function growth(step: number): number {
  return step ** 0.25;
}
