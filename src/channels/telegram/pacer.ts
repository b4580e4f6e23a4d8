/** Spaces messages out, so that Telegram need not say "too many". */

import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../channel.ts';
import type { TelegramTiming } from './telegram-settings.ts';

export interface Pacer {
  /** Resolves when a message may go to the chat; throws a DeliveryError that says when, if that is not soon. */
  turn(chat: number): Promise<void>;
  /** Telegram itself asked to wait. */
  hold(chat: number, milliseconds: number): void;
}

/** A short burst is allowed: that many messages may go before the pace counts. */
const BURST = { chat: 2, group: 3, overall: 5 };

export function createPacer(timing: TelegramTiming, now: () => number): Pacer {
  /** When each would be free again if nothing more came, by the generic cell rate rule. */
  const freeAt = new Map<string, number>();
  const heldUntil = new Map<number, number>();

  function turn(chat: number): Promise<void> {
    const at = now();
    const isGroup = chat < 0;
    const rules = [
      { key: 'all', interval: timing.overall, burst: BURST.overall },
      { key: `${chat}`, interval: timing.perChat, burst: BURST.chat },
      ...(isGroup ? [{ key: `group ${chat}`, interval: timing.perGroup, burst: BURST.group }] : []),
    ];
    const ready = rules.map(({ key, interval, burst }) => (freeAt.get(key) ?? 0) - (burst - 1) * interval);
    const start = Math.max(at, heldUntil.get(chat) ?? 0, ...ready);
    const wait = start - at;
    if (wait > timing.longestWait) {
      throw new DeliveryError('the chat takes no more messages just now', 'later', Math.ceil(wait));
    }
    for (const { key, interval } of rules) freeAt.set(key, Math.max(freeAt.get(key) ?? 0, start) + interval);
    forget(at);
    return wait > 0 ? sleep(wait) : Promise.resolve();
  }

  /** Chats that are free again take no memory. */
  function forget(at: number): void {
    if (freeAt.size + heldUntil.size < 1_000) return;
    for (const [key, free] of freeAt) if (free <= at) freeAt.delete(key);
    for (const [chat, until] of heldUntil) if (until <= at) heldUntil.delete(chat);
  }

  return {
    turn: async (chat) => await turn(chat),
    hold: (chat, milliseconds) => void heldUntil.set(chat, now() + milliseconds),
  };
}
