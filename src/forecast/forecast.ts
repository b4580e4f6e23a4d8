/** What comes next in a series of figures, and how sure that is. Pure: the same values give the same forecast. */

import { mean, sum } from 'simple-statistics';
import { InputError } from '../errors.ts';
import { backTest, forecastsOf, type Trial } from './back-test.ts';
import { combine, weigh } from './combination.ts';
import { halfWidths, type Interval, type Residual } from './intervals.ts';
import { members } from './members.ts';
import { seasonalNaive } from './naive.ts';
import { type Observed, readSeries } from './series.ts';

export interface ForecastOptions {
  /** Values in a season: 12 for months, 7 for days, 4 for quarters; 1 where nothing repeats. */
  readonly seasonLength: number;
}

export interface Step {
  readonly point: number;
  readonly interval80: Interval;
  readonly interval95: Interval;
}

export interface Forecast {
  /** One a period, the first for the period after the last value; in the unit of the values. */
  readonly steps: readonly Step[];
  /** "naive" repeats the last value, "seasonal naive" the last season: what is shown where nothing was better. */
  readonly method: 'ensemble' | 'seasonal naive' | 'naive';
  /** Who took part, the heaviest first; weights add up to 1. */
  readonly members: readonly { readonly name: string; readonly weight: number }[];
  /** How many values were known. */
  readonly points: number;
  /** Undefined when the series is too short for one, and when it never changed. */
  readonly backTest: BackTestResult | undefined;
}

/** Errors of forecasts of the newest known values, each made from the values before it: mean absolute ones, in their unit. */
export interface BackTestResult {
  readonly origins: number;
  /** The error of the shown method. */
  readonly error: number;
  /** The error of "same as a season ago" (of "same as the last one" before there is a whole season). */
  readonly naiveError: number;
}

/** How much of the ensemble is tried beside seasonal naive, until the back-test beats seasonal naive alone. */
const SHARES = [1, 0.75, 0.5];

/**
 * Forecasts `horizon` periods. An ensemble of what the length allows ({@link members}), weighted by a back-test; where
 * its back-test can't beat seasonal naive, a blend of both; where that can't either, seasonal naive alone. A series that
 * never was negative is not forecast to be. {@link readSeries} says what becomes of gaps. Some 40 ms for ten years of
 * months, all of it computing. Throws an InputError for no value at all, and for a horizon or season that is no whole
 * number above zero.
 */
export function forecast(observed: Observed, horizon: number, { seasonLength }: ForecastOptions): Forecast {
  for (const [name, value] of Object.entries({ horizon, seasonLength })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(`The ${name} of a forecast is ${value}.`, 'It is a whole number above zero.');
    }
  }
  const series = readSeries(observed, seasonLength);
  if (!series) throw new InputError('There is nothing to forecast from yet.', 'Record something first.');
  const { values, unit, known } = series;
  const choice = isConstant(values)
    ? benchmarkAlone(values, horizon, seasonLength, [])
    : choose(values, horizon, seasonLength);
  const trials = choice.tests.length;
  const floor = ignorance(values);
  const residuals = trials > 0 ? choice.tests.flatMap(residualsOf) : changes(values);
  const widths80 = halfWidths(residuals, trials, horizon, 80).map((width) => Math.max(width, floor / 2));
  const widths95 = halfWidths(residuals, trials, horizon, 95).map((width) => Math.max(width, floor));
  const least = Math.min(...values) >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const around = (point: number, width: number): Interval => ({
    low: Math.max(least, point - width) * unit,
    high: (point + width) * unit,
  });
  return {
    steps: choice.points.map((point, index) => {
      const width80 = widths80[index] as number;
      const interval95 = around(point, Math.max(width80, widths95[index] as number));
      return { point: point * unit, interval80: around(point, width80), interval95 };
    }),
    method: choice.method,
    members: choice.members,
    points: known,
    backTest:
      trials > 0
        ? { origins: trials, error: errorOf(choice.tests) * unit, naiveError: errorOf(choice.benchmarkTests) * unit }
        : undefined,
  };
}

/** A forecast of known values beside them. */
interface Test {
  readonly actual: readonly number[];
  readonly points: readonly number[];
}

interface Choice extends Pick<Forecast, 'method' | 'members'> {
  readonly points: readonly number[];
  readonly tests: readonly Test[];
  readonly benchmarkTests: readonly Test[];
}

function choose(values: readonly number[], horizon: number, seasonLength: number): Choice {
  const forecasts = forecastsOf(values, horizon, seasonLength, members);
  const trials = backTest(values, horizon, seasonLength, members);
  const alone = benchmarkAlone(values, horizon, seasonLength, trials);
  const names = [...forecasts.keys()];
  const weights = weigh(names, trials);
  const points = combine(forecasts, weights, horizon);
  if (!points || trials.length === 0) return alone;
  // Each trial is weighted by the others: a trial that chose its own weights would look better than it is.
  const tests = trials.map((trial): Test => {
    const others = trials.filter((each) => each !== trial);
    const combined = combine(trial.forecasts, weigh(names, others), trial.actual.length);
    return { actual: trial.actual, points: combined ?? trial.benchmark };
  });
  const toBeat = errorOf(alone.tests);
  for (const share of SHARES) {
    const blended = tests.map((test, index) => blend(test, alone.tests[index] as Test, share));
    if (errorOf(blended) >= toBeat) continue;
    const weighted = [...weights].map(([name, weight]) => ({ name, weight: weight * share }));
    if (share < 1) weighted.push({ name: alone.method, weight: 1 - share });
    return {
      method: 'ensemble',
      members: weighted.toSorted((a, b) => b.weight - a.weight),
      points: mix(points, alone.points, share),
      tests: blended,
      benchmarkTests: alone.tests,
    };
  }
  return alone;
}

function benchmarkAlone(
  values: readonly number[],
  horizon: number,
  seasonLength: number,
  trials: readonly Trial[],
): Choice {
  const method = seasonLength > 1 && values.length >= seasonLength ? 'seasonal naive' : 'naive';
  const tests = trials.map(({ actual, benchmark }) => ({ actual, points: benchmark }));
  return {
    method,
    members: [{ name: method, weight: 1 }],
    points: seasonalNaive(values, horizon, seasonLength),
    tests,
    benchmarkTests: tests,
  };
}

function blend(ensemble: Test, benchmark: Test, share: number): Test {
  return { actual: ensemble.actual, points: mix(ensemble.points, benchmark.points, share) };
}

function mix(first: readonly number[], second: readonly number[], share: number): number[] {
  return first.map((point, step) => share * point + (1 - share) * (second[step] as number));
}

function errorOf(tests: readonly Test[]): number {
  return mean(tests.flatMap((test) => residualsOf(test).map(({ error }) => Math.abs(error))));
}

function residualsOf({ actual, points }: Test): Residual[] {
  return actual.map((value, index) => ({ step: index + 1, error: value - (points[index] as number) }));
}

/** What stands for errors where nothing can be tested: the changes from one value to the next. */
function changes(values: readonly number[]): Residual[] {
  return values.slice(1).map((value, index) => ({ step: 1, error: value - (values[index] as number) }));
}

/**
 * The least half width of the 95 % interval: what a few equal values don't tell. A convention, not a statistic: one value
 * may be off by itself, two by a quarter of it, twelve by less than a hundredth.
 */
function ignorance(values: readonly number[]): number {
  return sum(values.map(Math.abs)) / values.length / values.length ** 2;
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
