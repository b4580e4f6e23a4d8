/** One reply on its way: texts, charts as photos, files as documents, buttons under the last text. */

import type { Log } from '../../log.ts';
import { type Delivery, DeliveryError } from '../channel.ts';
import type { Api, Upload } from './api.ts';
import { CallFailed, deliveryError } from './failures.ts';
import { sendable, toHtml } from './html-text.ts';
import { canPress, keyboardOf } from './keyboard.ts';
import type { Pacer } from './pacer.ts';
import { messageKey } from './read-update.ts';
import { languageOf, sentences } from './sentences.ts';
import { clip, splitText } from './split-text.ts';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
/** The part that stands for all others where the asker has no chat with the bot yet. */
const INVITATION = 'invitation';

export interface Sender {
  readonly api: Api;
  readonly pacer: Pacer;
  readonly log: Log;
  /** Told of every failure, for some are the channel's end. */
  readonly onFailed: (failed: CallFailed) => void;
  /** Told where a group has gone on under another id; resolves once that can't be lost. */
  readonly onMoved: (from: number, to: number, address: Delivery['address']) => Promise<void>;
  readonly username: () => string;
}

interface Part {
  readonly name: string;
  /** Called only when it is the part's turn. */
  make(): Promise<{ readonly method: string; readonly fields: Record<string, unknown>; readonly upload?: Upload }>;
}

/** Where a message goes, as the chat is known by now. */
interface Target {
  chat: number;
  fields: Record<string, unknown>;
}

export async function sendReply(delivery: Delivery, sender: Sender): Promise<void> {
  const { address, audience } = delivery;
  const isAlone = audience === 'asker' && address.isGroup === true;
  const target = isAlone ? { chat: Number(address.from), fields: {} } : targetOf(delivery);
  if (delivery.sent.includes(INVITATION)) return;
  for (const part of partsOf(delivery, sender.log)) {
    if (delivery.sent.includes(part.name)) continue;
    try {
      await sendPart(part, target, delivery, sender);
    } catch (error) {
      if (!isAlone || !(error instanceof DeliveryError) || error.outcome !== 'gone') throw error;
      // A bot may not write first. What nobody else may see is not said here, but how to get it is.
      await sendPart(invitation(delivery, sender.username()), targetOf(delivery), delivery, sender);
      return;
    }
  }
}

async function sendPart(part: Part, target: Target, delivery: Delivery, sender: Sender): Promise<void> {
  const { method, fields, upload } = await part.make();
  const post = (chat: number) => {
    const all = { ...target.fields, ...fields, chat_id: chat };
    return upload ? sender.api.upload<Posted>(method, all, upload) : sender.api.call<Posted>(method, all);
  };
  await sender.pacer.turn(target.chat);
  let posted: Posted;
  try {
    posted = await post(target.chat).catch(async (error: CallFailed) => {
      if (error.movedTo === null) throw error;
      await sender.onMoved(target.chat, error.movedTo, delivery.address);
      target.chat = error.movedTo;
      // There, another message may have the number of the one that is answered.
      target.fields = {};
      return await post(target.chat);
    });
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    sender.onFailed(error);
    if (error.retryAfterMs !== null) sender.pacer.hold(target.chat, error.retryAfterMs);
    throw deliveryError(error);
  }
  await delivery.onSent(part.name, messageKey(posted.chat?.id ?? target.chat, posted.message_id));
}

interface Posted {
  readonly message_id: number;
  readonly chat?: { readonly id: number };
}

function targetOf({ address, note }: Delivery): Target {
  const thread = typeof address.thread === 'number' ? { message_thread_id: address.thread } : {};
  // In a group it must be plain whom the answer is for; the message may be gone by now.
  const reply =
    address.isGroup === true && typeof address.message === 'number' && !note
      ? { reply_parameters: { message_id: address.message, allow_sending_without_reply: true } }
      : {};
  return { chat: Number(address.chat), fields: { ...thread, ...reply } };
}

function partsOf({ reply, attachments, address, note }: Delivery, log: Log): Part[] {
  const texts = splitText(sendable(reply.text), MAX_TEXT);
  for (const { id } of reply.buttons)
    if (!canPress(id)) log.warn({ button: id }, 'a button id is too long for Telegram');
  const keyboard = keyboardOf(reply.buttons);
  // In a group everybody's keyboard would open.
  const isPrompt = address.asksForReply === true && address.isGroup !== true && !note;
  const markup = keyboard ?? (isPrompt ? { force_reply: true } : undefined);
  const buttons = markup ? { reply_markup: markup } : {};
  const parts: Part[] = [
    ...texts.map((text, index) => ({
      name: `text:${index + 1}`,
      make: async () => textMessage(text, index === texts.length - 1 ? buttons : {}),
    })),
    ...reply.charts.map((chart, index) => ({
      name: `chart:${index + 1}`,
      async make() {
        const alone = texts.length === 0 && index === 0 ? buttons : {};
        const caption = clip(sendable(chart.alt), MAX_CAPTION);
        try {
          const content = await attachments.drawChart(chart);
          const upload: Upload = { field: 'photo', name: 'chart.png', type: 'image/png', content };
          return { method: 'sendPhoto', fields: { caption: toHtml(caption), parse_mode: 'HTML', ...alone }, upload };
        } catch (error) {
          // The answer stands without its picture; its words say what it would show.
          log.error({ err: error }, 'a chart could not be drawn');
          return textMessage(caption, alone);
        }
      },
    })),
    ...reply.files.map((file, index) => ({
      name: `file:${index + 1}`,
      async make() {
        const upload: Upload = { field: 'document', name: file.name, type: file.type, content: Buffer.from(file.text) };
        const alone = texts.length + reply.charts.length === 0 && index === 0 ? buttons : {};
        return { method: 'sendDocument', fields: alone, upload };
      },
    })),
  ];
  return parts;
}

function textMessage(text: string, more: Record<string, unknown>) {
  // No previews: a merchant that looks like an address is not to be fetched.
  const fields = { text: toHtml(text), parse_mode: 'HTML', link_preview_options: { is_disabled: true }, ...more };
  return { method: 'sendMessage', fields };
}

function invitation({ address }: Delivery, username: string): Part {
  const url = `https://t.me/${username}`;
  const reply_markup = { inline_keyboard: [[{ text: `@${username}`, url }]] };
  const text = sentences.writeMeAlone[languageOf(address.language)];
  return { name: INVITATION, make: async () => textMessage(text, { reply_markup }) };
}
