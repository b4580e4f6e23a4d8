/** Telegram: asked for messages by long polling, or brought to a webhook. */

import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../../errors.ts';
import type { Channel, Delivery, Desk } from '../channel.ts';
import type { Me } from './addressed.ts';
import { createApi } from './api.ts';
import { registerCommands } from './command-menu.ts';
import { breakOf, CallFailed } from './failures.ts';
import { createPacer } from './pacer.ts';
import { poll } from './poll.ts';
import { movedGroup, PLATFORM, readUpdate, updateKinds } from './read-update.ts';
import { sendReply } from './send-reply.ts';
import { createTake } from './take-update.ts';
import { defaultTiming, type TelegramSettings } from './telegram-settings.ts';
import { createWebHook } from './web-hook.ts';

/** Several at once would bring quick messages of one chat out of their order; each takes only milliseconds. */
const WEBHOOK_CONNECTIONS = 1;

export function createTelegramChannel(settings: TelegramSettings): Channel {
  const { webhook, log } = settings;
  const timing = { ...defaultTiming, ...settings.timing };
  const api = createApi({ ...settings, timeout: timing.call });
  const pacer = createPacer(timing, settings.now);
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let me: Me | null = null;
  let desk: Desk | null = null;
  let take: ReturnType<typeof createTake> | null = null;

  /** The channel's end, told once. */
  function broken(why: PlatformError): void {
    if (stopping.signal.aborted) return;
    stopping.abort();
    take = null;
    desk?.onBroken(why);
  }

  /** Purser may have been away when Telegram told of it. */
  async function onMoved(from: number, to: number, { from: sender }: Delivery['address']): Promise<void> {
    try {
      await desk?.receive({ platform: PLATFORM, sender: String(sender), ...movedGroup(from, to) });
    } catch (error) {
      log.error({ err: error }, 'a group that moved could not be noted');
    }
  }

  /** All that has to be said to Telegram before people can talk. */
  async function introduce(): Promise<Me> {
    const { id, username } = await api.call<Me>('getMe', {});
    if (webhook) {
      const { url, secret: secret_token } = webhook;
      const rest = { allowed_updates: updateKinds, max_connections: WEBHOOK_CONNECTIONS };
      await api.call('setWebhook', { url, secret_token, ...rest });
    } else await api.call('deleteWebhook', {});
    return { id, username };
  }

  /** Tries until Telegram is there; throws a PlatformError that says what to fix. */
  async function introducePatiently(signal: AbortSignal): Promise<Me> {
    for (let failures = 0; ; failures++) {
      try {
        return await introduce();
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        const why = breakOf(error) ?? settingRefused(error);
        if (why || signal.aborted) throw why ?? error;
        const pause = error.retryAfterMs ?? timing.pauses[Math.min(failures, timing.pauses.length - 1)] ?? 0;
        log.warn({ err: error, retryInMs: pause }, 'Telegram can not be reached');
        await sleep(pause, undefined, { signal });
      }
    }
  }

  async function run(onReady: () => void, { signal }: AbortController): Promise<void> {
    const mine = await introducePatiently(signal);
    me = mine;
    const taken = createTake({
      api,
      pacer,
      log,
      timing,
      signal,
      desk: desk as Desk,
      read: (update) => readUpdate(update, mine),
    });
    take = taken;
    onReady();
    // People can talk without a menu, so nothing waits for it.
    const menu = registerCommands(api, signal).catch((error: unknown) => {
      if (!signal.aborted)
        log.warn({ err: error }, 'the menu of commands could not be set; the next start tries again');
    });
    if (!webhook) await poll({ api, timing, log, signal, take: taken.certainly });
    await menu;
  }

  return {
    platform: PLATFORM,
    ...(webhook ? { webHooks: [createWebHook({ secret: webhook.secret, take: () => take?.once ?? null })] } : {}),
    async start(given) {
      desk = given;
      const current = new AbortController();
      stopping = current;
      const ready = Promise.withResolvers<void>();
      let isStarted = false;
      running = run(ready.resolve, current).catch((error: unknown) => {
        if (current.signal.aborted) return;
        const why =
          error instanceof PlatformError ? error : new PlatformError(`The Telegram channel stopped: ${error}`);
        if (isStarted) return broken(why);
        current.abort();
        ready.reject(why);
      });
      const patience = new AbortController();
      await Promise.race([
        ready.promise,
        sleep(timing.startPatience, undefined, { signal: patience.signal }).catch(() => {}),
      ]).finally(() => patience.abort());
      isStarted = true;
    },
    async send(delivery) {
      const onFailed = (failed: CallFailed) => {
        const why = breakOf(failed);
        if (why) broken(why);
      };
      await sendReply(delivery, { api, pacer, log, onFailed, onMoved, username: () => me?.username ?? '' });
    },
    async working({ chat, thread }) {
      const topic = typeof thread === 'number' ? { message_thread_id: thread } : {};
      await api.call('sendChatAction', { chat_id: chat, action: 'typing', ...topic });
    },
    async stop() {
      stopping.abort();
      const last = take;
      take = null;
      await running;
      await last?.idle();
    },
  };
}

/** A webhook that Telegram does not take is a setting to mend, not a moment to wait for. */
function settingRefused({ code, message }: CallFailed): PlatformError | null {
  if (code !== 400 || !message.startsWith('setWebhook')) return null;
  return new PlatformError(
    `Telegram does not take the webhook, so check TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET: ${message}`,
  );
}
