/** Holds a spec against what its type can't say. A spec that fails is a bug in whoever made it. */

import { daysIn, parseDay, parsePeriod } from '../period.ts';
import type { CalendarChart, ChartSpec } from './chart-spec.ts';

type Values = readonly (number | null)[];
type NumberList = readonly [name: string, values: Values];

/** Days that a calendar may show. */
const maxDays = 366;

/**
 * Throws a TypeError naming the field when an amount is no whole number of minor units, lists differ in length, a
 * range is upside down, a waterfall does not add up, a calendar's days are none or out of order, or `alt` is empty.
 */
export function checkSpec(spec: ChartSpec): void {
  const refuse = (what: string) => {
    throw new TypeError(`${spec.kind} chart: ${what}.`);
  };
  if (spec.alt.trim() === '') refuse('alt is empty; it says what the picture shows');
  const perLabel = listsPerLabel(spec);
  for (const [name, values] of [...perLabel, ...otherLists(spec)]) {
    const wrong = values.find((value) => value !== null && !Number.isSafeInteger(value));
    if (wrong !== undefined) refuse(`${name} has ${wrong}; amounts are whole minor units`);
  }
  const count = 'labels' in spec ? spec.labels.length : 0;
  for (const [name, values] of perLabel) {
    if (values.length !== count) refuse(`${name} has ${values.length} values for ${count} labels`);
  }
  if ('open' in spec && spec.open) {
    const { after } = spec.open;
    if (!Number.isInteger(after) || after < -1 || after >= Math.max(count, 1))
      refuse(`open.after is ${after}; it is the index of one of ${count} labels, or -1`);
  }
  const upsideDown = rangesOf(spec).find(({ low, high }) => low > high);
  if (upsideDown) refuse(`${upsideDown.name} goes from ${upsideDown.low} to ${upsideDown.high}`);
  if (spec.kind === 'waterfall') {
    const sum = spec.values.reduce((total, value) => total + value, spec.start.value);
    if (sum !== spec.end.value) refuse(`start and changes make ${sum}, end is ${spec.end.value}`);
  }
  if (spec.kind === 'calendar') {
    const wrong = calendarFault(spec);
    if (wrong) refuse(wrong);
  }
}

function listsPerLabel(spec: ChartSpec): NumberList[] {
  switch (spec.kind) {
    case 'bar':
      return [['values', spec.values], ...(spec.line ? [['line', spec.line.values] as const] : [])];
    case 'doughnut':
    case 'calendar':
    case 'waterfall':
      return [['values', spec.values]];
    case 'stacked-bar':
      return spec.series.map(({ name, values }) => [`series "${name}"`, values] as const);
    case 'line':
      return [
        ...spec.series.map(({ name, values }) => [`series "${name}"`, values] as const),
        ...(spec.bands ?? []).flatMap(({ name, low, high }) => [
          [`band "${name}".low`, low] as const,
          [`band "${name}".high`, high] as const,
        ]),
      ];
    case 'budget':
    case 'usual-range':
      return [];
  }
}

function otherLists(spec: ChartSpec): NumberList[] {
  switch (spec.kind) {
    case 'budget':
      return [['rows', spec.rows.flatMap(({ spent, budget, expected }) => [spent, budget, expected ?? 0])]];
    case 'waterfall':
      return [['start and end', [spec.start.value, spec.end.value]]];
    case 'usual-range':
      return [
        ['earlier', spec.earlier.values],
        ['usual and unusual', [spec.usual.low, spec.usual.high, spec.unusual.value]],
      ];
    default:
      return [];
  }
}

function rangesOf(spec: ChartSpec): { name: string; low: number; high: number }[] {
  if (spec.kind === 'usual-range') return [spec.usual];
  if (spec.kind !== 'line') return [];
  return (spec.bands ?? []).flatMap(({ name, low, high }) =>
    low.map((value, at) => ({ name: `band "${name}"`, low: value ?? -Infinity, high: high[at] ?? Infinity })),
  );
}

function calendarFault({ from, to, firstDayOfWeek, labels }: CalendarChart): string | null {
  try {
    const days = daysIn(parsePeriod(from, to));
    if (days > maxDays) return `from ${from} to ${to} are ${days} days; at most ${maxDays} can be shown`;
    for (const day of labels) parseDay(day);
  } catch (error) {
    return `a day is wrong (${(error as Error).message.replace(/\.$/, '')})`;
  }
  if (!Number.isInteger(firstDayOfWeek) || firstDayOfWeek < 1 || firstDayOfWeek > 7)
    return `firstDayOfWeek is ${firstDayOfWeek}; Monday is 1, Sunday is 7`;
  const wrong = labels.find((day, at) => day < from || day > to || (at > 0 && day <= (labels[at - 1] as string)));
  return wrong === undefined ? null : `the day "${wrong}" is not in order between ${from} and ${to}`;
}
