/** Where money went, and what changed there. */

import { z } from 'zod';
import { type CategoryInsights, categoryInsights, monthsIn, usualPeriod } from '../analytics/category-insights.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { daysIn, type Period, parsePeriod, unitAround } from '../period.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { emptyLedger, formatShare, notCounted } from '../wording/analytics/shared-words.ts';
import { describeDay, describeEntry, describeMonth, describePeriod } from '../wording/phrasing.ts';
import { amountTexts, chart } from './analytics-args.ts';
import {
  describeChange,
  doughnut,
  largestParts,
  listed,
  MOST_PARTS,
  type NameOf,
  otherChanges,
  periodLabel,
  waterfall,
} from './compared-periods.ts';
import { category, day } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const categoryInsightsTool = defineTool({
  name: 'category_insights',
  description:
    'What changed in where the money goes: categories (or, within one, the places) against the period just before, their ' +
    'parts of the whole, and what takes a growing part. For "why did I spend more?", "what changed?", "tell me about dining".',
  args: z.object({
    category: category.optional(),
    from: day.optional().describe('YYYY-MM-DD; null, like to, for the last three whole months'),
    to: day.optional(),
    chart,
  }),
  async run(context, args) {
    const { db, asker, words } = context;
    const found = await categoryInsights(db, asker, { ...periodOf(args, asker.today), category: args.category });
    if (!found) return { said: emptyLedger(words), data: { entries: 0 } };
    const nameOf: NameOf = found.category === null ? words.category : (name) => name || comparisonWords(words).noName;
    const period = describeSpan(found.now, found.span, context);
    const subject = found.category === null ? null : words.category(found.category);
    const lines = found.count === 0 ? [words.nothing(subject, period)] : [];
    if (found.count > 0) lines.push(findingOf(found, period, nameOf, context), ...moreLines(found, nameOf, context));
    else if (found.changes.before !== 0) lines.push(beforeLine(found, context));
    lines.push(...notCounted(found.uncounted, words));
    const { money, signed } = amountTexts(context);
    return {
      said: lines.join('\n'),
      data: {
        lines,
        ...found.now,
        entries: found.count,
        total: money(found.changes.after),
        before: found.hasBefore ? money(found.changes.before) : null,
        parts: found.changes.rows.slice(0, PARTS_FOR_MODEL).map(({ name, after, change }) => ({
          name: nameOf(name),
          amount: money(after),
          ...(found.hasBefore ? { change: signed(change) } : {}),
        })),
      },
      ...(args.chart && found.count > 0 ? { charts: chartsOf(found, lines[0] ?? '', nameOf, context) } : {}),
      rows: found.filter,
      quotesEntries: found.category !== null || found.biggest !== null,
    };
  },
});

const PARTS_FOR_MODEL = 12;

/** The default, or what was asked; up to today where only the beginning is known, from the month's first where only the end is. */
function periodOf({ from, to }: { readonly from?: string; readonly to?: string }, today: string): Period {
  if (from === undefined && to === undefined) return usualPeriod(today);
  const end = to ?? today;
  return parsePeriod(from ?? unitAround(parsePeriod(end, end).from, 'month').from, end);
}

function findingOf(found: CategoryInsights, period: string, nameOf: NameOf, context: ToolContext): string {
  const { words } = context;
  const { changes, flow, category, span, hasBefore, count } = found;
  const { money } = amountTexts(context);
  const subject = category === null ? null : words.category(category);
  if (changes.after < 0 && flow === 'spending') return words.gotBack(money(-changes.after), subject, period, count);
  const tail = hasBefore ? describeChange(changes, referenceOf(found, context), nameOf, context) : '';
  const isRunning = span === 'running';
  return comparisonWords(words).found({ flow, subject, period, isRunning, amount: money(changes.after), tail });
}

/** "in September", "in October by the same day", "in the 3 months before" */
function referenceOf({ now, before, span }: CategoryInsights, { words, asker }: ToolContext): string {
  const say = comparisonWords(words);
  const month = words.dated.month(describeMonth(before.from, words, asker.today));
  if (span === 'running') return say.byTheSameDay(month);
  if (span === 'days') return say.before(daysIn(now), 'days');
  return monthsIn(now) === 1 ? month : say.before(monthsIn(now), 'months');
}

function moreLines(found: CategoryInsights, nameOf: NameOf, context: ToolContext): string[] {
  const { words, asker } = context;
  const { changes, share, count, hasBefore, biggest, drifts, driftMonths, firstDay } = found;
  const say = comparisonWords(words);
  const parts = largestParts(changes, nameOf, context);
  const points = (direction: 'growing' | 'shrinking') =>
    drifts
      .filter((each) => each.direction === direction)
      .slice(0, MOST_PARTS)
      .map(({ name, drift }) => `${nameOf(name)} (${say.points(Math.round(drift * 100))})`);
  const [growing, shrinking] = [points('growing'), points('shrinking')];
  return [
    ...(hasBefore ? [] : [say.nothingBefore(describeDay(firstDay, words, asker.today))]),
    ...(share === null ? [] : [say.part(formatShare(share, words), count)]),
    ...(parts.length > 1 ? [say.largest(listed(parts, context))] : []),
    ...(hasBefore ? otherChanges(changes, nameOf, context) : []),
    ...(biggest ? [say.biggest(describeEntry(biggest, words, asker.today))] : []),
    ...(growing.length > 0 ? [say.growing(listed(growing, context), driftMonths)] : []),
    ...(shrinking.length > 0 ? [say.shrinking(listed(shrinking, context), driftMonths)] : []),
  ];
}

/** What there was before, where there is nothing now. */
function beforeLine(found: CategoryInsights, context: ToolContext): string {
  const { changes, flow, category } = found;
  const { words } = context;
  const amount = amountTexts(context).money(changes.before);
  const subject = category === null ? null : words.category(category);
  const period = referenceOf(found, context);
  return comparisonWords(words).found({ flow, subject, period, isRunning: false, amount, tail: '' });
}

/** "in October", "from August to October", "from 3 to 9 Oct 2026" */
function describeSpan(period: Period, span: CategoryInsights['span'], { words, asker }: ToolContext): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  if (span === 'days') return describePeriod(period, words, calendar);
  const [first, last] = [period.from, period.to].map((each) => describeMonth(each, words, asker.today)) as [
    string,
    string,
  ];
  return first === last ? words.dated.month(first) : comparisonWords(words).months(first, last);
}

/** What changed, or what there is where nothing came before. */
function chartsOf(found: CategoryInsights, alt: string, nameOf: NameOf, context: ToolContext): ChartSpec[] {
  const { words } = context;
  const { changes, category, now, before, hasBefore, span } = found;
  const [start, end] = [before, now].map((each) => periodLabel(each, span === 'months', context)) as [string, string];
  const title = words.chartTitle(category === null ? null : words.category(category), end);
  if (hasBefore && changes.before > 0 && changes.after > 0 && changes.rows.length > 1) {
    return [waterfall(changes, nameOf, { title, alt, start, end }, context)];
  }
  return [doughnut(changes, nameOf, { title, alt }, context)].filter((each) => each !== null);
}
