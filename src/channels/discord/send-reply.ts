/** Replies on their way to Discord. */

import { type APIMessage, InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Delivery } from '../channel.ts';
import { type DiscordAddress, nonceOf } from './address.ts';
import { deliveryErrorOf, isAnswered, isInteractionOver, isShutOut, isUnpromised } from './failures.ts';
import { messageKey } from './keys.ts';
import { type MessagePart, partsOf } from './message-parts.ts';

export interface SendOptions {
  readonly rest: REST;
  readonly applicationId: string;
  readonly log: Log;
  /** Milliseconds by our clock. */
  readonly now: number;
  /** Settles once the interaction was acknowledged, or could not be. */
  acknowledged(nonce: string): Promise<unknown> | undefined;
}

/** Discord lets an answer be edited for 15 minutes; a little less, since clocks differ. */
const TOKEN_MILLISECONDS = 14.5 * 60_000;

/** What answers nothing is a message of its own: its earlier one's interaction, nonce and reference are not its. */
function addressOf({ address, note }: Delivery): DiscordAddress {
  const known = address as DiscordAddress;
  return note ? { ...known, nonce: nonceOf(note), token: null, interaction: null, replyTo: null } : known;
}

type Poster = (part: MessagePart, index: number) => Promise<APIMessage>;

/** Sends the parts that are not sent yet. Throws a DeliveryError. */
export async function sendReply(delivery: Delivery, options: SendOptions): Promise<void> {
  const address = addressOf(delivery);
  const post = posterTo(address, delivery.audience === 'asker' && address.isGroup, options);
  const parts = await partsOf(delivery.reply, delivery.attachments, options.log);
  for (const [index, part] of parts.entries()) {
    if (delivery.sent.includes(part.name)) continue;
    const message = await post(part, index);
    await delivery.onSent(part.name, messageKey(message.channel_id, message.id));
  }
}

function posterTo(address: DiscordAddress, isPrivate: boolean, options: SendOptions): Poster {
  const { rest, applicationId, now } = options;
  const { channel, user, token, nonce, isEphemeral } = address;

  /** The same nonce makes one message, so this may be tried again. */
  async function postTo(place: string, part: MessagePart, index: number, replyTo: string | null): Promise<APIMessage> {
    const reference =
      replyTo === null || index > 0 ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    const body = { ...part.body, ...reference, nonce: `${nonce}-${index}`, enforce_nonce: true };
    return (await rest.post(Routes.channelMessages(place), { body, files: part.files })) as APIMessage;
  }

  async function postToPerson(part: MessagePart, index: number): Promise<APIMessage> {
    const dms = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { id: string };
    return await postTo(dms.id, part, index, null);
  }

  const postOpenly: Poster = (part, index) => postTo(channel, part, index, address.replyTo);
  const postWithoutToken: Poster = async (part, index) => {
    try {
      return await (isPrivate || (isEphemeral && address.isGroup) ? postToPerson : postOpenly)(part, index);
    } catch (error) {
      throw deliveryErrorOf(error, true);
    }
  };
  if (token === null) return postWithoutToken;

  const webhook = Routes.webhook(applicationId, token);
  const original = Routes.webhookMessage(applicationId, token, '@original');
  const callback = Routes.interactionCallback(String(address.interaction), token);
  const isHidden = isPrivate || isEphemeral;

  /** Discord does not tell whether it has it already, so a try without an answer is not repeated. */
  async function follow({ body, files }: MessagePart): Promise<APIMessage> {
    const flags = Number(body.flags) | (isHidden ? MessageFlags.Ephemeral : 0);
    try {
      const query = new URLSearchParams({ wait: 'true' });
      return (await rest.post(webhook, { body: { ...body, flags }, files, query, auth: false })) as APIMessage;
    } catch (error) {
      throw isInteractionOver(error) ? error : deliveryErrorOf(error, false);
    }
  }

  async function editOriginal({ body, files }: MessagePart): Promise<APIMessage> {
    return (await rest.patch(original, { body, files, auth: false })) as APIMessage;
  }

  /** Within its three seconds; a promise that comes later is then none any more. */
  async function answerAtOnce(part: MessagePart): Promise<APIMessage> {
    const flags = Number(part.body.flags) | (isHidden ? MessageFlags.Ephemeral : 0);
    const body = { type: InteractionResponseType.ChannelMessageWithSource, data: { ...part.body, flags } };
    const query = new URLSearchParams({ with_response: 'true' });
    try {
      const answer = await rest.post(callback, { body, files: part.files, query, auth: false });
      return (answer as { resource: { message: APIMessage } }).resource.message;
    } catch (error) {
      if (isAnswered(error)) return await editOriginal(part);
      throw error;
    }
  }

  async function postFirst(part: MessagePart): Promise<APIMessage> {
    try {
      if (!isPrivate || isEphemeral) return await editOriginal(part);
      // Everybody sees "thinking"; what is for one person takes a message of its own, once that is gone.
      await rest.delete(original, { auth: false });
    } catch (error) {
      if (isUnpromised(error)) return await answerAtOnce(part);
      if (!isPrivate || isEphemeral || !isInteractionOver(error)) throw error;
    }
    return await follow(part);
  }

  async function postLater(part: MessagePart, index: number): Promise<APIMessage> {
    if (isHidden) return await follow(part);
    try {
      return await postOpenly(part, index);
    } catch (error) {
      if (isShutOut(error)) return await follow(part);
      throw error;
    }
  }

  return async (part, index) => {
    await options.acknowledged(nonce);
    if (now - address.at > TOKEN_MILLISECONDS) return await postWithoutToken(part, index);
    try {
      return await (index === 0 ? postFirst(part) : postLater(part, index));
    } catch (error) {
      if (isInteractionOver(error)) return await postWithoutToken(part, index);
      throw deliveryErrorOf(error, true);
    }
  };
}
