/** The methods of which a forecast is made, and how many values each of them needs. */

import { ARIMA_NEEDS, seasonalArima } from './arima-models.ts';
import { automaticEts, decomposedEts } from './augurs-models.ts';
import { inBlocks } from './blocks.ts';
import { adjusted, backFrom, hasSeasons, onto, type PlainMethod, scaleOf } from './seasonal-adjustment.ts';
import { dampedTrend, level } from './smoothing.ts';
import { theta } from './theta.ts';
import { linearTrend, returningTrend } from './trend.ts';

export interface Member {
  readonly name: string;
  /** Whether a series of so many values is long enough. */
  takes(length: number, seasonLength: number): boolean;
  /** Point forecasts; may throw, or answer with what is no number, when the method fails on these values. */
  forecast(values: readonly number[], horizon: number, seasonLength: number): readonly number[];
}

/** How many values make a block for {@link inBlocks}: a quarter of months. */
const BLOCK = 3;

/** Before a dozen values a trend is as often chance as not; a level does better. */
const ENOUGH_FOR_TRENDS = 12;

/** Unlike each other on purpose: what one gets wrong, another gets right (fpp3, section 13.4). */
export const members: readonly Member[] = [
  onScale('level', (length) => length >= 4 && length < ENOUGH_FOR_TRENDS, level),
  onScale('theta', (length) => length >= 8, theta),
  onScale('damped trend', hasTrend, dampedTrend),
  onScale('damped trend in blocks', (length) => length >= 6 * BLOCK, inBlocks(BLOCK, dampedTrend)),
  onScale('linear trend', hasTrend, linearTrend),
  onScale('returning trend', hasTrend, returningTrend),
  {
    name: 'ETS',
    takes: hasTrend,
    forecast: (values, horizon, seasonLength) => adjusted(values, horizon, seasonLength, calm(values), automaticEts),
  },
  {
    name: 'MSTL',
    takes: hasSeasons,
    forecast(values, horizon, seasonLength) {
      const scale = calm(values);
      return decomposedEts(values.map(onto[scale]), horizon, seasonLength).map(backFrom[scale]);
    },
  },
  {
    name: 'ARIMA',
    takes: (length) => length >= ARIMA_NEEDS,
    forecast(values, horizon, seasonLength) {
      const scale = scaleOf(values);
      const season = hasSeasons(values.length, seasonLength) ? seasonLength : 1;
      return seasonalArima(values.map(onto[scale]), horizon, season).map(backFrom[scale]);
    },
  },
];

function hasTrend(length: number): boolean {
  return length >= ENOUGH_FOR_TRENDS;
}

/** A method on the series' own scale with its season taken off. */
function onScale(name: string, takes: Member['takes'], method: PlainMethod): Member {
  return {
    name,
    takes,
    forecast: (values, horizon, seasonLength) => adjusted(values, horizon, seasonLength, scaleOf(values), method),
  };
}

/** The square root where a logarithm would do: these two bring a second view of how the trend goes on. */
function calm(values: readonly number[]) {
  return scaleOf(values) === 'plain' ? 'plain' : 'root';
}
