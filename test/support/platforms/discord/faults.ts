/** Trouble on the way, as tests order it. */

export interface Trouble {
  /** Held against "POST /channels/1/messages"; all requests when left out. */
  readonly on?: RegExp;
  /** How many requests it meets; 1 when left out. */
  readonly times?: number;
  readonly with:
    | { readonly status: number; readonly body?: unknown; readonly html?: boolean }
    /** `header` false leaves Retry-After out, as some proxies do. */
    | { readonly retryAfter: number; readonly header?: boolean; readonly isGlobal?: boolean }
    /** The connection ends, before or after the request was carried out. */
    | { readonly drop: 'before' | 'after' }
    /** No answer ever, before or after it was carried out. */
    | { readonly stall: 'before' | 'after' }
    /** Carried out, but answered with this. */
    | { readonly statusAfter: number }
    | { readonly delay: number };
}

export interface Chaos {
  /** The share of requests that meet trouble, 0 to 1. */
  readonly share: number;
  readonly seed: number;
  readonly kinds?: readonly Trouble['with'][];
}

const usualKinds: readonly Trouble['with'][] = [
  { retryAfter: 0.02 },
  { status: 500 },
  { status: 502, html: true },
  { status: 503 },
];

export class Faults {
  #ordered: { trouble: Trouble; left: number }[] = [];
  #chaos: (Chaos & { random: () => number }) | null = null;

  /** The next requests that fit meet this. */
  next(trouble: Trouble): void {
    this.#ordered.push({ trouble, left: trouble.times ?? 1 });
  }

  /** From now on a share of all requests meets trouble; null ends it. */
  always(chaos: Chaos | null): void {
    this.#chaos = chaos && { ...chaos, random: randomNumbers(chaos.seed) };
  }

  clear(): void {
    this.#ordered = [];
    this.#chaos = null;
  }

  meet(key: string): Trouble['with'] | null {
    const found = this.#ordered.find(({ trouble }) => trouble.on?.test(key) ?? true);
    if (found) {
      found.left -= 1;
      if (found.left <= 0) this.#ordered.splice(this.#ordered.indexOf(found), 1);
      return found.trouble.with;
    }
    if (!this.#chaos || this.#chaos.random() >= this.#chaos.share) return null;
    const kinds = this.#chaos.kinds ?? usualKinds;
    return kinds[Math.floor(this.#chaos.random() * kinds.length)] ?? null;
  }
}

/** The same numbers for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
