/**
 * The channels of this process. Those that a platform comes to are served by every process with the role "http"; those that
 * go and fetch by one process at a time, which holds the role "gateway:PLATFORM" by a lease. Mail is sent by every process with
 * the role "http" or "scheduler": the leases of the outbox see to it that two never send the same one.
 */

import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../conversation/house.ts';
import type { Log } from '../log.ts';
import { createRole } from '../scheduler/role.ts';
import type { Worker } from '../scheduler/scheduler.ts';
import type { Database } from '../store/database.ts';
import { createChannels, createMail } from './channels.ts';

export interface ServedChannels {
  /** Every platform that people talk on and this process serves, or stands by for. */
  readonly platforms: readonly string[];
  /** Those that this process only sends to. */
  readonly sentTo: readonly string[];
  /** Those that it serves now; the same array all along. */
  readonly now: readonly Channel[];
  /** Takes up what it may. Resolves once people can talk, or stand by. */
  start(): Promise<void>;
  /** Nothing is taken in any more, and others may; what is served can still send. */
  stop(): Promise<void>;
}

export interface ServedOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly worker: Worker;
  /** Starts a channel; throws what ends the process. */
  readonly onServe: (channel: Channel) => Promise<void>;
}

export async function createServedChannels(config: Config, options: ServedOptions): Promise<ServedChannels> {
  const { database, clock, log, worker, onServe } = options;
  const all = await createChannels(config, { clock, log });
  const visited = config.roles.includes('http') ? all.filter(({ webHooks }) => webHooks) : [];
  const fetching = config.roles.includes('gateway') ? all.filter(({ webHooks }) => !webHooks) : [];
  const isSender = config.roles.includes('http') || config.roles.includes('scheduler');
  const mail = isSender ? await createMail(config, { clock, log }) : null;
  const sending = mail ? [mail] : [];
  const now = [...visited, ...sending];
  let isStopping = false;

  const gateways = fetching.map(({ platform }) => {
    let channel: Channel | undefined;
    return createRole({
      ...{ database, clock, log, worker, name: `gateway:${platform}` },
      async onGained() {
        // A new one each time: a channel that was stopped is not started again.
        channel = await createChannel(platform);
        now.push(channel);
        await onServe(channel);
      },
      async onLost() {
        if (!channel) return;
        if (!isStopping) now.splice(now.indexOf(channel), 1);
        await channel.stop();
      },
    });
  });

  async function createChannel(platform: string): Promise<Channel> {
    const none = { slack: null, discord: null, telegram: null };
    const mine = { [platform]: config.channels[platform as keyof typeof none] };
    const [channel] = await createChannels({ ...config, channels: { ...none, ...mine } }, { clock, log });
    return channel as Channel;
  }

  return {
    platforms: [...visited, ...fetching].map(({ platform }) => platform),
    sentTo: sending.map(({ platform }) => platform),
    now,
    async start() {
      await Promise.all([
        ...visited.map(onServe),
        ...sending.map(onServe),
        ...gateways.map((gateway) => gateway.start()),
      ]);
    },
    async stop() {
      isStopping = true;
      await Promise.allSettled([
        ...[...visited, ...sending].map((channel) => channel.stop()),
        ...gateways.map((gateway) => gateway.stop()),
      ]);
    },
  };
}
