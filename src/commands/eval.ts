/** `purser eval`: how well a model does this job, on a file of cases. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import type { House } from '../conversation/house.ts';
import { createInbox } from '../conversation/inbox.ts';
import { viewEntries } from '../domain/entries.ts';
import { InputError } from '../errors.ts';
import { type EvaluationCase, readCases } from '../evaluation/case.ts';
import { grade } from '../evaluation/grade.ts';
import { newId } from '../id.ts';
import { createLog } from '../log.ts';
import { toDecimal } from '../money.ts';
import { dayAt } from '../period.ts';
import { recordsChangedBy } from '../store/changes.ts';
import { entriesById } from '../store/entries.ts';
import { findPerson, personalLedger } from '../store/people.ts';
import { readInstant } from './chat.ts';
import { createClock, openHouse } from './open-house.ts';

export interface EvalOptions {
  readonly model?: string;
  readonly json?: boolean;
  readonly repeat?: string;
  readonly parallel?: string;
}

interface Result {
  readonly tags: readonly string[];
  /** One list of faults for each repetition. */
  readonly faults: readonly (readonly string[])[];
  readonly milliseconds: number;
}

export async function evaluate(file: string, options: EvalOptions): Promise<void> {
  const cases = await readCases(file);
  const repeat = readCount(options.repeat, 1);
  const folder = await mkdtemp(join(tmpdir(), 'purser-eval-'));
  const config = readConfig({
    DATABASE_URL: `file:${join(folder, 'eval.db')}`,
    PURSER_MODEL: options.model === 'offline' ? undefined : options.model,
  });
  if (options.model && options.model !== 'offline' && !config.model) {
    throw new InputError(
      `There is no server to ask ${options.model} from.`,
      'Set OPENAI_API_KEY, and OPENAI_BASE_URL for a server other than OpenAI’s; or take --model offline.',
    );
  }
  const isOffline = options.model === 'offline' || !config.model;
  const open = await openHouse(config, {
    clock: createClock(),
    log: createLog(config.logLevel),
    offlineOnly: isOffline,
  });
  try {
    const results = new Array<Result>(cases.length);
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < cases.length; index = next++) {
        const each = cases[index] as EvaluationCase;
        results[index] = await runCase(open.house, config, each, repeat);
        if (!options.json) reportMisses(each, results[index] as Result);
      }
    };
    await Promise.all(Array.from({ length: readCount(options.parallel, isOffline ? 1 : 4) }, worker));
    report(results, repeat, options);
  } finally {
    await open.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runCase(shared: House, config: Config, each: EvaluationCase, repeat: number): Promise<Result> {
  const defaults = { ...config.defaults, currency: each.currency, timezone: each.timezone, language: each.lang };
  const now = readInstant(each.now, { ...config, defaults });
  const house = { ...shared, defaults, clock: createClock(now) };
  const inbox = createInbox(house);
  const faults: string[][] = [];
  let milliseconds = 0;
  for (let round = 0; round < repeat; round++) {
    const sender = newId();
    const say = async (text: string, index: number) => {
      const conversation = `eval:${sender}`;
      const key = `${conversation}:${index}`;
      return await (
        await inbox.receive({ key, platform: 'eval', conversation, sender, content: { kind: 'message', text } })
      ).answered;
    };
    for (const [index, text] of each.history.entries()) await say(text, index);
    const started = performance.now();
    const { turnId, reply } = await say(each.text, each.history.length);
    milliseconds += performance.now() - started;
    const recorded = await recordedBy(house, sender, turnId);
    faults.push(grade(each, { tools: reply.tools, recorded, today: dayAt(now, each.timezone) }));
  }
  return { tags: each.tags, faults, milliseconds: milliseconds / repeat };
}

async function recordedBy({ database }: House, sender: string, turnId: string) {
  const { client } = database;
  const person = await findPerson(client, 'eval', sender);
  if (!person) return [];
  const { ledgerId } = await personalLedger(client, person.id);
  const ids = await recordsChangedBy(client, ledgerId, turnId, 'entry');
  const entries = (await entriesById(client, ledgerId, ids)).filter((entry) => entry.turnId === turnId);
  return (await viewEntries(client, ledgerId, entries)).map(({ amount, day, kind, category }) => ({
    amount: toDecimal(amount),
    currency: amount.currency,
    date: day,
    kind,
    category,
  }));
}

function reportMisses({ id, text }: EvaluationCase, { faults }: Result): void {
  const missed = faults.filter((list) => list.length > 0);
  if (missed.length > 0) print(`MISS ${id}  ${JSON.stringify(text.slice(0, 100))}\n     ${missed[0]?.join('; ')}`);
}

function report(results: readonly Result[], repeat: number, options: EvalOptions): void {
  const passed = (list: readonly Result[]) =>
    list.filter(({ faults }) => faults.every((each) => each.length === 0)).length;
  const tags = [...new Set(results.flatMap((result) => result.tags))].sort();
  const byTag = Object.fromEntries(
    tags.map((tag) => {
      const own = results.filter((result) => result.tags.includes(tag));
      return [tag, { cases: own.length, passed: passed(own) }];
    }),
  );
  const total = results.reduce((sum, result) => sum + result.milliseconds, 0);
  const msPerCase = Math.round((total / Math.max(results.length, 1)) * 100) / 100;
  const summary = { cases: results.length, passed: passed(results), byTag, msPerCase };
  if (options.json) {
    print(JSON.stringify(repeat > 1 ? { ...summary, repeat } : summary));
    return;
  }
  for (const [tag, each] of Object.entries(byTag)) print(`${tag.padEnd(28)} ${each.passed} of ${each.cases}`);
  print(`${'all'.padEnd(28)} ${summary.passed} of ${summary.cases}${repeat > 1 ? ` (all ${repeat} times)` : ''}`);
  print(`${msPerCase} ms a case`);
}

function readCount(text: string | undefined, otherwise: number): number {
  const count = Number(text ?? otherwise);
  return Number.isInteger(count) && count >= 1 ? count : otherwise;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
