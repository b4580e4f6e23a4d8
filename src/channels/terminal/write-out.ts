/** Writing to somebody who may be gone. */

import type { Writable } from 'node:stream';

/** Writes the text; false when its reader is gone, which is no error: `… | head -1` is a fine way to read. */
export function writeOut(output: Writable, text: string): Promise<boolean> {
  if (output.destroyed || output.writableEnded) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (!error) resolve(true);
      else if (isReaderGone(error)) resolve(false);
      else reject(error);
    });
  });
}

export function isReaderGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  // EIO: a terminal whose window was closed.
  return code === 'EPIPE' || code === 'EIO' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET';
}
