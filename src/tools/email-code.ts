/** The mail that brings a code. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { mailWords } from '../wording/mail-words.ts';
import type { Words } from '../wording/words.ts';

/** A Reply as the outbox keeps it. It names nobody: whoever gets it may be a stranger. */
export function codeMessage(
  { code, expiresAt }: { readonly code: string; readonly expiresAt: Date },
  { preferences }: Asker,
  words: Words,
) {
  const say = mailWords(words);
  const until = Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime())
    .toZonedDateTimeISO(preferences.timezone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  return {
    ...{ text: say.codeMail(code, until).join('\n'), buttons: [], charts: [], files: [], tools: [], model: null },
    mail: { subject: say.codeSubject(code), footer: say.codeFooter, language: words.locale },
  };
}
