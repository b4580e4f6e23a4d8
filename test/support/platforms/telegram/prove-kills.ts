/**
 * Kills Purser at random moments while people write to it on Telegram, each message delivered one to three times, in
 * mixed order, with a share of failing sends; then counts: entries must equal messages exactly, each answered, in order.
 *
 *     node test/support/platforms/telegram/prove-kills.ts --db file:/tmp/kills.db --messages 300 --kills 30
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../../../src/store/database.ts';
import { migrate } from '../../../../src/store/migrate.ts';
import { startTelegramServer } from './server.ts';

export interface KillRun {
  readonly db: string;
  readonly messages: number;
  readonly kills: number;
  /** The share of sends that fail with 429 or 500. */
  readonly faults: number;
  readonly seed: number;
}

export interface KillReport {
  readonly kills: number;
  readonly faults: number;
  readonly entries: number;
  readonly missing: readonly number[];
  /** Recorded more than once. */
  readonly twice: readonly number[];
  readonly unanswered: readonly number[];
  /** Answers that people saw again: killed between Telegram's yes and its being written down. */
  readonly shownTwice: number;
  /** People whose first answers did not come in the order of their messages. */
  readonly outOfOrder: number;
}

const PEOPLE = 6;
const LONGEST = 240_000;
const main = fileURLToPath(new URL('./bot-process.ts', import.meta.url));

export async function proveKills({ db, messages, kills, faults, seed }: KillRun): Promise<KillReport> {
  const random = mulberry32(seed);
  const server = await startTelegramServer({ rates: null });
  const database = await openDatabase(db);
  await migrate(database);
  server.updates.faults.shuffle = (batch) =>
    batch
      .flatMap((update) => Array<typeof update>(1 + Math.floor(random() * 3)).fill(update))
      .map((update) => ({ update, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ update }) => update);
  server.faults.setRandom({
    methods: ['sendMessage'],
    share: faults,
    kinds: [
      { kind: 'too-many', retryAfter: 1 },
      { kind: 'refuse', code: 500, description: 'Internal Server Error' },
    ],
    random,
  });
  const people = Array.from({ length: PEOPLE }, (_, n) => server.addUser(`P${n}`));
  const numbers = Array.from({ length: messages }, (_, n) => n + 1);
  const personOf = (n: number) => people[n % PEOPLE] as (typeof people)[number];
  /** The messages that a person saw answered, by the amount in the answer. */
  const answersTo = (person: (typeof people)[number]) =>
    server.transcript(person.chat).flatMap(({ isBot, text }) => {
      const amount = isBot ? /^Recorded \S+ €([\d,]+)\.00/m.exec(text)?.[1] : undefined;
      return amount === undefined ? [] : [Number(amount.replaceAll(',', ''))];
    });
  const answered = () => new Set(people.flatMap(answersTo));
  const spawned = () =>
    spawn(process.execPath, [main, '--db', db, '--url', server.url, '--token', server.token], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  let child: ChildProcess | null = null;
  let done = 0;
  let sent = 0;
  const deadline = performance.now() + LONGEST;
  try {
    while (answered().size < messages && performance.now() < deadline) {
      if (!child) {
        child = spawned();
        await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
      }
      const share = done < kills ? Math.ceil(messages / Math.max(kills, 1)) : messages;
      for (const n of numbers.slice(sent, sent + share)) personOf(n).send(`coffee ${n}.00`);
      sent = Math.min(messages, sent + share);
      if (done < kills) {
        await sleep(random() * 300);
        child.kill('SIGKILL');
        await once(child, 'exit');
        child = null;
        done += 1;
      } else await sleep(100);
    }
    const rows = await database.client.entry.findMany({ where: { deletedAt: null } });
    const recorded = rows.map((row) => Number(row.amountMinor) / 100);
    const firsts = people.map((person) => [...new Set(answersTo(person))]);
    return {
      kills: done,
      faults: server.faults.hits,
      entries: rows.length,
      missing: numbers.filter((n) => !recorded.includes(n)),
      twice: numbers.filter((n) => recorded.filter((each) => each === n).length > 1),
      unanswered: numbers.filter((n) => !answered().has(n)),
      shownTwice: people.flatMap(answersTo).length - answered().size,
      outOfOrder: firsts.filter((seen) => seen.some((n, index) => index > 0 && n < (seen[index - 1] ?? 0))).length,
    };
  } finally {
    if (child) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(5_000, undefined, { ref: false }).then(() => child?.kill('SIGKILL'))]);
    }
    await database.close();
    await server.close();
  }
}

/** The same chances for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      db: { type: 'string', default: 'file:/tmp/telegram-kills.db' },
      messages: { type: 'string', default: '300' },
      kills: { type: 'string', default: '30' },
      faults: { type: 'string', default: '0.1' },
      seed: { type: 'string', default: '1' },
    },
  });
  const { db, messages, kills, faults, seed } = values;
  const report = await proveKills({
    db,
    messages: Number(messages),
    kills: Number(kills),
    faults: Number(faults),
    seed: Number(seed),
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const isWhole = report.entries === Number(messages) && report.missing.length + report.unanswered.length === 0;
  process.exitCode = isWhole && report.outOfOrder === 0 ? 0 : 1;
}
