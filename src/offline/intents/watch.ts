/** Thresholds that people set themselves: "tell me when I spend over 50 at Zara", "stop watching Zara". */

import { foldInPlace } from '../../domain/fold.ts';
import { type Language, languages } from '../../language.ts';
import { type AmountFound, findAmounts } from '../amounts/read-amounts.ts';
import { categoryFor, categoryIn } from '../category-in.ts';
import type { Heard, Intent } from '../hearing.ts';
import { anywhere, atStart, expression, foldPattern, whole } from '../lexicon/patterns.ts';
import { type WatchPatterns, watchPatterns } from '../lexicon/watch-patterns.ts';
import { isPlural } from '../records/plural.ts';
import { refusal } from '../refusal.ts';
import { bare } from './alerts.ts';
import { categoryWithin } from './subject.ts';

type Args = Readonly<Record<string, unknown>>;

/** Longer messages tell of something. */
const LONGEST = 160;
/** Words of a shop's name. */
const MOST_NAME_WORDS = 4;

export const watchSpending: Intent = (heard) => {
  if (heard.text.length > LONGEST || heard.text.includes('\n')) return null;
  const said = bare(heard.folded);
  for (const language of [heard.language, ...languages.filter((each) => each !== heard.language)]) {
    const patterns = watchPatterns[language];
    if (whole(patterns.list).test(said)) return plan({ action: 'list' });
    if (atStart(patterns.remove).test(said)) return plan({ action: 'remove', ...removal(heard, patterns) });
    if (atStart(patterns.when).test(said)) return added(heard, patterns, language);
  }
  return null;
};

function plan(args: Args) {
  return { calls: [{ name: 'watch_spending', args }] };
}

/** Null where nothing is spent, or no amount is named: it may be something else that they want to be told. */
function added(heard: Heard, patterns: WatchPatterns, language: Language) {
  const amount = amountIn(heard, language);
  if (!amount || !anywhere(patterns.spending).test(heard.folded) || isPast(heard)) return null;
  const refused = refusal(heard, [{ amount: amount.decimal, currency: amount.currency }]);
  if (refused !== null) return { say: refused };
  return plan({
    action: 'add',
    amount: amount.decimal,
    ...(amount.explicitCurrency && { currency: amount.currency }),
    per: spanIn(heard, patterns) ?? 'entry',
    ...subject(heard, patterns, amount),
  });
}

/** "Tell me if I spent over 50 last week" asks. Accents tell "gasté" from "gaste". */
function isPast(heard: Heard): boolean {
  const { today } = heard.context;
  return past.test(heard.text.toLowerCase()) || heard.dates.some(({ to }) => to < today);
}

const past =
  /(?<!\p{L})(?:spent|paid|bought|did (?:i|we)|gast(?:é|amos|ei)|pagu(?:é|ei)|compr(?:é|ei)|h(?:e|emos) (?:gastado|pagado|comprado)|ausgegeben|bezahlt|gekauft|(?:ai|avons) (?:dépensé|payé|acheté))(?!\p{L})/u;

function removal(heard: Heard, patterns: WatchPatterns): Args {
  const numbered = anywhere(`${patterns.number}(\\d{1,2})`).exec(heard.folded)?.[1];
  if (numbered !== undefined) return { number: Number(numbered) };
  const amount = amountIn(heard, heard.language);
  const per = spanIn(heard, patterns);
  const about = subject(heard, patterns, amount);
  // "Stop watching Zara": what it begins with may end in the word that leads to a name.
  const rest = bare(heard.folded).replace(atStart(patterns.remove), '').trim();
  const named = Object.keys(about).length > 0 || amount || per ? about : nameIn(heard, rest);
  return { ...(amount && { amount: amount.decimal }), ...(per && { per }), ...named };
}

function nameIn(heard: Heard, rest: string): Args {
  const words = rest.replace(/^(?:for|on|at|about|the|en|de|el|la|bei|fur|auf|chez|a|em|na|no) /, '');
  return words === '' ? {} : place(heard, words, true);
}

function amountIn(heard: Heard, language: Language): AmountFound | null {
  const found = findAmounts(heard.text, { currency: heard.context.currency, language }, []);
  return [...found].sort((a, b) => b.strength - a.strength)[0] ?? null;
}

function spanIn(heard: Heard, { per }: WatchPatterns): 'day' | 'week' | 'month' | null {
  return (['day', 'week', 'month'] as const).find((span) => anywhere(per[span]).test(heard.folded)) ?? null;
}

/** The shop or category: what stands behind "at" or "on". */
function subject(heard: Heard, patterns: WatchPatterns, amount: AmountFound | null): Args {
  const { per, once, at, on, stop } = patterns;
  const little = expression(anywhere(`${once}|${per.day}|${per.week}|${per.month}`).source, 'gu');
  let text = heard.text;
  if (amount) text = text.slice(0, amount.start) + ' '.repeat(amount.end - amount.start) + text.slice(amount.end);
  const folded = foldInPlace(text).replace(little, (words) => '|'.repeat(words.length));
  for (const [lead, isPlace] of [
    [on, false],
    [at, true],
  ] as const) {
    const behind = expression(
      `(?<![\\p{L}\\d])(?:${foldPattern(lead)}) (?:(?:the|my|el|la|los|las|die|der|das|den|dem|meine?n?|le|les|l'|o|a|os|as|meu|minha) ?(?<= |'))?`,
      'gu',
    );
    for (const found of folded.matchAll(behind)) {
      const start = found.index + found[0].length;
      const end =
        expression(`[|?!.,;]|\\s{2}|\\s(?:${foldPattern(stop)})(?![\\p{L}\\d])|$`).exec(folded.slice(start))?.index ??
        0;
      const words = text.slice(start, start + end).trim();
      if (/\p{L}/u.test(words) && words.split(' ').length <= MOST_NAME_WORDS) return place(heard, words, isPlace);
    }
  }
  const within = categoryWithin(heard, text);
  return within ? { category: within.category } : {};
}

/** A category of theirs, or a shop; of a shop's place its own spelling. */
function place(heard: Heard, words: string, isPlace: boolean): Args {
  const category = categoryIn(words, heard.context);
  if (category) return { category };
  return isPlace ? { merchant: words } : about(heard, words);
}

/** "on taxis" is about what was bought, wherever that is put; "on groceries" about where it is put. */
function about(heard: Heard, words: string): Args {
  if (categoryFor(words, heard.context) === null) return { category: words };
  const isMany = words.endsWith('s') && isPlural(foldInPlace(words), heard.language);
  return { merchant: isMany ? words.slice(0, -1) : words };
}
