/** Slack: direct messages, mentions, threads, `/purser`, buttons and forms; over signed requests or a socket. */

import { setTimeout as sleep } from 'node:timers/promises';
import { App, webApi } from '@slack/bolt';
import { PlatformError } from '../../errors.ts';
import { strikeSecrets } from '../../log.ts';
import { type Channel, type Delivery, DeliveryError, type Desk } from '../channel.ts';
import { createHandle, type Handle, receiverFor } from './acknowledge.ts';
import { createBoltLog } from './bolt-log.ts';
import { createDirectory } from './directory.ts';
import { breakNamed, breakOf, codeOf, missingScopes } from './failures.ts';
import { createInbound, type Inbound } from './inbound.ts';
import type { Fields } from './payload-shape.ts';
import { PLATFORM, readAddress } from './place.ts';
import type { Self } from './read-event.ts';
import { neededScopes } from './scopes.ts';
import { createSender } from './send-reply.ts';
import { defaultTiming, type SlackSettings } from './slack-settings.ts';
import { createSocketConnection, type SocketConnection } from './socket-connection.ts';
import { createWebHook } from './web-hook.ts';
import { createWorkingSigns, type WorkingSigns } from './working-signs.ts';

export function createSlackChannel(settings: SlackSettings): Channel {
  const { log, now, signingSecret, appToken, apiUrl } = settings;
  const timing = { ...defaultTiming, ...settings.timing };
  const boltLog = createBoltLog(log);
  const running = new Set<Promise<unknown>>();
  let handle: Handle | null = null;
  let sender: ((delivery: Delivery) => Promise<void>) | null = null;
  let signs: WorkingSigns | null = null;
  let socket: SocketConnection | null = null;
  let desk: Desk | null = null;

  /** Counts as running until it is settled, so that a stop can wait for it. */
  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const end = () => void running.delete(work);
    work.then(end, end);
    return work;
  }

  function onBroken(why: PlatformError): void {
    if (!handle) return;
    handle = null;
    desk?.onBroken(why);
  }

  async function start(given: Desk): Promise<void> {
    if (!signingSecret && !appToken)
      throw new PlatformError('Slack needs SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode.');
    desk = given;
    const app = new App({
      token: settings.botToken,
      receiver: receiverFor(() => {}),
      // Else auth.test runs unawaited, and a wrong token ends the process.
      deferInitialization: true,
      // Else the SDK keeps a state of every conversation for ever.
      convoStore: false,
      logger: boltLog,
      clientOptions: {
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
        // Whoever sends decides when to try again; a paused queue would hold up every conversation.
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: timing.call,
      },
    });
    const self = await introduce(app);
    const { client } = app;
    const directory = createDirectory({ client, botUser: self.user, log, patience: timing.lookUp });
    const inbound = createInbound({ desk: given, client, directory, self, log, now, patience: timing.lookUp });
    listen(app, inbound);
    signs = createWorkingSigns(client);
    sender = createSender({
      client,
      directory,
      signs,
      respond,
      onBroken,
      team: self.team,
      log,
      startedAt: now() / 1000,
    });
    const whole = createHandle(app, log, timing.acknowledge);
    handle = (event) => track(whole(event));
    if (!appToken) return;
    const connection = createSocketConnection({
      appToken,
      apiUrl,
      boltLog,
      log,
      timing,
      handle: () => handle,
      onBroken,
    });
    socket = connection;
    try {
      await connection.start();
    } catch (error) {
      handle = null;
      throw error;
    }
  }

  /** Who Purser is in this workspace; throws a sentence about what is wrong with the token. */
  async function introduce(app: App): Promise<Self> {
    for (const pause of [...timing.startPauses, null]) {
      try {
        await app.init();
        const {
          team_id: team = '',
          user_id: user = '',
          bot_id: botId = '',
          user: name = 'purser',
          response_metadata: metadata,
        } = await app.client.auth.test();
        const scopes = metadata?.scopes;
        const missing = scopes ? neededScopes.filter((scope) => !scopes.includes(scope)) : [];
        if (missing.length > 0) throw missingScopes(missing);
        return { team, user, botId, name };
      } catch (error) {
        const why = error instanceof PlatformError ? error : breakOf(error);
        if (why) throw why;
        const said = codeOf(error) ?? (error instanceof Error ? strikeSecrets(error.message) : 'no answer');
        if (pause === null) throw new PlatformError(`Slack can not be reached (${said}).`);
        log.warn({ said, retryInMs: pause }, 'Slack can not be reached');
        await sleep(error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : pause);
      }
    }
    throw new PlatformError('Slack can not be reached.');
  }

  function listen(app: App, inbound: Inbound): void {
    for (const type of ['message', 'app_mention', 'member_joined_channel'] as const) {
      app.event(type, async ({ event, body }) => await inbound.spoken(event as unknown as Fields, body.event_id));
    }
    app.event('tokens_revoked', async ({ event }) => {
      if ((event.tokens?.bot ?? []).length > 0) onBroken(breakNamed('token_revoked'));
    });
    app.event('app_uninstalled', async () => onBroken(breakNamed('app_uninstalled')));
    app.command(/.*/, async ({ command }) => await inbound.command(command as unknown as Fields));
    app.action({ type: 'block_actions' }, async ({ body }) => await inbound.press(body as unknown as Fields));
    app.view(/.*/, async ({ body }) => await inbound.form(body as unknown as Fields));
    // Thrown on, so that what was not taken in is not acknowledged either.
    app.error(async (error) => {
      throw error;
    });
  }

  /** One post, no more: five are all that Slack takes. */
  async function respond(url: string, body: object): Promise<number | null> {
    try {
      const signal = AbortSignal.timeout(timing.call);
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error', signal }))
        .status;
    } catch {
      return null;
    }
  }

  async function send(delivery: Delivery): Promise<void> {
    if (!sender) throw new DeliveryError('Slack is not connected', 'away');
    await track(sender(delivery));
  }

  return {
    platform: PLATFORM,
    ...(signingSecret && !appToken ? { webHooks: [createWebHook({ signingSecret, now, handle: () => handle })] } : {}),
    start,
    send,
    async working(address) {
      if (handle && signs) await track(signs.show(readAddress(address)));
    },
    async stop() {
      handle = null;
      await socket?.stop();
      while (running.size > 0) await Promise.allSettled(running);
      sender = null;
    },
  };
}
