/**
 * What a platform's message costs: from the moment the platform's local server lets it out to the moment it has taken
 * the reply, for Purser (offline model, SQLite, committed durably) beside a bare echo bot on the same SDK and the same
 * server. The servers' rates and Purser's own pace are off. Then what many messages do to the memory.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, type LocalPlatform, openPlatform, type PlatformName } from '../scripts/local-platforms.ts';

export interface ChannelCost {
  readonly platform: PlatformName;
  readonly bot: 'echo' | 'purser';
  /** With eight people who talk at once. */
  readonly perSecond: number;
  /** Milliseconds for somebody who talks alone. */
  readonly p50: number;
  readonly p95: number;
}

export interface MemoryGrowth {
  readonly platform: PlatformName;
  /** Messages handled, and MiB of resident memory and of heap after a collection. */
  readonly points: readonly { readonly messages: number; readonly resident: number; readonly heap: number }[];
}

/** Counts of messages after which the memory is measured: `-- channels --memory 4000` measures after 1,000 and 4,000. */
const MEMORY_FROM = 1_000;
const MEMORY_TO = 10_000;
const platforms: readonly PlatformName[] = ['telegram', 'discord', 'slack'];
/** People who each wait for their answer before they write again. */
const PEOPLE = 8;
const WARM_UP = 80;
const MESSAGES = 400;
/** Messages of one person alone, for how long an answer takes when nobody else is before them. */
const ALONE = 100;
const processFile = fileURLToPath(new URL('./channel-process.ts', import.meta.url));

export async function printChannels(
  print: (line: string) => void,
  { memoryTo = MEMORY_TO }: { readonly memoryTo?: number } = {},
): Promise<void> {
  for (const platform of platforms) {
    const costs = await benchChannel(platform);
    const [echo] = costs;
    for (const { bot, perSecond, p50, p95 } of costs) {
      const figures = `${perSecond.toFixed(0)} messages/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
      const ratios =
        bot === 'purser' && echo
          ? ` (${(perSecond / echo.perSecond).toFixed(2)}x, ${(p50 / echo.p50).toFixed(1)}x, ${(p95 / echo.p95).toFixed(1)}x)`
          : '';
      print(`${platform.padEnd(8)} ${bot.padEnd(6)} ${figures}${ratios}`);
    }
  }
  const { platform, points } = await benchMemory('telegram', [0, MEMORY_FROM, memoryTo]);
  for (const { messages, resident, heap } of points) {
    print(`${platform} purser after ${messages} messages: ${resident} MiB resident, ${heap} MiB of heap`);
  }
}

export async function benchChannel(platform: PlatformName): Promise<ChannelCost[]> {
  const costs: ChannelCost[] = [];
  for (const bot of ['echo', 'purser'] as const) {
    await withBot(platform, bot, async (server) => {
      await talk(server, WARM_UP, PEOPLE);
      const started = performance.now();
      await talk(server, MESSAGES, PEOPLE);
      const perSecond = MESSAGES / ((performance.now() - started) / 1000);
      const times = (await talk(server, ALONE, 1)).sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
      costs.push({ platform, bot, perSecond, p50: at(0.5), p95: at(0.95) });
    });
  }
  return costs;
}

/** Measures at each of these counts of messages. */
export async function benchMemory(platform: PlatformName, counts: readonly number[]): Promise<MemoryGrowth> {
  const points: { messages: number; resident: number; heap: number }[] = [];
  await withBot(platform, 'purser', async (server, child) => {
    let handled = 0;
    for (const count of counts) {
      await talk(server, count - handled, PEOPLE);
      handled = count;
      await sleep(500);
      child.send('memory');
      const [{ rss, heap }] = (await once(child, 'message')) as [{ rss: number; heap: number }];
      const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
      points.push({ messages: count, resident: mebibytes(rss), heap: mebibytes(heap) });
    }
  });
  return { platform, points };
}

/** Everybody writes, and writes again when answered; the milliseconds that each answer took. */
async function talk(server: LocalPlatform, count: number, people: number): Promise<number[]> {
  const times: number[] = [];
  const waiting = new Map<number, number>();
  let written = 0;
  const write = (person: number) => {
    if (written >= count) return;
    written += 1;
    waiting.set(person, performance.now());
    server.write([{ person, text: `coffee ${written}.50` }]);
  };
  server.newlyAnswered();
  for (let person = 0; person < people; person++) write(person);
  while (times.length < count) {
    for (const person of server.newlyAnswered()) {
      const began = waiting.get(person);
      if (began === undefined) continue;
      waiting.delete(person);
      times.push(performance.now() - began);
      write(person);
    }
    for (const [person, began] of waiting) {
      if (performance.now() - began > 30_000) throw new Error(`person ${person} was not answered within 30 s`);
    }
    await new Promise(setImmediate);
  }
  return times;
}

async function withBot(
  platform: PlatformName,
  bot: ChannelCost['bot'],
  work: (server: LocalPlatform, child: ChildProcess) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  const port = await freePort();
  const server = await openPlatform(platform, PEOPLE, port);
  const child = spawn(process.execPath, ['--expose-gc', processFile, bot, platform], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      ...{ DATABASE_URL: `file:${join(folder, 'bench.db')}`, PURSER_DATA_DIR: folder, PURSER_HTTP_PORT: String(port) },
      ...{ PURSER_CURRENCY: 'EUR', PURSER_TIMEZONE: 'UTC', PURSER_LANGUAGE: 'en' },
      ...server.settings,
    },
  });
  try {
    await once(child, 'message');
    while (!server.isConnected()) await sleep(10);
    await work(server, child);
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
