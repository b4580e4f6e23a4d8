/** Sums what was spent or received. */

import { z } from 'zod';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { type Spending, type SpendingGroup, type SpendingQuestion, sumSpending } from '../domain/spending.ts';
import { formatMoney, type Money } from '../money.ts';
import { daysIn, parsePeriod } from '../period.ts';
import { describeAmounts, describeGroup, describePeriod } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import { category, day, kind } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

const groupBy = z.enum(['category', 'merchant', 'day', 'week', 'month', 'weekday', 'none']);

export const spendingSummaryTool = defineTool({
  name: 'spending_summary',
  description:
    'Sums what was spent from one day to another (both included), grouped; expenses less refunds unless kind says ' +
    'otherwise. With chart, a picture goes along.',
  args: z.object({
    from: day,
    to: day,
    groupBy,
    category: category.optional(),
    merchant: z.string().max(200).optional().describe('part of the shop or of what it was for'),
    kind: kind.optional(),
    chart: z.boolean().optional(),
  }),

  async run(context, args) {
    const { db, asker, words } = context;
    const { from, to } = parsePeriod(args.from, args.to);
    const groupBy = args.chart && args.groupBy === 'none' ? groupingFor({ ...args, from, to }) : args.groupBy;
    const question: SpendingQuestion = { ...args, from, to, groupBy };
    const spending = await sumSpending(db, asker, question);
    const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
    const period = describePeriod(question, words, calendar);
    const subject = args.merchant ?? (spending.category === null ? null : words.category(spending.category));
    if (spending.count === 0) {
      return { said: words.nothing(subject, period), data: { count: 0, period }, rows: spending.filter };
    }
    const amounts = describeAmounts(spending.totals, words);
    const groups = spending.groups.filter((group) => group.count > 0);
    const lines = groups.map((group) => `${labelOf(group, groupBy, words)} ${formatMoney(group.amount, words.locale)}`);
    const shown = lines.slice(0, MAX_LINES);
    const more = lines.length > shown.length ? [words.more(lines.length - shown.length)] : [];
    const named = subject ?? (args.kind === 'income' || args.kind === 'refund' ? words[args.kind] : null);
    const title = words.chartTitle(named, describePeriod(question, words, calendar, 'dates'));
    return {
      // One group says no more than the total does, and a picture says the groups better.
      said: [
        tell(spending, subject, period, words),
        ...(lines.length > 1 && !args.chart ? [...shown, ...more] : []),
      ].join('\n'),
      data: { total: amounts, period, from, to, count: spending.count, groups: shown },
      charts: args.chart ? chartsOf(spending, question, title, context) : [],
      rows: spending.filter,
      quotesEntries: groupBy === 'merchant',
    };
  },
});

/** The total in a sentence. */
function tell(spending: Spending, subject: string | null, period: string, words: Words): string {
  const { totals, count } = spending;
  const kind = spending.filter.kinds?.[0] ?? 'expense';
  const [only, ...more] = totals;
  if (kind === 'expense' && only && more.length === 0 && only.minor < 0n) {
    const back = formatMoney({ ...only, minor: -only.minor }, words.locale);
    return words.gotBack(back, subject, period, count);
  }
  const verb = { expense: words.spent, income: words.received, refund: words.refunded }[kind];
  return verb(describeAmounts(totals, words), subject, period, count);
}

/** As many groups as a phone shows at once. */
const MAX_LINES = 12;
/** More pictures than this are a flood; the sentence above them names the total of every currency. */
const MAX_CHARTS = 3;

/** A chart for each currency, those with the most entries first: amounts of different ones share no axis. */
function chartsOf(spending: Spending, question: SpendingQuestion, title: string, context: ToolContext): ChartSpec[] {
  return spending.totals.slice(0, MAX_CHARTS).map((total) => chartOf(total, spending, question, title, context));
}

function chartOf(
  total: Money,
  spending: Spending,
  question: SpendingQuestion,
  title: string,
  { words }: ToolContext,
): ChartSpec {
  const { currency } = total;
  const groups = spending.groups.filter((group) => group.amount.currency === currency);
  // Days and months go as they are: a chart shortens them to the room that it has.
  const isDated = question.groupBy === 'day' || question.groupBy === 'week' || question.groupBy === 'month';
  const labels = groups.map((group) => (isDated ? group.key : labelOf(group, question.groupBy, words)));
  const values = groups.map((group) => Number(group.amount.minor));
  const base = { title, subtitle: formatMoney(total, words.locale), locale: words.locale, currency };
  const top = groups
    .filter((group) => group.count > 0)
    .toSorted((a, b) => Number(b.amount.minor - a.amount.minor))
    .slice(0, 3)
    .map((group) => `${labelOf(group, question.groupBy, words)} ${formatMoney(group.amount, words.locale)}`);
  const alt = [
    `${title}: ${formatMoney(total, words.locale)}.`,
    ...(top.length > 0 ? [`${top.join(', ')}.`] : []),
  ].join(' ');
  const isTime = question.groupBy !== 'category' && question.groupBy !== 'merchant';
  if (!isTime && values.every((value) => value > 0) && values.length > 1 && values.length <= MAX_SLICES) {
    return { kind: 'doughnut', ...base, alt, labels, values };
  }
  if (question.groupBy === 'day' && daysIn(question) > MAX_DAY_BARS) {
    return { kind: 'line', ...base, alt, labels, series: [{ name: title, values }] };
  }
  const most = isTime ? labels.length : MAX_LINES;
  return { kind: 'bar', ...base, alt, labels: labels.slice(0, most), values: values.slice(0, most) };
}

/** A total is no picture: the whole is drawn by category, a part of it over time. */
function groupingFor(question: Omit<SpendingQuestion, 'groupBy'>): SpendingQuestion['groupBy'] {
  if (question.category === undefined && question.merchant === undefined) return 'category';
  const days = daysIn(question);
  return days <= 31 ? 'day' : days <= 120 ? 'week' : 'month';
}

/** A group's name; a dash for what was recorded without a word. */
function labelOf(group: SpendingGroup, groupBy: SpendingQuestion['groupBy'], words: Words): string {
  return describeGroup(group.key, groupBy, words) || '–';
}

/** More slices than this can't be told apart. */
const MAX_SLICES = 8;
/** More bars than this become a line on a phone. */
const MAX_DAY_BARS = 45;
