/** What the kinds of schedules do, and what they are handed. */

import type { Temporal } from 'temporal-polyfill';
import type { Cadence } from '../schedule/cadence.ts';
import type { Lateness } from '../schedule/missed.ts';
import type { Tx } from '../store/database.ts';

/** A schedule, read. */
export interface Schedule {
  readonly id: string;
  readonly personId: string;
  readonly ledgerId: string;
  readonly kind: string;
  readonly cadence: Cadence;
  /** Whatever its handler keeps there; JSON. */
  readonly payload: unknown;
  /** IANA name. */
  readonly timeZone: string;
  /** The occurrence that comes next; of one that has ended, the last. */
  readonly nextAt: Temporal.Instant;
  /** The last occurrence that took effect. */
  readonly lastAt: Temporal.Instant | null;
  readonly state: 'on' | 'paused' | 'ended';
  /** Why the last try failed, or why it was paused or ended; null when all is well. */
  readonly lastError: string | null;
}

/** One occurrence of a schedule, being run. */
export interface Run {
  readonly schedule: Schedule;
  /** The moment that the cadence says; `now` may be later. */
  readonly at: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** The occurrence after this one; null when this is the last. */
  readonly next: Temporal.Instant | null;
}

/** What becomes of the schedule after a run. Null is the usual: on with the next occurrence. */
export interface Outcome {
  /**
   * "on": with the next occurrence. "later": this occurrence once more at `at`. "paused" and "ended" say `why`, which a
   * person may read.
   */
  readonly becomes: 'on' | 'later' | 'paused' | 'ended';
  readonly at?: Temporal.Instant;
  readonly why?: string;
  /** Kept in place of the present payload. */
  readonly payload?: unknown;
}

export interface Handler<Prepared = unknown> {
  readonly lateness: Lateness;
  /**
   * Whatever takes long or asks the world: reads, a language model, a picture. It may be done again, and by two
   * processes, so it must change nothing. `signal` fires when the process is stopping.
   */
  prepare?(run: Run, signal: AbortSignal): Promise<Prepared>;
  /** The effect, committed together with the schedule's next occurrence: exactly once. May run again when `tx` was lost. */
  commit(tx: Tx, run: Run, prepared: Prepared): Promise<Outcome | null>;
}

export type Handlers = Readonly<Record<string, Handler>>;
