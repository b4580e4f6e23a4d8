/** The category and the period of a question, as each of the tools about trends, reports and plans takes them. */

import { foldInPlace } from '../../domain/fold.ts';
import { type Day, daysIn, unitAround } from '../../period.ts';
import type { AmountFound } from '../amounts/read-amounts.ts';
import { categoryIn } from '../category-in.ts';
import type { DateReading } from '../dates/read-dates.ts';
import { type Heard, says } from '../hearing.ts';
import { type AnalyticsTool, analyticsCommands, analyticsPatterns } from '../lexicon/analytics-patterns.ts';
import { anywhere, expression, listed } from '../lexicon/patterns.ts';
import { isRealDay, periodIn } from '../periods.ts';
import { groupIn } from './ask.ts';
import { amountsIn } from './counts.ts';
import { categoryWithin, subjectsIn, withoutDatesAndAmounts } from './subject.ts';

type Args = Readonly<Record<string, unknown>>;

const byCategory: ReadonlySet<string> = new Set<AnalyticsTool>([
  'spending_trends',
  'category_insights',
  'year_over_year',
  'budget_vs_actual',
  'spending_patterns',
  'find_unusual',
  'forecast_spending',
  'what_if',
]);

const drawing: ReadonlySet<string> = new Set<AnalyticsTool>([
  'spending_trends',
  'category_insights',
  'year_over_year',
  'monthly_report',
  'budget_vs_actual',
  'spending_patterns',
  'find_recurring',
  'forecast_spending',
]);

const MOST_MONTHS_AHEAD = 12;
const MOST_UNITS_BACK = 60;
const MOST_BUDGET_PERIODS = 24;

/** Whether the tool can be asked about one category. */
export function takesCategory(tool: string): boolean {
  return byCategory.has(tool);
}

/** Whether the tool can be asked for a picture. */
export function drawsCharts(tool: string): boolean {
  return drawing.has(tool);
}

/** Whether the tool is one that these arguments are for. */
export function isAnalytics(tool: string): boolean {
  return drawing.has(tool) || byCategory.has(tool);
}

/** A category by its name, wherever the message names it. */
export function categoryMentioned(heard: Heard): string | null {
  const text = withoutDatesAndAmounts(heard);
  for (const { words } of subjectsIn(heard, text)) {
    const category = categoryIn(words, heard.context);
    if (category) return category;
  }
  const named = categoryWithin(heard, text) ?? categoryJoined(heard, text);
  // "My habits" are none of the French, which are clothes.
  return named && !analyticsCommands.has(named.words) ? named.category : null;
}

/** "Restaurantausgaben", "Lebensmittelkosten". */
function categoryJoined(heard: Heard, text: string): { category: string; words: string } | null {
  const { joined } = analyticsPatterns[heard.language];
  if (joined === '') return null;
  for (const [, words = ''] of foldInPlace(text).matchAll(expression(`(\\p{L}{3,}?)-?(?:${joined})(?!\\p{L})`, 'gu'))) {
    const category = categoryIn(words, heard.context);
    if (category) return { category, words };
  }
  return null;
}

/** The amounts of a message, but for the number in "the next 3 months". */
export function amountsBesideMonths(heard: Heard): AmountFound[] {
  const months = anywhere(analyticsPatterns[heard.language].nextMonths).exec(heard.folded);
  const amounts = amountsIn(heard).filter(({ strength }) => strength > 0);
  return months
    ? amounts.filter(({ start, end }) => end <= months.index || start >= months.index + months[0].length)
    : amounts;
}

/** What the days of a message mean to a tool; nothing where it names none, or the tool takes none. */
export function periodArgs(heard: Heard, tool: string): Args {
  const { today } = heard.context;
  const date = heard.dates.find(({ from, to }) => from <= to && isRealDay(from) && isRealDay(to));
  if (tool === 'spending_trends') return { ...unitArg(heard), ...countArgs(heard, date) };
  if (tool === 'forecast_spending') return monthsAhead(heard, date);
  if (!date) return {};
  if (tool === 'category_insights' || tool === 'find_unusual') {
    const period = periodIn(heard);
    return period && period.from <= today ? { from: period.from, to: period.to < today ? period.to : today } : {};
  }
  if (tool === 'year_over_year') {
    const years = heard.dates
      .filter(({ grain }) => grain === 'year' || grain === 'span')
      .map(({ to }) => to.slice(0, 4));
    const year = years.sort().at(-1);
    // "Compared with last year" is this year's question, and so is "the same time last year".
    const isOwn =
      years.length > 1 ||
      date.grain === 'span' ||
      (/\d{4}/.test(heard.folded) && !says(heard, heard.lexicon.phrases.compare));
    return year && isOwn && year < today.slice(0, 4) ? { year: Number(year) } : {};
  }
  const isMonth = date.grain === 'month' && date.from.slice(0, 7) === date.to.slice(0, 7);
  if (tool === 'monthly_report') return isMonth && date.from <= today ? { month: date.from.slice(0, 7) } : {};
  const wholeMonths = monthsBetween(date.from, today);
  if (tool === 'budget_vs_actual')
    return wholeMonths > 0 ? { periods: Math.min(Math.max(wholeMonths, 2), MOST_BUDGET_PERIODS) } : {};
  return tool === 'spending_patterns' && wholeMonths > 0 ? { months: Math.min(wholeMonths, MOST_UNITS_BACK) } : {};
}

function unitArg(heard: Heard): Args {
  const { every } = heard.lexicon.phrases;
  const unit = groupIn(heard);
  if (unit === 'week' || says(heard, every.week)) return { unit: 'week' };
  return unit === 'month' ? { unit: 'month' } : {};
}

/** How many whole units lie between the first day asked about and the running one. */
function countArgs(heard: Heard, date: DateReading | undefined): Args {
  const { today, firstDayOfWeek } = heard.context;
  if (!date || date.from > today) return {};
  const inWeeks = anywhere(listed(heard.lexicon.dates.units.week).join('|')).test(
    heard.folded.slice(date.start, date.end),
  );
  const weeks = unitArg(heard).unit === 'week' || (inWeeks && date.grain === 'span');
  const count = weeks
    ? Math.floor((daysIn({ from: date.from, to: unitAround(today, 'week', firstDayOfWeek).from }) - 1) / 7)
    : monthsBetween(date.from, today);
  if (count < 2) return {};
  return { ...(weeks && { unit: 'week' }), count: Math.min(count, MOST_UNITS_BACK) };
}

/** 0 is the running month; a month by its name alone is the next of that name. */
function monthsAhead(heard: Heard, date: DateReading | undefined): Args {
  const { today } = heard.context;
  const { nextMonths, restOfYear } = analyticsPatterns[heard.language];
  const next = anywhere(nextMonths).exec(heard.folded)?.[1];
  const several = next === undefined ? undefined : numberOf(heard, next);
  if (several !== undefined) return { months: Math.min(several, MOST_MONTHS_AHEAD) };
  if (says(heard, restOfYear)) return { months: 12 - Number(today.slice(5, 7)) };
  if (!date) return {};
  const written = heard.folded.slice(date.start, date.end);
  let months = monthsBetween(today, date.to);
  if (months < 0 && date.grain === 'month' && !/\d{4}/.test(written) && namesMonth(heard, written)) months += 12;
  return months > 0 ? { months: Math.min(months, MOST_MONTHS_AHEAD) } : {};
}

/** Whether the words name a month of the calendar, rather than "last month". */
export function namesMonth(heard: Heard, words: string): boolean {
  return anywhere(heard.lexicon.dates.months.flatMap(listed).join('|')).test(words);
}

/** The number that digits or a word stand for. */
export function numberOf(heard: Heard, word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const value = Object.entries(heard.lexicon.numbers.values).find(([, words]) => listed(words).includes(word));
  return value && Number(value[0]);
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))) as [number, number];
  return b - a;
}
