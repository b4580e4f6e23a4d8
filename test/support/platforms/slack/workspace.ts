/** A Slack workspace in memory: people, channels, messages, files and open modals. It keeps what was said; rules are elsewhere. */

import { randomBytes } from 'node:crypto';
import { ApiError } from './api-error.ts';

export type Json = Record<string, unknown>;

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly tz: string;
  readonly locale: string;
  readonly isBot: boolean;
}

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'im' | 'channel' | 'group';
  readonly members: Set<string>;
  archived: boolean;
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly altText: string;
  readonly length: number;
  bytes: Buffer | null;
  shared: boolean;
}

export interface SlackMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  /** Set on what an app has said. */
  readonly botId: string | null;
  text: string;
  blocks: Json[] | null;
  readonly threadTs: string | null;
  readonly files: readonly SlackFile[];
  metadata: Json | null;
  /** The only person who sees it. */
  readonly onlyFor: string | null;
  edited: boolean;
  deleted: boolean;
}

export interface SlackView {
  readonly id: string;
  readonly user: string;
  view: Json;
  hash: string;
  errors: Record<string, string>;
}

export type NewMessage = Pick<SlackMessage, 'channel' | 'user' | 'text'> & Partial<SlackMessage>;

export interface Workspace {
  readonly teamId: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, SlackChannel>;
  readonly messages: SlackMessage[];
  readonly files: Map<string, SlackFile>;
  readonly views: Map<string, SlackView>;
  /** Milliseconds since the epoch on the workspace's own clock. */
  now(): number;
  /** Moves its clock on, for what runs out. */
  skip(milliseconds: number): void;
  id(prefix: string): string;
  addUser(name: string, more?: Partial<SlackUser>): SlackUser;
  addChannel(name: string, members: readonly string[], kind?: SlackChannel['kind']): SlackChannel;
  /** The direct messages of a person and the app; made when they are first needed. */
  im(user: string): SlackChannel;
  channel(id: string): SlackChannel;
  post(message: NewMessage): SlackMessage;
  find(channel: string, ts: string): SlackMessage | undefined;
}

/** A workspace with the app's own user and nobody else. */
export function createWorkspace(): Workspace {
  let count = 0;
  let skipped = 0;
  let lastMicros = 0;
  const id = (prefix: string) =>
    `${prefix}${randomBytes(3).toString('hex').toUpperCase()}${(++count).toString(36).toUpperCase()}`;
  const users = new Map<string, SlackUser>();
  const channels = new Map<string, SlackChannel>();
  const messages: SlackMessage[] = [];
  const byTs = new Map<string, SlackMessage>();
  const botUserId = 'U0PURSER';

  const workspace: Workspace = {
    teamId: 'T0TEAM',
    appId: 'A0APP',
    botUserId,
    botId: 'B0BOT',
    users,
    channels,
    messages,
    files: new Map(),
    views: new Map(),
    now: () => Date.now() + skipped,
    skip(milliseconds) {
      skipped += milliseconds;
    },
    id,
    addUser(name, more = {}) {
      const user = { id: id('U'), name, tz: 'Europe/Berlin', locale: 'en-US', isBot: false, ...more };
      users.set(user.id, user);
      return user;
    },
    addChannel(name, members, kind = 'channel') {
      const prefix = { im: 'D', group: 'G', channel: 'C' }[kind];
      const channel = { id: id(prefix), name, kind, members: new Set(members), archived: false };
      channels.set(channel.id, channel);
      return channel;
    },
    im(user) {
      const known = [...channels.values()].find(
        (each) => each.kind === 'im' && each.members.has(user) && each.members.has(botUserId),
      );
      if (known) return known;
      const channel = {
        id: id('D'),
        name: '',
        kind: 'im' as const,
        members: new Set([user, botUserId]),
        archived: false,
      };
      channels.set(channel.id, channel);
      return channel;
    },
    channel(wanted) {
      const channel = channels.get(wanted);
      if (!channel) throw new ApiError('channel_not_found');
      return channel;
    },
    post(message) {
      // Timestamps name messages, so no two of a workspace are alike here.
      lastMicros = Math.max(lastMicros + 1, workspace.now() * 1000);
      const ts = `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
      const whole: SlackMessage = {
        botId: null,
        blocks: null,
        threadTs: null,
        files: [],
        metadata: null,
        onlyFor: null,
        edited: false,
        deleted: false,
        ...message,
        ts,
      };
      messages.push(whole);
      byTs.set(`${whole.channel}:${ts}`, whole);
      return whole;
    },
    find(channel, ts) {
      const message = byTs.get(`${channel}:${ts}`);
      return message?.deleted ? undefined : message;
    },
  };
  users.set(botUserId, { id: botUserId, name: 'purser', tz: 'UTC', locale: 'en-US', isBot: true });
  return workspace;
}
