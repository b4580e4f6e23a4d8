/** Finds the currency written beside a number: a sign, a code, an abbreviation or a name of up to three words. */

import { guessCategory } from '../../domain/category-words.ts';
import { foldInPlace } from '../../domain/fold.ts';
import { isCurrency } from '../../money.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { listed } from '../lexicon/patterns.ts';
import { abbreviations, currencyNames, families, neverBefore, signs, subunits, wordCodes } from './currency-words.ts';

export interface CurrencyFound {
  /** ISO 4217 code, or three capitals that are none. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** "$" alone, "kr", "peso": several countries share it. */
  readonly shared: boolean;
  /** Three capitals where a code would stand, known to nobody. */
  readonly unknown?: boolean;
  /** Written as a name, after which a bare number can be cents: "20 dollars 43". */
  readonly named: boolean;
}

/** The text that currencies are looked for in, twice, and whose it is. */
export interface CurrencyPlace {
  readonly text: string;
  /** `text`, folded in place. */
  readonly folded: string;
  /** The person's own currency, by which shared names are read. */
  readonly own: string;
  readonly lexicon: Lexicon;
}

const names = new Map<string, string>();
for (const [code, list] of Object.entries(currencyNames))
  for (const name of listed(list)) if (!names.has(name)) names.set(name, code);
const short = new Map(Object.entries(abbreviations));
const signList = Object.keys(signs).sort((a, b) => b.length - a.length);
const subunitWords = new Map(Object.entries(subunits).map(([word, code]) => [foldInPlace(word), code]));
const functionWords = new Map<Lexicon, ReadonlySet<string>>();

const NAME_WORDS = 3;
const NEARBY = 48;

/** The currency that begins at `at` or one space behind it. */
export function currencyAfter(place: CurrencyPlace, at: number): CurrencyFound | null {
  const start = skipSpace(place.folded, at);
  const sign = signList.find((candidate) => place.folded.startsWith(candidate, start));
  if (sign && !(/\p{L}$/u.test(sign) && isLetter(place.folded[start + sign.length]))) {
    return found(place, signs[sign] as string, start, start + sign.length, false);
  }
  const american = /^u\.? ?s\.?(?:a\.?)?[ -]?(?:dollars?|dolares|\$)/.exec(place.folded.slice(start, start + 16));
  if (american) return found(place, 'USD', start, start + american[0].length, true);
  const dotted = /^l\.? ?e\b\.?/.exec(place.folded.slice(start, start + 5));
  if (dotted?.[0].includes('.')) return found(place, 'EGP', start, start + dotted[0].length, true);
  const words = wordsAt(place.folded, start, NAME_WORDS);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1] as WordAt;
    const key = words
      .slice(0, count)
      .map((word) => word.text)
      .join(' ');
    const code = count > 1 ? names.get(key) : wordCurrency(place, key, start, 'after');
    if (code) return found(place, code, start, last.end + dotBehind(place.folded, last.end, key), names.has(key));
  }
  return null;
}

/** The currency that ends at `at` or one space before it, not reaching back beyond `from`. */
export function currencyBefore(place: CurrencyPlace, at: number, from: number): CurrencyFound | null {
  const near = Math.max(from, at - NEARBY);
  let end = at;
  if (end > near && isSpace(place.folded[end - 1])) end--;
  const before = place.folded.slice(near, end);
  const sign = signList.find((candidate) => before.endsWith(candidate));
  if (sign && !(isLetter(sign[0]) && isLetter(place.folded[end - sign.length - 1]))) {
    return found(place, signs[sign] as string, end - sign.length, end, false);
  }
  if (end === at && place.text[at - 1] === 'R' && !isLetter(place.text[at - 2]))
    return found(place, 'ZAR', at - 1, at, false);
  // "L.E. 5" and "Rs. 20" and "Fr. 9": a dot may close an abbreviation.
  const words = [...before.replace(/\.$/, ' ').matchAll(/\p{L}+/gu)].slice(-NAME_WORDS);
  for (let count = words.length; count > 0; count--) {
    const some = words.slice(-count);
    const first = some[0] as RegExpMatchArray & { index: number };
    const last = some.at(-1) as RegExpMatchArray & { index: number };
    if (before.slice(last.index + last[0].length).replace('.', '') !== '') return null;
    const key = some.map((word) => word[0]).join(' ');
    if (key !== before.slice(first.index, last.index + last[0].length)) continue;
    const start = near + first.index;
    if (/[\p{L}\d]/u.test(place.folded[start - 1] ?? '')) continue;
    const code = count > 1 ? names.get(key) : wordCurrency(place, key, start, 'before');
    if (code && !neverBefore.has(key)) return found(place, code, start, end, names.has(key));
  }
  return null;
}

/** The one currency that a text without a number names: "it was in dollars", "USD". Null when it names none. */
export function currencyAlone(text: string, own: string, lexicon: Lexicon): string | null {
  const place: CurrencyPlace = { text, folded: foldInPlace(text), own, lexicon };
  for (const match of place.folded.matchAll(/[\p{L}$€£¥₹₩₫฿₱₦₴₽₺₪]+/gu)) {
    const found = currencyAfter(place, match.index);
    // Short words such as "le" and "fr" need a number beside them.
    if (found && (found.named || match[0].length > 2 || !/\p{L}/u.test(match[0]))) return found.code;
  }
  return null;
}

/**
 * Three capitals where a code would stand: the person means a currency, and hears that it is none. Not when they are the
 * note itself, or a word we know ("12 BBQ").
 */
export function unknownCurrency(place: CurrencyPlace, start: number, end: number): CurrencyFound | null {
  const shouting = !/\p{Ll}/u.test(place.text);
  const behind = /^ ?([A-Z]{3})(?![\p{L}\d])/u.exec(place.text.slice(end, end + 6));
  const ahead = /(?<![\p{L}\d])([A-Z]{3}) ?$/u.exec(place.text.slice(Math.max(0, start - 6), start));
  const match = behind ?? ahead;
  const code = match?.[1];
  if (!match || !code || shouting || isCurrency(code) || guessCategory(code) !== null || notCodes.has(code))
    return null;
  const codeStart = behind ? end + match[0].length - 3 : start - match[0].length;
  const others = (
    place.text.slice(0, Math.min(start, codeStart)) + place.text.slice(Math.max(end, codeStart + 3))
  ).trim();
  if (!/\p{L}{2}/u.test(others)) return null;
  return { code, start: codeStart, end: codeStart + 3, shared: false, unknown: true, named: false };
}

/** Capitals that people write beside a price and that are no currency. */
const notCodes: ReadonlySet<string> = new Set(
  'USB DVD VIP SIM LED BMW VAT TAX GYM PIN FAQ CEO DIY PDF SMS DSL HDD SSD CPU GPU NYC USA ABC'.split(' '),
);

/** Whether the folded word is one for hundredths. */
export function isSubunit(word: string): boolean {
  return subunitWords.has(word);
}

/** A word for hundredths at `at` or one space behind it; a single letter only when it touches the digits. */
export function subunitAfter(place: CurrencyPlace, at: number): { code: string | null; end: number } | null {
  const start = skipSpace(place.folded, at);
  if (place.folded[start] === '¢') return { code: null, end: start + 1 };
  const word = wordsAt(place.folded, start, 1)[0];
  const code = word && subunitWords.get(word.text);
  if (!word || code === undefined || (word.text.length === 1 && start !== at)) return null;
  return { code, end: word.end };
}

function wordCurrency(place: CurrencyPlace, word: string, start: number, side: 'before' | 'after'): string | null {
  const capitals = /^\p{Lu}+$/u.test(place.text.slice(start, start + word.length));
  if (!capitals && functionWordsOf(place.lexicon).has(word)) return null;
  if (side === 'before' && neverBefore.has(word) && !capitals) return null;
  const code = word.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && isCurrency(code) && (capitals || !wordCodes.has(word))) return code;
  return names.get(word) ?? short.get(word) ?? null;
}

function functionWordsOf(lexicon: Lexicon): ReadonlySet<string> {
  let words = functionWords.get(lexicon);
  if (!words) {
    words = new Set(listed(lexicon.functionWords));
    functionWords.set(lexicon, words);
  }
  return words;
}

function found(place: CurrencyPlace, code: string, start: number, end: number, named: boolean): CurrencyFound {
  const shared = code in families || code === 'cent';
  return { code: shared ? ownOf(code, place.own) : code, start, end, shared, named };
}

/** What a shared name means to a person with that currency. "$" is also how pesos are written where they are the money. */
function ownOf(family: string, own: string): string {
  const members = families[family] ?? ['USD'];
  if (members.includes(own)) return own;
  if (family === 'dollar' && families.peso?.includes(own) && own !== 'PHP') return own;
  return members[0] as string;
}

interface WordAt {
  readonly text: string;
  readonly end: number;
}

/** Up to `count` words from `start`, single spaces between them. */
function wordsAt(folded: string, start: number, count: number): WordAt[] {
  const words: WordAt[] = [];
  let at = start;
  while (words.length < count) {
    let end = at;
    while (end < at + NEARBY && isLetter(folded[end])) end++;
    if (end === at) break;
    if (/\d/.test(folded[end] ?? '')) break;
    words.push({ text: folded.slice(at, end), end });
    if (!isSpace(folded[end])) break;
    at = end + 1;
  }
  return words;
}

function dotBehind(folded: string, end: number, word: string): number {
  return folded[end] === '.' && short.has(word) && !/\d/.test(folded[end + 1] ?? '') ? 1 : 0;
}

function skipSpace(folded: string, at: number): number {
  return isSpace(folded[at]) ? at + 1 : at;
}

function isSpace(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\u00a0' || unit === '\u202f' || unit === '\u2009';
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /\p{L}/u.test(unit);
}
