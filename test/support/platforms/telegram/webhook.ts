/** Delivery to the bot's own address: several at once, again and again until it answers 2xx. */

import type { Update } from './bot-api.ts';
import type { SimulatedTime } from './time.ts';
import type { Updates } from './updates.ts';

export interface WebhookSetting {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
}

export interface WebhookOptions {
  readonly time: SimulatedTime;
  readonly updates: Updates;
  /** Where an address of the outer world is on this machine. */
  readonly route: (url: string) => string;
  /** Carries out a call that the bot put into its response. */
  readonly execute: (method: string, fields: Record<string, unknown>) => Promise<void>;
}

/** How long the real server waits for an answer, in milliseconds. */
const PATIENCE = 60_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

export function createWebhook({ time, updates, route, execute }: WebhookOptions) {
  let setting: WebhookSetting | null = null;
  let stop = new AbortController();
  let lastError: { last_error_date: number; last_error_message: string } | null = null;
  const busy = new Set<Update>();
  const running = new Set<Promise<void>>();
  /** Every delivery and how it was answered. */
  const deliveries: { readonly updateId: number; readonly status: number; readonly body: string }[] = [];

  function pump(): void {
    if (!setting) return;
    for (const update of updates.pending()) {
      if (busy.size >= setting.maxConnections) return;
      if (busy.has(update)) continue;
      busy.add(update);
      const done = deliver(update, setting, stop.signal).finally(() => {
        busy.delete(update);
        running.delete(done);
        pump();
      });
      running.add(done);
    }
  }

  async function deliver(update: Update, { url, secretToken }: WebhookSetting, signal: AbortSignal): Promise<void> {
    for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      for (let n = 1; n < (updates.faults.repeat ?? 1); n++) await post(update, url, secretToken, signal);
      if (await post(update, url, secretToken, signal)) {
        updates.remove(update);
        return;
      }
      await time.sleep(pause, signal);
    }
  }

  /** Whether it was taken. */
  async function post(update: Update, url: string, secret: string | undefined, signal: AbortSignal): Promise<boolean> {
    const late = new AbortController();
    const answered = new AbortController();
    void time.sleep(PATIENCE, AbortSignal.any([answered.signal, signal])).then(() => late.abort());
    try {
      const response = await fetch(route(url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
        },
        body: JSON.stringify(update),
        signal: late.signal,
      });
      const body = await response.text();
      deliveries.push({ updateId: update.update_id, status: response.status, body });
      if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      await runCallIn(body);
      return true;
    } catch (error) {
      lastError = { last_error_date: Math.floor(time.now() / 1000), last_error_message: (error as Error).message };
      return false;
    } finally {
      answered.abort();
    }
  }

  async function runCallIn(body: string): Promise<void> {
    let call: unknown;
    try {
      call = JSON.parse(body);
    } catch {
      return;
    }
    if (typeof call !== 'object' || call === null || !('method' in call)) return;
    // Whether it works, nobody is told: that is why answering so is a trap.
    await execute(String(call.method), { ...call }).catch(() => {});
  }

  const unlisten = updates.onPush(pump);
  return {
    deliveries,
    set(next: WebhookSetting | null): void {
      stop.abort();
      stop = new AbortController();
      setting = next;
      busy.clear();
      lastError = null;
      pump();
    },
    get setting(): WebhookSetting | null {
      return setting;
    },
    get lastError() {
      return lastError;
    },
    async close(): Promise<void> {
      unlisten();
      setting = null;
      stop.abort();
      await Promise.all(running);
    },
  };
}

export type Webhook = ReturnType<typeof createWebhook>;
