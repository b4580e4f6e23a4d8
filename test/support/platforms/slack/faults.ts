/** Faults that a test injects into Web API calls. */

export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'error'; readonly error: string; readonly more?: Record<string, unknown> }
  /** The connection dies, before or after the call has had its effect. */
  | { readonly kind: 'dropped'; readonly when: 'before' | 'after' }
  /** The answer comes late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The answer never comes; the call has had its effect. */
  | { readonly kind: 'stalled' }
  | { readonly kind: 'html' };

export interface Faults {
  /** The next `times` calls of the method fail so. */
  inject(method: string, fault: Fault, times?: number): void;
  /** A share of all calls fails with 429 or 503, in a row that the seed decides. */
  injectAtRandom(share: number, seed?: number): void;
  clear(): void;
  take(method: string): Fault | null;
}

export function createFaults(): Faults {
  let planned: { method: string; fault: Fault; left: number }[] = [];
  let share = 0;
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    inject(method, fault, times = 1) {
      planned.push({ method, fault, left: times });
    },
    injectAtRandom(wanted, seed = 1) {
      share = wanted;
      state = seed;
    },
    clear() {
      planned = [];
      share = 0;
    },
    take(method) {
      const found = planned.find((each) => each.left > 0 && (each.method === method || each.method === '*'));
      if (found) {
        found.left -= 1;
        return found.fault;
      }
      if (share === 0 || next() >= share) return null;
      return next() < 0.5 ? { kind: 'rate-limited', retryAfter: 0 } : { kind: 'status', status: 503 };
    },
  };
}
