/** Which of the languages a message is written in, by its everyday words. */

import { foldInPlace } from '../domain/fold.ts';
import { type Language, languages } from '../models/model.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import type { DateWords, Lexicon } from './lexicon/lexicon.ts';
import { foldPattern, listed } from './lexicon/patterns.ts';

/** The first words show the language as well as all of them. */
const TEXT_READ = 400;

/** By how much another language must show better; "le" and "de" alone show nothing. */
const CLEARLY = 0.3;

/** A language word counts by how few languages share it, so that one clear word beats two that several have. */
const weights = wordWeights();

/** The language of `text`; `fallback` when its words show none, or show others no better. */
export function readLanguage(text: string, fallback: Language): Language {
  const scores = new Map<Language, number>();
  // Letters beside digits are codes, not words.
  for (const [word] of foldInPlace(text.slice(0, TEXT_READ)).matchAll(/(?<![\p{L}\p{N}])\p{L}+(?![\p{L}\p{N}])/gu)) {
    for (const [language, weight] of weights.get(word) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + weight);
    }
  }
  const score = (language: Language) => scores.get(language) ?? 0;
  const best = languages.reduce((a, b) => (score(b) > score(a) ? b : a), fallback);
  return score(best) > score(fallback) + CLEARLY ? best : fallback;
}

/** Whether a folded word is one that some language's rules know. */
export function isEverydayWord(word: string): boolean {
  return weights.has(word);
}

function wordWeights(): ReadonlyMap<string, readonly (readonly [Language, number])[]> {
  const byWord = new Map<string, Language[]>();
  for (const language of languages) {
    for (const word of showingWords(lexicons[language])) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
  const weighted = new Map<string, (readonly [Language, number])[]>();
  for (const [word, spoken] of byWord) {
    weighted.set(
      word,
      spoken.map((language) => [language, 1 / spoken.length ** 2] as const),
    );
  }
  return weighted;
}

/** Everyday words, date words and all that the rules listen for; not the things that people buy, which travel. */
function showingWords(lexicon: Lexicon): ReadonlySet<string> {
  const { weekdays, months, relative, units, last }: DateWords = lexicon.dates;
  const { languageNames, groups, every, ...phrases } = lexicon.phrases;
  const lists = [
    lexicon.functionWords,
    ...weekdays,
    ...months,
    ...Object.values(relative),
    ...Object.values(units),
    last,
  ];
  const words = new Set(
    lists.flatMap(listed).flatMap((phrase) => [...phrase.matchAll(/\p{L}+/gu)].map(([word]) => word)),
  );
  for (const pattern of Object.values(phrases)) {
    for (const [word] of foldPattern(pattern)
      .replace(/\\p\{\w+\}|\\./g, ' ')
      .matchAll(/\p{L}{3,}/gu))
      words.add(word);
  }
  return words;
}
