/** Numbers in words, such as "two hundred and fifty" and "a grand"; to be read as money only with a currency or a scale. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import { listed } from '../lexicon/patterns.ts';
import { isSubunit } from './currency-near.ts';

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
  /** All words of three letters and more, longest first. */
  readonly parts: readonly string[];
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
    const value = values.get(word) ?? (lexicon.numbers.compound ? compoundValue(word, wordsOf(lexicon)) : undefined);
    // "cinquante cents" are cents, "deux cents" two hundred.
    const isCents: boolean = run !== null && isSubunit(word) && (run as { part: number }).part >= 10;
    const power: number | undefined = word.length > 2 && !isCents ? powers.get(word) : undefined;
    if (value !== undefined) {
      run ??= { sum: 0, part: 0, start, end, scaled: false, small: false };
      // "quatre-vingts"
      const fourTwenties: boolean = run.part % 100 === 4 && value === 20;
      const scaled: boolean = run.scaled || (value >= 100 && value % 100 === 0);
      run = { ...run, part: run.part + (fourTwenties ? 76 : value), end, scaled };
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

/** "zweihundertfünfundzwanzig": the value of a word made of number words only; undefined for any other. */
function compoundValue(word: string, { values, powers, parts }: Words): number | undefined {
  if (word.length < 7 || word.length > 60) return undefined;
  let sum = 0;
  let part = 0;
  for (let rest = word; rest !== ''; ) {
    const next = parts.find((candidate) => rest.startsWith(candidate));
    if (next === undefined) {
      if (!rest.startsWith('und') || part === 0) return undefined;
      rest = rest.slice(3);
      continue;
    }
    const power = powers.get(next);
    if (power === undefined) part += values.get(next) as number;
    else if (power === 2) part = Math.max(part % 100, 1) * 100 + (part - (part % 100));
    else {
      sum += Math.max(part, 1) * 10 ** power;
      part = 0;
    }
    rest = rest.slice(next.length);
  }
  return sum + part;
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
    const parts = [...values.keys(), ...powers.keys()].filter((part) => part.length > 2);
    parts.sort((a, b) => b.length - a.length);
    words = { values, powers, and: new Set(listed(lexicon.numbers.and)), parts };
    known.set(lexicon, words);
  }
  return words;
}
