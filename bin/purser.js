#!/usr/bin/env node
// Runs Purser under the Node that it is made for, which comes with the package, whichever Node is on the PATH (>= 20).

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = join(dirname(fileURLToPath(import.meta.url)), '../src/main.ts');
const child = spawn(pinnedNode() ?? process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`purser: Node can't be started (${error.message}). Run npm ci.\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});

/** The binary of the npm package "node"; null where it was not installed, and the running Node has to do. */
function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const names = ['bin/node', 'bin/node.exe'];
    return names.map((name) => join(folder, name)).find(existsSync) ?? null;
  } catch {
    return null;
  }
}
