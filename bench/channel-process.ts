/**
 * A bot in a process of its own, for `channels.ts`: `node bench/channel-process.ts purser|echo telegram|discord|slack`,
 * with the settings of `purser serve`. Purser is what `serve` runs, on SQLite with the offline model; the pace that it
 * keeps for the sake of the platforms' rates is off. The echo bot is what each SDK's own guide begins with.
 *
 * It says {"ready":true} to its parent, and answers any message with its memory in bytes, collected where it can be.
 */

import { createTelegramChannel } from '../src/channels/telegram/telegram-channel.ts';
import { createChannels } from '../src/commands/channels.ts';
import { createClock, openHouse } from '../src/commands/open-house.ts';
import { readConfig } from '../src/config.ts';
import { createDeliverer } from '../src/delivery/deliverer.ts';
import { openDesk } from '../src/delivery/desk.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { startHttpServer } from '../src/http/server.ts';
import { createLog } from '../src/log.ts';

/** Requests a second that no run reaches: discord.js keeps to 50 by itself. */
const NO_LIMIT = 100_000;

async function runPurser(platform: string): Promise<void> {
  const config = readConfig();
  const clock = createClock();
  const log = createLog('error');
  const metrics = createMetrics({ withProcess: true, inboxUnfinished: async () => 0, outboxDepth: async () => 0 });
  const { house, inbox, attachments } = await openHouse(config, { clock, log, meters: metrics });
  const channels = await channelsOf(platform);
  const deliverer = createDeliverer({ database: house.database, channels, attachments, clock, log });
  const onBroken = (_: unknown, why: Error) => {
    throw why;
  };
  const webHooks = channels.flatMap((channel) => channel.webHooks ?? []);
  const port = config.http.port ?? 0;
  await startHttpServer({ host: '127.0.0.1', port, webHooks, readiness: {} as never, metrics, log });
  await deliverer.start();
  for (const channel of channels) await channel.start(openDesk(channel, { house, inbox, deliverer, onBroken }));

  async function channelsOf(name: string) {
    const { telegram, discord } = config.channels;
    if (name === 'telegram' && telegram) {
      const { token, apiRoot } = telegram;
      const timing = { perChat: 0, perGroup: 0, overall: 0 };
      return [createTelegramChannel({ token, log, now: clock.leaseTime, apiRoot: apiRoot ?? '', timing })];
    }
    if (name === 'discord' && discord) {
      const { createDiscordChannel } = await import('../src/channels/discord/discord-channel.ts');
      const { token, apiUrl } = discord;
      return [createDiscordChannel({ token, api: apiUrl ?? '', clock, log, requestsPerSecond: NO_LIMIT })];
    }
    return await createChannels(config, { clock, log });
  }
}

async function runEcho(platform: string): Promise<void> {
  const { env } = process;
  if (platform === 'telegram') {
    const { Telegraf } = await import('telegraf');
    const bot = new Telegraf(env.TELEGRAM_TOKEN ?? '', { telegram: { apiRoot: env.TELEGRAM_API_ROOT ?? '' } });
    bot.on('text', async (context) => void (await context.reply(context.message.text)));
    void bot.launch({ dropPendingUpdates: false });
  } else if (platform === 'discord') {
    const { Client, GatewayIntentBits, Partials } = await import('discord.js');
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
      partials: [Partials.Channel],
      rest: { api: env.DISCORD_API_URL ?? '', globalRequestsPerSecond: NO_LIMIT },
    });
    client.on('messageCreate', async (message) => {
      if (!message.author.bot && message.channel.isSendable()) await message.channel.send(message.content);
    });
    await client.login(env.DISCORD_TOKEN);
  } else {
    const { App, LogLevel } = await import('@slack/bolt');
    const app = new App({
      token: env.SLACK_BOT_TOKEN ?? '',
      signingSecret: env.SLACK_SIGNING_SECRET ?? '',
      endpoints: '/slack',
      clientOptions: { slackApiUrl: env.SLACK_API_URL ?? '' },
      logLevel: LogLevel.ERROR,
    });
    app.message(async ({ message, say }) => void (await say('text' in message ? (message.text ?? '') : '')));
    await app.start(Number(env.PURSER_HTTP_PORT));
  }
}

const [kind = '', platform = ''] = process.argv.slice(2);
await (kind === 'purser' ? runPurser(platform) : runEcho(platform));
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed });
});
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });
