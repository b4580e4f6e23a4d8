/** Savings goals: setting one, dropping one, asking how they stand. */

import { foldInPlace } from '../../domain/fold.ts';
import { addDays, addMonths, type Day, unitAround } from '../../period.ts';
import { type AmountFound, findAmounts } from '../amounts/read-amounts.ts';
import { readDates } from '../dates/read-dates.ts';
import { begins, type Heard, says } from '../hearing.ts';
import { type AnalyticsPatterns, analyticsPatterns } from '../lexicon/analytics-patterns.ts';
import { anywhere, atStart, expression, foldPattern, listed } from '../lexicon/patterns.ts';
import { asks } from '../question.ts';
import { namesMonth, numberOf } from './analytics-args.ts';

type Args = Record<string, unknown>;

/** Words of a goal's name. */
const MOST_NAME_WORDS = 4;

/** "save 2000 by June", "my goal is 5,000 for a car by 2027-03-01"; null when no goal is set. */
export function setGoal(heard: Heard, { goals: patterns }: AnalyticsPatterns): Args | null {
  const { phrases } = heard.lexicon;
  if (!says(heard, patterns.set) || heard.folded.includes('?')) return null;
  if (says(heard, `${phrases.budgetNoun}|${phrases.spent}`) || begins(heard, phrases.deleteVerb)) return null;
  const deadline = deadlineIn(heard, patterns.by) ?? spanIn(heard, patterns.within) ?? periodAhead(heard);
  const text = deadline ? blanked(heard.text, deadline) : heard.text;
  const amount = amountWithin(heard, text, deadline !== null);
  if (!amount) return null;
  // "goal net 30" was bought.
  if (!deadline && begins(heard, `(?:${patterns.noun}) (?:\\p{L}+ ){1,2}[$€£]?\\d\\S*`)) return null;
  // "save 200 a month" has no end: it asks what to spend instead.
  if (!deadline && !says(heard, patterns.noun) && says(heard, patterns.steady)) return null;
  const name = nameIn(heard, text, amount);
  return {
    action: 'set',
    ...(name && { name }),
    amount: amount.decimal,
    ...(amount.explicitCurrency && { currency: amount.currency }),
    ...(deadline && { by: deadline.day }),
  };
}

/** "drop the car goal", "how are my goals?". */
export function goals(heard: Heard, { goals: patterns }: AnalyticsPatterns): Args | null {
  if (!says(heard, patterns.noun)) return null;
  const asked = asks(heard.folded, heard.lexicon);
  const name = goalNamed(heard);
  if (!asked && begins(heard, patterns.remove)) {
    const removed = name ?? nameBehind(heard, heard.text);
    return { action: 'remove', ...(removed && { name: removed }) };
  }
  if (/\d/.test(heard.folded) || !(asked || heard.folded.split(' ').length <= 5)) return null;
  return { action: 'list', ...(name && { name }) };
}

/** The name before the word: "the car goal", "my new bike goal"; null for "my goals". */
export function goalNamed(heard: Heard): string | null {
  const { named, purpose, noun } = analyticsPatterns[heard.language].goals;
  const before = anywhere(named).exec(heard.folded);
  const group = before?.[1]?.trim();
  if (before && group) {
    const start = before.index + before[0].indexOf(group);
    const name = nameOf(heard, heard.text.slice(start, start + group.length));
    if (name) return name;
  }
  const behind = anywhere(`(?:${noun}) (?:${purpose})`).exec(heard.folded);
  return behind ? nameOf(heard, heard.text.slice(behind.index + behind[0].length)) : null;
}

interface Deadline {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

/** The last day of what stands behind "by", the next one of its name. */
function deadlineIn(heard: Heard, by: string): Deadline | null {
  const { today, firstDayOfWeek, currency } = heard.context;
  for (const found of heard.folded.matchAll(expression(anywhere(by).source, 'gu'))) {
    const from = found.index + found[0].length + 1;
    // A month that is a word as well ("may") is read as one behind "in" only.
    const [lead = ''] = listed(heard.lexicon.dates.in);
    const text = `${lead} ${heard.text.slice(from)}`;
    const options = { today, firstDayOfWeek, language: heard.language, currency, bareYears: true };
    const date = readDates(text, options)[0];
    if (!date || date.start > lead.length + 4) continue;
    const end = from + date.end - lead.length - 1;
    const words = heard.folded.slice(from, end);
    let day = date.to;
    const isRunning = date.grain === 'month' && date.from <= today && date.to >= today && namesMonth(heard, words);
    if (!/\d{4}/.test(words) && (day <= today || isRunning)) {
      const next = addMonths(day, 12);
      day = date.grain === 'month' ? unitAround(next, 'month').to : next;
    }
    if (day > today) return { day, start: found.index, end };
  }
  return null;
}

/** "this year", "next month": by its end. */
function periodAhead(heard: Heard): Deadline | null {
  const date = heard.dates.find(({ to, grain }) => to > heard.context.today && grain !== 'span');
  return date ? { day: date.to, start: date.start, end: date.end } : null;
}

/** "in 6 months", from today. */
function spanIn(heard: Heard, within: string): Deadline | null {
  const found = anywhere(within).exec(heard.folded);
  const count = found && numberOf(heard, found[1] as string);
  if (!found || !count) return null;
  const { units } = heard.lexicon.dates;
  const is = (unit: string) => listed(unit).includes(found[2] as string);
  const { today } = heard.context;
  const day = is(units.week) ? addDays(today, 7 * count) : addMonths(today, is(units.year) ? 12 * count : count);
  return { day, start: found.index, end: found.index + found[0].length };
}

function amountWithin(heard: Heard, text: string, dated: boolean): AmountFound | undefined {
  const options = { currency: heard.context.currency, language: heard.language };
  return findAmounts(text, options, dated ? [] : heard.dates).find(({ strength }) => strength > 0);
}

function blanked(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Behind "for", before the word "goal", or what little else is said. */
function nameIn(heard: Heard, text: string, amount: AmountFound): string | null {
  const rest = blanked(text, amount);
  const { purpose } = analyticsPatterns[heard.language].goals;
  const behind = expression(`(?<![\\p{L}])(?:${foldPattern(purpose)}) (?=\\p{L})`).exec(foldInPlace(rest));
  const name = behind && nameOf(heard, rest.slice(behind.index + behind[0].length));
  return name || goalNamed(heard) || nameBehind(heard, rest);
}

/** "goal car". */
function nameBehind(heard: Heard, text: string): string | null {
  const said = anywhere(analyticsPatterns[heard.language].goals.noun).exec(foldInPlace(text));
  return said && nameOf(heard, text.slice(said.index + said[0].length));
}

/** The first words that can be a name, without articles around them. */
function nameOf(heard: Heard, text: string): string | null {
  const { nameless } = analyticsPatterns[heard.language].goals;
  const little = atStart(`${nameless}|${heard.lexicon.links.article}`);
  const [clause = ''] = text.split(/\s{2,}(?=\S)|[?!.,;:\n]|\d/).filter((part) => /\p{L}/u.test(part));
  const words = clause
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words[0] !== undefined && little.test(words[0].toLowerCase())) words.shift();
  while (words.length > 0 && little.test((words.at(-1) as string).toLowerCase())) words.pop();
  const name = words.slice(0, MOST_NAME_WORDS).join(' ');
  return name === '' ? null : name;
}
