/** Discord's rate limits: a bucket a route, and one for all. */

export interface RateLimitOptions {
  /** 1 is real time; at 0.01 five seconds are 50 ms. */
  readonly scale: number;
}

export interface Grant {
  readonly headers: Readonly<Record<string, string>>;
  /** Set where the request is refused. */
  readonly refused?: { readonly retryAfter: number; readonly isGlobal: boolean };
}

interface Window {
  endsAt: number;
  used: number;
}

/** [method and path, requests, seconds, what tells buckets apart] */
const buckets: readonly (readonly [RegExp, number, number, string])[] = [
  [/^POST \/channels\/(\d+)\/messages$/, 5, 5, 'send'],
  [/^PATCH \/channels\/(\d+)\/messages\//, 5, 5, 'edit'],
  [/^DELETE \/channels\/(\d+)\/messages\//, 5, 1, 'delete'],
  [/^POST \/channels\/(\d+)\/typing$/, 5, 5, 'typing'],
  [/^(?:POST|PATCH|GET|DELETE) \/webhooks\/\d+\/([^/]+)/, 5, 2, 'webhook'],
];
const GLOBAL_LIMIT = 50;
const INVALID_LIMIT = 10_000;
const INVALID_WINDOW_SECONDS = 600;

export class RateLimits {
  readonly #scale: number;
  readonly #windows = new Map<string, Window>();

  constructor({ scale }: RateLimitOptions) {
    this.#scale = scale;
  }

  /** Counts the request; `key` is its method and path, `isBotRequest` false for interaction routes. */
  take(key: string, isBotRequest: boolean): Grant {
    if (isBotRequest) {
      const whole = this.#use('global', GLOBAL_LIMIT, 1);
      if (whole.over) return refuse(whole.left, true, {});
    }
    for (const [pattern, limit, seconds, name] of buckets) {
      const found = pattern.exec(key);
      if (!found) continue;
      const { used, left, over } = this.#use(`${name}:${found[1]}`, limit, seconds);
      const headers = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - used)),
        'x-ratelimit-reset': ((Date.now() + left) / 1000).toFixed(3),
        'x-ratelimit-reset-after': (left / 1000).toFixed(3),
        'x-ratelimit-bucket': name,
      };
      return over ? refuse(left, false, headers) : { headers };
    }
    return { headers: {} };
  }

  /** Counts a 401, 403 or 429; true once there were too many and the address is shut out. */
  countInvalid(): boolean {
    return this.#use('invalid', INVALID_LIMIT, INVALID_WINDOW_SECONDS).over;
  }

  #use(key: string, limit: number, seconds: number): { used: number; left: number; over: boolean } {
    const now = performance.now();
    let window = this.#windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + seconds * 1000 * this.#scale, used: 0 };
      this.#windows.set(key, window);
    }
    window.used += 1;
    return { used: window.used, left: window.endsAt - now, over: window.used > limit };
  }
}

function refuse(left: number, isGlobal: boolean, headers: Record<string, string>): Grant {
  const retryAfter = Math.ceil(left) / 1000;
  return {
    headers: {
      ...headers,
      // Whole seconds would be too coarse for scaled time; Discord sends whole ones.
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
    refused: { retryAfter, isGlobal },
  };
}
