/**
 * What a turn costs: one tool call, committed durably, with a model server that answers at once from another process,
 * on SQLite and on MariaDB or MySQL, beside a bare loop on the openai SDK that keeps nothing.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import OpenAI from 'openai';
import { createClock, openHouse } from '../src/commands/open-house.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { allTools } from '../src/tools/all.ts';
import { toSpec } from '../src/tools/tool.ts';
import { onBenchServer } from './entry-rows.ts';

const TURNS = 200;
const WARM_UP = 40;

export interface Cost {
  readonly name: string;
  /** Milliseconds of wall clock and of processor a turn. */
  readonly wall: number;
  readonly cpu: number;
}

export async function benchTurns(): Promise<Cost[]> {
  const server = spawn(process.execPath, [
    fileURLToPath(new URL('../test/support/zero-latency-model.ts', import.meta.url)),
    '--port',
    '0',
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  try {
    const baseUrl = await firstLine(server);
    const costs = [await bareLoop(baseUrl)];
    costs.push(await purser('sqlite, model', `file:${join(folder, 'model.db')}`, baseUrl));
    costs.push(await purser('sqlite, offline', `file:${join(folder, 'offline.db')}`, null));
    await onBenchServer('turns', async (url) => {
      costs.push(await purser('mysql, model', url, baseUrl));
      costs.push(await purser('mysql, offline', url, null));
    });
    return costs;
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function purser(name: string, databaseUrl: string, baseUrl: string | null): Promise<Cost> {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    PURSER_CURRENCY: 'EUR',
    PURSER_TIMEZONE: 'UTC',
    ...(baseUrl ? { OPENAI_BASE_URL: baseUrl } : {}),
  });
  const open = await openHouse(config, { clock: createClock(), log: createLog('warn') });
  try {
    return await measure(name, async (index) => {
      const content = { kind: 'message', text: `coffee ${index + 1}.50` } as const;
      const message = { key: `${name}:${index}`, platform: 'bench', conversation: name, sender: name, content };
      const { reply } = await (await open.inbox.receive(message)).answered;
      if (!reply.text.includes(`${index + 1}.50`)) throw new Error(`${name} answered: ${reply.text}`);
    });
  } finally {
    await open.close();
  }
}

/** The least that anyone could do: ask, "run" the tool, ask again. */
async function bareLoop(baseURL: string): Promise<Cost> {
  const client = new OpenAI({ apiKey: 'none', baseURL });
  const tools = allTools.map(toSpec).map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters: { ...parameters }, strict: true },
  }));
  return await measure('bare openai loop', async (index) => {
    const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: `coffee ${index + 1}.50` }];
    const first = await client.chat.completions.create({ model: 'bench', messages, tools });
    const answer = first.choices[0]?.message as OpenAI.ChatCompletionMessage;
    messages.push(answer);
    for (const call of answer.tool_calls ?? []) {
      const content = `data\n${JSON.stringify({ said: `Recorded ${index + 1}.50.` })}\nend`;
      messages.push({ role: 'tool', tool_call_id: call.id, content });
    }
    await client.chat.completions.create({ model: 'bench', messages, tools });
  });
}

async function measure(name: string, turn: (index: number) => Promise<void>): Promise<Cost> {
  for (let index = 0; index < WARM_UP; index++) await turn(index);
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let index = WARM_UP; index < WARM_UP + TURNS; index++) await turn(index);
  const wall = (performance.now() - started) / TURNS;
  const { user, system } = process.cpuUsage(cpu);
  return { name, wall, cpu: (user + system) / 1000 / TURNS };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return chunk.toString().trim();
}
