/** The sentences of each language. */

import type { Language } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import type { Words } from './words.ts';

const all: Record<Language, Words> = { en, es, de, fr, pt };

export function wordsFor(language: Language): Words {
  return all[language];
}
