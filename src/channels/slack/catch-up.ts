/**
 * Direct messages that Slack could not hand over: it tries again minutes later, when newer ones are long answered, and
 * then gives up. So the first one that this process hears of a conversation brings all others along, in their order.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { codeOf } from './failures.ts';
import { isFields } from './payload-shape.ts';
import { readEvent, type Self, type SpokenEvent } from './read-event.ts';
import { Recent } from './recent.ts';

export interface CatchUpOptions {
  readonly client: webApi.WebClient;
  readonly self: Self;
  readonly log: Log;
  /** Messages wait no longer than this for those before them, in milliseconds. */
  readonly patience: number;
  /** Takes one in; what was taken in before is known by its key. */
  receive(said: SpokenEvent): Promise<void>;
}

/** Older messages are not taken in unasked, in seconds: "lunch 12.50" means the day on which it is read. */
const REACH = 60 * 60;
const PAGE = 100;
const CAPACITY = 5_000;

/**
 * A function that takes in all that was written lately in the channel of a message, oldest first, when it is the first
 * that is heard of there. True where the message was among it.
 */
export function createCatchUp({ client, self, log, patience, receive }: CatchUpOptions) {
  /** What was taken in, by channel. */
  const caughtUp = new Recent<string, Promise<ReadonlySet<string>>>(CAPACITY);

  async function written(channel: string, since: number): Promise<readonly unknown[] | null> {
    const oldest = (since - REACH).toFixed(6);
    const late = new AbortController();
    const asked = client.conversations.history({ channel, oldest, limit: PAGE });
    try {
      const over = sleep(patience, null, { signal: late.signal }).catch(() => null);
      return (await Promise.race([asked, over]))?.messages ?? null;
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'Slack does not say what was written meanwhile');
      return null;
    } finally {
      late.abort();
      asked.catch(() => {});
    }
  }

  async function take(channel: string, since: number): Promise<ReadonlySet<string>> {
    const taken = new Set<string>();
    const messages = await written(channel, since);
    if (messages === null) caughtUp.delete(channel);
    // Newest first.
    for (const message of (messages ?? []).toReversed()) {
      const said = isFields(message) ? readEvent({ ...message, channel }, '', self) : null;
      if (!said) continue;
      await receive(said);
      taken.add(said.key);
    }
    return taken;
  }

  return async ({ key, since, place: { channel } }: SpokenEvent): Promise<boolean> => {
    const known = caughtUp.get(channel);
    if (known) return (await known).has(key);
    const work = take(channel, since);
    caughtUp.set(channel, work);
    // What could not be taken in is asked for again.
    work.catch(() => caughtUp.delete(channel));
    return (await work).has(key);
  };
}
