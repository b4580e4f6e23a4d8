/** What the SDK has to say, in our log: warnings and errors only, for its lower levels hold message texts and tokens. */

import { type Logger, LogLevel } from '@slack/bolt';
import { type Log, strikeSecrets } from '../../log.ts';

export function createBoltLog(log: Log): Logger {
  const told = (parts: readonly unknown[]) => ({ sdk: 'slack', said: parts.map(textOf).join(' ') });
  return {
    debug() {},
    info() {},
    warn: (...parts) => log.warn(told(parts), 'the Slack SDK warns'),
    error: (...parts) => log.error(told(parts), 'the Slack SDK reports an error'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function textOf(part: unknown): string {
  const text = part instanceof Error ? part.message : String(part);
  // A socket's address is a ticket to it.
  return strikeSecrets(text).replace(/wss?:\/\/\S+/g, '[socket]');
}
