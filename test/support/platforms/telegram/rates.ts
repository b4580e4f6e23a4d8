/** How fast a bot may send: about one message a second to a chat, 20 a minute to a group, 30 a second in all. */

import { ApiError, type Chat } from './bot-api.ts';

export interface RateLimits {
  /** Messages that a chat takes at once before one a second counts. */
  readonly perChatBurst: number;
  readonly perGroupMinute: number;
  readonly overallSecond: number;
}

export const realLimits: RateLimits = { perChatBurst: 3, perGroupMinute: 20, overallSecond: 30 };

export function createRates(limits: RateLimits | null, now: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  /** Until when a chat that was too fast takes nothing at all. */
  const blockedUntil = new Map<number, number>();

  function missing(key: string, capacity: number, perSecond: number, count: number): number {
    const bucket = buckets.get(key) ?? { tokens: capacity, at: now() };
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now() - bucket.at) / 1000) * perSecond);
    bucket.at = now();
    buckets.set(key, bucket);
    // An album bigger than the bucket passes when the bucket is full.
    return (Math.min(count, capacity) - bucket.tokens) / perSecond;
  }

  /** Counts messages, or throws 429 and counts none of them. */
  function take(chat: Chat, count: number): void {
    if (!limits) return;
    const rules: [key: string, capacity: number, perSecond: number][] = [
      ['all', limits.overallSecond, limits.overallSecond],
      [`chat ${chat.id}`, limits.perChatBurst, 1],
    ];
    if (chat.type !== 'private') rules.push([`group ${chat.id}`, limits.perGroupMinute, limits.perGroupMinute / 60]);
    const waits = rules.map(([key, capacity, perSecond]) => missing(key, capacity, perSecond, count));
    const stillBlocked = ((blockedUntil.get(chat.id) ?? 0) - now()) / 1000;
    const wait = Math.max(stillBlocked, ...waits);
    if (wait > 0.000_001) {
      const seconds = Math.max(1, Math.ceil(wait - 0.000_001));
      // Who goes on sending is not forgiven early.
      if (stillBlocked <= 0) blockedUntil.set(chat.id, now() + seconds * 1000);
      throw tooManyRequests(seconds);
    }
    for (const [key] of rules) (buckets.get(key) as { tokens: number }).tokens -= count;
  }

  return { take };
}

export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
