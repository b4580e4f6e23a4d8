/** How what happens in the workspace reaches the app: by whichever link is there, acknowledged in time, events retried. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from './workspace.ts';

export type EnvelopeKind = 'events_api' | 'slash_commands' | 'interactive';

export type Outcome =
  | { readonly ok: true; readonly payload: Json | string | null; readonly noRetry?: boolean }
  | {
      readonly ok: false;
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed' | 'no_connection';
      readonly noRetry?: boolean;
    };

export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** One way to the app: signed requests or a socket. */
export interface AppLink {
  send(kind: EnvelopeKind, payload: Json, retry?: Retry): Promise<Outcome>;
}

export interface Attempt {
  readonly kind: EnvelopeKind;
  readonly payload: Json;
  readonly retry: Retry | null;
  outcome: Outcome | null;
}

export interface DeliveryRules {
  /** How long the app may take to acknowledge. */
  readonly ackMilliseconds: number;
  /** The pauses before each retry of an event. */
  readonly retryMilliseconds: readonly number[];
}

export const realDelivery: DeliveryRules = { ackMilliseconds: 3_000, retryMilliseconds: [0, 60_000, 300_000] };

export interface Dispatcher {
  readonly attempts: Attempt[];
  /** Sends an event until it is acknowledged, or given up. */
  event(payload: Json): Promise<Outcome>;
  /** Sends a command, a press or a form: once, for nobody tries these again. */
  once(kind: 'slash_commands' | 'interactive', payload: Json): Promise<Outcome>;
  /** Sends the event with this id once more, as Slack does when an acknowledgement was lost. */
  redeliver(eventId: string): Promise<Outcome>;
  /** Keeps back what is to be sent. */
  hold(): void;
  /** Sends what was kept back, in this order. */
  release(order?: (held: readonly Json[]) => readonly Json[]): void;
  /** Every event is sent this many times, whatever its acknowledgement. */
  copies: (payload: Json) => number;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  close(): void;
}

export function createDispatcher(link: () => AppLink | null, rules: DeliveryRules): Dispatcher {
  const attempts: Attempt[] = [];
  const sent = new Map<string, Json>();
  const underway = new Set<Promise<unknown>>();
  const closing = new AbortController();
  let held: { payload: Json; go: () => void }[] | null = null;

  async function attempt(kind: EnvelopeKind, payload: Json, retry: Retry | null): Promise<Outcome> {
    const record: Attempt = { kind, payload, retry, outcome: null };
    attempts.push(record);
    const way = link();
    const outcome: Outcome = way
      ? await way.send(kind, payload, retry ?? undefined)
      : { ok: false, reason: 'no_connection' };
    record.outcome = outcome;
    return outcome;
  }

  async function untilAcknowledged(payload: Json): Promise<Outcome> {
    let outcome = await attempt('events_api', payload, null);
    for (const [index, pause] of rules.retryMilliseconds.entries()) {
      if (outcome.ok || outcome.noRetry || closing.signal.aborted) break;
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => {});
      if (closing.signal.aborted) break;
      outcome = await attempt('events_api', payload, { number: index + 1, reason: outcome.reason });
    }
    return outcome;
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underway.add(work);
    const done = () => void underway.delete(work);
    work.then(done, done);
    return work;
  }

  const dispatcher: Dispatcher = {
    attempts,
    copies: () => 1,
    event(payload) {
      sent.set(String(payload.event_id), payload);
      const waiting = held && new Promise<void>((go) => held?.push({ payload, go }));
      const send = async () => {
        await waiting;
        const outcomes = await Promise.all(
          Array.from({ length: dispatcher.copies(payload) }, () => untilAcknowledged(payload)),
        );
        return outcomes[0] as Outcome;
      };
      return track(send());
    },
    once: (kind, payload) => track(attempt(kind, payload, null)),
    redeliver(eventId) {
      const payload = sent.get(eventId);
      if (!payload) throw new Error(`no event ${eventId} was sent`);
      return track(attempt('events_api', payload, { number: 1, reason: 'http_timeout' }));
    },
    hold() {
      held ??= [];
    },
    release(order = (all) => all) {
      const waiting = held ?? [];
      held = null;
      const payloads = order(waiting.map((each) => each.payload));
      for (const payload of payloads) waiting.find((each) => each.payload === payload)?.go();
    },
    async settled() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
    close() {
      closing.abort();
      dispatcher.release();
    },
  };
  return dispatcher;
}
