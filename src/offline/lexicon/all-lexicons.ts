/** The languages understood, in one list. */

import type { Language } from '../../language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { Lexicon } from './lexicon.ts';
import { portuguese } from './pt.ts';

export const lexicons: Readonly<Record<Language, Lexicon>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
};
