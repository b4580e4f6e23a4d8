/** Updates that Telegram brings to Purser's own HTTP port. */

import { timingSafeEqual } from 'node:crypto';
import type { WebHook } from '../channel.ts';

/** Real ones are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

export interface WebHookOptions {
  readonly secret: string;
  /** Whether the update is committed; null before the start and after the stop. */
  take(): ((update: unknown) => Promise<boolean>) | null;
}

/** Telegram sends again whatever is not answered with 2xx, so that is said only once the update can't be lost. */
export function createWebHook({ secret, take }: WebHookOptions): WebHook {
  return {
    path: '/telegram',
    async handle({ method, headers, body }) {
      if (method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
      if (!isSecret(headers['x-telegram-bot-api-secret-token'], secret)) return { status: 401 };
      if (body.length > MAX_BODY_BYTES) return { status: 413 };
      const update = readBody(body);
      if (update === undefined) return { status: 400 };
      const work = take();
      if (!work) return { status: 503 };
      return { status: (await work(update)) ? 200 : 503 };
    },
  };
}

function isSecret(given: string | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function readBody(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
