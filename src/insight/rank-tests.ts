/** Tests that ask only for order, so that no amount, however large, decides them alone. */

import { errorFunction } from 'simple-statistics';

/** The two-sided probability of a standard normal value at least this far from zero; exact to about 1e-7. */
export function twoSided(z: number): number {
  // Not the library's normal table, which ends at 3.09: Holm multiplies what is left there.
  return Math.min(1, Math.max(0, 1 - errorFunction(Math.abs(z) / Math.SQRT2)));
}

export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** `s` as a share of all pairs, from −1 (always falling) to 1: Kendall's tau-a. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Whether a series rises or falls (Mann 1945, Kendall 1975). Exact where no two values are alike; else the normal
 * approximation with Kendall's variance for ties and the correction for continuity.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let later = 1; later < n; later++) {
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign((values[later] ?? 0) - (values[earlier] ?? 0));
  }
  const pairs = (n * (n - 1)) / 2;
  if (pairs === 0) return { s: 0, tau: 0, p: 1 };
  const ties = tieSizes(values);
  const p = ties.every((size) => size === 1) ? exactKendall(n, s) : approximateKendall(n, s, ties);
  return { s, tau: s / pairs, p };
}

function approximateKendall(n: number, s: number, ties: readonly number[]): number {
  const spread = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = (spread(n) - ties.reduce((sum, size) => sum + spread(size), 0)) / 18;
  return variance <= 0 || s === 0 ? 1 : twoSided((Math.abs(s) - 1) / Math.sqrt(variance));
}

/** The distribution of inversions in a random permutation, one element after the other (Kendall 1938). */
function exactKendall(n: number, s: number): number {
  let shares = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    shares.forEach((share, inversions) => {
      for (let added = 0; added < size; added++)
        next[inversions + added] = (next[inversions + added] ?? 0) + share / size;
    });
    shares = next;
  }
  const most = (shares.length - 1 - Math.abs(s)) / 2;
  const tail = shares.slice(0, most + 1).reduce((sum, share) => sum + share, 0);
  return s === 0 ? 1 : Math.min(1, 2 * tail);
}

function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Ranks from 1, those alike sharing their mean rank. */
export function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    return below + (values.filter((other) => other === value).length + 1) / 2;
  });
}

/**
 * For each column, whether its values rank high (above zero) or low within their rows: the standardized rank sum of
 * Friedman's test (1937), ties included in the variance. Rows must be equally long.
 */
export function columnScores(rows: readonly (readonly number[])[]): number[] {
  const width = rows[0]?.length ?? 0;
  const sums = new Array<number>(width).fill(0);
  let variance = 0;
  for (const row of rows) {
    const deviations = ranksOf(row).map((rank) => rank - (width + 1) / 2);
    deviations.forEach((deviation, column) => {
      sums[column] = (sums[column] ?? 0) + deviation;
    });
    variance += deviations.reduce((sum, deviation) => sum + deviation ** 2, 0) / width;
  }
  return sums.map((sum) => (variance === 0 ? 0 : sum / Math.sqrt(variance)));
}

/** Holm (1979): probabilities of several tests, raised so that one false finding among all stays as rare as in one. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let highest = 0;
  order.forEach(({ p, index }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}

/** The two-sided sign test (Arbuthnot 1710): how likely a coin shows so many more heads, or tails, in `tries`. */
export function signTest(heads: number, tries: number): number {
  const least = Math.min(heads, tries - heads);
  let share = 0.5 ** tries;
  let tail = 0;
  for (let count = 0; count <= least; count++) {
    tail += share;
    share *= (tries - count) / (count + 1);
  }
  return Math.min(1, 2 * tail);
}
