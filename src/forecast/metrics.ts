/**
 * How good forecasts were, by the definitions of the M4 competition (Makridakis, Spiliotis and Assimakopoulos, 2020,
 * "The M4 Competition: 100,000 time series and 61 forecasting methods").
 */

import { mean } from 'simple-statistics';

/** One series with what really came and what was forecast for it. */
export interface Judged {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly seasonLength: number;
  readonly forecast: readonly number[];
}

/** Symmetric mean absolute percentage error, 0 to 200: the mean of 200·|y − f| / (|y| + |f|); 0 where both are zero. */
export function smape(actual: readonly number[], forecast: readonly number[]): number {
  return mean(
    actual.map((value, step) => {
      const point = at(forecast, step);
      const size = Math.abs(value) + Math.abs(point);
      return size === 0 ? 0 : (200 * Math.abs(value - point)) / size;
    }),
  );
}

/**
 * Mean absolute scaled error: the mean of |y − f| divided by {@link seasonalScale} of the training values. NaN when
 * that is zero or there is no full season.
 */
export function mase(
  train: readonly number[],
  actual: readonly number[],
  forecast: readonly number[],
  seasonLength: number,
): number {
  const scale = seasonalScale(train, seasonLength);
  return scale > 0 ? meanAbsoluteError(actual, forecast) / scale : Number.NaN;
}

/** The mean of |y[t] − y[t − seasonLength]| over the training values; NaN when there is none. */
export function seasonalScale(train: readonly number[], seasonLength: number): number {
  const changes = train.slice(seasonLength).map((value, index) => Math.abs(value - at(train, index)));
  return changes.length > 0 ? mean(changes) : Number.NaN;
}

export function meanAbsoluteError(actual: readonly number[], forecast: readonly number[]): number {
  return mean(actual.map((value, step) => Math.abs(value - at(forecast, step))));
}

/**
 * Overall weighted average: the mean of two ratios to Naive2, that of the average sMAPE over all series and that of the
 * average MASE. Series whose MASE is undefined count for the sMAPE only. `naive2` judges the same series in the same order.
 */
export function owa(judged: readonly Judged[], naive2: readonly Judged[]): number {
  const [ours, theirs] = [averages(judged), averages(naive2)];
  return (ours.smape / theirs.smape + ours.mase / theirs.mase) / 2;
}

/** The averages over series of sMAPE and of MASE, the latter over those series for which it is defined. */
export function averages(judged: readonly Judged[]): { readonly smape: number; readonly mase: number } {
  const scaled = judged
    .map(({ train, test, forecast, seasonLength }) => mase(train, test, forecast, seasonLength))
    .filter((each) => !Number.isNaN(each));
  return {
    smape: mean(judged.map(({ test, forecast }) => smape(test, forecast))),
    mase: scaled.length > 0 ? mean(scaled) : Number.NaN,
  };
}

/** The share, 0 to 1, of actual values that lie within their interval, both ends included. */
export function coverage(actual: readonly number[], low: readonly number[], high: readonly number[]): number {
  return mean(actual.map((value, step) => (value >= at(low, step) && value <= at(high, step) ? 1 : 0)));
}

/** The mean of high − low, in the unit of the values. */
export function meanWidth(low: readonly number[], high: readonly number[]): number {
  return mean(high.map((value, step) => value - at(low, step)));
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There are ${values.length} values; value ${index} is asked for.`);
  return value;
}
