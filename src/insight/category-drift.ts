/** Categories that take a growing, or shrinking, part of all spending. */

import { holm, mannKendall } from './rank-tests.ts';
import { middle, theilSen } from './robust.ts';
import { LEAST_SHARE_DRIFT, TREND_P, UNITS_FOR_A_TREND } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

/** A category's totals of complete months, oldest first, the same months for each category. */
export interface CategoryMonths {
  readonly name: string;
  readonly months: readonly number[];
}

export interface CategoryDrift {
  readonly name: string;
  /** Its median share of a month's spending. */
  readonly share: number;
  /** How far its share moved over all those months, by the Theil–Sen slope: 0.05 is five percentage points. */
  readonly drift: number;
  readonly direction: 'growing' | 'shrinking';
  /** Two-sided Mann–Kendall, held to the standard of one test among all categories (Holm). */
  readonly p: number;
}

/** The categories whose share of a month drifts clearly, the largest drift first. Months without spending are left out. */
export function categoryDrift(categories: readonly CategoryMonths[]): Answer<{ readonly drifts: CategoryDrift[] }> {
  const length = Math.max(0, ...categories.map(({ months }) => months.length));
  const totals = Array.from({ length }, (_, month) =>
    categories.reduce((sum, each) => sum + (each.months[month] ?? 0), 0),
  );
  const used = totals.flatMap((total, month) => (total > 0 ? [month] : []));
  if (used.length < UNITS_FOR_A_TREND) return tooLittle('months', used.length, UNITS_FOR_A_TREND);
  const series = categories.map(({ name, months }) => {
    const shares = used.map((month) => (months[month] ?? 0) / (totals[month] ?? 1));
    return { name, shares, p: mannKendall(shares).p };
  });
  const ps = holm(series.map(({ p }) => p));
  const drifts = series.map(({ name, shares }, index): CategoryDrift => {
    const drift = theilSen(shares) * (shares.length - 1);
    return { name, share: middle(shares), drift, direction: drift > 0 ? 'growing' : 'shrinking', p: ps[index] ?? 1 };
  });
  return {
    enough: true,
    drifts: drifts
      .filter(({ p, drift }) => p <= TREND_P && Math.abs(drift) >= LEAST_SHARE_DRIFT)
      .sort((a, b) => Math.abs(b.drift) - Math.abs(a.drift) || (a.name < b.name ? -1 : 1)),
  };
}
