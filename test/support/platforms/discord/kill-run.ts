/**
 * Kills a Purser that serves Discord at random moments, while people write to it, messages come up to three times and
 * requests fail, and counts in the end: entries must equal messages exactly, and each message must be answered once,
 * in its order.
 *
 *     node test/support/platforms/discord/kill-run.ts --messages 300 --kills 30 --seed 1
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../../../src/store/database.ts';
import { migrate } from '../../../../src/store/migrate.ts';
import { randomNumbers } from './faults.ts';
import { type DiscordServer, startDiscordServer } from './server.ts';

export interface KillRun {
  readonly messages: number;
  readonly kills: number;
  readonly seed: number;
  /** Seconds until it is given up. */
  readonly patience?: number;
}

export interface KillReport {
  readonly kills: number;
  readonly resumes: number;
  readonly entries: number;
  /** Texts of messages without an entry, or with another number of answers than one, or answered out of order. */
  readonly missing: readonly string[];
  readonly answeredWrongly: readonly string[];
  readonly outOfOrder: readonly string[];
}

const PEOPLE = ['ann', 'bob', 'cem', 'dee', 'eva', 'fay'];
const main = fileURLToPath(new URL('../../../../src/main.ts', import.meta.url));

export async function runKills({ messages, kills, seed, patience = 240 }: KillRun): Promise<KillReport> {
  const random = randomNumbers(seed);
  const folder = await mkdtemp(join(tmpdir(), 'purser-kills-'));
  const url = `file:${folder}/kills.db`;
  const database = await openDatabase(url);
  await migrate(database);
  const server = await startDiscordServer({ rateLimits: false });
  server.gateway.copies = () => 1 + Math.floor(random() * 3);
  server.faults.always({ share: 0.1, seed });
  const deadline = performance.now() + patience * 1000;
  let child = serve(server, folder, url);
  try {
    await server.until(
      () => server.gateway.connections > 0,
      30_000,
      () => 'it did not start',
    );
    let written = 0;
    let killed = 0;
    const answered = () => PEOPLE.flatMap((name) => answersTo(server, name)).length;
    while (written < messages || killed < kills || answered() < messages) {
      if (performance.now() > deadline) break;
      server.gateway.hold();
      const batch = Math.min(messages - written, 1 + Math.floor((2 * messages * random()) / Math.max(1, kills)));
      for (let count = 0; count < batch; count++, written++) {
        server.person(PEOPLE[written % PEOPLE.length] as string).dm(`${nameOf(written)} ${written + 1}.00`);
      }
      // Messages of different people change places.
      server.gateway.release(PEOPLE.length > 1 && batch <= PEOPLE.length ? seed + written : undefined);
      // Some die while they start, most while they work.
      if (random() < 0.8) await server.until(() => server.gateway.connections > 0, 15_000).catch(() => {});
      await sleep(random() * 500);
      if (killed >= kills) continue;
      killed += 1;
      await kill(child);
      child = serve(server, folder, url);
    }
    await sleep(1_000);
    const rows = await database.client.entry.findMany({ where: { deletedAt: null } });
    const notes = rows.map((row) => row.merchant ?? row.note ?? '');
    const texts = Array.from({ length: messages }, (_, index) => nameOf(index));
    const answers = PEOPLE.flatMap((name) => answersTo(server, name));
    return {
      kills: killed,
      resumes: server.gateway.resumes,
      entries: rows.length,
      missing: texts.filter((text) => notes.filter((note) => note === text).length !== 1),
      answeredWrongly: texts.filter((text) => answers.filter((answer) => answer === text).length !== 1),
      outOfOrder: PEOPLE.filter((name) => !isSorted(answersTo(server, name).map(numberOf))),
    };
  } finally {
    await kill(child);
    await server.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A name without digits, which would be read as amounts: 12 is "zqbc". */
function nameOf(index: number): string {
  return `zq${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
}

function numberOf(name: string): number {
  return Number([...name.slice(2)].map((letter) => 'abcdefghij'.indexOf(letter)).join(''));
}

/** The items that were said to be recorded, in the order of the answers. */
function answersTo(server: DiscordServer, name: string): string[] {
  const ours = server
    .person(name)
    .sees()
    .filter(({ from }) => from === 'purser');
  return ours.flatMap(({ text }) => /Recorded (zq[a-j]+)/.exec(text)?.[1] ?? []);
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));
}

function serve(server: DiscordServer, folder: string, url: string): ChildProcess {
  return spawn(process.execPath, [main, 'serve'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.NODE_OPTIONS,
      DATABASE_URL: url,
      PURSER_DATA_DIR: folder,
      PURSER_LANGUAGE: 'en',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      PURSER_LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      DISCORD_TOKEN: server.token,
      DISCORD_API_URL: server.api,
      PURSER_HTTP_PORT: '0',
    },
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '300' },
      kills: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [count, kills, seed] = [values.messages, values.kills, values.seed].map(Number) as [number, number, number];
  const report = await runKills({ messages: count, kills, seed });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const isKept =
    report.entries === count &&
    [report.missing, report.answeredWrongly, report.outOfOrder].every((each) => each.length === 0);
  process.exitCode = isKept ? 0 : 1;
}
