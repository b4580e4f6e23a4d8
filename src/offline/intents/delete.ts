/** Deletes entries: "delete the last one", "remove the taxi", "delete the last 3". */

import type { Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { atStart, listed } from '../lexicon/patterns.ts';
import { findEntry, newestEntries } from './find-entry.ts';

const MOST_AT_ONCE = 100;

export const deleteEntries: Intent = (heard) => {
  const { deleteVerb, budgetNoun, categoryNoun, recentFirst } = heard.lexicon.phrases;
  if (!begins(heard, deleteVerb) || says(heard, budgetNoun) || says(heard, categoryNoun)) return null;
  const verb = atStart(deleteVerb).exec(heard.said)?.[0] ?? '';
  const rest = heard.said.slice(verb.length).trim();
  const count = countIn(rest, heard.lexicon.numbers.values);
  // "drop table 12" and "drop 50 on shoes" are for others to judge.
  if (count === null && /\d/.test(rest.replace(/#\w+/g, ''))) return null;
  const found =
    count !== null && count > 1 && says(heard, recentFirst) ? newestEntries(heard, count) : findEntry(heard, rest);
  if ('plan' in found) return found.plan;
  return { calls: [{ name: 'delete_entries', args: { entries: [...found.ids] } }] };
};

/** "last 3", "last three entries" */
function countIn(rest: string, values: Readonly<Record<number, string>>): number | null {
  const digits = /\b(\d{1,2})\b(?! ?[.,€$£%])/.exec(rest);
  if (digits) return Math.min(Number(digits[1]), MOST_AT_ONCE);
  for (const word of rest.split(/[^\p{L}]+/u)) {
    const value = Object.entries(values).find(([number, list]) => Number(number) > 1 && listed(list).includes(word));
    if (value) return Number(value[0]);
  }
  return null;
}
