/** Serves the configured channels until the process is told to stop. */

import { once } from 'node:events';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import { createDeliverer } from '../delivery/deliverer.ts';
import { openDesk } from '../delivery/desk.ts';
import { PlatformError } from '../errors.ts';
import { createMetrics } from '../http/metrics.ts';
import type { PartHealth, Readiness } from '../http/readiness.ts';
import { startHttpServer } from '../http/server.ts';
import type { Log } from '../log.ts';
import { outboxHealth } from '../store/outbox.ts';
import { countUnfinishedTurns } from '../store/turns.ts';
import { createChannels } from './channels.ts';
import { createClock, type OpenHouse, openHouse } from './open-house.ts';
import { stopOnSignals } from './stopping.ts';

/** How often turns are looked for that a worker which is gone left behind, in milliseconds. */
const RECOVER_EVERY = 15_000;
/** The port when a channel needs one and none is set. */
const DEFAULT_PORT = 8080;
/** Replies given up within this time make a platform "degraded", in milliseconds. */
const FAILURES_COUNT_FOR = 60 * 60_000;

/** Throws an InputError for a wrong setting, and a PlatformError when no channel could be started. */
export async function serveChannels(config: Config, log: Log): Promise<void> {
  const clock = createClock();
  const stopping = stopOnSignals();
  const metrics = createMetrics({
    withProcess: true,
    inboxUnfinished: async () => await countUnfinishedTurns(open.house.database.client),
    outboxDepth: async () => {
      const health = await Promise.all(channels.map((channel) => healthOf(channel)));
      return health.reduce((sum, each) => sum + each.waiting, 0);
    },
  });
  const open: OpenHouse = await openHouse(config, { clock, log, meters: metrics });
  const { client } = open.house.database;
  const channels = await createChannels(config, { clock, log });
  const healthOf = ({ platform }: Channel) =>
    outboxHealth(client, platform, new Date(clock.leaseTime() - FAILURES_COUNT_FOR));
  const broken = new Map<Channel, string>();
  const deliverer = createDeliverer({
    database: open.house.database,
    channels,
    attachments: open.attachments,
    clock,
    log,
    onOutcome: (platform, outcome) => metrics.delivered(platform, outcome === 'error' ? 'later' : outcome),
  });
  const onBroken = (channel: Channel, why: PlatformError) => {
    broken.set(channel, why.message);
    log.error({ platform: channel.platform, why: why.message }, 'a channel stopped; the others go on');
  };

  const webHooks = channels.flatMap((channel) => channel.webHooks ?? []);
  const port = config.http.port ?? (webHooks.length > 0 ? DEFAULT_PORT : null);
  const readiness: Readiness = {
    database: async () => {
      await open.house.database.ping();
      return { state: 'ok' };
    },
    ...Object.fromEntries(channels.map((channel) => [channel.platform, () => readinessOf(channel)])),
  };
  async function readinessOf(channel: Channel): Promise<PartHealth> {
    const why = broken.get(channel);
    const { waiting, failed, lastError } = await healthOf(channel);
    const facts = { waiting, failed, lastError };
    if (why !== undefined) return { state: broken.size === channels.length ? 'down' : 'degraded', why, facts };
    return failed > 0
      ? { state: 'degraded', why: 'Replies were given up within the last hour.', facts }
      : { state: 'ok', facts };
  }

  const server =
    port === null ? null : await startHttpServer({ host: config.http.host, port, webHooks, readiness, metrics, log });
  if (server) log.info({ url: server.url }, 'listening');
  const recovery = setInterval(() => void recover(open, log), RECOVER_EVERY);
  try {
    await deliverer.start();
    await Promise.all(channels.map((channel) => start(channel)));
    if (broken.size === channels.length) throw new PlatformError([...broken.values()].join(' '));
    process.stderr.write(
      `Purser serves ${channels
        .filter((each) => !broken.has(each))
        .map((each) => each.platform)
        .join(', ')}.\n`,
    );
    await recover(open, log);
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  } finally {
    clearInterval(recovery);
    await Promise.allSettled(channels.map((channel) => channel.stop()));
    await open.inbox.close();
    await deliverer.stop();
    await server?.close();
    await open.close();
    stopping.release();
  }

  async function start(channel: Channel): Promise<void> {
    const desk = openDesk(channel, { house: open.house, inbox: open.inbox, deliverer, onBroken });
    try {
      await channel.start(desk);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      onBroken(channel, error);
    }
  }

  /** Turns that were answered without their channel asking: their replies wait in the outbox. */
  async function recover({ inbox }: OpenHouse, to: Log): Promise<void> {
    try {
      await inbox.recover();
      await deliverer.look();
    } catch (error) {
      to.warn({ err: error }, 'unfinished messages could not be looked for');
    }
  }
}
