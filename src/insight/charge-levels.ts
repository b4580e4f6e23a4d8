/** The prices a charge has had: stretches of alike amounts, one after the other. */

import { middle, robustSigma } from './robust.ts';
import {
  LEAST_CHARGES_A_LEVEL,
  LEAST_LEVEL_STEP,
  MOST_LEVEL_NOISE,
  MOST_PRICE_FACTOR,
  NOISY_CHARGES_A_LEVEL,
  PAIR_STEP,
} from './thresholds.ts';

export interface Level {
  /** The median of its amounts, minor units. */
  readonly amount: number;
  /** Index of its first amount. */
  readonly start: number;
}

/**
 * Splits amounts (oldest first, above zero) where the price changes, or gives null when they vary too much to have a
 * price. A single odd amount between alike ones belongs to no level, nor does a far one at the end.
 */
export function levelsOf(amounts: readonly number[]): Level[] | null {
  const steps = amounts.slice(1).map((amount, index) => Math.log(amount / (amounts[index] ?? amount)));
  const noise = Math.min(MOST_LEVEL_NOISE, Math.max(LEAST_LEVEL_STEP, 3 * robustSigma(steps, 0)));
  const isNoisy = noise > LEAST_LEVEL_STEP;
  const chargesALevel = isNoisy ? NOISY_CHARGES_A_LEVEL : LEAST_CHARGES_A_LEVEL;
  const levels: { start: number; own: number[] }[] = [];
  const isNear = (amount: number, level: number, factor = noise) => Math.abs(Math.log(amount / level)) <= factor;
  amounts.forEach((amount, index) => {
    const current = levels.at(-1);
    const level = current ? middle(current.own.slice(-3)) : amount;
    if (!current) levels.push({ start: index, own: [amount] });
    else if (isNear(amount, level)) current.own.push(amount);
    else {
      const next = amounts[index + 1];
      const isAlone = isNoisy || !isNear(amount, level, Math.log(MOST_PRICE_FACTOR));
      const isOdd = next === undefined ? isAlone : isNear(next, level);
      if (!isOdd) levels.push({ start: index, own: [amount] });
    }
  });
  const inLevels = levels.reduce((count, { own }) => count + own.length, 0);
  const isSteady =
    amounts.length === 2
      ? steps.every((step) => Math.abs(step) <= PAIR_STEP)
      : // The newest price may be new.
        inLevels >= chargesALevel * (levels.length - 1) && inLevels >= 0.75 * amounts.length;
  return isSteady ? levels.map(({ start, own }) => ({ start, amount: Math.round(middle(own)) })) : null;
}
