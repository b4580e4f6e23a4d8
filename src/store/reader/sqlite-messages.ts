/** What the reader and its process say to each other, as JSON. */

import type { Layer, ReadLimits, ReadPlan, ReadResult } from './ledger-reader.ts';

/** The longest query, in UTF-16 code units: far more than a person or a model writes. */
export const LONGEST_QUERY = 20_000;

/** How many bytes the process may take in all, of which Node needs 80 MB. */
export const MEMORY_LIMIT = 400 * 1024 * 1024;

export interface Question {
  readonly ledgerId: string;
  readonly sql: string;
  readonly limits: ReadLimits;
  readonly isPlan: boolean;
}

export type Answer =
  | { readonly rows: ReadResult }
  | { readonly plan: ReadPlan }
  | { readonly refused: { readonly layer: Layer; readonly message: string; readonly hint: string } }
  /** The database can't be read; the query is not to blame. */
  | { readonly trouble: string };

/** `isLast`: the process should not be asked again, for it keeps much memory, or failed in a way it does not know. */
export type Reply = Answer & { readonly isLast: boolean };

/** The first thing that a process says. */
export type Greeting = { readonly isReady: true } | { readonly isReady: false; readonly reason: string };
