/** Seeded draws for made-up ledgers. */

import { chanceFor } from '../../src/demo/chance.ts';

export interface Dice {
  /** From 0 to below 1. */
  uniform(): number;
  /** Standard normal, by Box and Muller (1958). */
  normal(): number;
  /** How many of something that happens `mean` times on average (Knuth's Poisson draw). */
  count(mean: number): number;
  pick<T>(items: readonly T[]): T;
}

export function diceFor(topic: string, seed: number): Dice {
  const chance = chanceFor(topic, seed);
  const uniform = () => chance.between(0, 2 ** 30 - 1) / 2 ** 30;
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    count: (mean) => {
      let [count, product] = [0, uniform()];
      for (const limit = Math.exp(-mean); product > limit; count++) product *= uniform();
      return count;
    },
    pick: chance.pick,
  };
}
