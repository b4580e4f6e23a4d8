/** How long a process takes until it can answer, and what it weighs. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const RUNS = 5;

export interface Start {
  /** Milliseconds from the start of the process to its first answer, on a migrated database. */
  readonly milliseconds: number;
  /** Resident memory right after, in MiB; 0 where the system does not tell. */
  readonly mebibytes: number;
}

/** The median of several starts, each answering one message offline on SQLite. */
export async function benchStart(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-start-'));
  try {
    const db = `file:${join(folder, 'start.db')}`;
    await startOnce(db);
    const runs: Start[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await startOnce(db));
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
    return {
      milliseconds: median(runs.map((run) => run.milliseconds)),
      mebibytes: median(runs.map((run) => run.mebibytes)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(db: string): Promise<Start> {
  const started = performance.now();
  const child = spawn(process.execPath, [main, 'chat', '--json', '--db', db], {
    env: { ...process.env, OPENAI_API_KEY: '' },
  });
  child.stdin.write('hello\n');
  await once(child.stdout, 'data');
  const milliseconds = performance.now() - started;
  const mebibytes = memoryOf(child.pid);
  child.stdin.end();
  await once(child, 'close');
  return { milliseconds, mebibytes };
}

function memoryOf(pid: number | undefined): number {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/);
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
