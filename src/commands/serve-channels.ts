/** Serves the configured channels, and runs what happens by itself, until the process is told to stop. */

import { once } from 'node:events';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import { isGone, workerName } from '../conversation/worker-name.ts';
import { createDeliverer } from '../delivery/deliverer.ts';
import { openDesk } from '../delivery/desk.ts';
import { InputError, PlatformError } from '../errors.ts';
import { createMetrics } from '../http/metrics.ts';
import type { PartHealth, Readiness } from '../http/readiness.ts';
import { startHttpServer } from '../http/server.ts';
import type { Log } from '../log.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import { outboxHealth } from '../store/outbox.ts';
import { countUnfinishedTurns, handBackTurns } from '../store/turns.ts';
import { createClock, type OpenHouse, openHouse } from './open-house.ts';
import { createHousekeeping, createScheduleHandlers } from './schedule-handlers.ts';
import { createServedChannels } from './served-channels.ts';
import { leaveWithin, stopOnSignals } from './stopping.ts';

/** How often turns are looked for that a worker which is gone left behind, in milliseconds. */
const RECOVER_EVERY = 15_000;
/** The port when a channel needs one and none is set. */
const DEFAULT_PORT = 8080;
/** Replies given up within this time make a platform "degraded", in milliseconds. */
const FAILURES_COUNT_FOR = 60 * 60_000;
/** What is not finished by then is handed back, so that whoever stops a service need not kill it. In milliseconds. */
const LEAVE_WITHIN = 10_000;

/** Throws an InputError for a wrong setting, and a PlatformError when no channel could be started. */
export async function serveChannels(config: Config, log: Log): Promise<void> {
  const clock = createClock();
  const stopping = stopOnSignals();
  const metrics = createMetrics({
    withProcess: true,
    inboxUnfinished: async () => await countUnfinishedTurns(open.house.database.client),
    outboxDepth: async () => {
      const all = [...served.platforms, ...served.sentTo];
      const health = await Promise.all(all.map((platform) => healthOf(platform)));
      return health.reduce((sum, each) => sum + each.waiting, 0);
    },
  });
  const open: OpenHouse = await openHouse(config, { clock, log, meters: metrics });
  const { database } = open.house;
  const { client } = database;
  const worker = { name: workerName(), isGone };
  const served = await createServedChannels(config, { database, clock, log, worker, onServe: (each) => start(each) });
  const healthOf = (platform: string) =>
    outboxHealth(client, platform, new Date(clock.leaseTime() - FAILURES_COUNT_FOR));
  /** Why a platform's channel stopped. */
  const broken = new Map<string, string>();
  const deliverer = createDeliverer({
    database,
    channels: served.now,
    attachments: open.attachments,
    clock,
    log,
    onOutcome: (platform, outcome) => metrics.delivered(platform, outcome === 'error' ? 'later' : outcome),
  });
  const onBroken = (channel: Channel, why: PlatformError) => {
    broken.set(channel.platform, why.message);
    log.error({ platform: channel.platform, why: why.message }, 'a channel stopped; the others go on');
  };

  const scheduler = config.roles.includes('scheduler')
    ? createScheduler({
        ...{ database, clock, log, worker, handlers: createScheduleHandlers(open) },
        housekeeping: createHousekeeping(database),
      })
    : null;

  if (served.platforms.length === 0 && !scheduler) {
    await open.close();
    throw new InputError(
      `No configured channel is for PURSER_ROLES=${config.roles.join(',')}.`,
      'Channels with web hooks are for "http", the others for "gateway".',
    );
  }
  const webHooks = served.now.flatMap((channel) => channel.webHooks ?? []);
  const wanted = config.http.port ?? (webHooks.length > 0 ? DEFAULT_PORT : null);
  const port = config.roles.includes('http') ? wanted : null;
  const readiness: Readiness = {
    database: async () => {
      await database.ping();
      return { state: 'ok' };
    },
    ...Object.fromEntries(
      [...served.platforms, ...served.sentTo].map((platform) => [platform, () => readinessOf(platform)]),
    ),
  };
  async function readinessOf(platform: string): Promise<PartHealth> {
    const why = broken.get(platform);
    const { waiting, failed, lastError } = await healthOf(platform);
    const facts = { waiting, failed, lastError };
    if (why !== undefined) return { state: broken.size === served.platforms.length ? 'down' : 'degraded', why, facts };
    const trouble = served.now.find((channel) => channel.platform === platform)?.trouble?.() ?? null;
    if (trouble !== null) return { state: 'degraded', why: trouble, facts };
    if (failed > 0) return { state: 'degraded', why: 'Replies were given up within the last hour.', facts };
    return isServed(platform) ? { state: 'ok', facts } : { state: 'ok', why: 'Another process serves it.', facts };
  }

  const server =
    port === null ? null : await startHttpServer({ host: config.http.host, port, webHooks, readiness, metrics, log });
  if (server) log.info({ url: server.url }, 'listening');
  const recovery = setInterval(() => void recover(open, log), RECOVER_EVERY);
  try {
    await deliverer.start();
    await served.start();
    if (broken.size > 0 && broken.size === served.platforms.length) {
      throw new PlatformError([...broken.values()].join(' '));
    }
    scheduler?.start();
    tell();
    await recover(open, log);
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
  } finally {
    clearInterval(recovery);
    const left = leaveWithin(LEAVE_WITHIN, () => handBackTurns(client, worker.name));
    await Promise.allSettled([served.stop(), scheduler?.stop()]);
    await open.inbox.close();
    await deliverer.stop();
    await server?.close();
    await open.close();
    left();
    stopping.release();
  }

  function isServed(platform: string): boolean {
    return served.now.some((channel) => channel.platform === platform) && !broken.has(platform);
  }

  function tell(): void {
    const whole = served.platforms.filter((platform) => !broken.has(platform));
    const [mine, others] = [whole.filter(isServed), whole.filter((platform) => !isServed(platform))];
    if (mine.length > 0) process.stderr.write(`Purser serves ${mine.join(', ')}.\n`);
    if (others.length > 0)
      process.stderr.write(`Purser stands by for ${others.join(', ')}: another process serves it.\n`);
    if (whole.length === 0) process.stderr.write('Purser runs what happens by itself.\n');
  }

  async function start(channel: Channel): Promise<void> {
    broken.delete(channel.platform);
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
    if (served.platforms.length === 0) return;
    try {
      await inbox.recover();
      await deliverer.look();
    } catch (error) {
      to.warn({ err: error }, 'unfinished messages could not be looked for');
    }
  }
}
