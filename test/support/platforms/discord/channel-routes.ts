/** Routes of channels: messages, typing, direct messages. */

import { invalidForm, refusal } from './api-error.ts';
import type { Body } from './message-rules.ts';
import { createMessage, deleteMessage, editMessage, type Place, sameNonce } from './post-message.ts';
import type { Call, Route } from './routes.ts';
import { wireChannel, wireMessage } from './wire-objects.ts';
import type { Channel, Message } from './world.ts';

const CHANNEL = String.raw`^\/channels\/(\d+)`;

export function channelRoutes(place: Place, onTyping: (channel: Channel) => void): Route[] {
  const { world } = place;

  /** The channel, if the bot may see it. */
  function seen(id = ''): Channel {
    const channel = world.channels.get(id);
    if (!channel) throw refusal('unknownChannel');
    if (channel.denied.has('view')) throw refusal('missingAccess');
    return channel;
  }

  function writable(id = ''): Channel {
    const channel = seen(id);
    if (channel.recipient && !channel.recipient.takesDms) throw refusal('cannotDm');
    if (channel.denied.has('send')) throw refusal('missingPermissions');
    return channel;
  }

  function messageOf(channel: Channel, id = ''): Message {
    const message = world.messages.get(id);
    if (!message || message.isDeleted || message.channel !== channel || message.ephemeralFor) {
      throw refusal('unknownMessage');
    }
    return message;
  }

  function post({ params: [id], body, files }: Call): unknown {
    const channel = writable(id);
    if (files.length > 0 && channel.denied.has('attach')) throw refusal('missingPermissions');
    const request = (body ?? {}) as Body;
    const earlier = sameNonce(world, channel, request);
    if (earlier) return wireMessage(earlier);
    const replyTo = referenced(channel, request);
    return wireMessage(createMessage(place, { channel, author: world.bot, body: request, files, replyTo }));
  }

  function referenced(channel: Channel, body: Body): Message | null {
    const reference = body.message_reference as { message_id?: string; fail_if_not_exists?: boolean } | undefined;
    if (!reference) return null;
    const message = world.messages.get(String(reference.message_id));
    if (message && !message.isDeleted && message.channel === channel && !message.ephemeralFor) return message;
    if (reference.fail_if_not_exists === false) return null;
    throw invalidForm([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
  }

  return [
    { method: 'GET', path: new RegExp(`${CHANNEL}$`), handle: ({ params: [id] }) => wireChannel(seen(id)) },
    {
      method: 'GET',
      path: new RegExp(`${CHANNEL}/messages$`),
      handle({ params: [id], query }) {
        const channel = seen(id);
        if (channel.denied.has('history')) return [];
        const limit = Number(query.get('limit') ?? 50);
        if (!(limit >= 1 && limit <= 100)) {
          throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'Must be between 1 and 100.' }]);
        }
        const messages = world.messagesIn(channel).filter((message) => !message.ephemeralFor);
        const after = query.get('after');
        const before = query.get('before');
        const found = messages.filter(
          ({ id: each }) =>
            (after === null || BigInt(each) > BigInt(after)) && (before === null || BigInt(each) < BigInt(before)),
        );
        // Newest first, also when asked for those after one: then the oldest of them, turned round.
        const page = after === null ? found.slice(-limit) : found.slice(0, limit);
        return page.reverse().map((message) => wireMessage(message));
      },
    },
    { method: 'POST', path: new RegExp(`${CHANNEL}/messages$`), handle: post },
    {
      method: 'GET',
      path: new RegExp(`${CHANNEL}/messages/(\\d+)$`),
      handle: ({ params: [id, message] }) => wireMessage(messageOf(seen(id), message)),
    },
    {
      method: 'PATCH',
      path: new RegExp(`${CHANNEL}/messages/(\\d+)$`),
      handle({ params: [id, messageId], body, files }) {
        const message = messageOf(seen(id), messageId);
        if (message.author !== world.bot) throw refusal('notTheAuthor');
        editMessage(place, message, (body ?? {}) as Body, files);
        return wireMessage(message);
      },
    },
    {
      method: 'DELETE',
      path: new RegExp(`${CHANNEL}/messages/(\\d+)$`),
      handle({ params: [id, messageId] }) {
        const message = messageOf(seen(id), messageId);
        if (message.author !== world.bot) throw refusal('missingPermissions');
        deleteMessage(place, message);
      },
    },
    {
      method: 'POST',
      path: new RegExp(`${CHANNEL}/typing$`),
      handle: ({ params: [id] }) => onTyping(writable(id)),
    },
    {
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      handle({ body }) {
        const user = world.users.get(String((body as Body)?.recipient_id));
        if (!user || user.isBot) throw refusal('unknownUser');
        return wireChannel(world.dmChannel(user));
      },
    },
  ];
}
