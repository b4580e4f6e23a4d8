/**
 * Discord on this machine: REST API v10 and gateway, as strict as the real one.
 *
 *     const discord = await startDiscordServer();
 *     // rest: { api: discord.api }, login(discord.token)
 *     const ann = discord.person('ann');
 *     ann.dm('lunch 12.50');
 *     await discord.until(() => ann.sees().length === 2);
 */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelRoutes } from './channel-routes.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { Person } from './person.ts';
import type { Place } from './post-message.ts';
import { type RateLimitOptions, RateLimits } from './rate-limits.ts';
import { answerRequest, type LoggedRequest } from './rest.ts';
import { botRoutes } from './routes.ts';
import { type Shown, transcriptOf } from './transcript.ts';
import { wireGuild, wireMessageEvent } from './wire-objects.ts';
import { type Channel, World } from './world.ts';

export interface DiscordServerOptions {
  readonly port?: number;
  readonly token?: string;
  readonly botName?: string;
  /** Milliseconds; Discord's is 41250. */
  readonly heartbeatInterval?: number;
  /** Whether the "message content" switch of the developer portal is on; it is, unless said otherwise. */
  readonly messageContentAllowed?: boolean;
  /** False for none; else how much faster than real time they run. */
  readonly rateLimits?: RateLimitOptions | false;
  /** Milliseconds that must lie between identifies: 5000 at Discord, 0 here unless a test wants it. */
  readonly identifyPause?: number;
  /** Sessions that may start at once; clients wait five seconds between them at 1. */
  readonly maxConcurrency?: number;
}

export interface DiscordServer {
  /** The base address for an SDK, without the version. */
  readonly api: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  /** Every request, in the order of arrival. */
  readonly requests: LoggedRequest[];
  /** The places where the bot was last seen typing. */
  readonly typing: Channel[];
  /** Somebody by name; made the first time. */
  person(name: string, options?: { readonly locale?: string; readonly isBot?: boolean }): Person;
  /** A text channel of the one guild; made the first time. */
  channel(name?: string): Channel;
  /** A server without the bot; gives its channel, in which people are welcomed unless it is told otherwise. */
  addServer(owner: Person, more?: { channel?: string; showsAuditLog?: boolean; welcomesPeople?: boolean }): Channel;
  /** Somebody adds the bot to the server that has this channel. */
  addToServer(channel: Channel, by: Person): void;
  transcript(channel: Channel): Shown[];
  /** Resolves once the condition holds; rejects with what `describe` says when it takes too long. */
  until(condition: () => boolean, milliseconds?: number, describe?: () => string): Promise<void>;
  /** Delivers the message once more. */
  redeliver(messageId: string): void;
  /** Moves the server's clock, for deadlines. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const { heartbeatInterval = 41_250, messageContentAllowed = true, identifyPause = 0, maxConcurrency = 1 } = options;
  const token = options.token ?? 'MTIz.AbCdEf.local-discord-token';
  const world = new World(options.botName ?? 'purser');
  const guild = world.addGuild('Home');
  const faults = new Faults();
  const requests: LoggedRequest[] = [];
  const typing: Channel[] = [];
  const limits = options.rateLimits === false ? null : new RateLimits(options.rateLimits ?? { scale: 1 });
  const ending = new AbortController();
  const http = createServer((request, response) => {
    response.on('error', () => {});
    answerRequest(request, response, { token, routes, limits, faults, log: requests, now: () => world.now(), signal })
      .catch(() => response.destroy())
      .finally(() => world.changed());
  });
  const { signal } = ending;
  const gateway = new Gateway(http, world, { token, heartbeatInterval, messageContentAllowed, identifyPause });
  const place: Place = { world, gateway };
  const routes = [
    ...botRoutes(place, {
      gatewayUrl: () => `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
      maxConcurrency,
      messageContentAllowed,
    }),
    ...channelRoutes(place, (channel) => {
      typing.push(channel);
      world.changed();
    }),
    ...interactionRoutes(place),
  ];
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve));

  const people = new Map<string, Person>();
  return {
    api: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api`,
    token,
    world,
    gateway,
    faults,
    requests,
    typing,
    person(name, more) {
      const known = people.get(name) ?? new Person(place, world.addUser(name, more));
      people.set(name, known);
      return known;
    },
    channel(name = 'general') {
      const known = [...world.channels.values()].find((channel) => channel.guildId === guild && channel.name === name);
      if (known) return known;
      const channel = world.addChannel(guild, name);
      gateway.publish('CHANNEL_CREATE', { id: channel.id, type: 0, guild_id: guild, name, position: 0 });
      return channel;
    },
    addServer(owner, { channel: name = 'welcome', showsAuditLog = false, welcomesPeople = true } = {}) {
      const id = world.addGuild('Elsewhere', { joinedAt: null, owner: owner.user, showsAuditLog });
      const channel = world.addChannel(id, name);
      const added = world.guilds.get(id);
      if (added && welcomesPeople) added.systemChannel = channel;
      return channel;
    },
    addToServer({ guildId }, by) {
      const added = world.guilds.get(guildId ?? '');
      if (!added) throw new Error('that is no channel of a server');
      Object.assign(added, { joinedAt: world.now(), addedBy: by.user });
      gateway.publish('GUILD_CREATE', wireGuild(world, added.id));
    },
    transcript: (channel) => transcriptOf(world, channel),
    until: (condition, milliseconds = 5_000, describe = () => 'it did not happen') =>
      waitUntil(world, condition, milliseconds, describe),
    redeliver(messageId) {
      const message = world.messages.get(messageId);
      if (!message) throw new Error('there is no such message');
      gateway.publish('MESSAGE_CREATE', wireMessageEvent(message));
    },
    pass: (milliseconds) => world.pass(milliseconds),
    async close() {
      ending.abort();
      await gateway.close();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
}

function waitUntil(
  world: World,
  condition: () => boolean,
  milliseconds: number,
  describe: () => string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: unknown) => {
      clearTimeout(timer);
      stop();
      if (error === undefined) resolve();
      else reject(error);
    };
    const timer = setTimeout(() => finish(new Error(`waited ${milliseconds} ms: ${describe()}`)), milliseconds);
    const look = () => {
      try {
        if (condition()) finish();
      } catch (error) {
        finish(error);
      }
    };
    const stop = world.watch(look);
    look();
  });
}
