/** What Purser says unasked, and about what it says unasked, in each language. Amounts, days and shares arrive formatted. */

import type { Language } from '../language.ts';
import { de } from './alerts/de.ts';
import { en } from './alerts/en.ts';
import { es } from './alerts/es.ts';
import { fr } from './alerts/fr.ts';
import { pt } from './alerts/pt.ts';
import type { Words } from './words.ts';

export type AlertKind =
  | 'budget'
  | 'watched'
  | 'unusual'
  | 'upcoming-bill'
  | 'missed-bill'
  | 'price-rise'
  | 'goal'
  | 'month-end';

export type Unsaid =
  | 'quiet'
  | 'muted'
  | 'weekly-limit'
  | 'small'
  | 'room'
  | 'nowhere'
  | 'refused'
  | 'off'
  | 'no-longer-true'
  | 'covered'
  | 'old'
  | 'dismissed';

export type Cadence = 'daily' | 'weekly' | 'monthly';

export interface AlertWords {
  /** After how a budget stands. */
  budgetUsed(share: string): string;
  /** The budget holds until a day within a sentence ("on 23 Nov"), and comes to an amount. */
  budgetCourse(on: string, expected: string): string;
  /** `about` for an amount that is not sure. */
  upcoming(name: string, amount: string, on: string, about: boolean): string;
  /** Causes that wait for the next message. */
  more(count: number): string;
  /** Once, after several messages that nobody looked at. */
  askToStop(count: number): string;

  /** A line of a digest: names with amounts and days. */
  coming(list: string): string;
  readonly nothingComing: string;
  /** Over what was too small for a message of its own. */
  readonly also: string;

  /** When each kind speaks. */
  readonly kinds: Readonly<Record<AlertKind, string>>;
  /** Why something was not said. */
  readonly unsaid: Readonly<Record<Unsaid, string>>;
  readonly on: string;
  readonly off: string;
  /** When everything is looked at next: a time with its day. */
  nextLook(when: string): string;
  digestOn(cadence: Cadence, when: string): string;
  readonly digestNone: string;
  quiet(from: string, to: string, urgent: boolean): string;
  readonly quietNone: string;
  mutedUntil(when: string): string;
  /** Messages of the last seven days of the most that may come. */
  weekly(sent: number, most: number): string;
  readonly heldBack: string;
  readonly nothingHeld: string;
  readonly toldLately: string;
  readonly groupOnly: string;

  readonly unmuted: string;
  quietSet(from: string, to: string): string;
  readonly quietOff: string;
  /** The most messages in seven days from now on. */
  fewer(most: number): string;
  readonly fewest: string;
  digestSet(cadence: Cadence, when: string): string;
  readonly digestOff: string;
  readonly sendHere: string;
  readonly urgentPasses: string;
  readonly urgentWaits: string;
  /** Nobody hears of what a message was about again, as it is. */
  readonly ignored: string;
  readonly stopped: string;
  readonly kept: string;
  readonly notTime: string;
  readonly timeHint: string;
  readonly notDay: string;
  readonly dayOver: string;
  readonly dayHint: string;
  readonly privately: string;
  readonly privatelyHint: string;
  readonly gone: string;
  readonly goneHint: string;
  readonly fallbackOn: string;
  readonly fallbackOff: string;
  readonly sameAlready: string;
  /** Before what would be said once it is done. */
  proposed(done: string): string;
  /** What was put back by an undo. */
  readonly settings: string;
  /** Thresholds beyond those that are listed. */
  watchesMore(count: number): string;
  /** How to set a threshold, where there is none. */
  readonly watchHint: string;
  /** Thresholds whose category is gone. */
  watchesGone(list: string): string;
  readonly buttons: Readonly<Record<'stop' | 'keep', string>>;
}

const all: Readonly<Record<Language, AlertWords>> = { en, es, de, fr, pt };

export function alertWords(words: Words): AlertWords {
  return all[words.locale.slice(0, 2) as Language];
}
