/** Hands the entries out as a file. */

import type { Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { periodIn } from '../periods.ts';

export const exportEntries: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const short = heard.folded.split(/\s+/).length <= 12;
  const asked =
    begins(heard, phrases.export) ||
    (short && says(heard, phrases.export) && (begins(heard, phrases.questionStart) || says(heard, phrases.listNoun)));
  if (!asked || /\d[.,]\d\d\b/.test(heard.folded)) return null;
  const period = periodIn(heard);
  return { calls: [{ name: 'export_entries', args: { format: says(heard, 'json') ? 'json' : 'csv', ...period } }] };
};
