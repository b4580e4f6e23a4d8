/** Deletes entries: "delete the last one", "remove the taxi", "delete the last 3", "delete all of them". */

import { foldText } from '../../domain/fold.ts';
import type { Heard, Intent, Plan } from '../hearing.ts';
import { begins, says, writtenInPast } from '../hearing.ts';
import { anywhere, atStart, listed } from '../lexicon/patterns.ts';
import { phrases } from '../phrases.ts';
import { findEntry, newestEntries } from './find-entry.ts';

const MOST_AT_ONCE = 100;
/** An entry is named in fewer words. */
const NAME_WORDS = 6;

export const deleteEntries: Intent = (heard) => {
  const { deleteVerb, budgetNoun, categoryNoun, recentFirst } = heard.lexicon.phrases;
  if (!begins(heard, deleteVerb) || says(heard, budgetNoun) || says(heard, categoryNoun)) return null;
  // "viré 20" was sent, "vire ça" is to go.
  if (writtenInPast(heard)) return null;
  const verb = atStart(deleteVerb).exec(heard.said)?.[0] ?? '';
  // "forget that" about an answer takes nothing away.
  if (verb === 'forget' && !heard.changed) return null;
  const rest = heard.said.slice(verb.length).trim();
  const many = everything(heard, rest);
  if (many) return many;
  const count = countIn(heard, rest);
  // "drop table 12" and "drop 50 on shoes" are for others to judge.
  if (count === null && /\d/.test(rest.replace(/#\w+/g, ''))) return null;
  if (rest.split(' ').length > NAME_WORDS) return null;
  const found =
    count !== null && count > 1 && says(heard, recentFirst) ? newestEntries(heard, count) : findEntry(heard, rest);
  if ('plan' in found) return found.plan;
  return { calls: [{ name: 'delete_entries', args: { entries: [...found.ids] } }] };
};

/** "all of them" are those just shown; where none were, everything is too much to go at one word. */
function everything(heard: Heard, rest: string): Plan | null {
  const { everything: all, thoseShown } = heard.lexicon.phrases;
  const words = foldText(rest);
  const allOfIt = atStart(all).test(words);
  if (!allOfIt && !atStart(thoseShown).test(words)) return null;
  const pointsBack = words.split(' ').length <= 3 && heard.dates.length === 0;
  if (heard.shown.length > 0 && pointsBack)
    return { calls: [{ name: 'delete_entries', args: { entries: [...heard.shown] } }] };
  const say = phrases[heard.answerIn];
  return { say: allOfIt ? say.deleteMany : say.notFound };
}

/** "last 3", "3 last", "last three entries", "2 entries". */
function countIn(heard: Heard, rest: string): number | null {
  const { recentFirst, entryNoun } = heard.lexicon.phrases;
  const counts = [
    `(?:${recentFirst}) (\\d{1,2}|\\p{L}+)`,
    `(\\d{1,2}|\\p{L}+) (?:${recentFirst}|(?:\\p{L}+ )?(?:${entryNoun}))`,
  ];
  for (const pattern of counts) {
    const count = countOf(heard, anywhere(pattern).exec(rest)?.[1] ?? '');
    if (count !== null) return count;
  }
  return null;
}

function countOf(heard: Heard, word: string): number | null {
  if (/^\d+$/.test(word)) return Math.min(Number(word), MOST_AT_ONCE);
  const value = Object.entries(heard.lexicon.numbers.values).find(
    ([number, list]) => Number(number) > 1 && listed(list).includes(word),
  );
  return value ? Number(value[0]) : null;
}
