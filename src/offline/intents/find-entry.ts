/** Which entry a correction or a deletion means. */

import { foldText } from '../../domain/fold.ts';
import type { Heard, Plan } from '../hearing.ts';
import { atStart, expression, foldPattern, whole } from '../lexicon/patterns.ts';
import { phrases } from '../phrases.ts';

/** Ids (or "last"), or what to do first to learn them. */
export type EntryFound = { readonly ids: readonly string[] } | { readonly plan: Plan };

/**
 * `named` are the words that name the entry, empty or "that" for the one just spoken of. A name is looked for in the entries
 * the message replies to, then in those told of before, then by asking for a list of them.
 */
export function findEntry(heard: Heard, named: string): EntryFound {
  const { context, lexicon } = heard;
  const words = bareName(heard, named);
  const correcting = context.correcting;
  const only = correcting[0];
  if (words === '' || whole(lexicon.phrases.thatEntry).test(words)) {
    if (correcting.length > 0) return { ids: correcting.map(({ id }) => id) };
    return { ids: ['last'] };
  }
  // "everything" is more than can be told apart by a word.
  if (whole(lexicon.phrases.overall).test(words)) return { plan: { say: phrases[heard.answerIn].notFound } };
  const replied = correcting.find(({ summary }) => mentions(summary, words));
  if (replied) return { ids: [replied.id] };
  if (only && correcting.length === 1) return { ids: [only.id] };
  const known = heard.known.find((entry) => mentions(entry.words, words));
  if (known) return { ids: [known.id] };
  if (mentions(heard.recorded[0] ?? '', words)) return { ids: ['last'] };
  if (heard.looked) return { plan: { say: phrases[heard.answerIn].notFound } };
  return { plan: { calls: [{ name: 'list_entries', args: { search: words, sort: 'newest', limit: 1 } }] } };
}

/** The newest `count` entries, looked up when they are not known. */
export function newestEntries(heard: Heard, count: number): EntryFound {
  if (heard.looked && heard.known.length > 0) return { ids: heard.known.slice(0, count).map(({ id }) => id) };
  if (heard.looked) return { plan: { say: phrases[heard.answerIn].notFound } };
  return { plan: { calls: [{ name: 'list_entries', args: { sort: 'newest', limit: count } }] } };
}

/** Without articles, "entry" and "one". */
export function bareName(heard: Heard, named: string): string {
  const { links, phrases: p } = heard.lexicon;
  let words = foldText(named).replace(/^[\s,.!:;'"-]+|[\s,.!:;'"-]+$/g, '');
  if (whole(p.thatEntry).test(words)) return words;
  const closer = expression(`(?:[\\s,]+(?:${foldPattern(`${p.opener}|${p.polite}`)}))+$`).exec(words);
  if (closer) words = words.slice(0, closer.index);
  if (whole(p.thatEntry).test(words)) return words;
  const article = atStart(links.article).exec(words);
  if (article) words = words.slice(article[0].length).trim();
  const noun = expression(`(?:^| )(?:${foldPattern(p.entryNoun)})$`).exec(words);
  if (noun) words = words.slice(0, noun.index).trim();
  return words;
}

/** Whether `text` has the words of `name`, one behind the other, whatever their accents and marks. */
export function mentions(text: string, name: string): boolean {
  const words = (of: string) => ` ${(foldText(of).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  return words(name).trim() !== '' && words(text).includes(words(name));
}
