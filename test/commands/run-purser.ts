/** Runs the command line in a process of its own, in a folder of its own. */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  /** Besides what any process needs; nothing of this machine's settings gets in. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly script?: string;
  readonly folder?: string;
  readonly stdin?: 'pipe' | 'ignore';
}

export const newFolder = (): string => mkdtempSync(join(inject('testFolder'), 'run-'));

export async function runPurser(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startPurser(args, options);
  child.stdin.on('error', () => {}).end(options.input ?? '');
  return await ended(child);
}

export function startPurser(
  args: readonly string[],
  { environment = {}, script = 'src/main.ts', folder = newFolder(), stdin = 'pipe' }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  const file = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  return spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { PATH, HOME, NODE_OPTIONS, LANG: 'de_DE.UTF-8', TZ: 'Europe/Berlin', PURSER_LANGUAGE: 'en', ...environment },
    stdio: [stdin, 'pipe', 'pipe'],
  }) as ChildProcessWithoutNullStreams;
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const chunks = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      chunks[name] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...chunks }));
  });
}

/** The objects of a `--json` run. */
export function repliesOf({ stdout }: Run) {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
