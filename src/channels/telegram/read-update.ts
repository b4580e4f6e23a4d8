/** An update of the Bot API as a message for the inbox. A pure function that stands whatever it is given. */

import type { Address, InboundContent, InboundMessage } from '../../conversation/message.ts';
import { type Me, meantForMe } from './addressed.ts';
import { languageOf } from './sentences.ts';

export const PLATFORM = 'telegram';
/** What Telegram is asked for; all else stays there. */
export const updateKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

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
  if (isFields(update.my_chat_member)) return readJoining(update.my_chat_member, me, update.update_id);
  return nothing;
}

function readMessage(message: Fields, me: Me, editedBy: number | null): Reading {
  const place = placeOf(message, message.from, me);
  if (!place || place.id === null) return nothing;
  const { chat, id, isGroup, language } = place;
  // Told in both chats.
  if (isId(message.migrate_to_chat_id)) return moved(place.base, chat, message.migrate_to_chat_id);
  if (isId(message.migrate_from_chat_id)) return moved(place.base, message.migrate_from_chat_id, chat);
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

function moved(base: Omit<InboundMessage, 'key' | 'content'>, from: number, to: number): Reading {
  return { kind: 'message', message: { ...base, ...movedGroup(from, to) } };
}

/** A group that became a supergroup goes on under another id, in another chat; however often that is told, it is once. */
export function movedGroup(from: number, to: number, name = '') {
  return {
    key: `${PLATFORM}:${from}:moved:${to}`,
    conversation: `${PLATFORM}:${to}`,
    group: { id: String(to), name },
    content: { kind: 'moved', from: String(from) },
  } as const;
}

function readPress(query: Fields, me: Me): Reading {
  const place = isFields(query.message) ? placeOf(query.message, query.from, me) : null;
  if (!place || place.id === null || typeof query.id !== 'string' || typeof query.data !== 'string') return nothing;
  const key = `${messageKey(place.chat, place.id)}:press:${query.id}`;
  const message: InboundMessage = { ...place.base, key, content: { kind: 'press', button: query.data } };
  return { kind: 'press', message, query: query.id };
}

/** Somebody added the bot to a group. That it was made an administrator, or put out, is no message. */
function readJoining(changed: Fields, me: Me, update: number): Reading {
  const { old_chat_member: before, new_chat_member: after } = changed;
  const place = placeOf(changed, changed.from, me);
  if (!place?.isGroup || isIn(before) || !isIn(after)) return nothing;
  const key = `${PLATFORM}:${place.chat}:joined:${update}`;
  return { kind: 'message', message: { ...place.base, key, content: { kind: 'joined', name: `@${me.username}` } } };
}

function isIn(member: unknown): boolean {
  if (!isFields(member)) return false;
  const { status, is_member } = member;
  return status === 'restricted' ? is_member === true : status === 'member' || status === 'administrator';
}

/** Where it was said and by whom; null where that was a bot, a channel or nobody. */
function placeOf({ chat, message_id, message_thread_id, is_topic_message }: Fields, from: unknown, me: Me) {
  if (!isFields(chat) || !isFields(from) || !isId(chat.id) || !isId(from.id)) return null;
  if (from.is_bot === true || from.id === me.id || chat.type === 'channel') return null;
  const isGroup = chat.type !== 'private';
  const id = isId(message_id) ? message_id : null;
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
