/** How somebody wants to be spoken to unasked: "mute until Monday", "quiet 22–7", "jede Woche ein Überblick um 8". */

import { type Language, languages } from '../../language.ts';
import type { Heard, Intent } from '../hearing.ts';
import { type AlertPatterns, alertPatterns } from '../lexicon/alerts-patterns.ts';
import { expression, foldPattern, whole } from '../lexicon/patterns.ts';
import { digestArgs } from './alerts-digest.ts';
import { muteArgs, quietArgs } from './alerts-silence.ts';

export type AlertArgs = Readonly<Record<string, unknown>>;

/** Longer messages arrange nothing; they tell of something. */
const LONGEST = 120;

/** Every pattern takes a whole message, so the languages may be tried one after the other. */
export const alerts: Intent = (heard) => {
  if (heard.text.length > LONGEST || heard.text.includes('\n')) return null;
  const said = bare(heard.folded);
  for (const language of [heard.language, ...languages.filter((each) => each !== heard.language)]) {
    const args = mayArrange(said, language) ? argsIn(said, language, heard) : null;
    if (args) return { calls: [{ name: 'alerts', args }] };
  }
  return null;
};

const stems = new Map<Language, readonly string[]>();

/** Whether a longer word of the patterns stands in the message: most have none, and the patterns take long to be compiled. */
function mayArrange(said: string, language: Language): boolean {
  let known = stems.get(language);
  if (!known) {
    const { plain, mute, quiet, digest } = alertPatterns[language];
    const patterns = [...Object.values(plain), mute, quiet, digest.noun, digest.looseNoun].map(foldPattern).join('|');
    // A letter before a question mark may be missing.
    known = [...new Set(patterns.replace(/\p{L}\?/gu, '|').match(/\p{L}{4,}/gu))];
    stems.set(language, known);
  }
  return known.some((stem) => said.includes(stem));
}

function argsIn(said: string, language: Language, heard: Heard): AlertArgs | null {
  const patterns = alertPatterns[language];
  for (const text of new Set([said, withoutManners(said, patterns)])) {
    const action = plainAction(text, patterns);
    if (action) return { action };
    const args =
      quietArgs(text, patterns) ?? digestArgs(text, language) ?? muteArgs(text, { language, context: heard.context });
    if (args) return args;
  }
  return null;
}

/** Most messages are none of them, which one expression tells. */
function plainAction(text: string, { plain }: AlertPatterns): string | undefined {
  if (!whole(Object.values(plain).join('|')).test(text)) return undefined;
  return Object.entries(plain).find(([, pattern]) => whole(pattern).test(text))?.[0];
}

/** Without marks at either end, nor a slash; in one line, single spaces. */
export function bare(folded: string): string {
  return folded
    .replace(/[!?¿¡"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s/.,;:]+|[\s.,;:]+$/g, '');
}

/** Without "please" and the like at either end. */
export function withoutManners(said: string, { polite }: Pick<AlertPatterns, 'polite'>): string {
  const ends = expression(`^(?:(?:${polite})[ ,]+)+|(?:[ ,]+(?:${polite}))+$`);
  return said.replace(ends, '').replace(ends, '');
}
