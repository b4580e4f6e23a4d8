/** Takes the season off a series, lets a method forecast the rest, and puts the season back. */

import { isSeasonal, seasonalIndices, shrunkIndices } from './seasonality.ts';

/** A method for a series without seasons. */
export type PlainMethod = (values: readonly number[], horizon: number) => readonly number[];

/** The scale on which seasons and trends add up: factors are summands of the logarithm. */
export type Scale = 'log' | 'root' | 'plain';

/**
 * As in the benchmarks of the M4 competition: multiplicative classical indices, and only if the 90 % test finds a
 * season. Additive ones where a value is not above zero, for which a factor means nothing.
 */
export function deseasonalised(
  values: readonly number[],
  horizon: number,
  seasonLength: number,
  method: PlainMethod,
): number[] {
  if (!isSeasonal(values, seasonLength)) return [...method(values, horizon)];
  const composition = values.every((value) => value > 0) ? 'multiplicative' : 'additive';
  const indices = seasonalIndices(values, seasonLength, composition);
  const index = (at: number) => indices[at % seasonLength] as number;
  if (composition === 'additive') {
    const rest = values.map((value, at) => value - index(at));
    return method(rest, horizon).map((value, step) => value + index(values.length + step));
  }
  const rest = values.map((value, at) => (index(at) === 0 ? value : value / index(at)));
  return method(rest, horizon).map((value, step) => value * index(values.length + step));
}

/**
 * The finest scale that the values allow: the logarithm for values clearly above zero, the square root where zeros are
 * among them, themselves where there are negative ones. The first two are Box-Cox transformations (fpp3, section 3.1).
 */
export function scaleOf(values: readonly number[]): Scale {
  const least = Math.min(...values);
  if (least < 0) return 'plain';
  // A logarithm makes a hole out of a value that is next to nothing.
  const average = values.reduce((total, value) => total + value, 0) / values.length;
  return least > average / 100 ? 'log' : 'root';
}

/** Shrunk additive indices on a scale, whatever the test says: the shrinking is the test. None before 2½ seasons. */
export function adjusted(
  values: readonly number[],
  horizon: number,
  seasonLength: number,
  scale: Scale,
  method: PlainMethod,
): number[] {
  const scaled = values.map(onto[scale]);
  const indices = hasSeasons(values.length, seasonLength) ? shrunkIndices(scaled, seasonLength, 'additive') : [0];
  const index = (at: number) => indices[at % indices.length] as number;
  const rest = scaled.map((value, at) => value - index(at));
  return method(rest, horizon).map((value, step) => backFrom[scale](value + index(values.length + step)));
}

/** Whether there are values enough to tell a season from chance: 2½ seasons give half the positions two values. */
export function hasSeasons(length: number, seasonLength: number): boolean {
  return seasonLength > 1 && length >= 2.5 * seasonLength;
}

export const onto: Record<Scale, (value: number) => number> = {
  log: Math.log,
  root: Math.sqrt,
  plain: (value) => value,
};

export const backFrom: Record<Scale, (value: number) => number> = {
  log: Math.exp,
  root: (value) => Math.max(0, value) ** 2,
  plain: (value) => value,
};
