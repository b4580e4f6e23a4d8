/** Charts as people will see them, of every kind, size and currency: for looking at, and for drawing them all. */

import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { chanceFor } from '../../src/demo/chance.ts';
import { addDays } from '../../src/period.ts';

export interface GalleryChart {
  readonly name: string;
  readonly spec: ChartSpec;
}

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
const names = [
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

/** Zeros, values below zero, very large ones, nothing known, close totals. */
function oddCharts(): GalleryChart[] {
  const base = { alt: 'What is drawn.', locale: 'de', currency: 'EUR' };
  const huge = 987_654_321_098_76;
  const months = monthsFrom(2026, 6);
  const nothing = months.map(() => null);
  const signed = [120_000, -45_000, 0, 88_000, -120_500, 30_000];
  const odd: readonly (readonly [name: string, spec: ChartSpec])[] = [
    [
      'bars below zero',
      {
        ...base,
        kind: 'bar',
        title: 'Netto',
        labels: months,
        values: signed,
        line: { name: 'Mittel aus drei Monaten', values: average(signed, 3) },
        open: { after: 4, name: 'Juni bisher' },
      },
    ],
    [
      'bars, huge',
      {
        ...base,
        kind: 'bar',
        title: 'Umsatz',
        labels: months,
        values: signed.map((value) => value * 10_000_000),
        line: { name: 'Mittel', values: nothing },
      },
    ],
    [
      'stack below zero',
      {
        ...base,
        kind: 'stacked-bar',
        title: 'Ein- und Ausgaben',
        labels: months,
        series: [
          { name: 'Gehalt', values: signed },
          { name: 'Miete', values: signed.map((value) => -value / 2) },
          { name: 'Sonstiges', values: [0, 0, 5000, 0, 0, 0] },
        ],
      },
    ],
    [
      'stack, zeros',
      {
        ...base,
        kind: 'stacked-bar',
        title: 'Ein- und Ausgaben',
        labels: months,
        series: [{ name: 'Gehalt', values: months.map(() => 0) }],
      },
    ],
    [
      'lines, nothing known',
      {
        ...base,
        kind: 'line',
        title: 'Prognose',
        labels: months,
        series: [{ name: 'Ausgaben', values: nothing }],
        bands: [{ name: '80 %', low: nothing, high: nothing }],
        open: { after: 2, name: 'Prognose' },
      },
    ],
    [
      'forecast below zero',
      {
        ...base,
        kind: 'line',
        title: 'Kontostand',
        labels: months,
        series: [{ name: 'Kontostand', values: [90_000, 40_000, 10_000, -20_000, -60_000, -90_000] }],
        bands: [
          {
            name: '80 %',
            low: [null, null, null, -40_000, -100_000, -150_000],
            high: [null, null, null, 0, -20_000, -30_000],
          },
        ],
        open: { after: 2, name: 'Prognose' },
      },
    ],
    [
      'forecast, huge',
      {
        ...base,
        kind: 'line',
        title: 'Umsatz',
        labels: months,
        series: [{ name: 'Umsatz', values: signed.map((_, at) => huge + at * 1e12) }],
        bands: [
          {
            name: '95 %',
            low: [null, null, null, null, huge, huge],
            high: [null, null, null, null, huge + 8e12, huge + 12e12],
          },
        ],
        open: { after: 3, name: 'Prognose' },
      },
    ],
    [
      'forecast alone',
      {
        ...base,
        kind: 'line',
        title: 'Prognose',
        labels: months,
        series: [{ name: 'Ausgaben', values: signed }],
        open: { after: -1, name: 'alles Prognose' },
      },
    ],
    [
      'twelve lines',
      {
        ...base,
        kind: 'line',
        title: 'Kategorien',
        labels: months,
        series: names.map((name, at) => ({ name, values: signed.map((value) => Math.abs(value) + at * 9000) })),
      },
    ],
    [
      'calendar, empty',
      {
        ...base,
        kind: 'calendar',
        title: 'Juni',
        from: '2026-06-01',
        to: '2026-06-30',
        firstDayOfWeek: 1,
        labels: [],
        values: [],
      },
    ],
    [
      'calendar, signs',
      {
        ...base,
        kind: 'calendar',
        title: 'Februar',
        from: '2026-02-10',
        to: '2026-03-20',
        firstDayOfWeek: 7,
        labels: ['2026-02-11', '2026-02-12', '2026-02-13', '2026-03-05'],
        values: [0, -4500, 12_000, huge],
      },
    ],
    [
      'waterfall, close',
      {
        ...base,
        kind: 'waterfall',
        title: 'Mai und Juni',
        start: { label: 'Mai', value: 429_790 },
        labels: ['Essen', 'Reisen', 'Freizeit'],
        values: [8000, -5000, 1200],
        end: { label: 'Juni', value: 433_990 },
      },
    ],
    [
      'waterfall, no change',
      {
        ...base,
        kind: 'waterfall',
        title: 'Mai und Juni',
        start: { label: 'Mai', value: 0 },
        labels: [],
        values: [],
        end: { label: 'Juni', value: 0 },
      },
    ],
    [
      'waterfall below zero',
      {
        ...base,
        kind: 'waterfall',
        title: 'Netto',
        start: { label: 'Mai', value: 50_000 },
        labels: ['Essen', 'Gehalt'],
        values: [-130_000, 20_000],
        end: { label: 'Juni', value: -60_000 },
      },
    ],
    [
      'waterfall, huge',
      {
        ...base,
        kind: 'waterfall',
        title: 'Umsatz',
        start: { label: 'Mai', value: huge },
        labels: ['A'],
        values: [-2 * huge],
        end: { label: 'Juni', value: -huge },
      },
    ],
    [
      'usual range, first',
      {
        ...base,
        kind: 'usual-range',
        title: 'Bäckerei',
        earlier: { name: 'Früher', values: [] },
        usual: { name: 'Üblich', low: 0, high: 0 },
        unusual: { label: 'Heute', value: 0 },
      },
    ],
    [
      'usual range, far',
      {
        ...base,
        kind: 'usual-range',
        title: 'Bäckerei',
        earlier: {
          name: 'Früher in der Bäckerei am Marktplatz, auch mit Karte bezahlt',
          values: Array<number>(200).fill(350),
        },
        usual: { name: 'Üblich', low: 300, high: 700 },
        unusual: { label: 'Heute', value: huge },
      },
    ],
    [
      'usual range below',
      {
        ...base,
        kind: 'usual-range',
        title: 'Erstattung',
        earlier: { name: 'Früher', values: [5000, 5100, 4900, 5050] },
        usual: { name: 'Üblich', low: 4800, high: 5200 },
        unusual: { label: 'Heute', value: -2000 },
      },
    ],
    [
      'budget, odd',
      {
        ...base,
        kind: 'budget',
        title: 'Budgets',
        rows: [
          { label: 'Ohne', spent: 0, budget: 0, expected: 0 },
          { label: 'Erstattung', spent: -500, budget: 10_000, expected: -200 },
          { label: 'Weit darüber', spent: huge, budget: 100, expected: huge * 2 },
        ],
      },
    ],
  ];
  return odd.map(([name, spec]) => ({ name, spec }));
}

function lineTrend(values: readonly number[]) {
  return [
    { name: 'Average of 7 days', values: average(values, 7) },
    { name: 'Each day', values, quiet: true },
  ];
}

function fan(labels: readonly string[], known: number, amount: (most: number) => number, unit: number) {
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
function calendarDays(size: number, amount: () => number, chance: () => number) {
  const days = daysFrom('2026-01-01', size === 1 ? 31 : size === 3 ? 90 : 365);
  const labels = days.filter(() => chance() < 0.6);
  const values = labels.map(() => (chance() < 0.05 ? 0 : chance() < 0.03 ? -amount() : amount()));
  return { from: days[0] as string, to: days.at(-1) as string, firstDayOfWeek: 1 as const, labels, values };
}

function changes(labels: readonly string[], amount: () => number, chance: () => number, unit: number) {
  const values = labels.map(() => (chance() < 0.5 ? -amount() : amount()));
  const start = { label: 'May 2026', value: 2000 * unit };
  return {
    start,
    labels,
    values,
    end: { label: 'June 2026', value: values.reduce((sum, one) => sum + one, start.value) },
  };
}

function average(values: readonly number[], over: number): (number | null)[] {
  return values.map((_, at) => {
    if (at < over - 1) return null;
    return Math.round(values.slice(at - over + 1, at + 1).reduce((sum, value) => sum + value, 0) / over);
  });
}

function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function monthsFrom(year: number, count: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
}

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}
