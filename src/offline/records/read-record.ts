/** Reads a message as a record of expenses, income and refunds, and decides whether it is one. */

import { guessCategory } from '../../domain/category-words.ts';
import { foldText } from '../../domain/fold.ts';
import type { Language } from '../../language.ts';
import { currencyAlone } from '../amounts/currency-near.ts';
import { type AmountFound, findAmounts } from '../amounts/read-amounts.ts';
import { categoryIn } from '../category-in.ts';
import type { DateReading } from '../dates/read-dates.ts';
import type { Heard } from '../hearing.ts';
import { anywhere, atStart, whole } from '../lexicon/patterns.ts';
import { describe } from './description.ts';
import { isPlural } from './plural.ts';
import { type Segment, segments } from './segments.ts';

/** An entry as `record_entries` takes it. */
export interface RecordedEntry {
  readonly kind: 'expense' | 'income' | 'refund';
  readonly amount: string;
  readonly currency: string;
  readonly category?: string;
  readonly merchant?: string;
  readonly note?: string;
  readonly date?: string;
}

const LONGEST_NOTE_WORDS = 14;
const SMALL_COUNT = 20;

/**
 * The entries that the message tells of, or null when it is not clearly a record. All or nothing: one unclear item makes the
 * whole message unclear. `sure` skips that judgement, for text known to be a record.
 */
export function readRecord(heard: Heard, sure = false): RecordedEntry[] | null {
  const { amounts, dates } = amountsAndDates(heard);
  if (amounts.every((amount) => amount.strength === 0)) return null;
  const cut = segments(heard.folded, amounts, dates, heard.lexicon);
  if (cut.items.length === 0 || cut.unclear) return null;
  if (!sure && dates.some((date) => isAhead(heard, date))) return null;
  const verb = hasVerb(heard);
  const entries: RecordedEntry[] = [];
  for (const [index, item] of cut.items.entries()) {
    const words = wordsAround(heard, item);
    if (!sure && !isClear(heard, item, words, verb, cut.items.length)) return null;
    entries.push(entryOf(heard, item, words, dateOf(heard, cut, index)));
  }
  return entries;
}

/** The amounts in the message, and those of its dates that tell of a day rather than a month or a year. */
export function amountsAndDates(heard: Heard): { amounts: AmountFound[]; dates: DateReading[] } {
  const options = { currency: heard.context.currency, language: heard.language };
  const days = (dates: readonly DateReading[]) =>
    dates.filter((date) => date.grain === 'day' || date.grain === 'week' || date.grain === 'span');
  const amounts = findAmounts(heard.text, options, heard.dates);
  if (amounts.length > 0 || heard.dates.length === 0) return { amounts, dates: days(heard.dates) };
  // "netflix oct 15" has no other number: then 15 is the amount and no day.
  const worded = heard.dates.filter((date) => !mayBeAmount(date, heard.folded.slice(date.start, date.end).trim()));
  return { amounts: findAmounts(heard.text, options, worded), dates: days(worded) };
}

/** "tomorrow", "next week": what is still to come was not spent; a day written in figures is what the person says it is. */
function isAhead(heard: Heard, date: DateReading): boolean {
  return date.from > heard.context.today && !/\d/.test(heard.folded.slice(date.start, date.end));
}

/** "oct 15" and "of 2000" may be; "12/11" and "in 1990" are dates whatever else is missing. */
function mayBeAmount(date: DateReading, written: string): boolean {
  if (date.grain === 'year') return /^(?:(?:of|de|von|do) )?\d{4}$/.test(written);
  return /\d.*\p{L}|\p{L}.*\d/u.test(written);
}

interface Words {
  readonly before: string;
  readonly after: string;
}

function wordsAround(heard: Heard, item: Segment): Words {
  const without = (start: number, end: number) => {
    let text = '';
    let at = start;
    for (const date of item.dates) {
      if (date.start < start || date.end > end) continue;
      text += `${heard.text.slice(at, date.start)} `;
      at = date.end;
    }
    return (text + heard.text.slice(at, end)).replace(/\s+/g, ' ').trim();
  };
  return { before: without(item.start, item.amount.start), after: without(item.amount.end, item.end) };
}

function hasVerb(heard: Heard): boolean {
  const { spent, recordOrder, earned } = heard.lexicon.phrases;
  return anywhere(`${spent}|${earned}`).test(heard.folded) || atStart(recordOrder).test(heard.said);
}

/** Whether an item is a record and nothing else: see the comments for what is left out. */
function isClear(heard: Heard, item: Segment, words: Words, verb: boolean, items: number): boolean {
  const { lexicon } = heard;
  const { note, merchant } = describe(words.before, words.after, lexicon);
  const said = `${note} ${merchant}`.trim();
  const { amount } = item;
  // "20 usd" is a record, "I have 20 usd" a remark.
  if (said === '' && !verb && anywhere(lexicon.phrases.sentence).test(foldText(`${words.before} ${words.after}`)))
    return false;
  if (said === '') return amount.strength === 3 || (items > 1 ? amount.strength === 2 : verb);
  // "100 usd to eur" wants a rate.
  if (amount.explicitCurrency && merchant === '' && isCurrencyWord(heard, note)) return false;
  // "last 5", "top 3" ask for rows.
  if (
    whole(`${lexicon.phrases.recentFirst}|${lexicon.phrases.largest}|${lexicon.phrases.smallest}`).test(foldText(said))
  )
    return false;
  const noteWords = said.split(' ');
  if (noteWords.length > LONGEST_NOTE_WORDS + (verb ? 14 : 0)) return false;
  const known = guessCategory(said) !== null;
  // "Order123": a reference, not a thing bought.
  if (!known && noteWords.every((word) => /^\p{L}+[-_]?\d{2,}$/u.test(word))) return false;
  // Letters are needed: "12 / 5", "3 > 2" tell of nothing.
  if (!/\p{L}{2}|(?!\p{Script=Latin})\p{L}/u.test(said)) return /\p{Extended_Pictographic}/u.test(said);
  // "got 2 tickets", "3 packs", "5 beers" count; "12 lunch" and "paid 20 fees" are money.
  const money = anywhere(lexicon.phrases.paid).test(heard.folded);
  if (
    !money &&
    amount.strength === 1 &&
    counts(amount, words, heard.language) &&
    !describe(words.before, '', lexicon).note
  )
    return false;
  if (verb) return true;
  // "I have 2 meetings": a sentence without a verb of spending is a remark.
  // "lunch was 15" is none the less a record.
  const before = foldText(words.before);
  const priced = words.after === '' && known && endsWith(before, lexicon.phrases.was);
  const spoken = priced ? before.slice(0, before.lastIndexOf(' ') + 1) : `${before} ${foldText(words.after)}`;
  if (anywhere(lexicon.phrases.sentence).test(spoken)) return false;
  // Folded, the Portuguese "é" would be an "e", which is "and".
  if (/ é /u.test(` ${words.before.toLowerCase()} `) || /^[[{]/.test(heard.text)) return false;
  if (words.before === '' || words.after === '') return true;
  // In the middle of other words an amount is clear when they belong together: "lunch 12 at Nando's", "coffee 3 (large)".
  const { merchant: at, merchantOrNote, note: about } = lexicon.links;
  const linked = atStart(`${at}|${merchantOrNote}|${about}|with|mit|con|avec|com`).test(foldText(words.after));
  return (
    linked || /^[(#,.;:'"-]/.test(words.after) || guessCategory(words.before) !== null || /[:=-]$/.test(words.before)
  );
}

function isCurrencyWord(heard: Heard, note: string): boolean {
  // "livres" are books as well.
  return (
    !note.includes(' ') &&
    guessCategory(note) === null &&
    currencyAlone(note, heard.context.currency, heard.lexicon) !== null
  );
}

function endsWith(words: string, pattern: string): boolean {
  return atStart(pattern).test(words.slice(words.lastIndexOf(' ') + 1));
}

function counts(amount: AmountFound, { after }: Words, language: Language): boolean {
  const noun = foldText(after).split(' ')[0] ?? '';
  return Number(amount.decimal) <= SMALL_COUNT && isPlural(noun, language);
}

function entryOf(heard: Heard, item: Segment, words: Words, date: string | null): RecordedEntry {
  const kind = kindOf(heard, item, `${words.before} ${words.after}`);
  const { note, merchant, tag } = describe(words.before, words.after, heard.lexicon, kind === 'refund');
  const category = tag !== '' ? categoryIn(tag, heard.context) : kind === 'refund' ? null : ownCategory(heard, note);
  return {
    kind,
    amount: item.amount.decimal,
    currency: item.amount.currency,
    ...(category !== null && { category }),
    ...(merchant !== '' && { merchant }),
    ...(note !== '' && { note }),
    ...(date !== null && { date }),
  };
}

/** The note is a category's very name: "45 groceries". */
function ownCategory(heard: Heard, note: string): string | null {
  const folded = foldText(note);
  return heard.context.categories.find((category) => foldText(category.name) === folded)?.name ?? null;
}

function kindOf(heard: Heard, item: Segment, words: string): RecordedEntry['kind'] {
  const { income, refund, spent } = heard.lexicon.phrases;
  const folded = foldText(words);
  if (anywhere(refund).test(folded)) return 'refund';
  if (item.amount.plus) return 'income';
  const category = guessCategory(describe(words, '', heard.lexicon).note);
  if (category && heard.context.categories.some(({ name, kind }) => name === category && kind === 'income')) {
    return category === 'refund' ? 'refund' : 'income';
  }
  // "income tax", "paid the salary of the cleaner" are expenses whatever the word.
  if (!anywhere(income).test(folded) || category === 'taxes' || category === 'insurance') return 'expense';
  const paid = atStart(`(?:\\S+ ){0,2}(?:${spent})`).test(folded);
  const firstIncome = anywhere(income).exec(folded)?.index ?? 0;
  const firstSpent = anywhere(spent).exec(folded)?.index ?? folded.length;
  return paid && firstSpent < firstIncome ? 'expense' : 'income';
}

/**
 * An item's own date, else one that stands before it by itself or leads the message. A date in the last item is its own,
 * unless the items are one clause behind one verb: "I spent 12 on lunch and 8 on taxi yesterday".
 */
function dateOf(heard: Heard, cut: ReturnType<typeof segments>, index: number): string | null {
  const item = cut.items[index] as Segment;
  const day = (date: DateReading) =>
    date.to < heard.context.today || date.grain === 'day' ? date.to : heard.context.today;
  const own = item.dates[0];
  if (own) return day(own);
  const before = cut.shared.findLast((shared) => shared.from <= item.start);
  if (before) return day(before.date);
  const first = cut.items[0]?.dates[0];
  if (first && leads(heard, first, cut.items[0] as Segment)) return day(first);
  const trailing = cut.shared.at(-1);
  if (trailing && trailing.from > (cut.items.at(-1)?.start ?? 0)) return day(trailing.date);
  const last = cut.items.at(-1);
  if (
    last?.dates[0] &&
    cut.items.slice(1).every((other) => other.joined) &&
    anywhere(heard.lexicon.phrases.spent).test(heard.folded.slice(0, cut.items[0]?.amount.start))
  ) {
    return day(last.dates[0]);
  }
  return null;
}

function leads(heard: Heard, date: DateReading, item: Segment): boolean {
  return date.start <= item.start + 1 || heard.folded.slice(item.start, date.start).trim() === '';
}
