/** A message in a language model's words, in place of the template's: as long as it says the same. */

import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../language.ts';
import type { ModelCall } from '../store/usage.ts';

/** What is to be said in other words. */
export interface ToPhrase {
  /** The template's, each of one line. */
  readonly lines: readonly string[];
  readonly language: Language;
  /** Whose calls of the model these are. */
  readonly personId: string;
  /** What had it phrased: a schedule's id. Kept with the usage. */
  readonly occasion: string;
  readonly now: Temporal.Instant;
}

export interface Phrased {
  /** The lines as they were handed in … */
  readonly of: readonly string[];
  /** … and what to say instead, a line for each; null for nothing better. */
  readonly lines: readonly string[] | null;
  /** What it cost, to be kept with the message. */
  readonly calls: readonly ModelCall[];
}

/** Never throws, and takes no longer than a digest may wait. Changes nothing. */
export type Phrase = (wanted: ToPhrase, signal: AbortSignal) => Promise<Phrased>;

/** The phrased lines, where these are what was phrased; else the lines themselves. */
export function inOtherWords(lines: readonly string[], phrased: Phrased | null): readonly string[] {
  const isSame = phrased?.of.length === lines.length && lines.every((line, index) => line === phrased.of[index]);
  return (isSame && phrased?.lines) || lines;
}
