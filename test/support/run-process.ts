/** Runs a script of this folder in a Node process of its own. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Resolves with what it wrote to standard output; rejects when it fails. */
export async function runProcess(script: string, ...args: string[]): Promise<string> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args]);
  return stdout;
}
