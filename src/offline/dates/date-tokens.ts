/** Cuts folded text into tokens and says what each may mean in a date, by a language's words. */

import type { CalendarUnit } from '../../period.ts';
import type { DateWords, Lexicon } from '../lexicon/lexicon.ts';
import { listed } from '../lexicon/patterns.ts';

export type DateUnit = CalendarUnit | 'hour' | 'weekend' | 'fortnight';

type PlainSymbol = Exclude<
  keyof DateWords,
  | 'relative'
  | 'weekdays'
  | 'months'
  | 'weakMonths'
  | 'seasons'
  | 'units'
  | 'ordinals'
  | 'ordinalEndings'
  | 'countBeforeLast'
  | 'holidays'
>;

type ValueKind = 'relative' | 'holiday' | 'weekday' | 'month' | 'weakMonth' | 'season' | 'ordinal' | 'number';

export type DateSymbol =
  | { [K in ValueKind]: { readonly kind: K; readonly value: number } }[ValueKind]
  | { readonly kind: 'unit'; readonly unit: DateUnit }
  | { [K in PlainSymbol]: { readonly kind: K } }[PlainSymbol];

export interface DateToken {
  /** A run of letters, a run of digits, or one other character. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when nothing stands between it and the token before. */
  readonly adjacent: boolean;
}

export interface DateVocabulary {
  /** By the phrase's tokens joined by spaces. */
  readonly phrases: ReadonlyMap<string, readonly DateSymbol[]>;
  /** How many tokens the longest phrase beginning with a word has. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Cuts folded text; positions are those of the text. Apostrophes only part words: "week's", "d'octobre". */
export function dateTokens(folded: string): DateToken[] {
  const tokens: DateToken[] = [];
  let end = -1;
  for (const match of folded.matchAll(/\d+|\p{L}+|[^\s\p{L}\d']/gu)) {
    tokens.push({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      adjacent: match.index === end,
    });
    end = match.index + match[0].length;
  }
  return tokens;
}

const vocabularies = new Map<Lexicon, DateVocabulary>();

/** The date words of a language, ready to be looked up. */
export function dateVocabulary(lexicon: Lexicon): DateVocabulary {
  let vocabulary = vocabularies.get(lexicon);
  if (!vocabulary) {
    vocabulary = build(lexicon);
    vocabularies.set(lexicon, vocabulary);
  }
  return vocabulary;
}

function build(lexicon: Lexicon): DateVocabulary {
  const phrases = new Map<string, DateSymbol[]>();
  const longest = new Map<string, number>();
  const put = (list: string, symbol: DateSymbol) => {
    for (const phrase of listed(list)) {
      const tokens = dateTokens(phrase).map((token) => token.text);
      const first = tokens[0] as string;
      longest.set(first, Math.max(longest.get(first) ?? 0, tokens.length));
      const key = tokens.join(' ');
      phrases.set(key, [...(phrases.get(key) ?? []), symbol]);
    }
  };
  const {
    relative,
    weekdays,
    months,
    weakMonths,
    seasons,
    units,
    ordinals,
    ordinalEndings,
    countBeforeLast,
    holidays,
    ...plain
  } = lexicon.dates;
  for (const [days, list] of Object.entries(relative)) put(list, { kind: 'relative', value: Number(days) });
  weekdays.forEach((list, index) => {
    put(list, { kind: 'weekday', value: index + 1 });
  });
  const weak = new Set(listed(weakMonths));
  months.forEach((list, index) => {
    for (const name of listed(list)) put(name, { kind: weak.has(name) ? 'weakMonth' : 'month', value: index + 1 });
  });
  seasons.forEach((list, index) => {
    put(list, { kind: 'season', value: index });
  });
  for (const [unit, list] of Object.entries(units)) put(list, { kind: 'unit', unit: unit as DateUnit });
  ordinals.forEach((list, index) => {
    put(list, { kind: 'ordinal', value: index + 1 });
  });
  for (const [day, list] of Object.entries(holidays)) {
    put(list, { kind: 'holiday', value: Number(day.replace('-', '')) });
  }
  for (const [kind, list] of Object.entries(plain)) put(list, { kind } as DateSymbol);
  for (const [value, list] of Object.entries(lexicon.numbers.values)) {
    put(list, { kind: 'number', value: Number(value) });
  }
  return { phrases, longest };
}
