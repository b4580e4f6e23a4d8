/** What Slack knows of people, channels and threads, asked once and remembered. */

import type { webApi } from '@slack/bolt';
import type { InboundMessage } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import { codeOf } from './failures.ts';
import { textAt } from './payload-shape.ts';
import { isDirect, type Place } from './place.ts';
import { Recent } from './recent.ts';

export interface Directory {
  /** Their language and time zone; nothing where Slack does not say in time. */
  profile(user: string): Promise<InboundMessage['profile']>;
  /** The channel that several people share; absent for direct messages. */
  group(place: Place, name?: string): Promise<InboundMessage['group']>;
  /** Purser was spoken to, or has spoken, in this thread. */
  join(channel: string, thread: string): void;
  /** Whether Purser is part of the thread. */
  isPartOf(channel: string, thread: string, begunBy: string): Promise<boolean>;
  /** The channel of direct messages between Purser and somebody. */
  directChannel(user: string): Promise<string>;
  /** This is that channel. */
  learnDirectChannel(user: string, channel: string): void;
  /** Whether these direct messages are not with Purser; where Slack does not say, they may not be. */
  isOthers(user: string, channel: string): Promise<boolean>;
}

const CAPACITY = 5_000;

export interface DirectoryOptions {
  readonly client: webApi.WebClient;
  readonly botUser: string;
  readonly log: Log;
  /** Messages wait no longer than this for what is nice to know, in milliseconds. */
  readonly patience: number;
}

export function createDirectory({ client, botUser, log, patience }: DirectoryOptions): Directory {
  const profiles = new Recent<string, Promise<InboundMessage['profile']>>(CAPACITY);
  const names = new Recent<string, Promise<string>>(CAPACITY);
  const threads = new Recent<string, Promise<boolean>>(CAPACITY);
  const directs = new Recent<string, Promise<string>>(CAPACITY);

  /** Asks once, however many want to know; what failed is asked again. */
  function once<T>(known: Recent<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
    const earlier = known.get(key);
    if (earlier) return earlier;
    const asked = ask();
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  }

  /** The answer, or undefined where it fails or takes too long. */
  async function inTime<T>(what: string, asked: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patience, undefined);
    });
    const answer = asked.catch((error: unknown) => {
      log.warn({ what, code: codeOf(error) }, 'Slack did not say');
      return undefined;
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function askProfile(user: string) {
    const { user: known } = await client.users.info({ user, include_locale: true });
    return {
      ...(known?.real_name ? { name: known.real_name } : {}),
      ...(known?.locale ? { language: known.locale } : {}),
      ...(known?.tz ? { timezone: known.tz } : {}),
    };
  }

  async function askName(channel: string): Promise<string> {
    const { channel: known } = await client.conversations.info({ channel });
    return textAt(known, 'name');
  }

  async function askThread(channel: string, thread: string): Promise<boolean> {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread, limit: 50 });
    return messages.some(({ user, text }) => user === botUser || text?.includes(`<@${botUser}>`));
  }

  async function askDirect(user: string): Promise<string> {
    const { channel } = await client.conversations.open({ users: user });
    return textAt(channel, 'id');
  }

  const directChannel = (user: string) => once(directs, user, () => askDirect(user));

  return {
    profile: (user) =>
      inTime(
        'who somebody is',
        once(profiles, user, () => askProfile(user)),
      ),
    async group({ team, channel }, name = '') {
      if (isDirect(channel)) return undefined;
      if (name !== '') names.set(channel, Promise.resolve(name));
      const known = await inTime(
        'the name of a channel',
        once(names, channel, () => askName(channel)),
      );
      return { id: `${team}:${channel}`, name: known ?? '' };
    },
    join(channel, thread) {
      threads.set(`${channel}:${thread}`, Promise.resolve(true));
    },
    async isPartOf(channel, thread, begunBy) {
      if (begunBy === botUser) return true;
      const key = `${channel}:${thread}`;
      return (
        (await inTime(
          'who is in a thread',
          once(threads, key, () => askThread(channel, thread)),
        )) ?? false
      );
    },
    directChannel,
    learnDirectChannel(user, channel) {
      directs.set(user, Promise.resolve(channel));
    },
    async isOthers(user, channel) {
      if (!isDirect(channel)) return false;
      return (await inTime('where to talk alone', directChannel(user))) !== channel;
    },
  };
}
