/** Charts as people will see them, of every kind, size and currency: for looking at, and for drawing them all. */

import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { chanceFor } from '../../src/demo/chance.ts';
import {
  average,
  calendarDays,
  changes,
  daysFrom,
  fan,
  lineTrend,
  monthsFrom,
  names,
  runningSum,
} from './gallery-values.ts';
import { type GalleryChart, oddCharts } from './odd-charts.ts';

interface Money {
  readonly currency: string;
  readonly locale: string;
  /** Minor units that are worth about one euro. */
  readonly unit: number;
}

const moneys: readonly Money[] = [
  { currency: 'EUR', locale: 'en', unit: 100 },
  { currency: 'JPY', locale: 'ja', unit: 160 },
  { currency: 'KWD', locale: 'de', unit: 330 },
];
const sizes = [1, 3, 12, 40];

/** Every kind for each of `sizes` and `moneys`, then the odd ones. */
export function chartGallery(): GalleryChart[] {
  return [...moneys.flatMap((money) => sizes.flatMap((size) => chartsOf(money, size))), ...oddCharts()];
}

function chartsOf(money: Money, size: number): GalleryChart[] {
  const numbers = chanceFor(`gallery ${money.currency}`, size);
  const chance = () => numbers.between(0, 999_999) / 1e6;
  const amount = (most = 400) => Math.round((chance() ** 3 * most + 5) * money.unit);
  const amounts = (count: number, most?: number) => Array.from({ length: count }, () => amount(most));
  const categories = Array.from({ length: size }, (_, at) => (names[at] ?? `Category ${at + 1}`) as string);
  const months = monthsFrom(2024, size);
  const monthly = amounts(size, 1500);
  const base = { alt: 'What is drawn.', locale: money.locale, currency: money.currency };
  const all: readonly (readonly [name: string, spec: ChartSpec])[] = [
    [
      'bar',
      {
        ...base,
        kind: 'bar',
        title: 'Spending by category',
        subtitle: 'June 2026',
        labels: categories,
        values: monthly,
      },
    ],
    [
      'trend',
      {
        ...base,
        kind: 'bar',
        title: 'Dining by month',
        subtitle: 'The average rises by a tenth a month',
        labels: months,
        values: monthly,
        line: { name: 'Average of 3 months', values: average(monthly, 3) },
        open: { after: size - 2, name: 'so far' },
      },
    ],
    [
      'trend as lines',
      {
        ...base,
        kind: 'line',
        title: 'Spending by day',
        labels: daysFrom('2026-03-01', size * 4),
        series: lineTrend(amounts(size * 4)),
      },
    ],
    [
      'stacked',
      {
        ...base,
        kind: 'stacked-bar',
        title: 'Spending by month and category',
        labels: monthsFrom(2026, 6),
        series: categories.map((name) => ({ name, values: amounts(6) })),
        open: { after: 4, name: 'June so far' },
      },
    ],
    [
      'stacked months',
      {
        ...base,
        kind: 'stacked-bar',
        title: 'Spending by month and category',
        labels: months,
        series: names.slice(0, 5).map((name) => ({ name, values: amounts(size) })),
      },
    ],
    [
      'years',
      {
        ...base,
        kind: 'line',
        title: 'This year and last',
        subtitle: 'Dining by month',
        labels: monthsFrom(2026, Math.min(size, 12)),
        series: [
          { name: '2026', values: amounts(Math.min(size, 12), 900).map((value, at) => (at > 5 ? null : value)) },
          { name: '2025', values: amounts(Math.min(size, 12), 900), quiet: true },
        ],
        open: { after: Math.min(4, Math.min(size, 12) - 1), name: 'June so far' },
      },
    ],
    [
      'years, cumulative',
      {
        ...base,
        kind: 'line',
        title: 'Spent since January',
        labels: daysFrom('2026-01-01', size * 9),
        series: [
          {
            name: '2026',
            values: runningSum(amounts(size * 9, 90)).map((value, at) => (at > size * 5 ? null : value)),
          },
          { name: '2025', values: runningSum(amounts(size * 9, 80)), quiet: true },
        ],
        open: { after: size * 5, name: 'today' },
      },
    ],
    [
      'forecast',
      {
        ...base,
        kind: 'line',
        title: 'Forecast of all spending',
        ...fan(monthsFrom(2025, size + 6), size, amount, money.unit),
      },
    ],
    ['doughnut', { ...base, kind: 'doughnut', title: 'Where it went', labels: categories, values: amounts(size) }],
    [
      'budget',
      {
        ...base,
        kind: 'budget',
        title: 'Budgets, June',
        rows: categories.map((label, at) => {
          const [spent, budget] = [amount(), amount(300)];
          return { label, spent, budget, ...(at % 3 === 2 ? {} : { expected: Math.round(spent * 1.35) }) };
        }),
      },
    ],
    ['calendar', { ...base, kind: 'calendar', title: 'Spending by day', ...calendarDays(size, amount, chance) }],
    [
      'waterfall',
      {
        ...base,
        kind: 'waterfall',
        title: 'What changed from May to June',
        ...changes(categories, amount, chance, money.unit),
      },
    ],
    [
      'usual range',
      {
        ...base,
        kind: 'usual-range',
        title: 'Supermarket, 12 June',
        subtitle: 'Four times what is usual there',
        earlier: { name: 'Earlier at Supermarket', values: amounts(size * 3, 60) },
        usual: { name: 'Usual', low: 8 * money.unit, high: 45 * money.unit },
        unusual: { label: '12 June', value: 180 * money.unit },
      },
    ],
  ];
  return all.map(([name, spec]) => ({ name: `${name} ${money.currency} ${size}`, spec }));
}
