/** Series made by chance from a seed, of which the truth is known. */

import { chanceFor } from '../../src/demo/chance.ts';

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Draws of mean 0 and variance 1, near enough to normal: the sum of twelve uniform ones (Irwin-Hall). */
export function noise(seed: number): () => number {
  const chance = chanceFor('noise', seed);
  return () => times(12, () => chance.between(0, 1_000_000) / 1_000_000).reduce((total, each) => total + each, -6);
}

/** Months of a household's spending, minor units: a level that wanders, a trend, a season, noise. All from the seed. */
export function householdSeries(seed: number, length: number): number[] {
  const chance = noise(seed);
  const trend = 0.004 * chance();
  const season = times(12, () => 0.12 * chance());
  let level = Math.log(200_000) + 0.5 * chance();
  return times(length, (month) => {
    level += trend + 0.02 * chance();
    return Math.round(Math.exp(level + (season[month % 12] as number) + 0.07 * chance()));
  });
}
