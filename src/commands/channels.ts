/** Makes the channels that are configured; a platform's SDK is loaded only when it is used. */

import { join } from 'node:path';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../conversation/house.ts';
import type { Log } from '../log.ts';

export async function createChannels(config: Config, options: { clock: Clock; log: Log }): Promise<Channel[]> {
  const { clock, log } = options;
  const { slack, discord, telegram } = config.channels;
  const now = clock.leaseTime;
  const channels: Channel[] = [];
  if (slack) {
    const { createSlackChannel } = await import('../channels/slack/slack-channel.ts');
    const { botToken, signingSecret, appToken, apiUrl } = slack;
    channels.push(createSlackChannel({ botToken, log, now, ...present({ signingSecret, appToken, apiUrl }) }));
  }
  if (discord) {
    const { createDiscordChannel } = await import('../channels/discord/discord-channel.ts');
    const sessionFile = join(config.dataFolder, 'discord-session.json');
    channels.push(
      createDiscordChannel({ token: discord.token, sessionFile, clock, log, ...present({ api: discord.apiUrl }) }),
    );
  }
  if (telegram) {
    const { createTelegramChannel } = await import('../channels/telegram/telegram-channel.ts');
    const { token, webhook, apiRoot } = telegram;
    channels.push(createTelegramChannel({ token, log, now, ...present({ webhook, apiRoot }) }));
  }
  return channels;
}

/** Mail, which is only sent; null where nobody has set it up. */
export async function createMail({ mail }: Config, options: { clock: Clock; log: Log }): Promise<Channel | null> {
  if (!mail) return null;
  const { createMailChannel } = await import('../channels/mail/mail-channel.ts');
  return createMailChannel({ ...mail, log: options.log, now: options.clock.leaseTime });
}

/** Whether any channel is configured in which people can talk. */
export function hasChannels({ channels }: Config): boolean {
  return Object.values(channels).some((channel) => channel !== null);
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** The fields that are not null. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}
