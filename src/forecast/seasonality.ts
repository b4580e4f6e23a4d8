/** Seasons: whether there are any, and how much each month (day, quarter) lies above or below the rest. */

import { mean, sum } from 'simple-statistics';

export type Composition = 'multiplicative' | 'additive';

/**
 * The 90 % test of the M4 competition (Makridakis, Spiliotis and Assimakopoulos, 2020, appendix on Naive2): seasonal if
 * the autocorrelation at the season's lag exceeds 1.645·√((1 + 2·Σ r²) / n), Bartlett's error over the smaller lags.
 * False with fewer than three seasons.
 */
export function isSeasonal(values: readonly number[], seasonLength: number): boolean {
  if (seasonLength < 2 || values.length < 3 * seasonLength) return false;
  const around = deviations(values);
  const variance = sum(around.map((each) => each * each));
  if (variance === 0) return false;
  const correlations = Array.from({ length: seasonLength }, (_, index) => {
    let product = 0;
    for (let at = index + 1; at < around.length; at++) {
      product += (around[at] as number) * (around[at - index - 1] as number);
    }
    return product / variance;
  });
  const squares = sum(correlations.slice(0, -1).map((each) => each * each));
  return Math.abs(correlations.at(-1) as number) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length);
}

/**
 * The seasonal indices of classical decomposition (Hyndman and Athanasopoulos, fpp3, section 3.4), for positions 0 to
 * seasonLength − 1 from the series' start: factors with mean 1, or summands with mean 0.
 */
export function seasonalIndices(values: readonly number[], seasonLength: number, composition: Composition): number[] {
  return normal(byPosition(values, seasonLength, composition), composition);
}

/**
 * Classical additive indices, drawn to zero as far as they may be noise: the James-Stein estimator of Miller and
 * Williams (2003, "Shrinkage estimators of time series seasonal factors").
 */
export function shrunkIndices(values: readonly number[], seasonLength: number, composition: Composition): number[] {
  const positions = byPosition(values, seasonLength, composition);
  const indices = normal(positions, composition);
  const centre = composition === 'additive' ? 0 : 1;
  const several = positions.filter((position) => position.length > 1);
  if (several.length === 0 || seasonLength < 4) return indices;
  const noise = mean(
    several.map((position) => {
      const squares = sum(deviations(position).map((each) => each * each));
      return squares / (position.length * (position.length - 1));
    }),
  );
  const spread = sum(indices.map((index) => (index - centre) ** 2)) / (seasonLength - 1);
  if (spread === 0) return indices;
  const drawn = Math.min(1, (((seasonLength - 3) / (seasonLength - 1)) * noise) / spread);
  return indices.map((index) => centre + (1 - drawn) * (index - centre));
}

/** What is left of each position's values when the centred moving average over one season is taken off. */
function byPosition(values: readonly number[], seasonLength: number, composition: Composition): number[][] {
  const positions: number[][] = Array.from({ length: seasonLength }, () => []);
  const half = Math.floor(seasonLength / 2);
  for (let at = half; at < values.length - half; at++) {
    const window = values.slice(at - half, at + half + 1);
    // A window of an even season counts its two ends half each: the 2×m moving average.
    const ends = seasonLength % 2 === 0 ? ((window[0] as number) + (window.at(-1) as number)) / 2 : 0;
    const trend = (sum(window) - ends) / seasonLength;
    const value = values[at] as number;
    const share = trend === 0 ? 1 : value / trend;
    positions[at % seasonLength]?.push(composition === 'additive' ? value - trend : share);
  }
  return positions;
}

function normal(positions: readonly (readonly number[])[], composition: Composition): number[] {
  const neutral = composition === 'additive' ? 0 : 1;
  const raw = positions.map((position) => (position.length > 0 ? mean([...position]) : neutral));
  const centre = mean(raw);
  if (composition === 'additive') return raw.map((index) => index - centre);
  return centre === 0 ? raw.map(() => 1) : raw.map((index) => index / centre);
}

function deviations(values: readonly number[]): number[] {
  const centre = mean([...values]);
  return values.map((value) => value - centre);
}
