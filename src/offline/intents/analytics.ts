/** Trends, reports, findings, forecasts and plans: each topic to the tool that answers it. */

import { brandNamed } from '../../domain/category-words.ts';
import { isArithmetic } from '../arithmetic.ts';
import { begins, type Heard, type Intent, type PlannedCall, says } from '../hearing.ts';
import { type AnalyticsPatterns, type AnalyticsTool, analyticsPatterns } from '../lexicon/analytics-patterns.ts';
import { anywhere, atStart, listed, whole } from '../lexicon/patterns.ts';
import { asks } from '../question.ts';
import { amountsBesideMonths, categoryMentioned, drawsCharts, periodArgs } from './analytics-args.ts';
import { analyticsCommand } from './analytics-command.ts';
import { amountsIn } from './counts.ts';
import { goalNamed, goals, setGoal } from './goals.ts';
import { filterIn } from './subject.ts';
import { aMonth, whatIf } from './what-if.ts';
import { isYearOverYear } from './year-over-year.ts';

type Args = Readonly<Record<string, unknown>>;
/** The arguments that a message asks for; null when it does not ask for the tool after all. */
type Reader = (heard: Heard, patterns: AnalyticsPatterns) => Args | null;

/** The first that knows the message decides: what names its topic outright stands before what may be said in passing. */
const readers: readonly (readonly [AnalyticsTool, Reader])[] = [
  ['what_if', whatIf],
  ['goals', setGoal],
  ['recommend_budgets', recommendation],
  ['goals', goals],
  ['budget_vs_actual', budgetsKept],
  ['year_over_year', yearOverYear],
  ['monthly_report', report],
  ['find_unusual', (heard) => about(heard, 'find_unusual')],
  ['find_recurring', recurring],
  ['forecast_spending', forecast],
  ['spending_patterns', (heard) => about(heard, 'spending_patterns')],
  ['category_insights', insights],
  ['spending_trends', trends],
];

/** These speak of amounts; any other message with one is a record, or asks for entries. */
const withAmounts: ReadonlySet<AnalyticsTool> = new Set(['what_if', 'goals', 'recommend_budgets']);

/** Longer messages tell a story. */
const MOST_WORDS = 30;

export const analytics: Intent = (heard) => {
  const patterns = analyticsPatterns[heard.language];
  const command = analyticsCommand(heard);
  if (command) return { calls: [withChart(heard, command)] };
  if (!anyTopic(patterns).test(heard.folded) && !speaksOfMonthOrYear(heard, patterns)) return null;
  if (says(heard, patterns.elsewhere) || isArithmetic(heard.folded)) return null;
  if (heard.folded.split(' ').length > MOST_WORDS) return null;
  const { phrases } = heard.lexicon;
  if (
    begins(heard, `${phrases.rename}|${phrases.merge}`) ||
    (begins(heard, phrases.add) && says(heard, phrases.categoryNoun))
  )
    return null;
  const bare = !asks(heard.folded, heard.lexicon);
  for (const [name, read] of readers) {
    if (!isTold(name, heard, patterns)) continue;
    if (!withAmounts.has(name) && bare && amountsBesideMonths(heard).length > 0) continue;
    if (name !== 'goals' && bare && begins(heard, phrases.deleteVerb)) continue;
    const args = read(heard, patterns);
    if (args) return { calls: [withChart(heard, { name, args })] };
  }
  return null;
};

/** "And compared with last year?" is still about the category asked about before. */
function yearOverYear(heard: Heard): Args | null {
  const { phrases } = heard.lexicon;
  if (begins(heard, phrases.spent) && !asks(heard.folded, heard.lexicon)) return null;
  const before = atStart(phrases.followUp).test(heard.folded) ? heard.lastQuery?.args.category : undefined;
  return { ...(before !== undefined && { category: before }), ...about(heard, 'year_over_year') };
}

/** All that tells any of the topics, in one: most messages say none of it. */
const topics = new WeakMap<AnalyticsPatterns, RegExp>();

function anyTopic(patterns: AnalyticsPatterns): RegExp {
  const known = topics.get(patterns);
  if (known) return known;
  const all = anywhere(Object.values(patterns.told).join('|'));
  topics.set(patterns, all);
  return all;
}

function speaksOfMonthOrYear(heard: Heard, patterns: AnalyticsPatterns): boolean {
  return heard.dates.length > 0 && (isAboutMonth(heard, patterns) || isYearOverYear(heard));
}

function isTold(name: AnalyticsTool, heard: Heard, patterns: AnalyticsPatterns): boolean {
  if (says(heard, patterns.told[name] ?? '')) return true;
  if (name === 'monthly_report') return isAboutMonth(heard, patterns);
  return name === 'year_over_year' && isYearOverYear(heard);
}

/** "how was last month?", "October report": nothing is said but the month. */
function isAboutMonth(heard: Heard, patterns: AnalyticsPatterns): boolean {
  const [date, ...more] = heard.dates;
  if (date?.grain !== 'month' || more.length > 0) return false;
  const rest = `${heard.folded.slice(0, date.start)} ${heard.folded.slice(date.end)}`;
  return whole(patterns.month).test(
    rest
      .replace(/[?!.,¿¡:]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function about(heard: Heard, name: AnalyticsTool): Args {
  const category = categoryMentioned(heard);
  return { ...(category && { category }), ...periodArgs(heard, name) };
}

function withChart(heard: Heard, { name, args }: PlannedCall): PlannedCall {
  const charted = drawsCharts(name) && says(heard, heard.lexicon.phrases.chart);
  return { name, args: { ...args, ...(charted && { chart: true }) } };
}

function report(heard: Heard, patterns: AnalyticsPatterns): Args | null {
  const args = periodArgs(heard, 'monthly_report');
  if (categoryMentioned(heard) !== null || (heard.dates.length > 0 && args.month === undefined)) return null;
  return says(heard, heard.lexicon.phrases.budgetNoun) && !isAboutMonth(heard, patterns) ? null : args;
}

/** Whether they are kept now is asked of the budgets themselves. */
function budgetsKept(heard: Heard): Args | null {
  const { today } = heard.context;
  const now =
    heard.dates.length > 0 &&
    heard.dates.every(({ from, to, grain }) => from <= today && to >= today && grain !== 'year' && grain !== 'span');
  return now ? null : about(heard, 'budget_vs_actual');
}

function recurring(heard: Heard, patterns: AnalyticsPatterns): Args | null {
  const { phrases } = heard.lexicon;
  const outright = listed(patterns.commands.find_recurring ?? '').some((word) => says(heard, word));
  // What subscriptions came to in May is a sum.
  if (!outright && (heard.dates.length > 0 || begins(heard, phrases.howMuch))) return null;
  if (begins(heard, `${phrases.add}|${phrases.budgetRemove}`)) return null;
  if (says(heard, patterns.income)) return { kind: 'income' };
  return outright && !says(heard, phrases.listNoun) && !says(heard, phrases.spending) ? {} : { kind: 'expense' };
}

function forecast(heard: Heard): Args | null {
  const args = about(heard, 'forecast_spending');
  const { today } = heard.context;
  // What is over needs no forecast.
  return args.months === undefined && heard.dates.some(({ to }) => to < today) ? null : args;
}

function recommendation(heard: Heard, { goals: goalPatterns }: AnalyticsPatterns): Args | null {
  const { phrases } = heard.lexicon;
  if (says(heard, phrases.entryNoun) || says(heard, phrases.export)) return null;
  const amount = amountsIn(heard).find(({ strength }) => strength > 0);
  if (amount && !says(heard, goalPatterns.steady)) return null;
  const goal = goalNamed(heard);
  return { ...(amount && { savings: aMonth(heard, amount.decimal) }), ...(goal && { goal }) };
}

/** A category is asked about, or what changed in all of them; sums by category are another matter. */
function insights(heard: Heard): Args | null {
  const args = about(heard, 'category_insights');
  const { phrases, links } = heard.lexicon;
  if (args.category !== undefined) return args;
  const named = heard.folded.replace(/[?!.¿¡]/g, '').split(' ').length;
  const money = says(heard, phrases.spending) && !says(heard, `${phrases.by} (?:${phrases.groups.category})`);
  const subject = filterIn(heard);
  if (subject?.merchant !== undefined && !whole(links.notAbout).test(subject.merchant.toLowerCase())) return null;
  return money || named <= 2 + heard.dates.length * 3 ? args : null;
}

function trends(heard: Heard): Args | null {
  const category = categoryMentioned(heard);
  const merchant = category ? null : merchantIn(heard);
  const { phrases } = heard.lexicon;
  if (!category && !merchant && !says(heard, `${phrases.spending}|${phrases.income}|${phrases.chart}`)) return null;
  return {
    ...(category && { category }),
    ...(merchant && { merchant }),
    ...periodArgs(heard, 'spending_trends'),
  };
}

/** Behind "at" and the like, or a well-known name anywhere. */
function merchantIn(heard: Heard): string | null {
  const brand = heard.text.match(/[\p{L}\d'&-]+/gu)?.find((word) => brandNamed(word));
  if (brand) return brand;
  const place = anywhere(`${heard.lexicon.links.merchant}|${heard.lexicon.links.merchantOrNote}`).test(heard.folded);
  return place ? (filterIn(heard)?.merchant ?? null) : null;
}
