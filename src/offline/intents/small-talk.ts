/** Greetings, thanks and the call for help. */

import { languages } from '../../language.ts';
import type { Intent } from '../hearing.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { whole } from '../lexicon/patterns.ts';
import { phrases } from '../phrases.ts';

const TALK_LENGTH = 60;

export const smallTalk: Intent = (heard) => {
  if (heard.folded.length > TALK_LENGTH) return null;
  const bare = heard.folded.replace(/^[\s¿¡/]+|[^\p{L}\p{N}]+$/gu, '').replace(/,/g, '');
  const own = [heard.language, ...languages.filter((language) => language !== heard.language)];
  for (const kind of ['help', 'greeting', 'thanks'] as const) {
    const language = own.find((candidate) => whole(lexicons[candidate].phrases[kind]).test(bare));
    if (language) return { say: phrases[heard.context.language ?? language][kind] };
  }
  return heard.folded === '?' ? { say: phrases[heard.answerIn].help } : null;
};
