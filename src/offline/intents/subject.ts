/** What a question is about: "on shoes", "at Starbucks", "for my kids". */

import { brandNamed } from '../../domain/category-words.ts';
import { foldInPlace } from '../../domain/fold.ts';
import { categoryIn } from '../category-in.ts';
import type { Heard } from '../hearing.ts';
import { anywhere, expression, foldPattern, listed, whole } from '../lexicon/patterns.ts';

export interface Subject {
  readonly words: string;
  /** It was said where the money went ("at Lidl"), not what for. */
  readonly place: boolean;
}

const LONGEST_SUBJECT_WORDS = 5;

/** The filter that a question asks for: a category where the words name one, else a merchant or thing to look for. */
export function filterIn(
  heard: Heard,
): { category: string; merchant?: undefined } | { merchant: string; category?: undefined } | null {
  const text = withoutDatesAndAmounts(heard);
  const subjects = subjectsIn(heard, text);
  // "home depot" is a shop, whatever "home" is.
  const brand = subjects.find(({ words }) => brandNamed(words))?.words ?? brandWithin(text);
  if (brand) return { merchant: brand };
  for (const subject of subjects) {
    const category = categoryIn(subject.words, heard.context);
    if (category) return { category };
  }
  const named = categoryWithin(heard, text);
  const first = subjects[0];
  if (first && !(named && foldInPlace(first.words).includes(named.words))) return { merchant: first.words };
  if (named) return { category: named.category };
  const thing = beforeNoun(heard, text);
  return thing ? { merchant: thing } : null;
}

/** A shop of two words and more, named anywhere; one word may be just a word ("target"). */
function brandWithin(text: string): string | null {
  const words = [...text.matchAll(/[\p{L}\d'&-]+/gu)];
  for (const length of [3, 2]) {
    for (let at = 0; at + length <= words.length; at++) {
      const start = words[at]?.index ?? 0;
      const last = words[at + length - 1] as RegExpMatchArray & { index: number };
      const name = text.slice(start, last.index + last[0].length);
      if (brandNamed(name)) return name;
    }
  }
  return null;
}

/** "coffee purchases": what stands right before the word for entries, in the languages that put it there. */
function beforeNoun(heard: Heard, text: string): string | null {
  const { links, phrases, dates } = heard.lexicon;
  const match = expression(`(?<![\\p{L}'-])(\\p{L}{3,}) (?:${foldPattern(phrases.listNoun)})(?![\\p{L}])`).exec(
    foldInPlace(text),
  );
  const word = match?.[1];
  const little = `${links.notAbout}|${links.article}|${links.about}|${links.stop}|${phrases.recentFirst}|${phrases.largest}|${phrases.smallest}|${phrases.oldest}|${phrases.listVerb}|${phrases.questionStart}|${phrases.overall}|${phrases.opener}|${phrases.spending}|${phrases.listNoun}|${phrases.income}|${phrases.budgetNoun}`;
  if (!word || heard.lexicon.functionWords.includes(word) || whole(little).test(word)) return null;
  // "standing orders" is one word for entries, "plus grosses dépenses" ends in one.
  if (whole(phrases.listNoun).test(match[0])) return null;
  const upToNoun = foldInPlace(text).slice(0, match.index + word.length);
  if (expression(`(?:^|\\s)(?:${foldPattern(little)})$`).test(upToNoun)) return null;
  const counted = Object.values(heard.lexicon.numbers.values).flatMap(listed);
  return counted.includes(word) || listed(dates.recently).includes(word)
    ? null
    : text.slice(match.index, match.index + word.length);
}

/** Whether nothing is said but days, and words that lead to them: "and last month?", "this week". */
export function onlyDates(heard: Heard): boolean {
  if (heard.dates.length === 0) return false;
  const { phrases, links } = heard.lexicon;
  const little = expression(
    anywhere(`${phrases.followUp}|${phrases.opener}|${phrases.correctionStart}|${links.about}|${links.article}`).source,
    'gu',
  );
  return !/[\p{L}\d]/u.test(foldInPlace(withoutDatesAndAmounts(heard)).replace(little, ' '));
}

/** What stands behind "on", "at", "for", in the person's spelling where `text` keeps it. */
export function subjectsIn(heard: Heard, text: string): Subject[] {
  const { links } = heard.lexicon;
  const folded = foldInPlace(text);
  const about = expression(`(?<![\\p{L}\\d'-])(${foldPattern(links.about)})(?![\\p{L}\\d])['\\s]*`, 'gu');
  const subjects: Subject[] = [];
  for (const match of folded.matchAll(about)) {
    const start = match.index + match[0].length;
    const words = subjectAt(heard, text, folded, start);
    if (words === '') continue;
    subjects.push({ words, place: whole(`${links.merchant}|${links.merchantOrNote}`).test(match[1] as string) });
  }
  return subjects;
}

function subjectAt(heard: Heard, text: string, folded: string, from: number): string {
  const { links } = heard.lexicon;
  let start = from;
  for (let words = 0; words < 3; words++) {
    const article = expression(`^(?:${foldPattern(links.article)})(?:['\\s]+|$)`).exec(folded.slice(start, start + 30));
    if (!article) break;
    start += article[0].length;
  }
  const rest = folded.slice(start, start + 80);
  const stop = expression(`(?:^|[\\s'])(?:${foldPattern(links.stop)})(?![\\p{L}'&-])|[?!.,;:()\\n]|\\s\\s`).exec(rest);
  const words = text.slice(start, start + (stop?.index ?? rest.length)).trim();
  const known = foldInPlace(words);
  if (words === '' || words.split(' ').length > LONGEST_SUBJECT_WORDS || !/\p{L}/u.test(words)) return '';
  // Every word of "my debit card transactions" is one of those that no expense is for.
  const meaningful = known
    .split(' ')
    .filter((word) => !whole(links.notAbout).test(word) && !whole(links.article).test(word));
  if (meaningful.length === 0 || whole(links.notAbout).test(known)) return '';
  if (brandNamed(words)) return words;
  return words.replace(expression(`\\s(?:${foldPattern(links.notAbout)})$`, 'iu'), '');
}

/** "my entertainment transactions", "rent this year": a category's name anywhere, behind no "on". */
export function categoryWithin(heard: Heard, text: string): { category: string; words: string } | null {
  const words = foldInPlace(text)
    .split(/[^\p{L}'-]+/u)
    .filter((word) => word !== '');
  const noun = anywhere(
    `${heard.lexicon.phrases.listNoun}|${heard.lexicon.phrases.spending}|${heard.lexicon.phrases.income}`,
  );
  for (const length of [4, 3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = words.slice(at, at + length).join(' ');
      if (noun.test(phrase) || whole(heard.lexicon.links.notAbout).test(phrase)) continue;
      const category = categoryIn(phrase, heard.context);
      if (category && category !== 'refund') return { category, words: phrase };
    }
  }
  return null;
}

/** The message with its dates and figures blanked, places kept. */
export function withoutDatesAndAmounts(heard: Heard): string {
  let text = heard.text;
  for (const { start, end } of heard.dates) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return text.replace(/[$€£]?\d[\d.,]*[$€£]?/g, (figure) => ' '.repeat(figure.length));
}
