/** What is said about mail, and around it, in each language. Amounts, shares and times arrive formatted. */

import type { Language } from '../language.ts';
import { de } from './mail/de.ts';
import { en } from './mail/en.ts';
import { es } from './mail/es.ts';
import { fr } from './mail/fr.ts';
import { pt } from './mail/pt.ts';
import type { Words } from './words.ts';

/** What goes by mail. */
export type Mailed = 'digests' | 'everything';

export type CodeRefusal = 'malformed' | 'unknown' | 'expired' | 'used' | 'tooMany';

/** Hints quote commands as people of the language write them. */
export interface MailWords {
  readonly notSetUp: string;
  readonly notSetUpHint: string;
  readonly privately: string;
  readonly privatelyHint: string;
  readonly noAddress: string;
  readonly noAddressHint: string;
  readonly whichAddress: string;
  readonly whichAddressHint: string;
  /** So many codes within a day: asked for by one person, or sent to one address. */
  tooManyCodes(count: number): string;
  tooManyTo(count: number): string;
  readonly tooManyHint: string;

  codeSent(address: string, minutes: number): string;
  confirmed(address: string, takes: Mailed): string;
  /** After it, where digests would go there and none is on. */
  readonly noDigestYet: string;
  /** How it stands. */
  goes(address: string, takes: Mailed): string;
  readonly none: string;
  readonly off: string;
  /** Before it happens, where a model was not plainly asked for it. */
  propose(address: string, takes: Mailed): string;
  readonly proposeOff: string;
  /** Why a code opens nothing, and what to do. */
  readonly refused: Readonly<Record<CodeRefusal, string>>;

  codeSubject(code: string): string;
  /** The lines of the mail that brings a code, which is good until a time of day. */
  codeMail(code: string, until: string): readonly string[];
  readonly codeFooter: string;
  /** Under every other mail. */
  readonly footer: string;
  readonly day: string;
  readonly week: string;
  /** A period's name, what was spent, and how much less or more than before. */
  subject(name: string, amount: string, change: { readonly share: string; readonly isLess: boolean } | null): string;
}

const all: Readonly<Record<Language, MailWords>> = { en, es, de, fr, pt };

export function mailWords(words: Words): MailWords {
  return all[words.locale.slice(0, 2) as Language];
}
