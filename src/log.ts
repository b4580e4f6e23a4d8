/** The log: JSON lines on standard error, with secrets struck out. Message texts are never handed to it. */

import { type DestinationStream, pino } from 'pino';

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

/** Platform tokens, API keys and passwords in URLs, wherever an error message carries them along. */
const secrets =
  /bot\d+:[\w-]+|xox[a-z]-[\w-]+|xapp-[\w-]+|\bsk-[\w-]+|\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}|(?<=:\/\/[^\s:/@]*:)[^\s/?#]+(?=@)/g;

export function strikeSecrets(text: string): string {
  return text.replace(secrets, '[secret]');
}

/** Writes to standard error unless told otherwise. */
export function createLog(level: string, destination: DestinationStream = standardError()): Log {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: unknown) =>
          error instanceof Error
            ? {
                type: error.name,
                message: strikeSecrets(error.message),
                stack: strikeSecrets(error.stack ?? ''),
              }
            : { message: strikeSecrets(String(error)) },
      },
    },
    destination,
  );
}

/** Synchronous, so that nothing is lost when the process ends right after. */
function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: true });
}
