/** `purser serve`, which `npm start` runs: serves every configured channel, or chats right here when there is none. */

import { fstatSync } from 'node:fs';
import type { Config } from '../config.ts';
import { createLog } from '../log.ts';
import { hasChannels } from './channels.ts';
import { type ChatOptions, chat, configFor, isAtTerminal } from './chat.ts';

/** Throws an InputError for a wrong setting; sets the exit code 1 when there is nobody to serve. */
export async function serve(options: Omit<ChatOptions, 'json'>): Promise<void> {
  const config = configFor(options);
  if (hasChannels(config) || isSchedulerAlone(config)) {
    const { serveChannels } = await import('./serve-channels.ts');
    await serveChannels(config, createLog(config.logLevel));
    return;
  }
  if (isAtTerminal() || isInputPiped()) {
    await chat(options);
    return;
  }
  process.stderr.write(
    'purser: There is nobody to serve: no channel is configured, and standard input is neither a terminal nor a pipe. ' +
      'Start it in a terminal (in a container: with -it), or pipe messages in, one a line.\n',
  );
  process.exitCode = 1;
}

/** Whether this process talks to nobody, as one of several. */
function isSchedulerAlone({ roles }: Config): boolean {
  return roles.length === 1 && roles[0] === 'scheduler';
}

/** Whether somebody feeds in lines; false for /dev/null and for a service without any input. */
function isInputPiped(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isFile() || input.isSocket();
  } catch {
    return false;
  }
}
