/** An update of the Bot API as a message for the inbox. A pure function that stands whatever it is given. */

import type { Address, InboundContent, InboundMessage } from '../../conversation/message.ts';
import { type Me, meantForMe } from './addressed.ts';
import { languageOf } from './sentences.ts';

export const PLATFORM = 'telegram';
/** What Telegram is asked for; all else stays there. */
export const updateKinds = ['message', 'edited_message', 'callback_query'] as const;

export type Reading =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'press'; readonly message: InboundMessage; readonly query: string }
  /** Somebody sent a picture, a voice message or the like, and no word with it. */
  | { readonly kind: 'no-text'; readonly address: Address; readonly album: string | null }
  | { readonly kind: 'nothing' };

type Fields = Readonly<Record<string, unknown>>;

const nothing: Reading = { kind: 'nothing' };
/** What people send instead of text. What else has no text (somebody joined, a title changed) is nobody's message. */
const wordless = [
  ...['photo', 'voice', 'video', 'video_note', 'audio', 'sticker', 'animation', 'document'],
  ...['location', 'venue', 'contact', 'poll', 'dice', 'story', 'paid_media', 'checklist'],
];

export function messageKey(chat: number, message: number): string {
  return `${PLATFORM}:${chat}:${message}`;
}

export function readUpdate(update: unknown, me: Me): Reading {
  if (!isFields(update) || !isId(update.update_id)) return nothing;
  if (isFields(update.message)) return readMessage(update.message, me, null);
  if (isFields(update.edited_message)) return readMessage(update.edited_message, me, update.update_id);
  if (isFields(update.callback_query)) return readPress(update.callback_query, me);
  return nothing;
}

function readMessage(message: Fields, me: Me, editedBy: number | null): Reading {
  const place = placeOf(message, message.from, me);
  if (!place) return nothing;
  const { chat, id, isGroup, language } = place;
  const answered = isFields(message.reply_to_message) ? message.reply_to_message : null;
  const isReplyToMe = isFields(answered?.from) && answered.from.id === me.id;
  const text = message.text ?? message.caption;
  if (typeof text !== 'string') {
    const isWordless = wordless.some((kind) => message[kind] !== undefined);
    if (!isWordless || editedBy !== null || (isGroup && !isReplyToMe)) return nothing;
    const album = typeof message.media_group_id === 'string' ? message.media_group_id : null;
    return { kind: 'no-text', address: place.base.address as Address, album };
  }
  const said = meantForMe({ text, isGroup, isReplyToMe, language }, me);
  if (said === null) return nothing;
  const key = messageKey(chat, id);
  const replyTo = isId(answered?.message_id) ? { replyTo: messageKey(chat, answered.message_id) } : {};
  const content: InboundContent =
    editedBy === null ? { kind: 'message', text: said, ...replyTo } : { kind: 'edit', text: said, edits: key };
  // A message may be edited often, even within one second, and each update comes again under its own number.
  const ownKey = editedBy === null ? key : `${key}:edit:${editedBy}`;
  return { kind: 'message', message: { ...place.base, key: ownKey, content } };
}

function readPress(query: Fields, me: Me): Reading {
  const place = isFields(query.message) ? placeOf(query.message, query.from, me) : null;
  if (!place || typeof query.id !== 'string' || typeof query.data !== 'string') return nothing;
  const key = `${messageKey(place.chat, place.id)}:press:${query.id}`;
  const message: InboundMessage = { ...place.base, key, content: { kind: 'press', button: query.data } };
  return { kind: 'press', message, query: query.id };
}

/** Where it was said and by whom; null where that was a bot, a channel or nobody. */
function placeOf({ chat, message_id: id, message_thread_id, is_topic_message }: Fields, from: unknown, me: Me) {
  if (!isFields(chat) || !isFields(from) || !isId(chat.id) || !isId(id) || !isId(from.id)) return null;
  if (from.is_bot === true || from.id === me.id || chat.type === 'channel') return null;
  const isGroup = chat.type !== 'private';
  const thread = is_topic_message === true && isId(message_thread_id) ? message_thread_id : null;
  const name = [from.first_name, from.last_name].filter((part) => typeof part === 'string').join(' ');
  const tag = typeof from.language_code === 'string' ? from.language_code : null;
  const language = languageOf(tag);
  const base: Omit<InboundMessage, 'key' | 'content'> = {
    platform: PLATFORM,
    conversation: [PLATFORM, chat.id, ...(thread === null ? [] : [thread])].join(':'),
    sender: String(from.id),
    address: { chat: chat.id, message: id, from: from.id, thread, isGroup, language },
    ...(isGroup ? { group: { id: String(chat.id), name: typeof chat.title === 'string' ? chat.title : '' } } : {}),
    profile: { ...(name ? { name } : {}), ...(tag ? { language: tag } : {}) },
  };
  return { chat: chat.id, id, isGroup, language, base };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
