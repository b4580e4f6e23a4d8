/** Finds in a message the pieces that tell when: "every Friday", "at 6", "until June". */

import type { Language } from '../../language.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { foldPattern, listed } from '../lexicon/patterns.ts';
import { cadenceWords } from './all-words.ts';
import type { CadenceUnit, CadenceWords, NamedDay, PartOfDay, Told } from './cadence-words.ts';

/** A day as it was named; what the calendar lacks (31 June) is left as it is. */
export interface SaidDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly named?: NamedDay;
}

export interface Piece extends Told, Omit<SaidDay, 'weekday'> {
  readonly start: number;
  readonly end: number;
  /** The time as it was said, perhaps one that does not exist. */
  readonly time?: { readonly hour: number; readonly minute: number; readonly half?: 'am' | 'pm' };
  /** 1 to 4; -1 for the last. */
  readonly nth?: number;
}

interface Matcher {
  readonly regex: RegExp;
  readonly told: Told;
}

/** All pieces of `folded` (folded in place), in their order, not overlapping; at each place the longest. */
export function piecesIn(folded: string, language: Language): Piece[] {
  const { matchers, words } = readerOf(language);
  const pieces: Piece[] = [];
  const starts = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
  for (let start = starts.exec(folded); start !== null; start = starts.exec(folded)) {
    const piece = longestAt(folded, start.index, matchers, words, language);
    if (!piece) continue;
    pieces.push(piece);
    starts.lastIndex = piece.end;
  }
  return pieces;
}

function longestAt(
  folded: string,
  at: number,
  matchers: readonly Matcher[],
  words: CadenceWords,
  language: Language,
): Piece | null {
  let best: { match: RegExpExecArray; told: Told } | null = null;
  for (const { regex, told } of matchers) {
    regex.lastIndex = at;
    const match = regex.exec(folded);
    if (match && match[0].length > (best?.match[0].length ?? 0)) best = { match, told };
  }
  return best && pieceOf(best.match, best.told, words, language);
}

function pieceOf(match: RegExpExecArray, told: Told, words: CadenceWords, language: Language): Piece {
  const groups = match.groups ?? {};
  const { weekdays, unit, n, day, month, year, nth, part, named, iso } = groups;
  const [isoYear, isoMonth, isoDay] = iso?.split('-').map(Number) ?? [];
  const said = {
    weekdays: weekdays === undefined ? undefined : weekdaysIn(weekdays, words),
    unit: unit === undefined ? undefined : (keyOf(unit, words.units) as CadenceUnit),
    count: n === undefined ? undefined : countOf(n, language),
    day: isoDay ?? (day === undefined ? undefined : dayOf(day, words)),
    month: isoMonth ?? (month === undefined ? undefined : monthOf(month, language)),
    year: isoYear ?? (year === undefined ? undefined : Number(year)),
    nth: nth === undefined ? undefined : nthOf(nth, words),
    part: part === undefined ? undefined : (keyOf(part, words.parts) as PartOfDay),
    named: named === undefined ? undefined : (keyOf(named, words.named) as NamedDay),
    time: groups.hour === undefined ? undefined : timeOf(groups, language),
  };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...known, ...told, start: match.index, end: match.index + match[0].length };
}

function timeOf(
  { hour = '', minute, half, words }: Record<string, string | undefined>,
  language: Language,
): NonNullable<Piece['time']> {
  const isPast = words !== undefined && words !== 'halb ';
  const minutes = minute !== undefined ? Number(minute) : !isPast ? 0 : /cuarto|quart/.test(words) ? 15 : 30;
  const named = countOf(hour, language);
  // "Halb neun" is 8:30.
  const whole = words === 'halb ' ? { hour: named - 1, minute: 30 } : { hour: named, minute: minutes };
  return half === undefined ? whole : { ...whole, half: half.startsWith('a') ? 'am' : 'pm' };
}

function weekdaysIn(text: string, words: CadenceWords): number[] {
  return text
    .split(matcher(words.and, ''))
    .map((name) => weekdayOf(name, words))
    .filter((weekday) => weekday > 0);
}

function weekdayOf(name: string, { weekdays, often }: CadenceWords): number {
  return weekdays.findIndex((one, index) => wholly(`${one}|${often[index]}`, name)) + 1;
}

function nthOf(text: string, { nths }: CadenceWords): number {
  const at = nths.findIndex((pattern) => wholly(pattern, text));
  return at === 4 ? -1 : at + 1;
}

function dayOf(text: string, { firstDay }: CadenceWords): number {
  return wholly(firstDay, text) ? 1 : Number.parseInt(text, 10);
}

function monthOf(text: string, language: Language): number {
  if (/^\d/.test(text)) return Number(text);
  return lexicons[language].dates.months.findIndex((names) => listed(names).includes(text)) + 1;
}

function countOf(text: string, language: Language): number {
  if (/^\d/.test(text)) return Number(text);
  const { values } = lexicons[language].numbers;
  return Number(Object.entries(values).find(([, names]) => listed(names).includes(text))?.[0] ?? 1);
}

function keyOf(text: string, patterns: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.keys(patterns).find((key) => wholly(patterns[key] ?? '', text));
}

function wholly(pattern: string, text: string): boolean {
  return matcher(`^(?:${pattern})$`, '').test(text);
}

const compiled = new Map<string, RegExp>();

function matcher(pattern: string, flags: string): RegExp {
  const key = `${flags}/${pattern}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = new RegExp(foldPattern(pattern), flags);
    compiled.set(key, regex);
  }
  return regex;
}

interface Reader {
  readonly words: CadenceWords;
  readonly matchers: readonly Matcher[];
}

const readers = new Map<Language, Reader>();

function readerOf(language: Language): Reader {
  let reader = readers.get(language);
  if (!reader) {
    const words = cadenceWords[language];
    const meaning = placeholders(words, language);
    // Letters are those of folded text: classes of all the world's letters take long to be compiled.
    const matchers = words.rules.map(([pattern, told = {}]) => {
      const source = pattern.replace(/\{(\p{L}+)\}/gu, (_, name: string) => meaning[name] ?? '');
      return { regex: matcher(`(?:${source})(?![a-zß\\d])`, 'y'), told };
    });
    reader = { words, matchers };
    readers.set(language, reader);
  }
  return reader;
}

/** No sum of money, no part of a longer number. */
const NO_AMOUNT = `(?![\\d%]|[.,:/]\\d|\\s?(?:[€$£¥]|r\\$|euros?|eur|reais|real|pesos?|dollars?|dólares|usd|gbp|chf|brl|mxn|h|uhr)(?![a-z]))`;

function placeholders(words: CadenceWords, language: Language): Record<string, string> {
  const { numbers, dates } = lexicons[language];
  const either = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;
  const months = either(dates.months.flatMap((names) => listed(names)).sort((a, b) => b.length - a.length));
  const weekday = either([...words.often, ...words.weekdays]);
  const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((value) => listed(numbers.values[value] ?? ''));
  const hours = either([...counts, 'one', 'una', 'eins']);
  const lead = `(?:${either([...words.weekdays])}\\.?,? (?:the |den |dem |el |le )?)?`;
  const dayMonth = `(?<day>\\d{1,2}|${words.day})${words.ofMonth}(?<month>${months})\\.?(?:,? (?:de |del )?(?<year>20\\d\\d))?`;
  const monthDay = `(?<month>${months})\\.? (?:the )?(?<day>${words.day}|\\d{1,2}(?!\\d))(?:,? (?<year>20\\d\\d))?`;
  const plainDate = `${lead}(?:(?<iso>\\d{4}-\\d{2}-\\d{2})|${dayMonth}|${monthDay})`;
  const numeric = `(?<day>0?[1-9]|[12]\\d|3[01])(?:\\.(?<month>0?[1-9]|1[0-2])\\.(?<year>20\\d\\d)?|/(?<month>0?[1-9]|1[0-2])(?:/(?<year>20\\d\\d))?)`;
  const date = `(?:${plainDate}|${numeric})`;
  const named = either(Object.values(words.named));
  return {
    weekday: `(?<weekdays>${weekday})`,
    weekdays: `(?<weekdays>${weekday}(?:(?:${words.and})${weekday})*)`,
    often: `(?<weekdays>${either(words.often)}(?:(?:${words.and})${either(words.often)})*)`,
    unit: `(?<unit>${either(Object.values(words.units))})`,
    n: `(?<n>\\d{1,4}|${either(counts)})`,
    day: `(?<day>${words.day})${NO_AMOUNT}`,
    number: `(?<day>\\d{1,2})${NO_AMOUNT}`,
    nth: `(?<nth>${either(words.nths)})`,
    part: `(?<part>${either(Object.values(words.parts))})`,
    plainDate,
    date,
    named: `(?<named>${named})`,
    bound: `(?:${date}|(?<month>${months})\\.?(?: (?:de |del )?(?<year>20\\d\\d))?|(?<named>${named})|(?<weekdays>${weekday})|(?<day>${words.day}))`,
    time: `(?:${words.time.replace('{hour}', `(?<hour>\\d{1,2}|${hours})`)})${NO_AMOUNT}`,
    clock: `(?:${words.clock})`,
  };
}
