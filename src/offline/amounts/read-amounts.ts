/** Finds the amounts of money in a text, as people write them. */

import { foldInPlace } from '../../domain/fold.ts';
import type { Language } from '../../language.ts';
import { currencyDigits, isCurrency } from '../../money.ts';
import { readDates } from '../dates/read-dates.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { expression, foldPattern } from '../lexicon/patterns.ts';
import {
  type CurrencyFound,
  type CurrencyPlace,
  currencyAfter,
  currencyBefore,
  isSubunit,
  subunitAfter,
  unknownCurrency,
} from './currency-near.ts';
import { isTimeOrReference, looksCounted, looksLikeHour, numbersSomething, type Piece } from './not-amounts.ts';
import { plainDecimal, threeDigits, timesPowerOfTen } from './number-shapes.ts';
import { numberWords, powerWords } from './number-words.ts';

export interface AmountReading {
  /** A plain decimal in major units ("1234.56"); what is no amount above zero ("-5", "1e309") is kept as written. */
  readonly decimal: string;
  /** ISO 4217 code, the person's own when none is written; three capitals that are no code are kept too. */
  readonly currency: string;
  readonly explicitCurrency: boolean;
  /** Where it stands in the text, the currency included. */
  readonly start: number;
  readonly end: number;
}

/** An amount with how surely it is one, by which the reader of a record chooses. */
export interface AmountFound extends AmountReading {
  /** 3: has a currency or a sign; 2: has decimals, groups or a scale; 1: a bare whole number; 0: looks like a count or a reference. */
  readonly strength: 0 | 1 | 2 | 3;
  /** "+500": money coming in. */
  readonly plus: boolean;
}

export interface AmountOptions {
  /** ISO 4217 code of amounts written without a currency. */
  readonly currency: string;
  readonly language?: Language;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Every number in `text` that can be an amount, in order; numbers within dates, times, percentages and references are left
 * out. Positions are those of `text`. Never throws; takes time linear in the length.
 */
export function readAmounts(text: string, options: AmountOptions): AmountReading[] {
  const language = options.language ?? 'en';
  // Only where the dates stand matters here, not which days they are.
  const dates = readDates(text, { today: '2000-06-15', firstDayOfWeek: 1, language, currency: options.currency });
  return findAmounts(text, options, dates).map(({ decimal, currency, explicitCurrency, start, end }) => ({
    decimal,
    currency,
    explicitCurrency,
    start,
    end,
  }));
}

const NUMBER =
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?![\d.,]\d|\d)|\d+(?:[.,'’]\d+)*(?:e[+-]?\d+(?![\p{L}\d]))?|(?<![\p{L}\d.,])[.,]\d+/gu;

/** The same with what the reader of a record needs; `dates` are stretches of the text to leave out. */
export function findAmounts(text: string, options: AmountOptions, dates: readonly Stretch[]): AmountFound[] {
  const lexicon = lexicons[options.language ?? 'en'];
  const place: CurrencyPlace = { text, folded: foldInPlace(text), own: options.currency, lexicon };
  const worded = numberWords(place.folded.slice(0, 5000), lexicon)
    .map((words) => amountInWords(place, words))
    .filter((amount) => amount !== null)
    .filter((amount) => !dates.some((stretch) => overlap(stretch, amount)));
  const found: AmountFound[] = [];
  let from = 0;
  let date = 0;
  let word = 0;
  for (const piece of splitSpaced(place, lexicon.dotGroupsThousands)) {
    while (date < dates.length && (dates[date] as Stretch).end <= piece.start) date++;
    for (; word < worded.length && (worded[word] as AmountFound).start < piece.start; word++) {
      const spoken = worded[word] as AmountFound;
      if (spoken.start < from) continue;
      found.push(spoken);
      from = spoken.end;
    }
    if (piece.start < from || (dates[date] && overlap(dates[date] as Stretch, piece))) continue;
    const amount = amountAt(place, piece, from);
    if (!amount) continue;
    found.push(amount);
    from = amount.end;
  }
  return withSpokenCents(place, [...found, ...worded.slice(word).filter(({ start }) => start >= from)]);
}

/** "one dollar and fifty cents" is one amount. */
function withSpokenCents(place: CurrencyPlace, amounts: readonly AmountFound[]): AmountFound[] {
  const joined: AmountFound[] = [];
  for (const amount of amounts) {
    const last = joined.at(-1);
    const near = last && /^,? (?:(?:and|y|con|et|und|e) )?$/.test(place.folded.slice(last.end, amount.start));
    if (
      near &&
      last.explicitCurrency &&
      /^\d+$/.test(last.decimal) &&
      amount.decimal.startsWith('0.') &&
      amount.strength === 3
    ) {
      joined[joined.length - 1] = { ...last, decimal: `${last.decimal}${amount.decimal.slice(1)}`, end: amount.end };
    } else {
      joined.push(amount);
    }
  }
  return joined;
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The numbers as written. Groups parted by plain spaces are one number only where the language or the decimals say so. */
function splitSpaced(place: CurrencyPlace, groupsBySpace: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const match of place.folded.matchAll(NUMBER)) {
    const written = match[0];
    const grouped = groupsBySpace || !written.includes(' ') || /[.,]\d{1,2}$/.test(written);
    if (grouped) {
      pieces.push({ written, start: match.index, end: match.index + written.length });
      continue;
    }
    for (const part of written.matchAll(/[^ ]+/g)) {
      const start = match.index + part.index;
      pieces.push({ written: part[0], start, end: start + part[0].length });
    }
  }
  return pieces;
}

function amountAt(place: CurrencyPlace, piece: Piece, from: number): AmountFound | null {
  const { folded } = place;
  if (isTimeOrReference(folded, piece, place.lexicon.language)) return null;
  const scale = scaleAfter(place, piece.end);
  const before = currencyBefore(place, piece.start, from);
  const after = currencyAfter(place, skipLink(folded, scale));
  const currency = choose(place, before, after) ?? unknownCurrency(place, piece.start, scale.end);
  const letterBefore = /\p{L}/u.test(folded[piece.start - 1] ?? '') && before === null;
  const letterAfter = /[\p{L}]/u.test(folded[scale.end] ?? '') && currency?.start !== scale.end;
  const code = currency?.code ?? place.own;
  const decimal = plainDecimal(piece.written, (mark) => threeDigits(mark, code, place.lexicon.dotGroupsThousands));
  if (decimal === null || (letterBefore && !currency)) return null;
  const hundredths = !currency && scale.power === 0 ? subunitAfter(place, scale.end) : null;
  if (hundredths && /^\d+$/.test(piece.written)) return inHundredths(place, piece, decimal, hundredths);
  if (letterAfter && !currency) return null;
  const start = Math.min(piece.start, currency?.start ?? piece.start);
  const end = Math.max(scale.end, currency?.end ?? scale.end);
  const sign = signBefore(folded, start);
  const scaled = scale.power > 0 && /^\d+(?:\.\d+)?$/.test(decimal) ? timesPowerOfTen(decimal, scale.power) : decimal;
  const whole: AmountFound = {
    decimal: sign === '-' ? `-${scaled}` : scaled,
    currency: code,
    explicitCurrency: currency !== null,
    start: sign ? start - 1 : start,
    end,
    strength:
      currency || sign
        ? 3
        : numbersSomething(folded, piece)
          ? 0
          : scale.power > 0 || /[.,' ]/.test(piece.written)
            ? 2
            : looksCounted(folded, piece) || looksLikeHour(folded, piece)
              ? 0
              : 1,
    plus: sign === '+',
  };
  return currency && /^\d+$/.test(piece.written) && scale.power === 0 ? withHundredths(place, whole, currency) : whole;
}

interface Scale {
  readonly power: number;
  readonly end: number;
}

/** "k", "grand", "million", "mil" behind the digits; a single letter only when it touches them. */
function scaleAfter(place: CurrencyPlace, at: number): Scale {
  const match = /^( ?)(\p{L}+)/u.exec(place.folded.slice(at, at + 14));
  const word = match?.[2] ?? '';
  const power = powerWords(place.lexicon).get(word);
  if (power === undefined || power < 2 || isSubunit(word)) return { power: 0, end: at };
  if (word.length <= 2 && match?.[1] !== '') return { power: 0, end: at };
  return { power, end: at + (match?.[0].length ?? 0) };
}

/** "2 millones de pesos": the currency may follow a "de". */
function skipLink(folded: string, scale: Scale): number {
  if (scale.power === 0) return scale.end;
  const link = /^ (?:de |d'|of )/.exec(folded.slice(scale.end, scale.end + 5));
  return link ? scale.end + link[0].length : scale.end;
}

function choose(place: CurrencyPlace, before: CurrencyFound | null, after: CurrencyFound | null): CurrencyFound | null {
  if (!before || !after) return before ?? after;
  // "RM 25 USD 30": what stands before the next number is its own; "$20 CAD" says which dollars.
  const leadsOn = /^ ?\d/.test(place.folded.slice(after.end, after.end + 2));
  return before.shared && !after.shared && !leadsOn ? { ...after, start: before.start } : before;
}

function signBefore(folded: string, start: number): '-' | '+' | null {
  const sign = folded[start - 1];
  if (sign !== '-' && sign !== '+') return null;
  return start === 1 || /[\s(,;:]/.test(folded[start - 2] ?? '') ? sign : null;
}

/** "50 cents", "80p". */
function inHundredths(
  place: CurrencyPlace,
  piece: Stretch,
  decimal: string,
  hundredths: { code: string | null; end: number },
): AmountFound {
  return {
    decimal: decimal.length > 2 ? `${decimal.slice(0, -2)}.${decimal.slice(-2)}` : `0.${decimal.padStart(2, '0')}`,
    currency: hundredths.code ?? (hasHundredths(place.own) ? place.own : 'USD'),
    explicitCurrency: hundredths.code !== null,
    start: piece.start,
    end: hundredths.end,
    strength: 3,
    plus: false,
  };
}

function hasHundredths(currency: string): boolean {
  return isCurrency(currency) && currencyDigits(currency) === 2;
}

/** "20 dollars 43 cents", "$20 and 43c", "twenty rupees 43", "2€50": the hundredths behind a whole number with a currency. */
function withHundredths(place: CurrencyPlace, whole: AmountFound, currency: CurrencyFound): AmountFound {
  if (currency.unknown || !hasHundredths(currency.code)) return whole;
  const rest = place.folded.slice(whole.end, whole.end + 24);
  const half = halfBehind(place, rest);
  if (half > 0) return { ...whole, decimal: `${whole.decimal}.50`, end: whole.end + half };
  const behind = /^(?:,? (?:and |y |con |et |und |mit |e |com |& )?)?(\d{1,2})(?![\d.,:/]\d|\d)/.exec(rest);
  if (!behind || currency.end !== whole.end) return whole;
  const digits = behind[1] as string;
  const end = whole.end + behind[0].length;
  const touching = behind[0] === digits;
  if (touching) {
    const sign = !currency.named && !/\p{L}/u.test(place.folded.slice(end, end + 1));
    return sign && digits.length === 2 ? { ...whole, decimal: `${whole.decimal}.${digits}`, end } : whole;
  }
  const unit = subunitAfter(place, end);
  // Without a word for the cents, only two digits right behind a name, and nothing that they could count.
  if (!unit && !(currency.named && digits.length === 2 && endsThere(place, end))) return whole;
  return { ...whole, decimal: `${whole.decimal}.${digits.padStart(2, '0')}`, end: unit?.end ?? end };
}

/** "5 euros y medio": how long the words for another half are. */
function halfBehind(place: CurrencyPlace, rest: string): number {
  const half = expression(`^ (?:${foldPattern(place.lexicon.numbers.half)})(?![\\p{L}\\d])`).exec(rest);
  return half ? half[0].length : 0;
}

function endsThere(place: CurrencyPlace, end: number): boolean {
  return /^(?:\s*$|[.,;!)]|\s(?:on|for|at|in|from|with|to|en|de|para|por|für|fur|bei|im|pour|chez|no|na|em)\s)/.test(
    place.folded.slice(end, end + 8),
  );
}

function amountInWords(
  place: CurrencyPlace,
  words: { value: number; start: number; end: number; scaled: boolean },
): AmountFound | null {
  const cents = subunitAfter(place, words.end);
  if (cents && words.value < 100 && /\p{L}{2}/u.test(place.folded.slice(words.end, cents.end))) {
    return inHundredths(place, words, String(words.value), cents);
  }
  const currency = currencyAfter(place, words.end);
  // "un livre" is a book, "une livre" a pound.
  if (/^un livre/.test(place.folded.slice(words.start, words.start + 8))) return null;
  const named =
    currency?.named ||
    (currency && !currency.shared && place.text.slice(currency.start, currency.end) === currency.code);
  // "a grand" and "five hundred" are amounts by themselves; "mil" alone is as often a thousand thanks.
  if (!named && !(words.scaled && /[ -]/.test(place.folded.slice(words.start, words.end)))) return null;
  if (!Number.isSafeInteger(words.value)) return null;
  const whole: AmountFound = {
    decimal: String(words.value),
    currency: named && currency ? currency.code : place.own,
    explicitCurrency: Boolean(named),
    start: words.start,
    end: named && currency ? currency.end : words.end,
    strength: named ? 3 : 2,
    plus: false,
  };
  return named && currency ? withHundredths(place, whole, currency) : whole;
}
