/** Cuts a message into the stretches that tell of one expense each: "lunch 12.50, taxi 8 yesterday" is two. */

import { guessCategory } from '../../domain/category-words.ts';
import type { AmountFound } from '../amounts/read-amounts.ts';
import type { DateReading } from '../dates/read-dates.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { atStart, expression, foldPattern } from '../lexicon/patterns.ts';
import { isPlural } from './plural.ts';

const SMALL_COUNT = 20;

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The amount that it tells of. */
  readonly amount: AmountFound;
  /** The days within it. */
  readonly dates: readonly DateReading[];
  /** It was parted from the one before by a mere "and", in the same clause. */
  readonly joined: boolean;
}

export interface Segments {
  readonly items: readonly Segment[];
  /** Amounts stand side by side with no word that says which is which. */
  readonly unclear: boolean;
  /** A date that stands by itself, or that leads the message: for all items after it that have none. */
  readonly shared: readonly { readonly from: number; readonly date: DateReading }[];
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by: 'start' | 'line' | 'mark' | 'and';
}

/** `folded` is the text folded in place. Amounts and dates are in its positions. */
export function segments(
  folded: string,
  amounts: readonly AmountFound[],
  dates: readonly DateReading[],
  lexicon: Lexicon,
): Segments {
  const told = outsideParentheses(
    folded,
    withoutCounts(
      folded,
      amounts.filter((amount) => amount.strength > 0),
      lexicon,
    ),
  );
  const within = (cut: { start: number; end: number }) => told.filter((a) => a.start >= cut.start && a.end <= cut.end);
  const datesIn = (cut: { start: number; end: number }) =>
    dates.filter((d) => d.start >= cut.start && d.end <= cut.end);
  const items: Segment[] = [];
  const shared: { from: number; date: DateReading }[] = [];
  let unclear = false;
  for (const cut of merged(
    folded,
    cutAtAnds(folded, cutAtMarks(folded, [...told, ...dates]), within, lexicon),
    within,
    datesIn,
  )) {
    const own = datesIn(cut);
    const here = within(cut);
    if (here.length === 0) {
      if (own.length === 1 && bare(folded, cut, own)) shared.push({ from: cut.start, date: own[0] as DateReading });
      continue;
    }
    const strong = here.filter((a) => a.strength === 3);
    if (strong.length > 1 && !wordsBetween(folded, strong)) unclear = true;
    const found = parts(folded, cut, here, lexicon);
    if (found.length === 0) unclear = true;
    for (const part of found) {
      items.push({ ...part, dates: datesIn(part), joined: cut.by === 'and' });
    }
  }
  return { items, shared, unclear };
}

/** "2 coffees and a bagel for 12": a small number before a plural counts, when a price follows. */
function withoutCounts(folded: string, amounts: readonly AmountFound[], lexicon: Lexicon): AmountFound[] {
  const price = expression(`\\s(?:${foldPattern(lexicon.links.price)})\\s$`);
  const priced = amounts.findLastIndex(
    (a) => a.strength > 1 || price.test(folded.slice(Math.max(0, a.start - 8), a.start)),
  );
  const shared = expression(`\\s(?:${foldPattern(lexicon.links.price)}|with|mit|con|avec|com)\\s$`);
  const beside = (a: AmountFound) => shared.test(folded.slice(Math.max(0, a.start - 8), a.start));
  const what = expression(`\\s(?:${foldPattern(lexicon.links.note)})\\s$`);
  const counted = (a: AmountFound) => what.test(folded.slice(Math.max(0, a.start - 8), a.start));
  // "dinner 80 with 4 friends", "spent 12 on 5 items": the same behind the price.
  return amounts.filter(
    (amount, index) =>
      !isCount(folded, amount, lexicon) ||
      (index >= priced && (amounts.length === 1 || !(beside(amount) || (index > 0 && counted(amount))))),
  );
}

function isCount(folded: string, amount: AmountFound, lexicon: Lexicon): boolean {
  const noun = /^ (\p{L}{3,})/u.exec(folded.slice(amount.end, amount.end + 24));
  return (
    amount.strength === 1 &&
    Number(amount.decimal) <= SMALL_COUNT &&
    noun !== null &&
    isPlural(noun[1] as string, lexicon.language)
  );
}

/** "lunch $20 ($15 + $5 tip)": what is in parentheses only explains, unless nothing is outside. */
function outsideParentheses(folded: string, amounts: readonly AmountFound[]): AmountFound[] {
  const inside: [number, number][] = [];
  for (const match of folded.matchAll(/\([^()\n]{0,200}\)/g)) inside.push([match.index, match.index + match[0].length]);
  const outside = amounts.filter((a) => !inside.some(([start, end]) => a.start > start && a.end < end));
  return outside.length > 0 ? outside : [...amounts];
}

/** At line ends, semicolons and commas; not at a comma within a number or a date. */
function cutAtMarks(folded: string, whole: readonly { start: number; end: number }[]): Cut[] {
  const covered = whole.map(({ start, end }) => [start, end] as const).sort((a, b) => a[0] - b[0]);
  const cuts: Cut[] = [];
  let start = 0;
  let by: Cut['by'] = 'start';
  let next = 0;
  for (const match of folded.matchAll(/[\n;,|]| \/ |\. (?=\S)/g)) {
    const at = match.index;
    while (next < covered.length && (covered[next] as readonly [number, number])[1] <= at) next++;
    const cover = covered[next];
    if (cover && cover[0] <= at && at < cover[1]) continue;
    // A full stop parts only what has a number on both sides, see `merged`; "St. Pauli" does not matter then.
    cuts.push({ start, end: at, by });
    start = at + match[0].length;
    by = match[0] === '\n' ? 'line' : 'mark';
  }
  cuts.push({ start, end: folded.length, by });
  return cuts;
}

function cutAtAnds(
  folded: string,
  cuts: readonly Cut[],
  within: (cut: { start: number; end: number }) => AmountFound[],
  lexicon: Lexicon,
): Cut[] {
  const and = expression(` (?:${foldPattern(lexicon.links.and)}) `, 'gu');
  return cuts.flatMap((cut) => {
    if (within(cut).length < 2) return [cut];
    const pieces: Cut[] = [];
    let start = cut.start;
    for (const match of folded.slice(cut.start, cut.end).matchAll(and)) {
      const at = cut.start + match.index;
      const rest = { start: at + match[0].length, end: cut.end };
      if (within({ start, end: at }).length === 0 || within(rest).length === 0) continue;
      pieces.push({ start, end: at, by: pieces.length === 0 ? cut.by : 'and' });
      start = rest.start;
    }
    pieces.push({ start, end: cut.end, by: pieces.length === 0 ? cut.by : 'and' });
    return pieces;
  });
}

/** Puts a description and the amount that a comma parted from it ("lunch, 12.50") together again. */
function merged(
  folded: string,
  cuts: readonly Cut[],
  within: (cut: { start: number; end: number }) => AmountFound[],
  datesIn: (cut: { start: number; end: number }) => DateReading[],
): Cut[] {
  const result: Cut[] = [];
  let ahead: Cut | null = null;
  const single = cuts.filter((cut) => within(cut).length > 0).length <= 1;
  for (const raw of cuts) {
    if (folded.slice(raw.start, raw.end).trim() === '') continue;
    const cut: Cut = ahead && (raw.by !== 'line' || single) ? { start: ahead.start, end: raw.end, by: ahead.by } : raw;
    if (ahead && cut === raw) result.push(ahead);
    ahead = null;
    const last = result.at(-1);
    const here = within(cut);
    const alone = bare(folded, cut, datesIn(cut));
    if (here.length === 0 && datesIn(cut).length > 0 && alone) {
      result.push(cut);
    } else if (here.length === 0 && last && within(last).length > 0 && (cut.by !== 'line' || single)) {
      result[result.length - 1] = { ...last, end: cut.end };
    } else if (here.length === 0) {
      ahead = cut;
    } else if (
      last &&
      alone === false &&
      onlyAmount(folded, cut, here, datesIn(cut)) &&
      cut.by === 'mark' &&
      weaker(within(last), here)
    ) {
      result[result.length - 1] = { ...last, end: cut.end };
    } else {
      result.push(cut);
    }
  }
  if (ahead) result.push(ahead);
  return result;
}

function onlyAmount(folded: string, cut: Cut, amounts: readonly AmountFound[], dates: readonly DateReading[]): boolean {
  return bare(folded, cut, [...amounts, ...dates]);
}

/** "2 prawn noodles, 10$": the number before was a count. */
function weaker(before: readonly AmountFound[], here: readonly AmountFound[]): boolean {
  return Math.max(0, ...before.map((a) => a.strength)) < Math.max(...here.map((a) => a.strength));
}

/** Whether nothing but the given stretches is said there. */
function bare(
  folded: string,
  cut: { start: number; end: number },
  stretches: readonly { start: number; end: number }[],
): boolean {
  let rest = folded.slice(cut.start, cut.end);
  for (const { start, end } of stretches) {
    rest = rest.slice(0, start - cut.start) + ' '.repeat(end - start) + rest.slice(end - cut.start);
  }
  return !/[\p{L}\d]/u.test(rest);
}

/** One stretch an amount; several of the same standing in one stretch are several items, or counts and one amount. */
function parts(
  folded: string,
  cut: Cut,
  here: readonly AmountFound[],
  lexicon: Lexicon,
): { start: number; end: number; amount: AmountFound }[] {
  const amounts = chosen(folded, cut, here, lexicon);
  const [first] = amounts as [AmountFound, ...AmountFound[]];
  const last = amounts.at(-1) as AmountFound;
  if (amounts.length === 1) return [{ ...trimmed(folded, cut), amount: first }];
  const leads = onlyLittleWords(folded.slice(cut.start, first.start), lexicon);
  const trails = !/\p{L}/u.test(folded.slice(last.end, cut.end));
  const apart = wordsBetween(folded, amounts);
  if (!apart || (leads && trails)) {
    // "2 coffees 12", "bus 42 3": the last number is the price, those before count or name; "12 lunch 8" is anyone's guess.
    const guess = apart && !amounts.slice(0, -1).every((amount) => isCount(folded, amount, lexicon));
    return guess ? [] : [{ ...trimmed(folded, cut), amount: first.strength === 1 ? last : first }];
  }
  return amounts.map((amount, index) => {
    const start = index === 0 ? cut.start : leads ? amount.start : (amounts[index - 1] as AmountFound).end;
    const next = amounts[index + 1];
    const end = next === undefined ? cut.end : leads ? next.start : amount.end;
    return { ...trimmed(folded, { start, end }), amount };
  });
}

/**
 * The strongest amounts ("5.50 123 Main Street" has one), and weaker ones with them where each has a thing of its own that we
 * know: "lunch 12.50 taxi 8".
 */
function chosen(folded: string, cut: Cut, here: readonly AmountFound[], lexicon: Lexicon): readonly AmountFound[] {
  const strongest = Math.max(...here.map((a) => a.strength));
  const strong = here.filter((a) => a.strength === strongest);
  if (strong.length === here.length || !wordsBetween(folded, here)) return strong;
  const [first] = here as [AmountFound, ...AmountFound[]];
  const leads = onlyLittleWords(folded.slice(cut.start, first.start), lexicon);
  const named = here.every((amount, index) => {
    const from = leads ? amount.end : (here[index - 1]?.end ?? cut.start);
    const to = leads ? (here[index + 1]?.start ?? cut.end) : amount.start;
    return guessCategory(folded.slice(from, to)) !== null;
  });
  return named ? here : strong;
}

/** "I spent", "paid for": nothing that says what was bought. */
function onlyLittleWords(words: string, lexicon: Lexicon): boolean {
  const { filler, opener, spent, recordOrder, income } = lexicon.phrases;
  let rest = words.trim();
  for (let count = 0; count < 8 && rest !== ''; count++) {
    const word = atStart(`${filler}|${opener}|${spent}|${recordOrder}|${income}`).exec(rest);
    if (!word) break;
    rest = rest.slice(word[0].length).replace(/^[\s,:'-]+/, '');
  }
  return !/\p{L}/u.test(rest);
}

function wordsBetween(folded: string, amounts: readonly AmountFound[]): boolean {
  return amounts.every((amount, index) => {
    const next = amounts[index + 1];
    return next === undefined || /\p{L}/u.test(folded.slice(amount.end, next.start));
  });
}

function trimmed(folded: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const text = folded.slice(start, end);
  return { start: start + (text.length - text.trimStart().length), end: end - (text.length - text.trimEnd().length) };
}
