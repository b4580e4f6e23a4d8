/**
 * Kills a Purser that serves a platform at random moments, while several people write to it, each message is delivered
 * one to three times, in mixed order, and a share of the requests fails with 429 or 5xx; then counts: entries must equal
 * messages exactly, each answered, each conversation's answers in the order in which its messages were taken in.
 *
 *     node scripts/prove-channels.ts --platform telegram --messages 300 --kills 30 --faults 10
 *
 * Platforms: telegram (by polling), discord, slack (over HTTP), slack-socket. Exits with 1 when a promise is broken.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { randomNumbers } from '../test/support/platforms/discord/faults.ts';
import { freePort, openPlatform, type PlatformName, platformNames } from './local-platforms.ts';

export interface ChannelRun {
  readonly platform: PlatformName;
  readonly messages: number;
  readonly kills: number;
  /** The share of requests that fail, 0 to 1. */
  readonly faults: number;
  readonly seed: number;
  /** Seconds until it is given up. */
  readonly patience?: number;
}

export interface ChannelReport {
  readonly platform: PlatformName;
  readonly messages: number;
  readonly kills: number;
  readonly faults: number;
  readonly entries: number;
  /** Messages without an entry, with several, and without an answer. */
  readonly missing: readonly number[];
  readonly twice: readonly number[];
  readonly unanswered: readonly number[];
  /** Answers that stand there twice: killed between the platform's yes and its being written down. */
  readonly shownTwice: number;
  /** People whose answers came in another order than their messages were taken in … */
  readonly outOfOrder: number;
  /**
   * … and whose messages were taken in in another order than they were written. Slack hands messages over side by side,
   * says of none what came before it, and comes again minutes after a failure. Purser looks that up when it first hears
   * of a conversation, which mends what a restart mixed up, as long as Slack answers the question; asking before each
   * message is more than Slack's limits allow.
   */
  readonly takenInOutOfOrder: number;
  readonly seconds: number;
}

const PEOPLE = 10;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export async function proveChannel(run: ChannelRun): Promise<ChannelReport> {
  const { platform: name, messages, kills, faults, seed, patience = 300 } = run;
  const random = randomNumbers(seed);
  const folder = await mkdtemp(join(tmpdir(), 'purser-channels-'));
  const url = `file:${join(folder, 'kills.db')}`;
  const port = await freePort();
  const database = await openDatabase(url);
  await migrate(database);
  const platform = await openPlatform(name, PEOPLE, port);
  platform.trouble(faults, seed);
  const people = Array.from({ length: PEOPLE }, (_, person) => person);
  const numbers = Array.from({ length: messages }, (_, index) => index + 1);
  const answersTo = (person: number) => platform.said(person).flatMap(amountsIn);
  const answered = () => new Set(people.flatMap(answersTo));
  const started = performance.now();
  const serve = () =>
    spawn(process.execPath, [main, 'serve'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', process.env.LOG_LEVEL ? 'inherit' : 'ignore'],
      env: {
        PATH: process.env.PATH,
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
        ...{ DATABASE_URL: url, PURSER_DATA_DIR: folder, PURSER_HTTP_PORT: String(port) },
        ...{ PURSER_CURRENCY: 'EUR', PURSER_TIMEZONE: 'UTC', PURSER_LANGUAGE: 'en' },
        ...platform.settings,
      },
    });
  let child = serve();
  let written = 0;
  let killed = 0;
  try {
    while (written < messages || killed < kills || answered().size < messages) {
      if ((performance.now() - started) / 1000 > patience) break;
      // Most are killed while they work, some while they start.
      if (random() < 0.8) await until(() => isServing(port, platform.isConnected), 15_000);
      const share = Math.ceil((messages / Math.max(kills, 1)) * 2 * random());
      const batch = numbers.slice(written, written + (killed < kills ? share : messages));
      platform.write(batch.map((n) => ({ person: n % PEOPLE, text: `coffee ${n}.00` })));
      written += batch.length;
      await sleep(random() * 500);
      if (killed >= kills) continue;
      await end(child, 'SIGKILL');
      killed += 1;
      child = serve();
    }
    // Copies may still be on their way.
    await sleep(1_000);
    const rows = await database.client.entry.findMany({ where: { deletedAt: null } });
    const recorded = rows.map((row) => Number(row.amountMinor) / 100);
    const turns = await database.client.turn.findMany({ orderBy: { id: 'asc' } });
    const takenIn = turns.flatMap((turn) => {
      const text = (JSON.parse(turn.message) as { content: { text?: string } }).content.text ?? '';
      return Number(/^coffee (\d+)\.00$/.exec(text)?.[1] ?? []) || [];
    });
    const ofPerson = (person: number) => takenIn.filter((n) => n % PEOPLE === person);
    const shown = people.map((person) => answersTo(person));
    return {
      platform: name,
      ...{ messages, kills: killed, faults: platform.faults(), entries: rows.length },
      missing: numbers.filter((n) => !recorded.includes(n)),
      twice: numbers.filter((n) => recorded.filter((each) => each === n).length > 1),
      unanswered: numbers.filter((n) => !answered().has(n)),
      shownTwice: shown.flat().length - answered().size,
      outOfOrder: people.filter((person) => String([...new Set(shown[person])]) !== String(ofPerson(person))).length,
      takenInOutOfOrder: people.filter((person) => !isSorted(ofPerson(person))).length,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    await end(child, 'SIGTERM');
    await platform.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The messages that an answer is about: their amounts are their numbers. */
function amountsIn(text: string): number[] {
  const amount = /^Recorded coffee €([\d,]+)\.00/.exec(text)?.[1];
  return amount === undefined ? [] : [Number(amount.replaceAll(',', ''))];
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((n, index) => index === 0 || n > (numbers[index - 1] ?? 0));
}

async function isServing(port: number, isConnected: () => boolean): Promise<boolean> {
  const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
  return isUp && isConnected();
}

async function until(condition: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!(await condition()) && performance.now() < deadline) await sleep(25);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await Promise.race([ended, sleep(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      platform: { type: 'string', default: 'telegram' },
      messages: { type: 'string', default: '300' },
      kills: { type: 'string', default: '30' },
      faults: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
    },
  });
  const platform = platformNames.find((each) => each === values.platform);
  if (!platform) throw new Error(`say which platform: --platform ${platformNames.join('|')}`);
  const [messages = 0, kills = 0, faults = 0, seed = 0] = [
    values.messages,
    values.kills,
    values.faults,
    values.seed,
  ].map(Number);
  const report = await proveChannel({ platform, messages, kills, faults: faults / 100, seed });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const broken = report.missing.length + report.twice.length + report.unanswered.length + report.outOfOrder;
  const lostOrder = platform.startsWith('slack') ? 0 : report.takenInOutOfOrder;
  process.exitCode = broken + lostOrder === 0 && report.entries === messages ? 0 : 1;
}
