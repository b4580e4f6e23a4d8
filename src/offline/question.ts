/** Whether a text asks for something rather than telling of it. */

import { foldInPlace } from '../domain/fold.ts';
import { languages } from '../language.ts';
import { cleanText } from './clean-text.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { anywhere, atStart } from './lexicon/patterns.ts';
import { readLanguage } from './read-language.ts';

const TEXT_READ = 2000;

/** Whether `text` is a question or a request to be shown something, in any of the languages. */
export function isQuestion(text: string): boolean {
  const folded = foldInPlace(cleanText(text.slice(0, TEXT_READ)));
  const guess = readLanguage(text, 'en');
  return (
    asks(folded, lexicons[guess]) ||
    languages.some((language) => language !== guess && asksAtStart(folded, lexicons[language]))
  );
}

/** The same for folded text whose language is known. */
export function asks(folded: string, lexicon: Lexicon): boolean {
  if (orders(folded, lexicon)) return false;
  if (/[?¿؟？]/.test(folded.replace(/https?:\S+/g, ''))) return true;
  return asksAtStart(folded, lexicon) || anywhere(lexicon.phrases.questionAnywhere).test(folded);
}

/** "can you add 12 for lunch?" asks for nothing but politely. */
function orders(folded: string, { phrases }: Lexicon): boolean {
  const { opener, polite, recordOrder, change, deleteVerb } = phrases;
  return atStart(
    `(?:(?:${opener})[\\s,.!:;-]+){0,3}(?:${polite}) (?:(?:${opener}) )?(?:${recordOrder}|${change}|${deleteVerb})`,
  ).test(folded);
}

function asksAtStart(folded: string, lexicon: Lexicon): boolean {
  const opener = lexicon.phrases.opener;
  return atStart(`(?:(?:${opener})[\\s,.!:;-]+){0,4}(?:${lexicon.phrases.questionStart})`).test(folded);
}
