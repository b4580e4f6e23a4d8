/** Slack's rates: a message a second and channel with a short burst, and a tier of calls a minute for every method. */

import type { Workspace } from './workspace.ts';

export interface Rates {
  readonly postsPerSecond: number;
  readonly postBurst: number;
  /** All methods' limits of calls a minute are multiplied by it. */
  readonly tierFactor: number;
}

export const realRates: Rates = { postsPerSecond: 1, postBurst: 3, tierFactor: 1 };

/** Calls a minute. */
const tiers: Record<string, number> = {
  'apps.connections.open': 20,
  'assistant.threads.setStatus': 600,
  'auth.test': 600,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'conversations.history': 50,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.replies': 50,
  'files.completeUploadExternal': 100,
  'files.getUploadURLExternal': 100,
  'users.info': 100,
  'views.open': 100,
  'views.update': 100,
};

export interface RateLimit {
  /** Seconds to wait, or null where the call may go on. */
  secondsToWait(method: string, channel: string | undefined): number | null;
}

export function createRateLimit(workspace: Workspace, rates: Rates): RateLimit {
  const buckets = new Map<string, { level: number; at: number }>();

  function take(key: string, perSecond: number, capacity: number): number | null {
    const now = workspace.now();
    const bucket = buckets.get(key) ?? { level: capacity, at: now };
    const level = Math.min(capacity, bucket.level + ((now - bucket.at) / 1000) * perSecond);
    const isTaken = level >= 1;
    buckets.set(key, { level: isTaken ? level - 1 : level, at: now });
    // Real answers are whole seconds, at least one; the faster clock of a test may round down to none.
    return isTaken ? null : perSecond > 10 ? 0 : Math.max(1, Math.ceil((1 - level) / perSecond));
  }

  return {
    secondsToWait(method, channel) {
      if (method === 'chat.postMessage') return take(`${method}:${channel}`, rates.postsPerSecond, rates.postBurst);
      const perMinute = (tiers[method] ?? 20) * rates.tierFactor;
      return take(method, perMinute / 60, perMinute);
    },
  };
}
