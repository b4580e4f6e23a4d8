/** A text as the date rules see it: tokens, what each may mean, and the moment it was said. */

import type { Day, Weekday } from '../../period.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import {
  type DateSymbol,
  type DateToken,
  type DateUnit,
  type DateVocabulary,
  dateTokens,
  dateVocabulary,
} from './date-tokens.ts';

export interface Moment {
  readonly today: Day;
  readonly firstDayOfWeek: Weekday;
  /** 3/4 is March the fourth (US) rather than the third of April. */
  readonly monthFirst: boolean;
}

export interface Sentence extends Moment {
  readonly tokens: readonly DateToken[];
  /** By token: what the phrases that begin there can mean. */
  readonly meanings: readonly (readonly Found<DateSymbol>[])[];
  readonly ordinalEndings: ReadonlySet<string>;
  readonly countBeforeLast: boolean;
}

/** What a rule read, and the token behind it. */
export interface Found<T> {
  readonly value: T;
  readonly next: number;
}

/** `folded` must have been folded in place. */
export function sentence(folded: string, lexicon: Lexicon, moment: Moment): Sentence {
  const tokens = dateTokens(folded);
  return {
    today: moment.today,
    firstDayOfWeek: moment.firstDayOfWeek,
    monthFirst: moment.monthFirst,
    tokens,
    meanings: meaningsOf(tokens, dateVocabulary(lexicon)),
    countBeforeLast: lexicon.dates.countBeforeLast,
    ordinalEndings: new Set(lexicon.dates.ordinalEndings.split(',').map((ending) => ending.trim())),
  };
}

/** The longest phrase at token `at` that can mean `kind`. */
export function take<K extends DateSymbol['kind']>(
  s: Sentence,
  at: number,
  kind: K,
): Found<Extract<DateSymbol, { kind: K }>> | null {
  const found = s.meanings[at]?.findLast(({ value }) => value.kind === kind);
  return (found as Found<Extract<DateSymbol, { kind: K }>> | undefined) ?? null;
}

/** All that the phrases beginning at each token can mean, shorter phrases first. */
function meaningsOf(tokens: readonly DateToken[], vocabulary: DateVocabulary): Found<DateSymbol>[][] {
  return tokens.map((first, at) => {
    const meanings: Found<DateSymbol>[] = [];
    let key = first.text;
    for (let length = 1; length <= (vocabulary.longest.get(first.text) ?? 0); length++) {
      if (length > 1) {
        const token = tokens[at + length - 1];
        if (!token) break;
        key = `${key} ${token.text}`;
      }
      for (const value of vocabulary.phrases.get(key) ?? []) meanings.push({ value, next: at + length });
    }
    return meanings;
  });
}

/** Behind `kind` when it stands at `at`, else `at` itself. */
export function skip(s: Sentence, at: number, ...kinds: DateSymbol['kind'][]): number {
  for (const kind of kinds) {
    const found = take(s, at, kind);
    if (found) return found.next;
  }
  return at;
}

/** Behind any number of articles and "of"s. */
export function skipOf(s: Sentence, at: number): number {
  let next = at;
  for (let words = 0; words < 4; words++) {
    const found = take(s, next, 'of');
    if (!found) break;
    next = found.next;
  }
  return next;
}

export function takeUnit(s: Sentence, at: number, ...units: DateUnit[]): Found<DateUnit> | null {
  const found = take(s, at, 'unit');
  if (!found || (units.length > 0 && !units.includes(found.value.unit))) return null;
  return { value: found.value.unit, next: found.next };
}

/** A whole number in digits or words, no part of a decimal number or a time. */
export function takeNumber(s: Sentence, at: number): Found<number> | null {
  const token = s.tokens[at];
  if (!token) return null;
  if (/^\d/.test(token.text)) {
    if (token.text.length > 4 || partOfNumber(s, at)) return null;
    return { value: Number(token.text), next: at + 1 };
  }
  const word = take(s, at, 'number');
  return word && { value: word.value.value, next: word.next };
}

/** "3", "3rd", "3.", "third": a day of the month or a place in a row. `marked` tells whether it is written as an ordinal. */
export function takeOrdinal(s: Sentence, at: number): Found<{ value: number; marked: boolean }> | null {
  const word = take(s, at, 'ordinal');
  if (word) return { value: { value: word.value.value, marked: true }, next: word.next };
  const token = s.tokens[at];
  if (!token || !/^\d{1,2}$/.test(token.text)) return null;
  const ending = s.tokens[at + 1];
  if (ending?.adjacent && s.ordinalEndings.has(ending.text)) {
    const behind = s.tokens[at + 2];
    if (!(ending.text === '.' && behind?.adjacent && /^\d/.test(behind.text))) {
      return { value: { value: Number(token.text), marked: true }, next: at + 2 };
    }
  }
  if (partOfNumber(s, at)) return null;
  return { value: { value: Number(token.text), marked: false }, next: at + 1 };
}

function dashed(s: Sentence, at: number): boolean {
  return /^[-/.:]$/.test(s.tokens[at]?.text ?? '') && Boolean(s.tokens[at + 1]?.adjacent);
}

/** Whether the digits at `at` belong to 12.50, 1,234, 12:30, 3/4 or $5. */
function partOfNumber(s: Sentence, at: number): boolean {
  const before = s.tokens[at - 1];
  const after = s.tokens[at + 1];
  if (s.tokens[at]?.adjacent && before && /^[.,:'/$€£¥₹%-]$/.test(before.text)) {
    const number = before.adjacent ? (s.tokens[at - 2]?.text ?? '') : '';
    // "Feb 3-6" ends on the 6th; in 2026-03-06 the dashes make one day of it.
    const days = before.text === '-' && number.length <= 2 && !dashed(s, at - 3) && !dashed(s, at + 1);
    if (/^[$€£¥₹]$/.test(before.text) || (/^\d/.test(number) && !days)) return true;
  }
  if (after?.adjacent && /^[.,:'/]$/.test(after.text)) {
    const behind = s.tokens[at + 2];
    if (behind?.adjacent && /^\d/.test(behind.text)) return true;
  }
  return Boolean(after?.adjacent && /^[$€£¥₹%]$/.test(after.text));
}
