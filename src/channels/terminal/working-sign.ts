/** The line that says what is going on while somebody waits, and then is gone without a trace. */

import type { Writable } from 'node:stream';
import { cutToWidth } from '../../charts/display-width.ts';

export interface WorkingSign {
  start(text: string): void;
  /** Says something else, if anything is being said. */
  change(text: string): void;
  stop(): void;
  /** Takes the sign away while something else is written. */
  aside<T>(write: () => T): T;
}

/** Answers that come faster than this need no sign; it would only flicker. */
const PATIENCE_MILLISECONDS = 150;

/** Writes on the line of the cursor, which must be empty. */
export function createWorkingSign(
  output: Writable,
  columns: () => number,
  paint: (text: string) => string,
): WorkingSign {
  let text: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isShown = false;

  const erase = () => {
    if (isShown) output.write('\r\x1b[K');
    isShown = false;
  };
  const show = () => {
    if (text === null) return;
    erase();
    // One column less than there are: a full line would move the cursor to the next one.
    output.write(paint(cutToWidth(text, columns() - 1)));
    isShown = true;
  };

  return {
    start(first) {
      text = first;
      timer = setTimeout(show, PATIENCE_MILLISECONDS);
    },
    change(next) {
      if (text === null) return;
      text = next;
      if (isShown) show();
    },
    stop() {
      clearTimeout(timer);
      text = null;
      erase();
    },
    aside(write) {
      const wasShown = isShown;
      erase();
      const result = write();
      if (wasShown) show();
      return result;
    },
  };
}
