/** Opens what every command needs, in order, and closes it in the reverse order. */

import { randomInt } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { createAttachments } from '../channels/attachments.ts';
import type { Attachments } from '../channels/channel.ts';
import type { ChartRenderer } from '../charts/chart-spec.ts';
import type { Config } from '../config.ts';
import type { Clock, House } from '../conversation/house.ts';
import { createInbox, type Inbox } from '../conversation/inbox.ts';
import { createQueryRunner } from '../domain/query-runner.ts';
import type { Log } from '../log.ts';
import { createOfflineModel, warmUp as warmUpOffline } from '../offline/offline-model.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import type { LedgerReader } from '../store/reader/ledger-reader.ts';

export interface OpenHouse {
  readonly house: House;
  readonly inbox: Inbox;
  readonly renderer: ChartRenderer;
  readonly attachments: Attachments;
  close(): Promise<void>;
}

/** Milliseconds after which nobody waits for the start any more. */
const WARM_UP_AFTER = 300;

/** Throws an InputError for a wrong setting and a PlatformError when the database stays away. */
export async function openHouse(
  config: Config,
  options: {
    clock: Clock;
    log: Log;
    onProgress?: House['onProgress'];
    offlineOnly?: boolean;
    /** False lets queries past the parser, for tests of the engine. */
    parser?: boolean;
    meters?: House['meters'];
  },
): Promise<OpenHouse> {
  const { clock, log } = options;
  const database = await openDatabase(config.databaseUrl, {
    onRetry: (problem, retryInMs) => log.warn({ err: problem, retryInMs }, 'the database is away'),
  });
  await migrate(database);
  const queries = createQueryRunner({
    database,
    reader: lazyReader(config),
    log,
    stopwatch: clock.leaseTime,
    parser: options.parser,
  });
  const house: House = {
    database,
    queries,
    offline: createOfflineModel(),
    connected: options.offlineOnly ? null : await connectModel(config),
    defaults: config.defaults,
    clock,
    randomInt: (limit) => randomInt(limit),
    log,
    sendsMail: config.mail !== null,
    ...(options.meters ? { meters: options.meters } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  };
  const inbox = createInbox(house);
  const renderer = lazyRenderer(config);
  // Once the prompt is there, and before the first message is typed.
  const warmUp = setTimeout(() => {
    warmUpOffline([config.defaults.language]);
    house.connected?.model.warmUp?.().catch(() => {});
  }, WARM_UP_AFTER);
  warmUp.unref();
  return {
    house,
    inbox,
    renderer,
    attachments: createAttachments(config.dataFolder, renderer),
    async close() {
      clearTimeout(warmUp);
      await inbox.close();
      await renderer.close();
      await queries.close();
      await database.close();
    },
  };
}

/** The clock for people, standing still when `fixed` is given, and the one for leases, which never does. */
export function createClock(fixed?: Temporal.Instant): Clock {
  return {
    now: () => fixed ?? Temporal.Now.instant(),
    leaseTime: () => performance.timeOrigin + performance.now(),
  };
}

async function connectModel(config: Config): Promise<House['connected']> {
  const { model } = config;
  if (!model) return null;
  const { createLanguageModel } = await import('../models/language-model.ts');
  const { name, apiKey, baseUrl, prices, monthlyCostLimit } = model;
  return {
    model: createLanguageModel({ apiKey, baseUrl, model: name, timeoutMs: 30_000, maxRetries: 2 }),
    prices,
    monthlyLimitMicros: monthlyCostLimit === null ? null : dollarsToMicros(monthlyCostLimit),
  };
}

function dollarsToMicros(dollars: string): bigint {
  const [whole = '0', fraction = ''] = dollars.split('.');
  return BigInt(whole + fraction.padEnd(6, '0').slice(0, 6));
}

/** The reader, opened by the first query. */
function lazyReader(config: Config): LedgerReader {
  let reader: Promise<LedgerReader> | null = null;
  const open = async (): Promise<LedgerReader> => {
    const { openReader } = await import('../store/reader/open-reader.ts');
    return await openReader(config.databaseUrl, config.readerUrls);
  };
  const opened = (): Promise<LedgerReader> => {
    reader ??= open();
    return reader;
  };
  return {
    read: async (...args) => await (await opened()).read(...args),
    plan: async (...args) => await (await opened()).plan(...args),
    async close() {
      await (await reader)?.close();
    },
  };
}

/** The renderer's libraries are loaded when the first chart is drawn, not while somebody waits for the prompt. */
function lazyRenderer(config: Config): ChartRenderer {
  let renderer: Promise<ChartRenderer> | null = null;
  const open = async (): Promise<ChartRenderer> => {
    const { quickchartUrl } = config.charts;
    if (config.charts.renderer === 'quickchart' && quickchartUrl) {
      const { createQuickChartRenderer } = await import('../charts/quickchart.ts');
      return createQuickChartRenderer({ url: quickchartUrl });
    }
    const { createChartRenderer } = await import('../charts/renderer.ts');
    return createChartRenderer();
  };
  return {
    async render(spec) {
      renderer ??= open();
      return await (await renderer).render(spec);
    },
    async close() {
      await (await renderer)?.close();
    },
  };
}
