/** One update: read, handed over, and only then confirmed. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Address, InboundMessage } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Desk } from '../channel.ts';
import type { Api } from './api.ts';
import type { Pacer } from './pacer.ts';
import type { Reading } from './read-update.ts';
import { languageOf, sentences } from './sentences.ts';
import type { TelegramTiming } from './telegram-settings.ts';

export interface TakeOptions {
  readonly api: Api;
  readonly pacer: Pacer;
  readonly log: Log;
  readonly timing: TelegramTiming;
  readonly signal: AbortSignal;
  readonly desk: Desk;
  readonly read: (update: unknown) => Reading;
}

/** An update that fails so often is a bug: it must not keep all others waiting for ever. */
const MAX_TRIES = 5;

export function createTake({ api, pacer, log, timing, signal, desk, read }: TakeOptions) {
  const running = new Set<Promise<void>>();
  let lastAlbum: string | null = null;

  /** Hands it over; false where that failed, so that it has to come again. */
  async function once(update: unknown): Promise<boolean> {
    try {
      const reading = read(update);
      if (reading.kind === 'message') await desk.receive(reading.message);
      if (reading.kind === 'press') await desk.receive(await withPrompt(reading.message));
      if (reading.kind === 'press')
        inTheBackground(api.call('answerCallbackQuery', { callback_query_id: reading.query }));
      if (reading.kind === 'no-text') sayOnlyText(reading.address, reading.album);
      return true;
    } catch (error) {
      log.error({ err: error }, 'a message from Telegram could not be taken in');
      return false;
    }
  }

  /** Telegram has no forms: the answer to a button that opens one invites to reply, and is marked for that here. */
  async function withPrompt(message: InboundMessage): Promise<InboundMessage> {
    if (message.content.kind !== 'press' || !(await desk.formFor(message.content.button, message))) return message;
    return { ...message, address: { ...message.address, asksForReply: true } };
  }

  /** Tries until it worked; an update is confirmed with those before it, so none may be skipped lightly. */
  async function certainly(update: unknown): Promise<void> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      if (await once(update)) return;
      // Not confirmed: it will be there at the next start.
      if (signal.aborted) throw signal.reason;
      await sleep(timing.pauses[Math.min(tries, timing.pauses.length - 1)], undefined, { signal });
    }
    log.error({ update: (update as { update_id?: unknown }).update_id }, 'a message from Telegram was given up');
  }

  /** Once an album, whose pictures come one by one. */
  function sayOnlyText({ chat, thread, language }: Address, album: string | null): void {
    if (album !== null) {
      if (album === lastAlbum) return;
      lastAlbum = album;
    }
    const topic = typeof thread === 'number' ? { message_thread_id: thread } : {};
    const text = sentences.onlyText[languageOf(language)];
    const say = async () => {
      await pacer.turn(Number(chat));
      await api.call('sendMessage', { chat_id: chat, text, ...topic });
    };
    inTheBackground(say());
  }

  /** A courtesy: nothing is lost where it fails. */
  function inTheBackground(work: Promise<unknown>): void {
    const done = work
      .catch((error: unknown) => log.debug({ err: error }, 'Telegram did not take a courtesy'))
      .then(() => void running.delete(done));
    running.add(done);
  }

  return {
    once,
    certainly,
    idle: async () => void (await Promise.all(running)),
  };
}
