/** Whether spending rises or falls. */

import { z } from 'zod';
import { type SpendingTrend, spendingTrend } from '../analytics/trends.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { isSteady } from '../insight/changes.ts';
import { MOVING_AVERAGE_UNITS } from '../insight/thresholds.ts';
import { movingAverage, type Trend } from '../insight/trend.ts';
import type { UnitTotal } from '../insight/unit-totals.ts';
import { capital, emptyLedger, formatShare, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { trendWords } from '../wording/analytics/trends-words.ts';
import { describeGroup, describeMonth } from '../wording/phrasing.ts';
import { amountTexts, chart } from './analytics-args.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const spendingTrendsTool = defineTool({
  name: 'spending_trends',
  description:
    'Whether spending (of a category, at a merchant, or all of it) rises or falls over weeks or months, with a picture. ' +
    'Also for income: name its category.',
  args: z.object({
    category: category.optional(),
    merchant: z.string().max(100).optional().describe("part of a shop's name; goes by month, and without a category"),
    unit: z.enum(['week', 'month']).optional().describe('null for months'),
    count: z.int().min(1).max(60).optional().describe('whole units back; null for 12 months or 26 weeks'),
    chart,
  }),
  async run(context, args) {
    const { db, asker, words } = context;
    const unit = args.unit ?? 'month';
    const found = await spendingTrend(db, asker, { ...args, unit, count: args.count ?? (unit === 'week' ? 26 : 12) });
    if (!found) return { said: emptyLedger(words), data: { entries: 0 } };
    const subject = subjectOf(found, args.merchant, context);
    const lines = linesOf(found, subject, context);
    const { money } = amountTexts(context);
    const shown = [...found.units, ...(found.running ? [found.running] : [])];
    const isWorthSeeing = found.units.length > 1 && shown.some(({ total }) => total !== 0);
    return {
      said: [...lines, ...notCounted(found.uncounted, words)].join('\n'),
      data: {
        finding: lines[0],
        units: shown.map((each) => ({ from: each.from, amount: money(each.total), isOver: each !== found.running })),
        ...(found.trend.enough
          ? { direction: found.trend.direction, slope: money(found.trend.slope), usual: money(found.trend.median) }
          : { needs: found.trend.needs, has: found.trend.has }),
      },
      ...(args.chart !== false && isWorthSeeing ? { charts: [chartOf(found, subject, lines, context)] } : {}),
      rows: found.filter,
    };
  },
});

function subjectOf({ flow, category }: SpendingTrend, merchant: string | undefined, { words }: ToolContext): string {
  const say = trendWords(words);
  if (merchant !== undefined) return say.subject('merchant', merchant);
  if (category === null) return say.subject('all', '');
  return say.subject(flow === 'income' ? 'income' : 'category', words.category(category));
}

/** The finding, the latest whole unit, the running one. */
function linesOf(found: SpendingTrend, subject: string, context: ToolContext): string[] {
  const { words } = context;
  const { unit, units, running, trend } = found;
  const say = trendWords(words);
  const { money } = amountTexts(context);
  const current = running
    ? [`${capital(say.soFar(nameOf(running, unit, context)))}${colon(words)} ${money(running.total)}.`]
    : [];
  if (!trend.enough) {
    const known = units.map((each) => `${capital(nameOf(each, unit, context))}${colon(words)} ${money(each.total)}.`);
    return [tooLittle(trend, words), ...known, ...current];
  }
  if (units.every(({ total }) => total === 0)) return [say.nothing(subject, unit, units.length), ...current];
  const size = money(Math.abs(trend.slope));
  const finding =
    trend.direction === 'none'
      ? say.noTrend(subject, unit, units.length)
      : say.moving(subject, trend.direction, trend.strength === 'strong', size, unit, units.length);
  return [finding, latestLine(trend, unit, context), ...current];
}

function latestLine({ latest, median }: Trend, unit: 'week' | 'month', context: ToolContext): string {
  const say = trendWords(context.words);
  const { money } = amountTexts(context);
  const name = nameOf(latest, unit, context);
  if (median <= 0) return say.latestOfRare(name, money(latest.total), unit);
  const change = latest.total - median;
  const share = formatShare(Math.abs(change) / median, context.words);
  const difference = isSteady({ before: median, change }) ? null : { more: change > 0, share };
  return say.latest(name, money(latest.total), money(median), unit, difference);
}

/** "October", "the week of 9 Nov" */
function nameOf({ from }: UnitTotal, unit: 'week' | 'month', { words, asker }: ToolContext): string {
  if (unit === 'month') return describeMonth(from, words, asker.today);
  return trendWords(words).week(describeGroup(from, 'week', words));
}

function chartOf(found: SpendingTrend, subject: string, lines: readonly string[], context: ToolContext): ChartSpec {
  const { words, asker } = context;
  const { unit, units, running } = found;
  const say = trendWords(words);
  const totals = units.map(({ total }) => total);
  const open = running && unit === 'month' ? say.soFar(nameOf(running, unit, context)) : words.periods['this week'];
  const averages = movingAverage(totals, MOVING_AVERAGE_UNITS);
  return {
    kind: 'bar',
    title: subject,
    alt: lines.slice(0, 2).join(' ') || subject,
    locale: words.locale,
    currency: asker.homeCurrency,
    labels: [...units, ...(running ? [running] : [])].map(({ from }) => (unit === 'month' ? from.slice(0, 7) : from)),
    values: [...totals, ...(running ? [running.total] : [])],
    ...(units.length > MOVING_AVERAGE_UNITS
      ? {
          line: {
            name: say.average(unit, MOVING_AVERAGE_UNITS),
            values: [...averages, ...(running ? [null] : [])],
          },
        }
      : {}),
    ...(running ? { open: { after: units.length - 1, name: open } } : {}),
  };
}

/** French parts it from the word before. */
function colon({ locale }: { readonly locale: string }): string {
  return locale.startsWith('fr') ? '\u202f:' : ':';
}
