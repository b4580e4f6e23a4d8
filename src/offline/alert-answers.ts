/** Short answers to something that was said unasked: "why?", "show rows", "passt so". */

import { foldInPlace } from '../domain/fold.ts';
import type { Language } from '../language.ts';
import { languages } from '../language.ts';
import { cleanText } from './clean-text.ts';
import { bare, withoutManners } from './intents/alerts.ts';
import { alertPatterns } from './lexicon/alerts-patterns.ts';
import { whole } from './lexicon/patterns.ts';

export type AlertAnswer = 'why' | 'rows' | 'ignore';

const LONGEST = 60;

/** Null for anything else. Each is a whole message, in any of the languages, `language` first. */
export function readAlertAnswer(text: string, language: Language): AlertAnswer | null {
  if (text.length > LONGEST) return null;
  const said = bare(foldInPlace(cleanText(text)));
  if (said === '') return null;
  for (const each of [language, ...languages.filter((other) => other !== language)]) {
    const { answers } = alertPatterns[each];
    const plain = withoutManners(said, alertPatterns[each]);
    for (const kind of ['why', 'rows', 'ignore'] as const) {
      if ([said, plain].some((one) => whole(answers[kind]).test(one))) return kind;
    }
  }
  return null;
}
