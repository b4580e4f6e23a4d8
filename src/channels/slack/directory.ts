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
  /** The channel of direct messages with somebody. */
  directChannel(user: string): Promise<string>;
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
  const profiles = new Recent<string, NonNullable<InboundMessage['profile']>>(CAPACITY);
  const names = new Recent<string, string>(CAPACITY);
  const threads = new Recent<string, boolean>(CAPACITY);
  const directs = new Recent<string, string>(CAPACITY);

  /** The answer, or undefined where it fails or takes too long. */
  async function inTime<T>(what: string, ask: () => Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patience, undefined);
    });
    const asked = ask().catch((error: unknown) => {
      log.warn({ what, code: codeOf(error) }, 'Slack did not say');
      return undefined;
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function askProfile(user: string) {
    const { user: known } = await client.users.info({ user, include_locale: true });
    const profile = {
      ...(known?.real_name ? { name: known.real_name } : {}),
      ...(known?.locale ? { language: known.locale } : {}),
      ...(known?.tz ? { timezone: known.tz } : {}),
    };
    profiles.set(user, profile);
    return profile;
  }

  async function askName(channel: string): Promise<string> {
    const { channel: known } = await client.conversations.info({ channel });
    const name = textAt(known, 'name');
    names.set(channel, name);
    return name;
  }

  async function askThread(channel: string, thread: string): Promise<boolean> {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread, limit: 50 });
    const isPart = messages.some(({ user, text }) => user === botUser || text?.includes(`<@${botUser}>`));
    threads.set(`${channel}:${thread}`, isPart);
    return isPart;
  }

  return {
    profile: async (user) => profiles.get(user) ?? (await inTime('who somebody is', () => askProfile(user))),
    async group({ team, channel }, name = '') {
      if (isDirect(channel)) return undefined;
      if (name !== '') names.set(channel, name);
      const known = names.get(channel) ?? (await inTime('the name of a channel', () => askName(channel)));
      return { id: `${team}:${channel}`, name: known ?? '' };
    },
    join(channel, thread) {
      threads.set(`${channel}:${thread}`, true);
    },
    async isPartOf(channel, thread, begunBy) {
      if (begunBy === botUser) return true;
      const known = threads.get(`${channel}:${thread}`);
      return known ?? (await inTime('who is in a thread', () => askThread(channel, thread))) ?? false;
    },
    async directChannel(user) {
      const known = directs.get(user);
      if (known !== undefined) return known;
      const { channel } = await client.conversations.open({ users: user });
      const id = textAt(channel, 'id');
      directs.set(user, id);
      return id;
    },
  };
}
