/** Numbers in words, such as "two hundred and fifty" and "a grand"; to be read as money only with a currency or a scale. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import { listed } from '../lexicon/patterns.ts';

export interface NumberWordsFound {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** A hundred, a thousand or more is in it, so that it counts nothing small. */
  readonly scaled: boolean;
}

interface Words {
  readonly values: ReadonlyMap<string, number>;
  readonly powers: ReadonlyMap<string, number>;
  readonly and: ReadonlySet<string>;
}

const known = new Map<Lexicon, Words>();

/** The powers of ten that a language has words for, by folded word; English ones count everywhere. */
export function powerWords(lexicon: Lexicon): ReadonlyMap<string, number> {
  return wordsOf(lexicon).powers;
}

/** All runs of number words in folded text. */
export function numberWords(folded: string, lexicon: Lexicon): NumberWordsFound[] {
  const { values, powers, and } = wordsOf(lexicon);
  const found: NumberWordsFound[] = [];
  let run: { sum: number; part: number; start: number; end: number; scaled: boolean; small: boolean } | null = null;
  const close = () => {
    if (run) found.push({ value: run.sum + run.part, start: run.start, end: run.end, scaled: run.scaled });
    run = null;
  };
  for (const match of folded.matchAll(/\p{L}+/gu)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const gap: string = run ? folded.slice((run as { end: number }).end, start) : '';
    if (run && !/^(?:[ -]|(?: (?:and|y|e|et|und) ))$/.test(gap) && !and.has(gap.trim())) close();
    const value = values.get(word);
    const power = word.length > 2 ? powers.get(word) : undefined;
    if (value !== undefined) {
      run ??= { sum: 0, part: 0, start, end, scaled: false, small: false };
      run = { ...run, part: run.part + value, end };
    } else if (power !== undefined) {
      run ??= { sum: 0, part: 0, start, end, scaled: false, small: false };
      const part: number = Math.max(run.part, 1) * 10 ** power;
      run =
        power === 2 ? { ...run, part, end, scaled: true } : { ...run, sum: run.sum + part, part: 0, end, scaled: true };
    } else if (run && !and.has(word)) {
      close();
    }
  }
  close();
  return found;
}

function wordsOf(lexicon: Lexicon): Words {
  let words = known.get(lexicon);
  if (!words) {
    const values = new Map<string, number>();
    for (const [value, list] of Object.entries(lexicon.numbers.values)) {
      // "few" and "a couple" are counts, never an amount.
      for (const word of listed(list)) if (!/ |few|couple|par|paar/.test(word)) values.set(word, Number(value));
    }
    const powers = new Map<string, number>([
      ['k', 3],
      ['m', 6],
      ['mn', 6],
      ['bn', 9],
      ['b', 9],
      ['million', 6],
      ['billion', 9],
    ]);
    for (const [power, list] of Object.entries(lexicon.numbers.powers)) {
      for (const word of listed(list)) powers.set(word, Number(power));
    }
    words = { values, powers, and: new Set(listed(lexicon.numbers.and)) };
    known.set(lexicon, words);
  }
  return words;
}
