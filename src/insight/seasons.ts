/** Months of the year that stand out in every year. */

import { monthNumber } from './day-number.ts';
import { middle, robustSigma } from './robust.ts';
import { LEAST_SEASON, MONTHS_FOR_SEASONS, SEASON_SIGMAS } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';
import { completeUnits, type UnitTotal } from './unit-totals.ts';

export interface Season {
  /** January is 1. */
  readonly month: number;
  /** What a month comes to, over the median of the year around it: 1.4 is 40 % more. The median of the years. */
  readonly factor: number;
  readonly years: number;
  /** `usual` unless every year agrees and the difference stands clear of the ordinary ups and downs. */
  readonly kind: 'more' | 'less' | 'usual';
}

export interface Seasons {
  /** January to December. */
  readonly months: readonly Season[];
  /** How many complete months they rest on. */
  readonly span: number;
}

/**
 * Each month over the median of the twelve months centred on it (classical ratio-to-moving-average, with a median in
 * place of the mean), and for each calendar month the median of those ratios. Two years give two ratios a month: too
 * few for a test of significance, so a season must agree in every year and exceed the spread of all ratios.
 */
export function findSeasons(totals: readonly UnitTotal[]): Answer<Seasons> {
  const units = completeUnits(totals);
  if (units.length < MONTHS_FOR_SEASONS) return tooLittle('months', units.length, MONTHS_FOR_SEASONS);
  const values = units.map((unit) => unit.total);
  const ratios = values.map((value, index) => {
    // At either end the nearest twelve months take the place of those around.
    const start = Math.min(Math.max(0, index - 6), values.length - 12);
    const level = middle(values.slice(start, start + 12));
    return { month: monthNumber(units[index]?.from ?? '') % 12, ratio: level > 0 ? value / level : 1 };
  });
  const noise = robustSigma(ratios.map(({ ratio }) => ratio));
  const months = Array.from({ length: 12 }, (_, month): Season => {
    const own = ratios.filter((each) => each.month === month).map(({ ratio }) => ratio);
    const factor = middle(own);
    const least = Math.max(LEAST_SEASON, SEASON_SIGMAS * noise);
    const kind = own.every((ratio) => ratio - 1 >= least)
      ? 'more'
      : own.every((ratio) => 1 - ratio >= least)
        ? 'less'
        : 'usual';
    return { month: month + 1, factor, years: own.length, kind };
  });
  return { enough: true, months, span: units.length };
}
