/** A plain yes or no, in any of the languages. */

import { foldText } from '../domain/fold.ts';
import { languages } from '../language.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import { whole } from './lexicon/patterns.ts';

const CONSENT_LENGTH = 40;

/** "yes" or "no" when the whole message is a word of consent or refusal (👍 and 👎 too), else null. */
export function readConsent(text: string): 'yes' | 'no' | null {
  if (text.length > CONSENT_LENGTH) return null;
  if (/^\s*[👍✅👌🆗](?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?\s*$/u.test(text)) return 'yes';
  if (/^\s*[👎❌🚫✋](?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?\s*$/u.test(text)) return 'no';
  const said = foldText(text).replace(/^[¡!.\s]+|[!.,\s]+$/gu, '');
  const means = (side: 'yes' | 'no') =>
    languages.some((language) => whole(lexicons[language].phrases[side]).test(said.replaceAll(',', '')));
  // "nein" and "no" are never a yes anywhere, so a refusal wins where the languages disagree.
  return means('no') ? 'no' : means('yes') ? 'yes' : null;
}
