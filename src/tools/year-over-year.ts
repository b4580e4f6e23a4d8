/** A year held against the one before it. */

import { z } from 'zod';
import { type YearOverYear, yearOverYear } from '../analytics/year-over-year.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { compareTotals } from '../insight/changes.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { emptyLedger, notCounted } from '../wording/analytics/shared-words.ts';
import { trendWords } from '../wording/analytics/trends-words.ts';
import { describeDay, describeMonth } from '../wording/phrasing.ts';
import { amountTexts, chart } from './analytics-args.ts';
import { describeChange, otherChanges } from './compared-periods.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const yearOverYearTool = defineTool({
  name: 'year_over_year',
  description:
    'A year against the one before it, the running one up to today against the same days, by category and month, with a ' +
    'picture. For "compared with last year", "more than last year?".',
  args: z.object({
    year: z.int().min(1971).max(2099).optional().describe('null for this year'),
    category: category.optional(),
    chart,
  }),
  async run(context, args) {
    const { db, asker, words } = context;
    const found = await yearOverYear(db, asker, args);
    if (!found) return { said: emptyLedger(words), data: { entries: 0 } };
    if (!found.known) {
      const [firstDay, since] = [found.firstDay, describeMonth(found.since, words, asker.today)];
      const said = comparisonWords(words).yearsSince(describeDay(firstDay, words, asker.today), since);
      return { said, data: { firstDay, since: found.since } };
    }
    const { changes } = found;
    const lines = [findingOf(found, context), ...moreLines(found, context), ...notCounted(found.uncounted, words)];
    const { money } = amountTexts(context);
    const isWorthSeeing = args.chart !== false && found.months.some(({ now, before }) => now || before);
    return {
      said: lines.join('\n'),
      data: {
        lines,
        now: { ...found.now, amount: money(changes.after) },
        before: { ...found.before, amount: money(changes.before) },
        months: found.months.flatMap(({ month, now, before }) =>
          now === null ? [] : [{ month: month.slice(0, 7), now: money(now), yearBefore: money(before ?? 0) }],
        ),
      },
      ...(isWorthSeeing ? { charts: [chartOf(found, lines[0] ?? '', context)] } : {}),
      rows: found.filter,
    };
  },
});

/** "In 2026 so far you spent €45,000.00, €3,000.00 (7%) less than in 2025 by the same day, mostly because of …" */
function findingOf(found: YearOverYear, context: ToolContext): string {
  const { words } = context;
  const { changes, isComplete, flow, category } = found;
  const period = periodOf(found, context);
  const subject = category === null ? null : words.category(category);
  if (changes.rows.every((row) => row.after === 0 && row.before === 0)) return words.nothing(subject, period);
  const nameOf = category === null ? words.category : null;
  const tail = describeChange(changes, referenceOf(found, context), nameOf, context);
  const amount = amountTexts(context).money(changes.after);
  return comparisonWords(words).found({ flow, subject, period, isRunning: !isComplete, amount, tail });
}

/** "in 2026"; of a year that is known in part "from May to November" */
function periodOf({ now, isCut }: YearOverYear, { words, asker }: ToolContext): string {
  if (!isCut) return words.dated.year(now.from.slice(0, 4));
  const [first, last] = [now.from, now.to].map((day) => describeMonth(day, words, asker.today)) as [string, string];
  return first === last ? words.dated.month(first) : comparisonWords(words).months(first, last);
}

function referenceOf({ before, isCut, isComplete }: YearOverYear, { words }: ToolContext): string {
  const say = comparisonWords(words);
  const year = isCut ? say.aYearBefore : words.dated.year(before.from.slice(0, 4));
  return isComplete ? year : say.byTheSameDay(year);
}

function moreLines(found: YearOverYear, context: ToolContext): string[] {
  const { words, asker } = context;
  const { changes, income, wholeMonths, dearerMonths, isCut, flow, before } = found;
  const say = comparisonWords(words);
  const received = compareTotals([{ name: '', total: income?.before ?? 0 }], [{ name: '', total: income?.now ?? 0 }]);
  const incomeTail = describeChange(received, referenceOf(found, context), null, context);
  return [
    ...(isCut ? [say.onlySince(describeMonth(before.from, words, asker.today))] : []),
    ...(found.category === null ? otherChanges(changes, words.category, context) : []),
    ...(flow === 'spending' && wholeMonths > 1 ? [say.dearerMonths(dearerMonths, wholeMonths)] : []),
    ...(received.after > 0 ? [say.income(amountTexts(context).money(received.after), incomeTail)] : []),
  ];
}

function chartOf(found: YearOverYear, alt: string, context: ToolContext): ChartSpec {
  const { words, asker } = context;
  const { months, now, before, isComplete, category } = found;
  const [year, yearBefore] = [now.from.slice(0, 4), before.from.slice(0, 4)];
  const running = isComplete ? -1 : months.findIndex(({ month }) => month.slice(0, 7) === now.to.slice(0, 7));
  const format = new Intl.DateTimeFormat(words.locale, { month: 'short', timeZone: 'UTC' });
  const name = trendWords(words).soFar(describeMonth(now.to, words, asker.today));
  return {
    kind: 'line',
    title: comparisonWords(words).yearsTitle(category === null ? null : words.category(category), year, yearBefore),
    alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    labels: months.map(({ month }) => format.format(new Date(`${month}T00:00:00Z`))),
    series: [
      { name: year, values: months.map((each) => each.now) },
      { name: yearBefore, values: months.map((each) => each.before), quiet: true },
    ],
    ...(running > 0 ? { open: { after: running - 1, name } } : {}),
  };
}
