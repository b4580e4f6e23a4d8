/** Looks up whether a part of a reply is there already, where nobody knows if it was sent. */

import type { webApi } from '@slack/bolt';
import { codeOf } from './failures.ts';
import { isFields, textAt } from './payload-shape.ts';
import type { SlackAddress } from './place.ts';

export const METADATA = 'purser_reply';
/** The part that is a sign that an answer is on its way. */
export const WORKING = 'working';

/** Marks a message as this part of the answer to that message. People do not see it. */
export function metadataOf(answers: string, part: string) {
  return { event_type: METADATA, event_payload: { answers, part } };
}

/** Where the messages of a reply go. */
export interface Target {
  readonly channel: string;
  readonly thread: string | null;
}

export interface Earlier {
  /** The timestamps of parts that are there, by their names. */
  readonly parts: ReadonlyMap<string, string>;
  /** Names of the files that are there. */
  readonly files: ReadonlySet<string>;
}

export const nothingEarlier: Earlier = { parts: new Map(), files: new Set() };

/** How far back Slack's clock is trusted to agree with itself, in seconds. */
const MARGIN = 2;

/** What of the answer stands in the channel or thread. */
export async function findEarlier(
  client: webApi.WebClient,
  { channel, thread }: Target,
  address: SlackAddress,
): Promise<Earlier> {
  const window = { channel, oldest: (address.since - MARGIN).toFixed(6), limit: 100, include_all_metadata: true };
  const { messages = [] } = thread
    ? await client.conversations.replies({ ...window, ts: thread }).catch((error: unknown) => {
        // The thread went with the message that began it; the answer is in the channel then.
        if (codeOf(error) === 'thread_not_found') return client.conversations.history(window);
        throw error;
      })
    : await client.conversations.history(window);
  const parts = new Map<string, string>();
  const files = new Set<string>();
  for (const message of messages) {
    const { metadata, files: shared } = message as { metadata?: unknown; files?: unknown };
    if (textAt(metadata, 'event_type') === METADATA && isFields(metadata)) {
      const { event_payload: payload } = metadata;
      if (textAt(payload, 'answers') === address.answers) parts.set(textAt(payload, 'part'), textAt(message, 'ts'));
    }
    if (message.bot_id && Array.isArray(shared)) for (const file of shared) files.add(textAt(file, 'name'));
  }
  return { parts, files };
}
