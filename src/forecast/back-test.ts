/** Rolling-origin evaluation (Hyndman and Athanasopoulos, fpp3, section 5.10): forecasts of what is already known. */

import type { Member } from './members.ts';
import { seasonalNaive } from './naive.ts';
import { tameOutliers } from './outliers.ts';

/** One origin: what was forecast there, from the values before it alone. */
export interface Trial {
  /** How many values were known. */
  readonly origin: number;
  readonly actual: readonly number[];
  /** By member name; only those that could take part. As long as `actual`. */
  readonly forecasts: ReadonlyMap<string, readonly number[]>;
  readonly benchmark: readonly number[];
}

const MOST_ORIGINS = 8;

/**
 * The origins, newest first, with enough values before each of them for the members that will be shown: two seasons and
 * a half of a series with three, else half of what there is. They lie half a horizon apart, so that each brings news;
 * closer where fewer than two would fit, or fewer than four in a series of less than three seasons, which costs little.
 */
export function originsFor(length: number, horizon: number, seasonLength: number): number[] {
  const hasThree = seasonLength > 1 && length >= 3 * seasonLength;
  const least = Math.max(2, hasThree ? Math.ceil(2.5 * seasonLength) : Math.floor(length / 2));
  const stride = Math.max(1, Math.min(Math.round(horizon / 2), Math.floor((length - least) / (hasThree ? 2 : 4))));
  const origins: number[] = [];
  for (let origin = length - stride; origin >= least; origin -= stride) origins.push(origin);
  return origins.slice(0, MOST_ORIGINS);
}

export function backTest(
  values: readonly number[],
  horizon: number,
  seasonLength: number,
  members: readonly Member[],
): Trial[] {
  return originsFor(values.length, horizon, seasonLength).map((origin) => {
    const before = values.slice(0, origin);
    const actual = values.slice(origin, origin + horizon);
    return {
      origin,
      actual,
      forecasts: forecastsOf(before, actual.length, seasonLength, members),
      benchmark: seasonalNaive(before, actual.length, seasonLength),
    };
  });
}

/** What each member that can take part says. */
export function forecastsOf(
  values: readonly number[],
  horizon: number,
  seasonLength: number,
  members: readonly Member[],
): ReadonlyMap<string, readonly number[]> {
  const tame = tameOutliers(values, seasonLength);
  const answers = members.flatMap((member): [string, readonly number[]][] => {
    if (!member.takes(values.length, seasonLength)) return [];
    const points = attempt(member, tame, horizon, seasonLength);
    return points ? [[member.name, withinReason(points, values)]] : [];
  });
  return new Map(answers);
}

/** A method that fails on these values takes no part. */
function attempt(member: Member, values: readonly number[], horizon: number, seasonLength: number) {
  try {
    const points = member.forecast(values, horizon, seasonLength);
    return points.length === horizon && points.every(Number.isFinite) ? points : undefined;
  } catch {
    return undefined;
  }
}

/** A trend may run on for as far as the series ever reached, once more; and what was never negative will not be. */
function withinReason(points: readonly number[], values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const reach = (most - least) * (1 + points.length / values.length);
  const floor = least >= 0 ? Math.max(0, least - reach) : least - reach;
  return points.map((point) => Math.min(most + reach, Math.max(floor, point)));
}
