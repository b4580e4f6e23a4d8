/** Labels and values for charts that are looked at. */

import { addDays } from '../../src/period.ts';

export const names = [
  'Groceries',
  'Dining',
  'Housing',
  'Έξοδα σπιτιού και λογαριασμοί',
  'Продукты и хозяйственные товары',
  'Transport',
  'Health',
  'Subscriptions and memberships of the whole family',
  'Donaudampfschifffahrtsgesellschaft',
  'Travel',
  'Gifts',
  'Pets',
];

export function lineTrend(values: readonly number[]) {
  return [
    { name: 'Average of 7 days', values: average(values, 7) },
    { name: 'Each day', values, quiet: true },
  ];
}

export function fan(labels: readonly string[], known: number, amount: (most: number) => number, unit: number) {
  const values = labels.map((_, at) => (at < known ? 900 * unit + amount(500) : (1100 + at * 10) * unit));
  const edge = (width: number) =>
    values.map((value, at) => (at < known ? null : Math.round(value + width * unit * Math.sqrt(at - known + 1))));
  return {
    labels,
    series: [{ name: 'Spent', values }],
    bands: [
      { name: '80 % likely', low: edge(-90), high: edge(90) },
      { name: '95 % likely', low: edge(-160), high: edge(160) },
    ],
    open: { after: known - 1, name: 'Forecast' },
  };
}

/** One month for each of 1 and 3, a year for 12 and 40. */
export function calendarDays(size: number, amount: () => number, chance: () => number) {
  const days = daysFrom('2026-01-01', size === 1 ? 31 : size === 3 ? 90 : 365);
  const labels = days.filter(() => chance() < 0.6);
  const values = labels.map(() => (chance() < 0.05 ? 0 : chance() < 0.03 ? -amount() : amount()));
  return { from: days[0] as string, to: days.at(-1) as string, firstDayOfWeek: 1 as const, labels, values };
}

export function changes(labels: readonly string[], amount: () => number, chance: () => number, unit: number) {
  const values = labels.map(() => (chance() < 0.5 ? -amount() : amount()));
  const start = { label: 'May 2026', value: 2000 * unit };
  return {
    start,
    labels,
    values,
    end: { label: 'June 2026', value: values.reduce((sum, one) => sum + one, start.value) },
  };
}

export function average(values: readonly number[], over: number): (number | null)[] {
  return values.map((_, at) => {
    if (at < over - 1) return null;
    return Math.round(values.slice(at - over + 1, at + 1).reduce((sum, value) => sum + value, 0) / over);
  });
}

export function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

export function monthsFrom(year: number, count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
}

export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}
