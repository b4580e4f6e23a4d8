/** Says what will be spent: this month from its days, later ones from the months before, each with an honest range. */

import { z } from 'zod';
import {
  type ComingMonths,
  forecastComingMonths,
  forecastRunningMonth,
  type RunningMonth,
} from '../analytics/forecast.ts';
import { requireCategory } from '../domain/categories.ts';
import { InputError } from '../errors.ts';
import type { Answer } from '../insight/too-little.ts';
import { currencyDigits, formatMoney } from '../money.ts';
import { addDays, type Period, unitAround } from '../period.ts';
import { type Category, listCategories } from '../store/categories.ts';
import { forecastWords, type Range } from '../wording/analytics/forecast-words.ts';
import { formatShare, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { describeGroup } from '../wording/phrasing.ts';
import { category } from './entry-args.ts';
import { comingPicture, rough, runningPicture } from './forecast-pictures.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

type Prepared = { readonly category: Category | null } & (
  | { readonly kind: 'running'; readonly answer: Answer<RunningMonth> }
  | { readonly kind: 'coming'; readonly answer: Answer<ComingMonths> }
);

export const forecastSpendingTool = defineTool({
  name: 'forecast_spending',
  description:
    'Forecasts spending, with the range in which 8 in 10 such months end: the running month (months 0, or left out), or ' +
    'the next months after it (up to 12), of a category or in all.',
  args: z.object({
    category: category.optional(),
    months: z.number().int().min(0).max(12).optional().describe('0 is the running month'),
    chart: z.boolean().optional().describe('false to leave the picture out'),
  }),

  async prepare({ db, asker }, args): Promise<Prepared> {
    const found = args.category ? requireCategory(await listCategories(db, asker.ledgerId), args.category) : null;
    if (found?.kind === 'income') {
      throw new InputError(
        `${found.name} is a category for income, and I forecast spending.`,
        'Name a category for spending; regular income is found by asking what comes in regularly.',
      );
    }
    return args.months
      ? { kind: 'coming', category: found, answer: await forecastComingMonths(db, asker, args.months, found) }
      : { kind: 'running', category: found, answer: await forecastRunningMonth(db, asker, found) };
  },

  async run(context, args, prepared: Prepared) {
    const { answer, category: only } = prepared;
    const { words } = context;
    if (!answer.enough) return { said: tooLittle(answer, words), data: { ...answer } };
    const subject = only === null ? null : words.category(only.name);
    if (answer.isNothing) {
      const said = [forecastWords(words).nothingSpent(subject), ...notCounted(answer.uncounted, words)].join('\n');
      return { said, data: { spent: 0 } };
    }
    const { charts, rows, ...rest } =
      prepared.kind === 'running'
        ? tellRunning(context, prepared.answer as RunningMonth, subject)
        : tellComing(context, prepared.answer as ComingMonths, subject);
    const behind = { ...rows, ...(only === null ? {} : { categoryId: only.id }) };
    return { ...rest, rows: behind, ...(args.chart === false ? {} : { charts }) };
  },
});

function tellRunning(context: ToolContext, month: RunningMonth, subject: string | null): ToolOutcome {
  const { asker, words } = context;
  const say = forecastWords(words);
  const money = moneyOf(context);
  const { expected, low, high, charges } = month.forecast;
  // Rounding must not take back what is spent already.
  const roughly = (minor: number) =>
    minor >= month.spent && rough(minor, asker.homeCurrency) < month.spent
      ? money(month.spent)
      : moneyRoughly(context, minor);
  const range = { low: roughly(low), high: roughly(high) };
  const isOver = asker.today === month.period.to;
  const finding = isOver
    ? say.monthIsOver(subject, money(month.spent))
    : say.thisMonth(subject, roughly(expected), isOneFigure(range) ? null : range);
  const lines = [
    finding,
    ...(isOver ? [] : [say.soFar(money(month.spent), charges > 0 ? money(charges) : null)]),
    ...notCounted(month.uncounted, words),
  ];
  return {
    said: lines.join('\n'),
    data: {
      month: month.period.from.slice(0, 7),
      spentSoFar: money(month.spent),
      expected: roughly(expected),
      eightInTenBetween: [range.low, range.high],
      regularChargesToCome: money(charges),
      daysOfData: month.forecast.days,
    },
    rows: { from: month.period.from, to: asker.today, kinds: ['expense', 'refund'] },
    charts: isOver ? [] : [runningPicture(context, month, subject, finding)],
  };
}

function tellComing(context: ToolContext, coming: ComingMonths, subject: string | null): ToolOutcome {
  const { asker, words } = context;
  const say = forecastWords(words);
  const money = (minor: number) => moneyRoughly(context, minor);
  const steps = coming.steps.map((step, at) => ({
    month: coming.months[at] ?? '',
    expected: Math.round(step.point),
    range: { low: money(step.interval80.low), high: money(step.interval80.high) },
  }));
  const [only] = steps;
  const total = steps.reduce((sum, { expected }) => sum + expected, 0);
  const finding =
    steps.length === 1 && only
      ? say.comingMonth(
          subject,
          longMonth(only.month, words.locale),
          money(only.expected),
          isOneFigure(only.range) ? null : only.range,
        )
      : say.comingMonths(subject, steps.length, money(total));
  const lines = steps.map(
    ({ month, expected, range }) =>
      `${describeGroup(month, 'month', words)} ${money(expected)}${isOneFigure(range) ? '' : ` (${say.range(range)})`}`,
  );
  const basis = basisOf(coming, context);
  return {
    said: [finding, ...(steps.length > 1 ? lines : []), basis, ...notCounted(coming.uncounted, words)].join('\n'),
    data: {
      months: steps.map(({ month, expected, range }) => ({
        month,
        expected: money(expected),
        eightInTenBetween: [range.low, range.high],
      })),
      total: money(total),
      basis,
    },
    rows: { ...historyPeriod(coming, asker.today), kinds: ['expense', 'refund'] },
    charts: [comingPicture(context, coming, subject, finding)],
  };
}

function basisOf({ forecast, history }: ComingMonths, { words }: ToolContext): string {
  const say = forecastWords(words);
  if (forecast.method !== 'ensemble') return say.naive(history.length, forecast.method === 'seasonal naive');
  const test = forecast.backTest;
  const better = test && test.naiveError > 0 ? 1 - test.error / test.naiveError : 0;
  return say.basis(history.length, better >= 0.01 ? formatShare(better, words) : null);
}

function isOneFigure({ low, high }: Range): boolean {
  return low === high;
}

function historyPeriod({ history }: ComingMonths, today: string): Period {
  const from = `${history[0]?.month ?? today.slice(0, 7)}-01`;
  return { from, to: addDays(unitAround(today, 'month').from, -1) };
}

function longMonth(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

function moneyOf({ asker, words }: ToolContext): (minor: number) => string {
  return (minor) => formatMoney({ minor: BigInt(Math.round(minor)), currency: asker.homeCurrency }, words.locale);
}

/** Without decimals where {@link rough} leaves none. */
function moneyRoughly({ asker, words }: ToolContext, minor: number): string {
  const { homeCurrency: currency } = asker;
  const unit = 10 ** currencyDigits(currency);
  const value = rough(minor, currency);
  if (Math.abs(value) < 10 * unit) return formatMoney({ minor: BigInt(value), currency }, words.locale);
  return new Intl.NumberFormat(words.locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    value / unit,
  );
}
