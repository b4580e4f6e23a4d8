/** The words of each language. */

import type { Language } from '../../language.ts';
import type { CadenceWords } from './cadence-words.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import { portuguese } from './words/pt.ts';

export const cadenceWords: Readonly<Record<Language, CadenceWords>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
};
