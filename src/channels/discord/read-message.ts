/** Messages that people write, edit and delete, as they go into the inbox. */

import type { APIMessage, GatewayMessageCreateDispatchData, GatewayMessageDeleteDispatchData } from 'discord.js';
import type { InboundContent, InboundMessage } from '../../conversation/message.ts';
import { type DiscordAddress, nonceOf } from './address.ts';
import type { GroupNames } from './group-names.ts';
import { conversationOf, messageKey, PLATFORM } from './keys.ts';
import type { Recent } from './recent.ts';

export interface Reading {
  /** The bot's own id. */
  readonly self: string;
  readonly names: GroupNames;
  /** Who wrote the messages of late, by key; Discord does not say who wrote one that is deleted. */
  readonly authors: Recent<string>;
  /** Milliseconds by our clock. */
  readonly at: number;
}

/** What people write; the rest is notices of Discord's own. */
const WRITTEN = [0, 19];

/** Null for what is not meant for Purser: bots, itself, and in servers all that is neither a mention nor an answer to it. */
export function readMessage(message: GatewayMessageCreateDispatchData, reading: Reading): InboundMessage | null {
  if (!isMeant(message, reading.self)) return null;
  const { id, channel_id: channel } = message;
  const answered = message.message_reference?.message_id;
  const content: InboundContent = {
    kind: 'message',
    text: readText(message, reading.self),
    ...(answered ? { replyTo: messageKey(channel, answered) } : {}),
  };
  const key = messageKey(channel, id);
  reading.authors.put(key, message.author.id);
  return inbound(message, key, content, reading);
}

/** Null for what is no edit of a person: Discord also tells of previews that it has added. */
export function readEdit(message: GatewayMessageCreateDispatchData, reading: Reading): InboundMessage | null {
  const { id, channel_id: channel, edited_timestamp: edited } = message;
  if (!edited || !isMeant(message, reading.self)) return null;
  const edits = messageKey(channel, id);
  const content: InboundContent = { kind: 'edit', text: readText(message, reading.self), edits };
  return inbound(message, `${edits}:edit:${Date.parse(edited)}`, content, reading);
}

/** Null for messages that were not Purser's business. */
export function readDeletion(
  { id, channel_id: channel, guild_id: guild }: GatewayMessageDeleteDispatchData,
  { authors, names, at }: Reading,
): InboundMessage | null {
  const deletes = messageKey(channel, id);
  const sender = authors.get(deletes);
  if (sender === undefined) return null;
  const key = `${deletes}:deleted`;
  const isGroup = guild !== undefined;
  return {
    key,
    platform: PLATFORM,
    conversation: conversationOf(channel),
    sender,
    content: { kind: 'delete', deletes },
    address: addressOf({ channel, user: sender, isGroup, replyTo: null, key, at }),
    ...(isGroup ? { group: names.groupOf(channel) } : {}),
  };
}

/** An address without an interaction. */
function addressOf(where: {
  key: string;
  channel: string;
  user: string;
  isGroup: boolean;
  replyTo: string | null;
  at: number;
}): DiscordAddress {
  const { key, ...rest } = where;
  return { ...rest, nonce: nonceOf(key), token: null, interaction: null, isEphemeral: false };
}

function inbound(
  message: GatewayMessageCreateDispatchData,
  key: string,
  content: InboundContent,
  { names, at }: Reading,
): InboundMessage {
  const { author, channel_id: channel } = message;
  const isGroup = message.guild_id !== undefined;
  return {
    key,
    platform: PLATFORM,
    conversation: conversationOf(channel),
    sender: author.id,
    content,
    address: addressOf({ channel, user: author.id, isGroup, replyTo: isGroup ? message.id : null, key, at }),
    ...(isGroup ? { group: names.groupOf(channel) } : {}),
    profile: { name: author.global_name ?? author.username },
  };
}

function isMeant(message: GatewayMessageCreateDispatchData, self: string): boolean {
  const { author, webhook_id: webhook } = message;
  // Edits that Discord makes itself may come without an author.
  if (!author || author.bot || author.id === self || webhook !== undefined) return false;
  if (!WRITTEN.includes(message.type)) return false;
  if (message.guild_id === undefined) return true;
  const isMentioned = message.mentions.some(({ id }) => id === self) || mentionOf(self).test(message.content);
  return isMentioned || message.referenced_message?.author.id === self;
}

function mentionOf(id: string): RegExp {
  return new RegExp(`<@!?${id}>`);
}

/** Without the mention of Purser, and with names where others are mentioned. */
function readText({ content, mentions }: APIMessage, self: string): string {
  return content
    .replace(new RegExp(`\\s*<@!?${self}>[,:]?\\s*`, 'g'), ' ')
    .replace(/<@!?(\d+)>/g, (whole, id) => {
      const person = mentions.find((each) => each.id === id);
      return person ? `@${person.global_name ?? person.username}` : whole;
    })
    .trim();
}
