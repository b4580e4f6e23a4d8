/** What can go wrong between a bot and the server, by order. */

export type FaultKind =
  /** 429 with retry_after. */
  | { readonly kind: 'too-many'; readonly retryAfter: number }
  /** The given status with an HTML page, as a proxy in front of the API answers. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks; "after" means that the call was carried out. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The answer comes late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** No answer ever comes; "after" means that the call was carried out. */
  | { readonly kind: 'stall'; readonly when: 'before' | 'after' }
  /** A refusal that the real server has and this one has no reason for. */
  | { readonly kind: 'refuse'; readonly code: number; readonly description: string };

export type Fault = FaultKind & {
  /** "sendMessage", or "*" for all. */
  readonly method: string;
  /** How many calls it hits; one unless said. */
  readonly times?: number;
  /** How many calls it lets through first. */
  readonly after?: number;
};

export interface RandomFaults {
  readonly methods: readonly string[];
  /** 0 to 1. */
  readonly share: number;
  readonly kinds: readonly FaultKind[];
  /** Between 0 and 1, like Math.random. */
  readonly random: () => number;
}

export function createFaults() {
  let planned: { fault: Fault; skip: number; left: number }[] = [];
  let random: RandomFaults | null = null;
  let hits = 0;

  return {
    add(fault: Fault): void {
      planned.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 });
    },
    /** From now on a share of the calls fails; null ends it. */
    setRandom(faults: RandomFaults | null): void {
      random = faults;
    },
    clear(): void {
      planned = [];
      random = null;
    },
    get hits(): number {
      return hits;
    },
    /** What happens to this call. */
    next(method: string): FaultKind | null {
      const hit = planned.find((each) => {
        if (each.fault.method !== '*' && each.fault.method !== method) return false;
        if (each.skip === 0) return true;
        each.skip -= 1;
        return false;
      });
      if (hit) {
        hit.left -= 1;
        if (hit.left <= 0) planned = planned.filter((each) => each !== hit);
        hits += 1;
        return hit.fault;
      }
      if (!random?.methods.includes(method) || random.random() >= random.share) return null;
      hits += 1;
      return random.kinds[Math.floor(random.random() * random.kinds.length)] ?? null;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
