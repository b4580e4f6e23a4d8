/** What people's figures become before any method sees them: a series without gaps, of a size that suits arithmetic. */

import { mean } from 'simple-statistics';

/** Values as they are kept; null, undefined, NaN and infinities are gaps: periods of which nothing is known. */
export type Observed = readonly (number | null | undefined)[];

export interface Series {
  /** Every period from the first known value to the end, gaps filled, divided by `unit`. */
  readonly values: readonly number[];
  /** What one stands for: the mean absolute value, or 1 for nothing but zeros. */
  readonly unit: number;
  /** How many of the values were observed, not filled. */
  readonly known: number;
}

/**
 * Gaps before the first value are dropped. A gap further on takes the mean of its neighbours a season before and after
 * as far as they are known, else the straight line between the known values around it; at the end, the value a season
 * before, else the last one. A period in which nothing was spent is no gap: write 0. Undefined when nothing is known.
 */
export function readSeries(observed: Observed, seasonLength: number): Series | undefined {
  const first = observed.findIndex(isKnown);
  if (first < 0) return undefined;
  const from = observed.slice(first);
  const filled = fillGaps(from, seasonLength);
  const size = mean(filled.map((value) => Math.abs(value)));
  // The mean of huge values may overflow; a unit of the largest is as good.
  const unit = size === 0 ? 1 : Number.isFinite(size) ? size : Math.max(...filled.map((value) => Math.abs(value)));
  return { values: filled.map((value) => withoutDust(value / unit)), unit, known: from.filter(isKnown).length };
}

function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function fillGaps(from: Observed, seasonLength: number): number[] {
  const filled: number[] = [];
  from.forEach((value, index) => {
    filled.push(isKnown(value) ? value : fill(from, filled, index, seasonLength));
  });
  return filled;
}

function fill(from: Observed, filled: readonly number[], index: number, seasonLength: number): number {
  const seasonal = [from[index - seasonLength], from[index + seasonLength]].filter(isKnown);
  if (seasonLength > 1 && seasonal.length > 0) return mean(seasonal);
  const before = filled[index - 1] as number;
  const next = from.findIndex((value, at) => at > index && isKnown(value));
  if (next < 0) return filled[index - seasonLength] ?? before;
  return before + ((from[next] as number) - before) / (next - index + 1);
}

/** Ten times the figures divided by ten times the unit differs in the last bits; searches must not see that. */
function withoutDust(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}
