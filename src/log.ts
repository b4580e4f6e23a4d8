/** The log: JSON lines on standard error, with secrets struck out. Message texts are never handed to it. */

import { pino } from 'pino';

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

/** Platform tokens, API keys and passwords in URLs, wherever an error message carries them along. */
const secrets = /bot\d+:[\w-]+|xox[a-z]-[\w-]+|xapp-[\w-]+|sk-[\w-]+|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/g;

export function strikeSecrets(text: string): string {
  return text.replace(secrets, '[secret]');
}

export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: Error) => ({
          type: error.name,
          message: strikeSecrets(error.message),
          stack: strikeSecrets(error.stack ?? ''),
        }),
      },
    },
    // Synchronous, so that nothing is lost when the process ends right after.
    pino.destination({ dest: 2, sync: true }),
  );
}
