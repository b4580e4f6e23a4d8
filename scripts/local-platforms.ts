/** The platforms' local servers as kill runs and benches use them: people write, Purser's answers are counted. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomNumbers } from '../test/support/platforms/discord/faults.ts';
import { startDiscordServer } from '../test/support/platforms/discord/server.ts';
import { startSlackServer } from '../test/support/platforms/slack/slack-server.ts';
import { startTelegramServer } from '../test/support/platforms/telegram/server.ts';

export const platformNames = ['telegram', 'discord', 'slack', 'slack-socket'] as const;
export type PlatformName = (typeof platformNames)[number];

export interface LocalPlatform {
  /** The settings with which `purser serve` talks to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether a bot is connected; where the platform comes to the bot, that is for the caller to find out. */
  isConnected(): boolean;
  /** These people (by number) write these texts to the bot alone, at once. */
  write(messages: readonly { readonly person: number; readonly text: string }[]): void;
  /** What the bot has said to this person, in the order in which it stands there. */
  said(person: number): string[];
  /** The people who were sent something since the last time, one for each message. */
  newlyAnswered(): number[];
  /** Each message comes one to three times, those of different people in mixed order, and a share of the sends fails. */
  trouble(share: number, seed: number): void;
  /** Requests that were made to fail. */
  readonly faults: () => number;
  close(): Promise<void>;
}

/** Rates are off. `port` is where the bot listens, for platforms that come to it. */
export async function openPlatform(name: PlatformName, people: number, port: number): Promise<LocalPlatform> {
  if (name === 'telegram') return await openTelegram(people);
  if (name === 'discord') return await openDiscord(people);
  return await openSlack(people, name === 'slack' ? port : null);
}

async function openTelegram(count: number): Promise<LocalPlatform> {
  const server = await startTelegramServer({ rates: null });
  const people = Array.from({ length: count }, (_, n) => server.addUser(`P${n}`));
  const byChat = new Map(people.map((person, n) => [String(person.chat), n]));
  const sends = watchLog(server.log, (call) =>
    call.method === 'sendMessage' ? byChat.get(String(call.fields.chat_id)) : undefined,
  );
  return {
    settings: { TELEGRAM_TOKEN: server.token, TELEGRAM_API_ROOT: server.url },
    isConnected: () => server.log.findLast(({ method }) => method === 'getUpdates')?.status === 0,
    write: (messages) => {
      for (const { person, text } of messages) people[person]?.send(text);
    },
    said: (person) => server.transcript(people[person]?.chat ?? 0).flatMap(({ isBot, text }) => (isBot ? [text] : [])),
    newlyAnswered: sends,
    trouble(share, seed) {
      const random = randomNumbers(seed);
      server.updates.faults.shuffle = (batch) =>
        mixed(
          batch.flatMap((update) => Array<typeof update>(1 + Math.floor(random() * 3)).fill(update)),
          random,
        );
      const kinds = [
        { kind: 'too-many', retryAfter: 1 },
        { kind: 'refuse', code: 500, description: 'Internal Server Error' },
      ] as const;
      server.faults.setRandom({ methods: ['sendMessage'], share, kinds, random });
    },
    faults: () => server.faults.hits,
    close: () => server.close(),
  };
}

async function openDiscord(count: number): Promise<LocalPlatform> {
  const server = await startDiscordServer({ rateLimits: false });
  const people = Array.from({ length: count }, (_, n) => server.person(`p${n}`));
  const byPath = new Map(people.map((person, n) => [`/channels/${person.dms.id}/messages`, n]));
  const sends = watchLog(server.requests, ({ method, path }) => (method === 'POST' ? byPath.get(path) : undefined));
  let mix: (() => number) | null = null;
  return {
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.api },
    isConnected: () => server.gateway.connections > 0,
    write(messages) {
      server.gateway.hold();
      // The gateway keeps the order of one person's messages.
      const isMixed = mix !== null && new Set(messages.map(({ person }) => person)).size === messages.length;
      for (const { person, text } of messages) people[person]?.dm(text);
      server.gateway.release(isMixed ? Math.floor((mix?.() ?? 0) * 1_000_000) : undefined);
    },
    said: (person) => (people[person]?.sees() ?? []).flatMap(({ from, text }) => (from === 'purser' ? [text] : [])),
    newlyAnswered: sends,
    trouble(share, seed) {
      const random = randomNumbers(seed);
      mix = random;
      server.gateway.copies = () => 1 + Math.floor(random() * 3);
      server.faults.always({ share, seed, kinds: [{ retryAfter: 0.2 }, { status: 500 }, { status: 503 }] });
    },
    faults: () => server.requests.filter(({ status }) => status === 429 || status >= 500).length,
    close: () => server.close(),
  };
}

/** Slack tries three times within six minutes; here it tries more often, for the bot dies every other second. */
const slackRetries = [0, 1_000, 3_000, 6_000, 12_000, 24_000, 48_000];

async function openSlack(count: number, port: number | null): Promise<LocalPlatform> {
  const rates = { postsPerSecond: 1_000_000, postBurst: 1_000_000, tierFactor: 1_000_000 };
  const server = await startSlackServer({ rates, delivery: { retryMilliseconds: slackRetries } });
  if (port !== null) server.deliverTo(`http://127.0.0.1:${port}/slack`);
  const people = Array.from({ length: count }, (_, n) => server.addPerson(`p${n}`));
  const byChannel = new Map(people.map((person, n) => [person.im, n]));
  const sends = watchLog(server.calls, ({ method, args }) =>
    method === 'chat.postMessage' ? byChannel.get(args.channel ?? '') : undefined,
  );
  let mix: (() => number) | null = null;
  return {
    settings: {
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_API_URL: server.apiUrl,
      ...(port === null ? { SLACK_APP_TOKEN: server.appToken } : { SLACK_SIGNING_SECRET: server.signingSecret }),
    },
    isConnected: () => port !== null || server.socket.connections > 0,
    write(messages) {
      server.dispatcher.hold();
      for (const { person, text } of messages) people[person]?.dm(text);
      server.dispatcher.release((held) => (mix ? interleaved(held, mix, channelOf) : held));
    },
    said: (person) =>
      server.transcript(people[person]?.im ?? '').flatMap(({ author, text }) => (author === 'purser' ? [text] : [])),
    newlyAnswered: sends,
    trouble(share, seed) {
      const random = randomNumbers(seed);
      mix = random;
      server.dispatcher.copies = () => 1 + Math.floor(random() * 3);
      server.faults.injectAtRandom(share, seed);
    },
    faults: () => server.calls.filter(({ status }) => status === 429 || status >= 500).length,
    close: () => server.close(),
  };
}

const channelOf = (payload: Record<string, unknown>) => (payload.event as { channel?: string } | undefined)?.channel;

/** In mixed order, but for those that belong together. */
function interleaved<T>(list: readonly T[], random: () => number, groupOf: (each: T) => unknown): T[] {
  const left = [...list];
  return mixed(list.map(groupOf), random).map((group) => {
    const [next] = left.splice(
      left.findIndex((each) => groupOf(each) === group),
      1,
    );
    return next as T;
  });
}

/** Reads a growing log of requests: whom those that have succeeded since the last time were for. */
function watchLog<T extends { readonly status: number }>(
  log: readonly T[],
  whom: (entry: T) => number | undefined,
): () => number[] {
  let read = 0;
  let underway: { readonly entry: T; readonly person: number }[] = [];
  return () => {
    for (; read < log.length; read++) {
      const entry = log[read] as T;
      const person = whom(entry);
      if (person !== undefined) underway.push({ entry, person });
    }
    const done = underway.filter(({ entry }) => entry.status === 200);
    underway = underway.filter(({ entry }) => entry.status === 0);
    return done.map(({ person }) => person);
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function mixed<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
