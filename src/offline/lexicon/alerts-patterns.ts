/** What messages that arrange alerts, and answers to them, are told by. As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import { german } from './alerts/de.ts';
import { english } from './alerts/en.ts';
import { spanish } from './alerts/es.ts';
import { french } from './alerts/fr.ts';
import { portuguese } from './alerts/pt.ts';
import type { Pattern } from './lexicon.ts';

/** What needs no more than being named. */
export type PlainAlertAction =
  | 'list'
  | 'on'
  | 'off'
  | 'unmute'
  | 'quiet_off'
  | 'fewer'
  | 'urgent_passes'
  | 'urgent_waits'
  | 'send_here'
  | 'fallback_on'
  | 'fallback_off'
  | 'digest_off';

export interface AlertPatterns {
  /** "please", "can you": taken away at either end, for it changes nothing. */
  readonly polite: Pattern;
  /** Each is a whole message. */
  readonly plain: Readonly<Record<PlainAlertAction, Pattern>>;
  /** A whole message, once the time that it lasts is taken out of it. */
  readonly mute: Pattern;
  /** Before a number of units: "for". */
  readonly during: Pattern;
  readonly until: Pattern;
  readonly units: Readonly<Record<'hours' | 'days' | 'weeks' | 'months', Pattern>>;
  /** Behind "until": the first day of the week, or month, to come. */
  readonly nextWeek: Pattern;
  readonly nextMonth: Pattern;
  /** A whole message, once its two times are taken out of it. */
  readonly quiet: Pattern;
  /** Before the first of two times, and between them. */
  readonly from: Pattern;
  readonly to: Pattern;
  readonly digest: DigestPatterns;
  readonly times: TimePatterns;
  readonly answers: Readonly<Record<'why' | 'rows' | 'ignore', Pattern>>;
}

export interface DigestPatterns {
  /** With any of the cadences. */
  readonly noun: Pattern;
  /** An overview of now as well, so only with a cadence that says "again and again". */
  readonly looseNoun: Pattern;
  /** All else that may stand in such a message. */
  readonly filler: Pattern;
  readonly cadences: Readonly<Record<'daily' | 'weekly' | 'monthly', CadencePatterns>>;
  /** Before a weekday: "every", "on". */
  readonly every: Pattern;
}

interface CadencePatterns {
  readonly again: Pattern;
  /** "weekly": may say which one as well as how often. */
  readonly adjective: Pattern;
}

export interface TimePatterns {
  /** Before a time of day. */
  readonly at: Pattern;
  /** Behind one; they are no part of it. */
  readonly oClock: Pattern;
  readonly noon: Pattern;
  readonly midnight: Pattern;
  readonly morning: Pattern;
  /** From noon on: adds twelve to the hour before it; eight o'clock by itself. */
  readonly evening: Pattern;
}

export const alertPatterns: Readonly<Record<Language, AlertPatterns>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
};
