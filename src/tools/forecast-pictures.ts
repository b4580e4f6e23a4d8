/** The pictures of forecasts: how the running month goes on, and which months come after those that are over. */

import type { ComingMonths, RunningMonth } from '../analytics/forecast.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { currencyDigits } from '../money.ts';
import { addDays } from '../period.ts';
import { forecastWords } from '../wording/analytics/forecast-words.ts';
import { describeGroup } from '../wording/phrasing.ts';
import type { ToolContext } from './tool.ts';

/** What was spent up to each day, and where the rest of the month leads. */
export function runningPicture(
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
  const expected = along(forecast.expected);
  const values = labels.map((_, at) => (at <= today ? (soFar[at] ?? 0) : (expected[at] ?? null)));
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

/** Months of history that a picture shows beside those to come. */
const SHOWN_HISTORY = 12;

export function comingPicture(
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
    low: [...blank, ...[...now, ...ranges].map(({ low }) => rough(low, asker.homeCurrency))],
    high: [...blank, ...[...now, ...ranges].map(({ high }) => rough(high, asker.homeCurrency))],
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
        values: [
          ...known.map(({ amount }) => amount),
          ...[...now, ...likely].map(({ point }) => rough(point, asker.homeCurrency)),
        ],
      },
    ],
    bands: [band(say.possible, possible), band(say.likely, likely)],
    open: { after: known.length - 1, name: say.expected },
  };
}

/** What is not sure to the cent: three digits, and whole major units from ten of them on. In minor units. */
export function rough(minor: number, currency: string): number {
  const unit = 10 ** currencyDigits(currency);
  const rounded = Math.round(Number(minor.toPrecision(3)));
  return Math.abs(rounded) >= 10 * unit ? Math.round(rounded / unit) * unit : rounded;
}
