/** Says what will be spent: this month from its days, later ones from the months before, each with an honest range. */

import { z } from 'zod';
import {
  type ComingMonths,
  forecastComingMonths,
  forecastRunningMonth,
  type RunningMonth,
} from '../analytics/forecast.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { requireCategory } from '../domain/categories.ts';
import type { Answer } from '../insight/too-little.ts';
import { currencyDigits, formatMoney } from '../money.ts';
import { addDays, type Period, unitAround } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import { forecastWords } from '../wording/analytics/forecast-words.ts';
import { formatShare, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { describeGroup } from '../wording/phrasing.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

type Prepared =
  | { readonly kind: 'running'; readonly name: string | null; readonly answer: Answer<RunningMonth> }
  | { readonly kind: 'coming'; readonly name: string | null; readonly answer: Answer<ComingMonths> };

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
    const name = found?.name ?? null;
    return args.months
      ? { kind: 'coming', name, answer: await forecastComingMonths(db, asker, args.months, found) }
      : { kind: 'running', name, answer: await forecastRunningMonth(db, asker, found) };
  },

  async run(context, args, prepared: Prepared) {
    const { answer } = prepared;
    if (!answer.enough) return { said: tooLittle(answer, context.words), data: { ...answer } };
    const subject = prepared.name === null ? null : context.words.category(prepared.name);
    const outcome =
      prepared.kind === 'running'
        ? tellRunning(context, prepared.answer as RunningMonth, subject)
        : tellComing(context, prepared.answer as ComingMonths, subject);
    const { charts, ...rest } = outcome;
    return args.chart === false ? rest : { ...rest, charts };
  },
});

function tellRunning(context: ToolContext, month: RunningMonth, subject: string | null): ToolOutcome {
  const { asker, words } = context;
  const say = forecastWords(words);
  const money = moneyOf(context);
  const roughly = roughlyOf(context);
  const { expected, low, high, charges } = month.forecast;
  const isOver = asker.today === month.period.to;
  const finding = isOver
    ? say.monthIsOver(subject, money(month.spent))
    : say.thisMonth(subject, roughly(expected), roughly(low), roughly(high));
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
      eightInTenBetween: [roughly(low), roughly(high)],
      regularChargesToCome: money(charges),
      daysOfData: month.forecast.days,
    },
    rows: { from: month.period.from, to: asker.today, kinds: ['expense', 'refund'] },
    charts: isOver ? [] : [runningPicture(context, month, subject, finding)],
  };
}

/** What was spent up to each day, and where the rest of the month leads. */
function runningPicture(
  { asker, words }: ToolContext,
  { period, soFar, forecast }: RunningMonth,
  subject: string | null,
  alt: string,
): ChartSpec {
  const say = forecastWords(words);
  const labels: string[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) labels.push(day);
  const today = soFar.length - 1;
  const spent = soFar[today] ?? 0;
  const along = (end: number) =>
    labels.map((_, at) =>
      at < today ? null : Math.round(spent + ((end - spent) * (at - today)) / Math.max(1, labels.length - 1 - today)),
    );
  const values = labels.map((_, at) =>
    at <= today ? (soFar[at] ?? 0) : (along(rough(forecast.expected))[at] ?? null),
  );
  const after = (line: readonly (number | null)[]) => line.map((value, at) => (at <= today ? null : value));
  return {
    kind: 'line',
    title: say.title(subject),
    subtitle: describeGroup(period.from.slice(0, 7), 'month', words),
    alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    labels,
    series: [{ name: say.spent, values }],
    bands: [{ name: say.likely, low: after(along(forecast.low)), high: after(along(forecast.high)) }],
    open: { after: today, name: say.expected },
  };
}

function tellComing(context: ToolContext, coming: ComingMonths, subject: string | null): ToolOutcome {
  const { asker, words } = context;
  const say = forecastWords(words);
  const money = roughlyOf(context);
  const steps = coming.steps.map((step, at) => ({
    month: coming.months[at] ?? '',
    expected: Math.round(step.point),
    low: Math.round(step.interval80.low),
    high: Math.round(step.interval80.high),
  }));
  const [only] = steps;
  const total = steps.reduce((sum, { expected }) => sum + expected, 0);
  const finding =
    steps.length === 1 && only
      ? say.comingMonth(
          subject,
          longMonth(only.month, words.locale),
          money(only.expected),
          money(only.low),
          money(only.high),
        )
      : say.comingMonths(subject, steps.length, money(total));
  const lines = steps.map(
    ({ month, expected, low, high }) =>
      `${describeGroup(month, 'month', words)} ${money(expected)} (${say.range(money(low), money(high))})`,
  );
  const basis = basisOf(coming, context);
  return {
    said: [finding, ...(steps.length > 1 ? lines : []), basis, ...notCounted(coming.uncounted, words)].join('\n'),
    data: {
      months: steps.map(({ month, expected, low, high }) => ({
        month,
        expected: money(expected),
        eightInTenBetween: [money(low), money(high)],
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

/** Months of history that a picture shows beside those to come. */
const SHOWN_HISTORY = 12;

function comingPicture(
  { asker, words }: ToolContext,
  { history, months, steps, running }: ComingMonths,
  subject: string | null,
  alt: string,
): ChartSpec {
  const say = forecastWords(words);
  const known = history.slice(-SHOWN_HISTORY);
  const likely = steps.map(({ point, interval80 }) => ({ point, ...interval80 }));
  const possible = steps.map(({ point, interval95 }) => ({ point, ...interval95 }));
  // The running month lies between; of it there is one range.
  const now = running ? [{ point: running.expected, low: running.low, high: running.high }] : [];
  const blank = known.map(() => null);
  const band = (name: string, ranges: typeof likely) => ({
    name,
    low: [...blank, ...[...now, ...ranges].map(({ low }) => rough(low))],
    high: [...blank, ...[...now, ...ranges].map(({ high }) => rough(high))],
  });
  return {
    kind: 'line',
    title: say.title(subject),
    alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    labels: [...known.map(({ month }) => month), ...(running ? [asker.today.slice(0, 7)] : []), ...months],
    series: [
      {
        name: say.spent,
        values: [...known.map(({ amount }) => amount), ...[...now, ...likely].map(({ point }) => rough(point))],
      },
    ],
    bands: [band(say.possible, possible), band(say.likely, likely)],
    open: { after: known.length - 1, name: say.expected },
  };
}

/** Three digits of what is not sure, in whole minor units. */
function rough(minor: number): number {
  return Math.round(Number(minor.toPrecision(3)));
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

/** What is not sure to the cent is not written to the cent: three digits, and no decimals from ten major units on. */
function roughlyOf({ asker, words }: ToolContext): (minor: number) => string {
  const { homeCurrency: currency } = asker;
  const plain = { style: 'currency', currency, maximumSignificantDigits: 3 } as const;
  const format = new Intl.NumberFormat(words.locale, plain);
  return (minor) => format.format(Math.round(minor) / 10 ** currencyDigits(currency));
}
