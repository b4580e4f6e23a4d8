/** Entries that come by themselves: "rent 900 on the 1st of every month", "stop the recurring rent". */

import { guessCategory } from '../../domain/category-words.ts';
import { foldInPlace } from '../../domain/fold.ts';
import { type Language, languages } from '../../language.ts';
import { findAmounts } from '../amounts/read-amounts.ts';
import { type CadenceReading, maySayAgain, readCadence, type SaidCadence } from '../cadence/read-cadence.ts';
import { type Heard, hear, type Intent, ordersOther, type Plan, says } from '../hearing.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { anywhere, whole } from '../lexicon/patterns.ts';
import { recurringPatterns } from '../lexicon/recurring-patterns.ts';
import { asks } from '../question.ts';
import { type RecordedEntry, readRecord } from '../records/read-record.ts';
import { refusal } from '../refusal.ts';

type Args = Readonly<Record<string, unknown>>;

export const recurring: Intent = (heard) => {
  const args = orderIn(heard);
  return args ? { calls: [{ name: 'recurring_entries', args }] } : arranged(heard);
};

/** The language that it was taken for, and then the others: a short message tells little of its language. */
function languagesFor({ language }: Heard): Language[] {
  return [language, ...languages.filter((other) => other !== language)];
}

/** List, stop, skip and change: whole messages, so that nothing else is taken for one. */
function orderIn(heard: Heard): Args | null {
  const said = heard.said.replace(/[\s.!?]+$/u, '');
  for (const language of languagesFor(heard)) {
    const args = ordered(said, heard, language);
    if (args) return args;
  }
  return null;
}

function ordered(said: string, heard: Heard, language: Language): Args | null {
  const patterns = recurringPatterns[language];
  if (whole(patterns.list).test(said)) return { action: 'list' };
  if (asks(heard.folded, heard.lexicon)) return null;
  for (const action of ['change', 'stop', 'skip'] as const) {
    const match = whole(patterns[action]).exec(said);
    if (!match) continue;
    const { which, to } = match.groups ?? {};
    const called = which === undefined || whole(patterns.it).test(which) ? {} : { which };
    if (action !== 'change') return { action, ...called };
    const changes = to === undefined ? null : changesIn(heard, language, to);
    if (changes) return { action, ...called, ...changes };
  }
  return null;
}

/** "950", "the 3rd", "every other Friday"; null for anything else. */
function changesIn({ context }: Heard, language: Language, to: string): Args | null {
  const dayOfMonth = /^(?:\p{L}+ ){0,2}(\d{1,2})(?:st|nd|rd|th|er|\.|º|o)$/u.exec(to)?.[1];
  if (dayOfMonth !== undefined) return { cadence: { repeats: 'monthly', day: Number(dayOfMonth) } };
  const reading = readCadence(to, { language, today: context.today });
  const cadence = reading && reading.args.repeats !== 'once' ? { cadence: withoutTime(reading.args) } : {};
  const rest = reading && reading.args.repeats !== 'once' ? reading.rest : to;
  const amount = findAmounts(rest, { currency: context.currency, language }, []).find(({ strength }) => strength > 0);
  const money = amount ? { amount: amount.decimal, ...(amount.explicitCurrency && { currency: amount.currency }) } : {};
  const changes = { ...money, ...cadence };
  return Object.keys(changes).length > 0 ? changes : null;
}

/** One amount and days on which it comes, in an order or a statement. */
function arranged(heard: Heard): Plan | null {
  if (!/\p{N}/u.test(heard.folded) || asks(heard.folded, heard.lexicon)) return null;
  for (const language of languagesFor(heard)) {
    const mayAgain = maySayAgain(heard.folded, language);
    if (!mayAgain && language !== heard.language) continue;
    const patterns = recurringPatterns[language];
    const { budgetNoun } = lexicons[language].phrases;
    if (says(heard, `${patterns.other}|${budgetNoun}`) || patterns.past.test(heard.text.toLowerCase())) return null;
    const reading = mayAgain ? readCadence(heard.text, { language, today: heard.context.today }) : null;
    // A word alone is no proof of another language.
    if (!reading || !repeats(reading, heard) || (reading.isLoose && language !== heard.language)) continue;
    return planOf(heard, language, reading);
  }
  return null;
}

function planOf(heard: Heard, language: Language, reading: CadenceReading): Plan | null {
  const entry = entryIn(reading.rest.replace(/[\s.!]+$/u, ''), heard, language);
  if (!entry || entry.kind === 'refund') return null;
  const refused = refusal(heard, [entry]);
  if (refused !== null) return { say: refused };
  const { date: _date, ...rest } = entry;
  const args = { action: 'add', ...rest, cadence: withoutTime(reading.args) };
  return { calls: [{ name: 'recurring_entries', args }] };
}

/** On days again and again. "Monthly pass 49" was bought: an adjective has to stand behind all else. */
function repeats({ args, isLoose, end }: CadenceReading, { text }: Heard): boolean {
  if (args.repeats === 'once' || args.unit === 'minute' || args.unit === 'hour') return false;
  return !isLoose || !/[\p{L}\p{N}]/u.test(text.slice(end));
}

/** What the rest of the message would record, were it said by itself; one entry of no day. */
function entryIn(text: string, { context }: Heard, language: Language): RecordedEntry | null {
  const { pays, earns } = recurringPatterns[language];
  const whoPays = anywhere(`${pays}|${earns}`).exec(foldInPlace(text));
  const what = whoPays ? withoutStretch(text, whoPays.index, whoPays[0].length) : text;
  const rest = hear(what, { ...context, language }, [], []);
  const { notDone, others } = rest.lexicon.phrases;
  if (rest.dates.length > 0 || ordersOther(rest) || says(rest, `${notDone}|${others}`)) return null;
  const [entry, ...more] = readRecord(rest, whoPays !== null) ?? [];
  if (!entry || more.length > 0) return null;
  if (!whoPays) return entry;
  return whole(earns).test(whoPays[0]) ? paidTo(entry, context) : { ...entry, kind: 'expense' };
}

/** Pay, where nothing says what for. */
function paidTo(entry: RecordedEntry, { categories }: Heard['context']): RecordedEntry {
  const pay = categories.find(({ name, kind }) => kind === 'income' && guessCategory(name) === 'salary');
  const isBare = entry.note === undefined && entry.merchant === undefined && entry.category === undefined;
  return { ...entry, kind: 'income', ...(pay && isBare && { category: pay.name }) };
}

function withoutStretch(text: string, start: number, length: number): string {
  return `${text.slice(0, start)} ${text.slice(start + length)}`.replace(/\s+/g, ' ').trim();
}

function withoutTime({ at: _at, ...cadence }: SaidCadence): SaidCadence {
  return cadence;
}
