/**
 * Kills a chat at random moments and starts it again until every message is answered, then counts: entries must equal
 * messages exactly, none lost, none twice, each message answered, and answered alike whenever it is sent again.
 *
 *     node scripts/prove-kills.ts --db file:/tmp/kills.db --messages 200 --kills 100 --seed 1
 *
 * Exits with 1, saying what differs, when a promise is broken.
 */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chanceFor } from '../src/demo/chance.ts';
import { toDecimal } from '../src/money.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';

export interface KillRun {
  readonly db: string;
  readonly messages: number;
  /** Kills at the least; the run goes on until all is answered. */
  readonly kills: number;
  readonly seed: number;
}

export interface KillReport {
  readonly kills: number;
  readonly answered: number;
  readonly entries: number;
  readonly replaysThatDiffered: number;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

interface Message {
  readonly id: string;
  readonly user: string;
  readonly text: string;
  readonly amounts: readonly string[];
}

const PEOPLE = 4;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export async function proveKills(run: KillRun): Promise<KillReport> {
  const chance = chanceFor('kills', run.seed);
  const messages = Array.from({ length: run.messages }, (_, index) => messageOf(index));
  const answers = new Map<string, string>();
  let kills = 0;
  let replaysThatDiffered = 0;

  const database = await openDatabase(run.db);
  await migrate(database);
  try {
    while (answers.size < messages.length) {
      const open = messages.filter((message) => !answers.has(message.id));
      // Some that were answered come again, as platforms deliver them.
      const again = messages.filter((message) => answers.has(message.id) && chance.happens(0.02));
      const mayKill = kills < run.kills;
      // While kills are owed, only a few new messages a life, so that there is something left to kill.
      const share = mayKill ? open.slice(0, Math.ceil((open.length / Math.max(run.kills - kills, 1)) * 2)) : open;
      const child = spawn(process.execPath, [main, 'chat', '--json', '--db', run.db, '--now', '2026-06-15T10:00:00Z'], {
        env: {
          ...process.env,
          LOG_LEVEL: 'silent',
          PURSER_CURRENCY: 'EUR',
          PURSER_TIMEZONE: 'UTC',
          OPENAI_API_KEY: '',
        },
      });
      const ended = once(child, 'close');
      const firstAnswer = collect(child, (id, reply) => {
        if (answers.has(id) && answers.get(id) !== reply) replaysThatDiffered += 1;
        answers.set(id, reply);
      });
      child.stdin.on('error', () => {});
      for (const { id, user, text } of [...again, ...share])
        child.stdin.write(`${JSON.stringify({ id, user, text })}\n`);
      if (mayKill) {
        await Promise.race([firstAnswer, ended]);
        await sleep(chance.between(0, 40));
        if (child.kill('SIGKILL')) kills += 1;
      } else child.stdin.end();
      await ended;
    }
    const rows = await database.client.entry.findMany({ where: { deletedAt: null } });
    const recorded = rows.map((row) => toDecimal({ minor: row.amountMinor, currency: row.currency })).sort();
    const expected = messages.flatMap((message) => message.amounts).sort();
    return {
      kills,
      answered: answers.size,
      entries: rows.length,
      replaysThatDiffered,
      missing: surplus(expected, recorded),
      unexpected: surplus(recorded, expected),
    };
  } finally {
    await database.close();
  }
}

/** Every amount is another, so that each entry tells which message it is of. */
function messageOf(index: number): Message {
  const user = `person-${index % PEOPLE}`;
  const amount = `${index + 1}.25`;
  if (index % 3 !== 0) return { id: `m${index}`, user, text: `coffee ${amount}`, amounts: [amount] };
  const second = `${index + 1}.75`;
  return { id: `m${index}`, user, text: `lunch ${amount}, taxi ${second} yesterday`, amounts: [amount, second] };
}

/** Hands over each reply; resolves at the first one. */
function collect(child: ChildProcessWithoutNullStreams, onReply: (id: string, reply: string) => void): Promise<void> {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.endsWith('}')) return;
      const { id, text, buttons, tools } = JSON.parse(line);
      onReply(id, JSON.stringify({ text, buttons, tools }));
      resolve();
    });
  });
}

function surplus(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      db: { type: 'string' },
      messages: { type: 'string', default: '200' },
      kills: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (!values.db) throw new Error('say which database to use: --db URL (an empty one)');
  const report = await proveKills({
    db: values.db,
    messages: Number(values.messages),
    kills: Number(values.kills),
    seed: Number(values.seed),
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const isBroken = report.missing.length + report.unexpected.length + report.replaysThatDiffered > 0;
  process.exitCode = isBroken ? 1 : 0;
}
