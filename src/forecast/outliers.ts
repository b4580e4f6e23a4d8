/** Values that stand out so far that they say nothing about what comes: the month of the laptop. */

import { median, quantile } from 'simple-statistics';
import { backFrom, hasSeasons, onto, scaleOf } from './seasonal-adjustment.ts';

/** How many quartile ranges beyond the quartiles: "far out" by Tukey's fences. */
const FENCE = 3;

/**
 * Draws each value that is far out back to the fence, judged by what is left of it without trend and season (Hyndman and
 * Athanasopoulos, fpp3, section 13.9), which are taken as medians here so that the value itself does not bend them.
 * Fewer than eight values, and those that hardly ever change, stay as they are.
 */
export function tameOutliers(values: readonly number[], seasonLength: number): readonly number[] {
  if (values.length < 8) return values;
  const scale = scaleOf(values);
  const scaled = values.map(onto[scale]);
  const usual = usualValues(scaled, seasonLength);
  const rest = scaled.map((value, at) => value - (usual[at] as number));
  const [lower, upper] = quantile(rest, [0.25, 0.75]) as [number, number];
  const reach = FENCE * (upper - lower);
  if (reach === 0) return values;
  return values.map((value, at) => {
    const left = rest[at] as number;
    if (left >= lower - reach && left <= upper + reach) return value;
    const fence = left < lower ? lower - reach : upper + reach;
    return backFrom[scale]((usual[at] as number) + fence);
  });
}

/** The running median over a season, and the median distance from it at each position of the season. */
function usualValues(values: readonly number[], seasonLength: number): number[] {
  const half = Math.max(3, Math.floor(seasonLength / 2));
  const trend = values.map((_, at) => median(values.slice(Math.max(0, at - half), at + half + 1)));
  if (!hasSeasons(values.length, seasonLength)) return trend;
  const season = Array.from({ length: seasonLength }, (_, position) =>
    median(values.flatMap((value, at) => (at % seasonLength === position ? [value - (trend[at] as number)] : []))),
  );
  return trend.map((level, at) => level + (season[at % seasonLength] as number));
}
