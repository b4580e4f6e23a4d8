/** The log for a person at a terminal: a short line where a file gets JSON. */

import { createLog, type Log } from '../log.ts';

/** Hands each line of the log, made readable, to `tell`. */
export function createTerminalLog(level: string, tell: (text: string) => void): Log {
  return createLog(level, { write: (line) => tell(readableLine(line)) });
}

/** "{…,"msg":"the database is away","err":{"message":"…"}}" → "the database is away: …" */
export function readableLine(line: string): string {
  const { msg, err, retryInMs } = JSON.parse(line) as Record<string, unknown>;
  const reason = typeof err === 'object' && err !== null && 'message' in err ? `: ${err.message}` : '';
  const retry = typeof retryInMs === 'number' ? ` Trying again in ${retryInMs / 1000} s.` : '';
  return `(${msg}${reason}${retry})`;
}
