/** Sets right what was mistyped in the words that rules listen for: "transctions", "yestrday". Nothing else is touched. */

import { guessCategory } from '../domain/category-words.ts';
import { foldInPlace } from '../domain/fold.ts';
import type { Language } from '../language.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { listed } from './lexicon/patterns.ts';
import { isEverydayWord } from './read-language.ts';

/** Longer texts are no hasty remarks. */
const TEXT_READ = 160;
const SHORTEST_WORD = 4;
/** From this length on a wrong letter is a slip; in a shorter word it makes another word ("speed" is not "spend"). */
const SUBSTITUTED = 7;
const TWO_SLIPS = 10;

interface Keys {
  readonly asked: readonly string[];
  readonly days: readonly string[];
}

const known = new Map<Lexicon, Keys>();

/**
 * `text` with its mistyped words put right, none of them in an address: those that questions are told by when it asks, else only names of days, since a
 * note is the person's own.
 */
export function mend(text: string, language: Language, asking: boolean): string {
  if (text.length > TEXT_READ) return text;
  const keys = keysOf(lexicons[language]);
  return text.replace(/(?<![\p{L}\p{N}'@.-])\p{Ll}+(?![\p{L}\p{N}'@-]|\.\p{L})/gu, (word) => {
    if (word.length < SHORTEST_WORD || isEverydayWord(foldInPlace(word)) || guessCategory(word) !== null) return word;
    const folded = foldInPlace(word);
    const day = keys.days.find((key) => key.at(-1) === folded.at(-1) && isSlip(folded, key));
    return day ?? (asking ? keys.asked.find((key) => isSlip(folded, key)) : undefined) ?? word;
  });
}

function keysOf(lexicon: Lexicon): Keys {
  let keys = known.get(lexicon);
  if (!keys) {
    const { weekdays, relative } = lexicon.dates;
    const plain = (lists: readonly string[]) => lists.flatMap(listed).filter((word) => /^\p{L}{6,}$/u.test(word));
    keys = { asked: listed(lexicon.keywords), days: plain([...weekdays, ...Object.values(relative)]) };
    known.set(lexicon, keys);
  }
  return keys;
}

/** One letter left out, doubled, swapped with its neighbour or, in long words, wrong; two in very long ones. */
function isSlip(word: string, key: string): boolean {
  if (word[0] !== key[0] || Math.abs(word.length - key.length) > 2) return false;
  const slips = distance(word, key);
  if (slips === 1) return word.length !== key.length || key.length >= SUBSTITUTED || sorted(word) === sorted(key);
  return slips === 2 && key.length >= TWO_SLIPS;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** Damerau's: how many letters to add, take out, change or swap. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] as number) + 1,
          (row[j - 1] as number) + 1,
          (last[j - 1] as number) + same,
          swap ? (before[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
