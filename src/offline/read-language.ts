/** Which of the languages a message is written in, by its everyday words. */

import { brandNamed } from '../domain/category-words.ts';
import { foldInPlace } from '../domain/fold.ts';
import { type Language, languages } from '../language.ts';
import { lexicons } from './lexicon/all-lexicons.ts';
import type { DateWords, Lexicon } from './lexicon/lexicon.ts';
import { foldPattern, listed } from './lexicon/patterns.ts';

/** The first words show the language as well as all of them. */
const TEXT_READ = 400;

/** By how much another language must show better; "le" and "de" alone show nothing. */
const CLEARLY = 0.3;

/** Articles are no longer than this. */
const ARTICLE_LENGTH = 3;

/** A language word counts by how few languages share it, so that one clear word beats two that several have. */
const weights = wordWeights();

/** The language of `text`; `fallback` when its words show none, or show others no better. */
export function readLanguage(text: string, fallback: Language): Language {
  const scores = new Map<Language, number>();
  const shown = new Map<Language, Set<string>>();
  // Letters beside digits are codes, not words, and the "e" of "e-mail" is none in any language.
  for (const [word] of foldInPlace(text.slice(0, TEXT_READ)).matchAll(
    /(?<![\p{L}\p{N}])(?!e-mail)\p{L}+(?![\p{L}\p{N}])/gu,
  )) {
    for (const [language, weight] of weights.get(word) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + weight);
      shown.set(language, (shown.get(language) ?? new Set()).add(word));
    }
  }
  // One article is as often part of a name: "El Pollo Loco", "die cast car".
  const told = (language: Language) => {
    const words = [...(shown.get(language) ?? [])];
    return words.length > 1 || words.some((word) => word.length > ARTICLE_LENGTH);
  };
  const score = (language: Language) => (language === fallback || told(language) ? (scores.get(language) ?? 0) : 0);
  const best = languages.reduce((a, b) => (score(b) > score(a) ? b : a), fallback);
  // "sábado" is Spanish or Portuguese, but never English.
  const enough = score(fallback) === 0 ? 0 : CLEARLY;
  return score(best) > score(fallback) + enough ? best : fallback;
}

/** Whether a folded word is one that some language's rules know. */
export function isEverydayWord(word: string): boolean {
  return weights.has(word);
}

function wordWeights(): ReadonlyMap<string, readonly (readonly [Language, number])[]> {
  const byWord = new Map<string, Language[]>();
  for (const language of languages) {
    // "über" without its dots is a car.
    for (const word of showingWords(lexicons[language]))
      if (!brandNamed(word)) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
  // What is said of others' doings shows a language too, where no language says it of oneself.
  const own = new Set(byWord.keys());
  for (const language of languages) {
    const { otherOrder, others } = lexicons[language].phrases;
    for (const word of new Set([...patternWords(otherOrder), ...patternWords(others)]))
      if (!own.has(word)) byWord.set(word, [...(byWord.get(word) ?? []), language]);
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
  const { languageNames, groups, every, otherOrder, others, judgement, thanks, yes, no, ...phrases } = lexicon.phrases;
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
  for (const pattern of Object.values(phrases)) for (const word of patternWords(pattern)) words.add(word);
  return words;
}

/** The words of three letters and more in a pattern. */
function patternWords(pattern: string): string[] {
  const plain = foldPattern(pattern).replace(/\\p\{\w+\}|\\./g, ' ');
  return [...plain.matchAll(/\p{L}{3,}/gu)].map(([word]) => word);
}
