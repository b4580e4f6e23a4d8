/** Slack's signed requests: events, commands, presses and forms, all at one address. */

import type { RawRequest, RawResponse, WebHook } from '../channel.ts';
import type { Handle, Handled } from './acknowledge.ts';
import { isFields, textAt } from './payload-shape.ts';
import { isSigned } from './signature.ts';

/** Real ones are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

const statuses: Record<Handled, number> = { done: 200, malformed: 400, late: 503, failed: 500 };

export interface WebHookOptions {
  readonly signingSecret: string;
  now(): number;
  /** Null before the start and after the stop. */
  handle(): Handle | null;
}

export function createWebHook({ signingSecret, now, handle }: WebHookOptions): WebHook {
  return {
    path: '/slack',
    async handle(request) {
      if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
      if (request.body.length > MAX_BODY_BYTES) return { status: 413 };
      const { headers, body } = request;
      const isForm = /^application\/x-www-form-urlencoded\b/.test(headers['content-type'] ?? '');
      // Slack tries out the certificate without a signature; nothing but an empty answer may come of it.
      if (isForm && body.length < 1_000 && new URLSearchParams(body.toString()).get('ssl_check') === '1')
        return { status: 200 };
      const signed = {
        timestamp: headers['x-slack-request-timestamp'],
        signature: headers['x-slack-signature'],
        body,
      };
      if (!isSigned(signed, signingSecret, now())) return { status: 401 };
      const payload = readPayload(body.toString(), isForm);
      if (!isFields(payload)) return { status: 400 };
      if (payload.type === 'url_verification') return challengeOf(textAt(payload, 'challenge'));
      const take = handle();
      if (!take) return { status: 503 };
      return { status: statuses[await take({ body: payload, ...retryOf(request) })] };
    },
  };
}

function readPayload(text: string, isForm: boolean): unknown {
  try {
    if (!isForm) return JSON.parse(text);
    const form = new URLSearchParams(text);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
  } catch {
    return undefined;
  }
}

function challengeOf(challenge: string): RawResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ challenge }) };
}

function retryOf({ headers }: RawRequest): { retryNum?: number; retryReason?: string } {
  const number = Number(headers['x-slack-retry-num']);
  return Number.isInteger(number) ? { retryNum: number, retryReason: headers['x-slack-retry-reason'] } : {};
}
