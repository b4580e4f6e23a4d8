/**
 * Asks Telegram for updates. Telegraf's own polling confirms a batch even where a handler failed, and runs the messages
 * of one chat side by side; here the offset moves only once every update of the batch is committed, in each chat's order.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Api } from './api.ts';
import { breakOf, CallFailed } from './failures.ts';
import { updateKinds } from './read-update.ts';
import type { TelegramTiming } from './telegram-settings.ts';

export interface PollOptions {
  readonly api: Api;
  readonly timing: TelegramTiming;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Resolves when the update can't be lost any more; never rejects. */
  readonly take: (update: unknown) => Promise<void>;
}

interface Numbered {
  readonly update_id: number;
}

/** Beyond the time for which Telegram holds the request, in milliseconds: longer, and the line is dead. */
const GRACE = 10_000;

/** Runs until the signal; throws a PlatformError when Telegram will not talk to this bot any more. */
export async function poll({ api, timing, log, signal, take }: PollOptions): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.call<Numbered[]>(
        'getUpdates',
        { offset, timeout: timing.pollSeconds, limit: 100, allowed_updates: updateKinds },
        { signal, timeout: timing.pollSeconds * 1000 + GRACE },
      );
      failures = 0;
      await takeAll(updates, take);
      for (const { update_id } of updates) offset = Math.max(offset, update_id + 1);
    } catch (error) {
      if (signal.aborted) return;
      const why = error instanceof CallFailed ? breakOf(error) : null;
      if (why) throw why;
      const asked = error instanceof CallFailed ? error.retryAfterMs : null;
      const pause = asked ?? timing.pauses[Math.min(failures, timing.pauses.length - 1)] ?? 0;
      failures += 1;
      log.warn({ err: error, retryInMs: pause }, 'Telegram gave no messages');
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}

/** Chats side by side, each in its order. */
async function takeAll(updates: readonly Numbered[], take: PollOptions['take']): Promise<void> {
  const chats = new Map<unknown, unknown[]>();
  for (const update of updates.toSorted((a, b) => a.update_id - b.update_id)) {
    const chat = chatOf(update);
    chats.set(chat, [...(chats.get(chat) ?? []), update]);
  }
  await Promise.all(
    [...chats.values()].map(async (ofChat) => {
      for (const update of ofChat) await take(update);
    }),
  );
}

function chatOf(update: unknown): unknown {
  type Shape = { chat?: { id?: unknown } } | undefined;
  const { callback_query, ...kinds } = update as Record<string, Shape & { message?: Shape }>;
  return (kinds.message ?? kinds.edited_message ?? kinds.my_chat_member ?? callback_query?.message)?.chat?.id;
}
