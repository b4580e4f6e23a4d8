/** Mail instead of a chat: "send my digests to me@example.org", "email me everything", "no e-mail". */

import { type Language, languages } from '../../language.ts';
import type { Intent } from '../hearing.ts';
import { alertPatterns } from '../lexicon/alerts-patterns.ts';
import { type EmailPatterns, emailPatterns } from '../lexicon/email-patterns.ts';
import { anywhere, whole } from '../lexicon/patterns.ts';
import { bare, withoutManners } from './alerts.ts';

/** Longer messages arrange nothing; they tell of something. */
const LONGEST = 260;

/** What stands around an address is no part of it. */
const address = /[^\s<>()[\],;:"'`«»“”„‚‘’]+@[^\s<>()[\],;:"'`«»“”„‚‘’!?]+/u;

/** In all languages, that of the message first: every word must be one that such a message has. */
export const email: Intent = (heard) => {
  if (heard.text.length > LONGEST || heard.text.includes('\n')) return null;
  const match = address.exec(heard.text);
  const found = match?.[0];
  const { index: start = 0 } = match ?? {};
  const said = spaced(`${heard.folded.slice(0, start)} ${heard.folded.slice(start + (found?.length ?? 0))}`);
  for (const language of [heard.language, ...languages.filter((each) => each !== heard.language)]) {
    const args = argsIn(said, found?.replace(/\.+$/, ''), language);
    if (args) return { calls: [{ name: 'email', args }] };
  }
  return null;
};

function spaced(folded: string): string {
  return bare(folded.replace(/e-mail/g, 'email').replace(/['’‘`<>()[\]«»“”„:-]/g, ' '));
}

function argsIn(said: string, to: string | undefined, language: Language): Record<string, unknown> | null {
  const patterns = emailPatterns[language];
  const text = withoutManners(said, alertPatterns[language]);
  if (to === undefined && whole(patterns.stop).test(text)) return { action: 'stop' };
  if (to === undefined && whole(patterns.show).test(text)) return { action: 'show' };
  if (!isAboutMail(text, to, patterns)) return null;
  const takes = takenBy(text, patterns);
  // "E-mail" alone is a question; with nothing but an address it is an answer to one.
  return { action: 'send', ...(to !== undefined && { address: to }), ...(takes && { takes }) };
}

function isAboutMail(text: string, to: string | undefined, patterns: EmailPatterns): boolean {
  const { filler, mail, digests, alerts, everything } = patterns;
  const word = `(?:${filler}|${mail}|${digests}|${alerts}|${everything})`;
  if (text === '' || !whole(`${word}(?:[ ,.]+${word})*`).test(text)) return text === '' && to !== undefined;
  const isNamed = anywhere(`${digests}|${alerts}|${everything}`).test(text);
  const isMail = anywhere(mail).test(text);
  return to === undefined ? isNamed && isMail : isNamed || isMail;
}

function takenBy(text: string, { digests, alerts, everything }: EmailPatterns): 'digests' | 'everything' | null {
  const isDigests = anywhere(digests).test(text);
  if (anywhere(alerts).test(text)) return 'everything';
  if (isDigests) return 'digests';
  return anywhere(everything).test(text) ? 'everything' : null;
}
