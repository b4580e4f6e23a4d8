/** A message that nobody at this terminal has seen yet, and that no line of theirs waits for. */

import type { Answered } from '../channel.ts';

export interface Missed {
  /** The message that it answers; null where it answers nothing. */
  readonly said: string | null;
  readonly answered: Answered;
  /** To be called once it has been shown. */
  readonly markShown: () => Promise<void>;
}
