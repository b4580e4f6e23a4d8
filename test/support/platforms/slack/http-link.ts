/** Signed requests to the app's own address. */

import { createHmac } from 'node:crypto';
import type { AppLink, EnvelopeKind, Outcome, Retry } from './app-link.ts';
import type { Json } from './workspace.ts';

export interface SignedRequest {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Builds a request as Slack signs it. `atSeconds` is when it says it was made. */
export function signRequest(secret: string, contentType: string, body: string, atSeconds: number): SignedRequest {
  const signature = createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(atSeconds),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** The body of a request, by what it carries. The form's type has no charset: real ones have none. */
export function encodePayload(kind: EnvelopeKind, payload: Json): { contentType: string; body: string } {
  if (kind === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams(
    kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
  );
  return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
}

export interface HttpLinkOptions {
  readonly url: string;
  readonly signingSecret: string;
  readonly ackMilliseconds: number;
  /** Seconds since the epoch, as the requests say. */
  seconds(): number;
}

export function createHttpLink({ url, signingSecret, ackMilliseconds, seconds }: HttpLinkOptions): AppLink {
  return {
    async send(kind, payload, retry): Promise<Outcome> {
      const { contentType, body } = encodePayload(kind, payload);
      const { headers } = signRequest(signingSecret, contentType, body, seconds());
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { ...headers, ...retryHeaders(retry) },
          body,
          redirect: 'manual',
          signal: AbortSignal.timeout(ackMilliseconds),
        });
        const text = await response.text();
        const noRetry = response.headers.get('x-slack-no-retry') === '1';
        if (response.status < 200 || response.status > 299) return { ok: false, reason: 'http_error', noRetry };
        return { ok: true, payload: readPayload(text, response.headers.get('content-type')) };
      } catch (error) {
        const isLate = error instanceof Error && error.name === 'TimeoutError';
        return { ok: false, reason: isLate ? 'http_timeout' : 'connection_failed' };
      }
    },
  };
}

function retryHeaders(retry: Retry | undefined): Record<string, string> {
  return retry ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason } : {};
}

function readPayload(text: string, contentType: string | null): Json | string | null {
  if (text === '') return null;
  return contentType?.startsWith('application/json') ? (JSON.parse(text) as Json) : text;
}
