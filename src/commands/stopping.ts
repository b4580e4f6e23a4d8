/** Ending on a signal, or because nobody reads any more: the work at hand is finished, then the process leaves. */

import { isReaderGone } from '../channels/terminal/write-out.ts';

export interface Stopping {
  readonly signal: AbortSignal;
  /** Gives the signals back to Node. */
  release(): void;
}

/** A second Ctrl-C ends the process at once: the next start takes up what is unfinished. */
const MILLISECONDS_OF_ONE_PRESS = 500;

/** Sets the exit code as well: 130 after Ctrl-C, else that of a fine end. */
export function stopOnSignals(): Stopping {
  const controller = new AbortController();
  let stoppedAt: number | null = null;

  const stop = (name: NodeJS.Signals) => {
    const code = name === 'SIGINT' ? 130 : 0;
    // One Ctrl-C may arrive twice: from the terminal and from the program that started this one.
    if (stoppedAt !== null && performance.now() - stoppedAt > MILLISECONDS_OF_ONE_PRESS) process.exit(code);
    stoppedAt ??= performance.now();
    process.exitCode = code;
    controller.abort();
  };
  const onStreamError = (error: unknown) => {
    if (!isReaderGone(error)) throw error;
    controller.abort();
  };

  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, stop);
  for (const stream of [process.stdin, process.stdout]) stream.on('error', onStreamError);
  return {
    signal: controller.signal,
    release() {
      for (const name of signals) process.off(name, stop);
    },
  };
}

/**
 * Ends the process when leaving takes longer than it may, after handing back what others can take up. Call the function
 * that it gives when all is closed in time.
 */
export function leaveWithin(milliseconds: number, handBack: () => Promise<void>): () => void {
  const leave = () => process.exit();
  const soon = setTimeout(() => {
    handBack()
      .catch(() => {})
      .finally(leave);
  }, milliseconds * 0.9);
  const last = setTimeout(leave, milliseconds);
  return () => {
    clearTimeout(soon);
    clearTimeout(last);
  };
}
