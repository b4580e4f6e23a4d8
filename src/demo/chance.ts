/** Seeded chance: the same seed gives the same numbers on every machine. */

export interface Chance {
  /** True with this probability, from 0 to 1. */
  happens(probability: number): boolean;
  /** A whole number, both ends included, all of them equally likely. */
  between(min: number, max: number): number;
  /** One of the items; those written several times come up more often. */
  pick<T>(items: readonly T[]): T;
}

/**
 * Chance for one topic, by mulberry32 (Tommy Ettinger, public domain). Each topic has numbers of its own, so that one
 * more coffee does not change what the groceries cost.
 */
export function chanceFor(topic: string, seed: number): Chance {
  let state = (seed ^ fnv1a(topic)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    happens: (probability) => next() < probability,
    between,
    pick: <T>(items: readonly T[]) => items[between(0, items.length - 1)] as T,
  };
}

/** FNV-1a (Fowler, Noll and Vo, public domain), 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
