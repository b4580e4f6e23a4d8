/** Sends one message of words and buttons, to all or to the person who asked. */

import type { webApi } from '@slack/bolt';
import { DeliveryError } from '../channel.ts';
import type { Directory } from './directory.ts';
import { metadataOf, type Target } from './earlier-sent.ts';
import { codeOf } from './failures.ts';
import type { SlackText } from './message-blocks.ts';
import type { SlackAddress } from './place.ts';

export interface Placed {
  readonly channel: string;
  readonly ts: string;
}

/** Posts it in a channel or a thread. */
export async function postText(
  client: webApi.WebClient,
  { channel, thread }: Target,
  said: SlackText,
  answers: string,
  part: string,
): Promise<Placed> {
  const message = { channel, ...said, metadata: metadataOf(answers, part), unfurl_links: false, unfurl_media: false };
  try {
    const { ts = '', channel: at = channel } = await client.chat.postMessage({
      ...message,
      ...(thread ? { thread_ts: thread } : {}),
    });
    return { channel: at, ts };
  } catch (error) {
    // The thread went with the message that began it.
    if (!thread || !/^(thread_not_found|invalid_thread_ts|cannot_reply_to_message)$/.test(codeOf(error) ?? ''))
      throw error;
    const { ts = '' } = await client.chat.postMessage(message);
    return { channel, ts };
  }
}

/** Puts it in the place of the sign; null where the sign is gone. */
export async function replaceSign(
  client: webApi.WebClient,
  { channel }: Target,
  sign: string,
  said: SlackText,
  answers: string,
  part: string,
): Promise<Placed | null> {
  try {
    await client.chat.update({ channel, ts: sign, ...said, metadata: metadataOf(answers, part) });
    return { channel, ts: sign };
  } catch (error) {
    if (/^(message_not_found|cant_update_message|edit_window_closed)$/.test(codeOf(error) ?? '')) return null;
    throw error;
  }
}

export interface WhisperOptions {
  readonly client: webApi.WebClient;
  readonly directory: Directory;
  /** Sends a message to a response_url; the status, or null where nobody can tell. */
  respond(url: string, body: object): Promise<number | null>;
}

/** Shows it to one person in the channel, or else sends it to them directly. */
export async function whisper(
  { client, directory, respond }: WhisperOptions,
  { channel, thread, user, responseUrl, answers }: SlackAddress,
  said: SlackText,
  part: string,
): Promise<Placed> {
  try {
    const { message_ts: ts = '' } = await client.chat.postEphemeral({
      channel,
      user,
      ...said,
      ...(thread ? { thread_ts: thread } : {}),
    });
    return { channel, ts };
  } catch (error) {
    // Purser is no member there: what it was asked through can still take the answer.
    if (
      !/^(not_in_channel|channel_not_found|user_not_in_channel|is_archived|thread_not_found)$/.test(codeOf(error) ?? '')
    )
      throw error;
  }
  if (responseUrl) {
    const status = await respond(responseUrl, { response_type: 'ephemeral', replace_original: false, ...said });
    if (status === null) throw new DeliveryError('Slack did not say whether it took the answer', 'unsure');
    if (status < 300) return { channel, ts: `response-${part}` };
  }
  return await postText(client, { channel: await directory.directChannel(user), thread: null }, said, answers, part);
}
