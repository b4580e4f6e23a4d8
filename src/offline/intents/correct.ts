/** Corrects an entry: "no, it was 15", "make that groceries", "change the taxi to 9", "it was in dollars not euros". */

import { categoryNamed, guessCategory } from '../../domain/category-words.ts';
import { foldInPlace, foldText } from '../../domain/fold.ts';
import { currencyAlone } from '../amounts/currency-near.ts';
import { type AmountFound, findAmounts } from '../amounts/read-amounts.ts';
import { categoryFor, categoryIn } from '../category-in.ts';
import type { Heard, Intent, Plan } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, atStart, expression, foldPattern, whole } from '../lexicon/patterns.ts';
import { phrases as sayings } from '../phrases.ts';
import { describe } from '../records/description.ts';
import { refusal } from '../refusal.ts';
import { bareName, findEntry, mentions } from './find-entry.ts';

type Changes = Record<string, string>;

export const correct: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const named = namedEntry(heard);
  if (named) return named;
  const replying = heard.context.correcting.length > 0;
  const starts = atStart(phrases.correctionStart).test(heard.folded);
  const order = ordersChange(heard);
  const remarks =
    begins(heard, `${phrases.was}|${phrases.correction}`) ||
    begins(heard, `(?:${phrases.thatEntry}) (?:${phrases.correction})`);
  if (!replying && !starts && !order && !remarks) return null;
  const rejects = anywhere(phrases.insteadOf).test(heard.said) || atStart(phrases.insteadOf).test(heard.folded);
  // "no gasté 20" tells that nothing was spent; "no 12 sino 15" what was.
  if (atStart(phrases.notDone).test(heard.folded) && !turns(heard)) return null;
  const sure = replying || order || remarks || says(heard, phrases.correction);
  const what = sure && !begins(heard, `(?:\\S+ ){0,2}(?:${phrases.spent})`) ? null : saysWhat(heard);
  if (what && !replying && (!sure || !says(heard, phrases.insteadOf)) && !turnsDown(heard)) {
    const known = heard.known.find((entry) => mentions(entry.words, what));
    if (known) return updating(heard, what, changesIn(heard, heard.text, false));
    // "sorry, taxi 8" is an entry of its own; "no coffee 5" is anyone's guess.
    return atStart(`(?:${phrases.no})`).test(heard.folded) && /\d/.test(heard.folded)
      ? { say: sayings[heard.answerIn].notUnderstood }
      : null;
  }
  const found = targetAndValue(heard);
  if (!found) return null;
  const { target, value } = found;
  const changes = changesIn(heard, value, sure || rejects);
  if (Object.keys(changes).length === 0) return null;
  if (order || replying) return updating(heard, target, changes);
  // A remark corrects only what was just said, and only by words that can be a correction: "it's 32 degrees" can not.
  if (!isPlain(heard, value, changes)) return null;
  return heard.changed ? updating(heard, target, changes) : { say: sayings[heard.answerIn].notFound };
};

/** "the lunch was 15", where lunch is what was just recorded. */
function namedEntry(heard: Heard): Plan | null {
  const { was, thatEntry } = heard.lexicon.phrases;
  const match = anywhere(was).exec(heard.said);
  if (!match || match.index === 0) return null;
  const subject = heard.said.slice(0, match.index).trim();
  const name = bareName(heard, subject.replace(/^(?:that|this|ese|esa|diese[rs]?|das|cette?|ce|esse|essa) /, ''));
  if (name === '' || whole(thatEntry).test(name) || name.split(' ').length > 4) return null;
  const told = [...heard.recorded, ...heard.known.map(({ words }) => words)];
  if (!told.some((words) => mentions(words, name))) return null;
  const text = heard.text.slice(heard.text.length - heard.said.length);
  const value = text.slice(match.index + match[0].length);
  const changes = changesIn(heard, value, true);
  return Object.keys(changes).length > 0 && isPlain(heard, value, changes) ? updating(heard, name, changes) : null;
}

/** Whether a remark says nothing beside what it changes but little words, what was bought, or where. */
function isPlain(heard: Heard, value: string, changes: Changes): boolean {
  const { insteadOf, judgement, thatEntry, was, correction } = heard.lexicon.phrases;
  if (
    atStart(`(?:(?:${thatEntry}) )?(?:${was}|${correction}|${insteadOf}) (?:${judgement})(?:[.!, ]|$)`).test(heard.said)
  )
    return false;
  if ('category' in changes || 'merchant' in changes || 'kind' in changes) return true;
  if ('note' in changes) return guessCategory(changes.note as string) !== null;
  const left = leftover(heard, value);
  return left === '' || guessCategory(left) !== null || heard.recorded.some((words) => mentions(words, left));
}

/** What a remark says beside amounts, days, currencies and the words that correct. */
function leftover(heard: Heard, value: string): string {
  const options = { currency: heard.context.currency, language: heard.language };
  const offset = heard.text.indexOf(value);
  const dates = heard.dates
    .map((date) => ({ ...date, start: date.start - offset, end: date.end - offset }))
    .filter(({ start }) => start >= 0);
  const { phrases, links } = heard.lexicon;
  const little = expression(
    anywhere(
      `${phrases.correctionStart}|${phrases.correction}|${phrases.was}|${phrases.changeTo}|${phrases.insteadOf}|${phrases.but}|${phrases.thatEntry}|${phrases.filler}|${phrases.opener}|${links.article}`,
    ).source,
    'gu',
  );
  const words = foldInPlace(wordsLeft(value, [...findAmounts(value, options, dates), ...dates])).replace(little, ' ');
  const rest = words.replace(/[^\p{L}\d]+/gu, ' ').trim();
  return currencyAlone(rest, heard.context.currency, heard.lexicon) === null ? rest : '';
}

/** "not 12 but 15", "no 12, 15": what does not hold, then what does. */
function turns(heard: Heard): boolean {
  const { insteadOf, but } = heard.lexicon.phrases;
  return atStart(`(?:${insteadOf}),? [$€£]?\\d[^,]*?(?:, ?| (?:${but}) )[$€£]?\\d`.replace(/$/, '[\\d.,]*')).test(
    heard.folded.replace(/(?<=\d)[.,](?=\d)/g, ''),
  );
}

/** "make it 15", "change the taxi to 9"; but "put 12 for lunch" orders to record, and "set an alarm" nothing of ours. */
function ordersChange(heard: Heard): boolean {
  const { change, changeTo, recordOrder, thatEntry } = heard.lexicon.phrases;
  const verb = atStart(change).exec(heard.said)?.[0];
  if (verb === undefined) return false;
  const rest = heard.said.slice(verb.length).replace(/^[\s-]+/, '');
  if (atStart(`${thatEntry}|${changeTo}`).test(rest) || field.test(rest.split(/ (?=\d)|:/)[0] ?? '')) return true;
  return !begins(heard, recordOrder) && anywhere(changeTo).test(rest);
}

/** "not groceries, dining": the whole of it is about what does not hold. */
function turnsDown(heard: Heard): boolean {
  return (
    atStart(heard.lexicon.phrases.insteadOf).test(heard.folded) && /,/.test(heard.folded) && !/\d/.test(heard.folded)
  );
}

/** The words left that say what was bought, empty when there are none or they name a category. */
function saysWhat(heard: Heard): string {
  const options = { currency: heard.context.currency, language: heard.language };
  const said = heard.text.slice(heard.folded.lastIndexOf(heard.said));
  const offset = heard.text.length - said.length;
  const taken = [...findAmounts(heard.text, options, heard.dates), ...heard.dates]
    .map(({ start, end }) => ({ start: start - offset, end: end - offset }))
    .filter(({ start }) => start >= 0);
  const { insteadOf, but, correctionStart } = heard.lexicon.phrases;
  const turning = expression(anywhere(`${insteadOf}|${but}|${correctionStart}`).source, 'gu');
  const { note, merchant } = describe('', wordsLeft(said, taken).replace(turning, ' '), heard.lexicon);
  if (categoryIn(note, heard.context) !== null) return '';
  // "no, euros"
  const currency = !note.includes(' ') && currencyAlone(note, heard.context.currency, heard.lexicon) !== null;
  return currency ? '' : note || merchant;
}

function updating(heard: Heard, target: string, changes: Changes): Plan {
  const found = findEntry(heard, target);
  if ('plan' in found) return found.plan;
  const refused = refusal(heard, [changes]);
  if (refused !== null) return { say: refused };
  return { calls: found.ids.map((entry) => ({ name: 'update_entry', args: { entry, changes } })) };
}

/** "change the amount to 9", "set the date to Friday": a field, not an entry. */
const field =
  /^(?:the |el |la |das |den |die |le |o |a )?(?:amount|price|total|date|day|category|merchant|note|description|currency|importe|monto|precio|fecha|dia|categoria|comercio|nota|moneda|betrag|preis|datum|kategorie|notiz|wahrung|montant|prix|categorie|devise|valor|preco|data|moeda)$/;

/** "change the taxi to 9": "the taxi" and "9"; everything is the value where no entry is named. */
function targetAndValue(heard: Heard): { target: string; value: string } | null {
  const { change, changeTo } = heard.lexicon.phrases;
  const text = heard.text.slice(heard.text.length - heard.said.length);
  const verb = atStart(change).exec(heard.said)?.[0];
  if (verb === undefined || heard.said.length !== foldInPlace(text).length) return { target: '', value: heard.text };
  const rest = text.slice(verb.length);
  const to = anywhere(changeTo).exec(foldInPlace(rest));
  if (!to) return { target: '', value: rest };
  const target = rest.slice(0, to.index).trim();
  const value = rest.slice(to.index);
  // "change 12 to 15" means the last entry, "change 20 dollars to pesos" a bank.
  if (/\d/.test(target)) return /\d/.test(value) && /^[\d.,]+$/.test(target) ? { target: '', value } : null;
  return { target: field.test(foldText(target)) ? '' : target, value };
}

/** What the words say it should be. `sure` when an order or a cue leaves no doubt that they correct something. */
function changesIn(heard: Heard, value: string, sure: boolean): Changes {
  const held = withoutRejected(heard, value);
  const changes: Changes = {};
  const options = { currency: heard.context.currency, language: heard.language };
  const offset = heard.text.indexOf(value);
  const dates = heard.dates.map((date) => ({ ...date, start: date.start - offset, end: date.end - offset }));
  const heldDates = dates.filter((date) => date.start >= 0 && held.slice(date.start, date.end).trim() !== '');
  const amount = strongest(findAmounts(held, options, heldDates));
  if (amount) {
    changes.amount = amount.decimal;
    if (amount.explicitCurrency) changes.currency = amount.currency;
  }
  const day = heldDates.find((date) => date.grain === 'day');
  if (day) changes.date = day.from;
  const words = wordsLeft(held, [...(amount ? [amount] : []), ...heldDates]);
  if (!amount) {
    const currency = currencyAlone(words, heard.context.currency, heard.lexicon);
    if (currency) return { ...changes, currency };
  }
  return { ...changes, ...(sure ? wordChanges(heard, words, Object.keys(changes).length > 0) : {}) };
}

function strongest(amounts: readonly AmountFound[]): AmountFound | undefined {
  return amounts.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength)[0];
}

/** Blanks out what does not hold: "not euros", "not 12 but", "instead of 12". */
function withoutRejected(heard: Heard, value: string): string {
  const { insteadOf, but, correctionStart } = heard.lexicon.phrases;
  const folded = foldInPlace(value);
  const first = atStart(`[\\s,]*(?:${correctionStart})(?=[\\s,.!:-])`).exec(folded)?.[0] ?? '';
  // "not groceries, dining" begins with what does not hold; "no, it was 15" does not.
  const turns = expression(
    `^ (?:[^,]|,(?=\\d))+(?:,(?!\\d)|(?<![\\p{L}])(?:${foldPattern(but)})(?![\\p{L}])) ?\\S`,
  ).test(folded.slice(first.length));
  const lead = atStart(insteadOf).test(first.trim()) && turns ? 0 : first.length;
  const rejected = anywhere(insteadOf).exec(folded.slice(lead));
  if (!rejected) return ' '.repeat(lead) + value.slice(lead);
  const start = lead + rejected.index;
  const behind = folded.slice(start + rejected[0].length);
  const turn = expression(`[,;.](?!\\d)|(?<![\\p{L}])(?:${foldPattern(but)})(?![\\p{L}])`).exec(behind);
  const end = turn && behind.slice(turn.index).length > 2 ? start + rejected[0].length + turn.index : value.length;
  return ' '.repeat(lead) + value.slice(lead, start) + ' '.repeat(end - start) + value.slice(end);
}

function wordsLeft(text: string, taken: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of taken)
    rest = rest.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + rest.slice(end);
  return rest.replace(/\s+/g, ' ').trim();
}

/** A category, a kind, a shop or a note among the words; beside another change only what is clearly one of the first three. */
function wordChanges(heard: Heard, words: string, others: boolean): Changes {
  const { phrases } = heard.lexicon;
  let said = words;
  for (let pass = 0; pass < 4; pass++) {
    const cue = atStart(
      `[\\s,.!:'-]*(?:${phrases.correctionStart}|${phrases.correction}|${phrases.change}|${phrases.changeTo}|${phrases.thatEntry}|${heard.lexicon.links.article})`,
    ).exec(foldInPlace(said));
    if (!cue || cue[0].trim() === '') break;
    said = said.slice(cue[0].length).trim();
  }
  const { note, merchant, tag } = describe('', said, heard.lexicon);
  const name = tag || note;
  if (merchant !== '') return { merchant };
  if (name === '') return {};
  const kind = kindNamed(heard, name);
  if (kind) return { kind };
  const category = categoryIn(name, heard.context);
  if (category) return { category };
  const asked = says(heard, phrases.categoryNoun) || begins(heard, phrases.change);
  if (tag || asked) {
    const guess = categoryFor(name, heard.context);
    if (guess) return { category: guess };
  }
  return others || name.split(' ').length > 6 ? {} : { note: name };
}

function kindNamed(heard: Heard, name: string): string | null {
  const folded = foldText(name);
  if (categoryNamed(name) === 'refund' || anywhere(heard.lexicon.phrases.refund).test(folded)) return 'refund';
  if (/^(?:an? )?(?:income|ingreso|einnahme|einkommen|revenu|receita|renda)$/.test(folded)) return 'income';
  if (/^(?:an? )?(?:expense|gasto|ausgabe|depense|despesa)$/.test(folded)) return 'expense';
  return guessCategory(folded) === null && anywhere(heard.lexicon.phrases.income).test(folded) ? 'income' : null;
}
