/** Specs that tests vary. */

import type {
  BarChart,
  BudgetChart,
  CalendarChart,
  ChartSpec,
  DoughnutChart,
  LineChart,
  StackedBarChart,
  UsualRangeChart,
  WaterfallChart,
} from '../../src/charts/chart-spec.ts';

export const subject = { title: 'Dining, June 2026', alt: 'Dining rose.', locale: 'en', currency: 'EUR' };

export const bar: BarChart = {
  ...subject,
  kind: 'bar',
  labels: ['A', 'B', 'C', 'D'],
  values: [10_000, 20_000, 40_000, 5000],
};

export const stacked: StackedBarChart = {
  ...subject,
  kind: 'stacked-bar',
  labels: ['May', 'June'],
  series: [
    { name: 'Dining', values: [10_000, 20_000] },
    { name: 'Groceries', values: [30_000, 20_000] },
  ],
};

export const line: LineChart = {
  ...subject,
  kind: 'line',
  labels: ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'],
  series: [{ name: 'Spent', values: [1000, 2500, null, 4000, 5000] }],
  bands: [{ name: 'Range', low: [null, null, null, 3000, 2000], high: [null, null, null, 5000, 9000] }],
};

export const doughnut: DoughnutChart = {
  ...subject,
  kind: 'doughnut',
  labels: ['Housing', 'Dining', 'Shopping'],
  values: [75_000, 25_000, -4000],
};

export const budget: BudgetChart = {
  ...subject,
  kind: 'budget',
  rows: [
    { label: 'Dining', spent: 31_200, budget: 30_000 },
    { label: 'Groceries', spent: 20_000, budget: 40_000 },
  ],
};

export const calendar: CalendarChart = {
  ...subject,
  kind: 'calendar',
  from: '2026-06-01',
  to: '2026-06-30',
  firstDayOfWeek: 1,
  labels: ['2026-06-01', '2026-06-03', '2026-06-10', '2026-06-30'],
  values: [1000, 0, 9000, -500],
};

export const waterfall: WaterfallChart = {
  ...subject,
  kind: 'waterfall',
  start: { label: 'May', value: 100_000 },
  labels: ['Dining', 'Travel', 'Rent', 'Health'],
  values: [-20_000, 50_000, 0, 10_000],
  end: { label: 'June', value: 140_000 },
};

export const usualRange: UsualRangeChart = {
  ...subject,
  kind: 'usual-range',
  earlier: { name: 'Earlier', values: [1000, 1200, 1250, 2000, 2100] },
  usual: { name: 'Usual', low: 1000, high: 2200 },
  unusual: { label: 'Now', value: 8000 },
};

/** The existing kinds with all that they may hold. */
export const forecast: LineChart = {
  ...subject,
  kind: 'line',
  labels: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
  series: [
    { name: 'Spent', values: [50_000, 52_000, 49_000, 51_000, 55_000, 60_000] },
    { name: '2025', values: [40_000, 45_000, 47_000, 41_000, 52_000, 50_000], quiet: true },
  ],
  bands: [
    { name: '80 %', low: [null, null, null, null, 50_000, 52_000], high: [null, null, null, null, 60_000, 68_000] },
    { name: '95 %', low: [null, null, null, null, 46_000, 44_000], high: [null, null, null, null, 64_000, 76_000] },
  ],
  open: { after: 3, name: 'Forecast' },
};

export const trend: BarChart = {
  ...bar,
  labels: ['2026-03', '2026-04', '2026-05', '2026-06'],
  line: { name: 'Average of three', values: [null, null, 23_333, 21_667] },
  open: { after: 2, name: 'June so far' },
};

export const expected: BudgetChart = {
  ...budget,
  rows: [
    { label: 'Dining', spent: 31_200, budget: 30_000, expected: 42_000 },
    { label: 'Groceries', spent: 20_000, budget: 40_000, expected: 30_000 },
  ],
};

export const everyKind: readonly (readonly [name: string, spec: ChartSpec])[] = [
  ['bar', bar],
  ['stacked-bar', stacked],
  ['line', line],
  ['doughnut', doughnut],
  ['budget', budget],
  ['calendar', calendar],
  ['waterfall', waterfall],
  ['usual-range', usualRange],
  ['bars with a line', trend],
  ['forecast', forecast],
  ['expected budgets', expected],
];

/** Specs with nothing, one thing, zero, much, or oversized values in them. */
export const hardSpecs: readonly [name: string, spec: ChartSpec][] = [
  ['bar: none', { ...bar, labels: [], values: [] }],
  ['bar: one', { ...bar, labels: ['June'], values: [1250] }],
  ['bar: zeros', { ...bar, values: [0, 0, 0, 0] }],
  ['bar: below zero', { ...bar, values: [10_000, -20_000, 0, -1] }],
  [
    'bar: all below zero',
    { ...bar, labels: ['A long name that lies', 'Another long name', 'C', 'D'], values: [-1, -2, -3, -4] },
  ],
  [
    'bar: 40 names',
    { ...bar, labels: Array.from({ length: 40 }, (_, i) => `Merchant ${i}`), values: Array(40).fill(100) },
  ],
  ['bar: 400 days', { ...bar, labels: Array.from({ length: 400 }, (_, i) => String(i)), values: Array(400).fill(100) }],
  ['bar: largest', { ...bar, values: [Number.MAX_SAFE_INTEGER, 1, 1, 1] }],
  ['bar: KWD', { ...bar, currency: 'KWD' }],
  ['bar: JPY in Japanese', { ...bar, currency: 'JPY', locale: 'ja' }],
  [
    'bar: strange texts',
    { ...bar, title: '', subtitle: '\u0000\n<b>', labels: ['🍔', '', 'x'.repeat(10_000), 'שלום'] },
  ],
  ['stacked: none', { ...stacked, labels: [], series: [] }],
  ['stacked: labels without series', { ...stacked, series: [] }],
  [
    'stacked: twelve series',
    { ...stacked, series: Array.from({ length: 12 }, (_, i) => ({ name: `S${i}`, values: [i, -i] })) },
  ],
  ['line: none', { ...line, labels: [], series: [], bands: undefined }],
  ['line: only gaps', { ...line, series: [{ name: 'S', values: Array(5).fill(null) }], bands: undefined }],
  ['line: one point', { ...line, labels: ['June'], series: [{ name: 'S', values: [5] }], bands: undefined }],
  ['doughnut: none', { ...doughnut, labels: [], values: [] }],
  ['doughnut: only refunds', { ...doughnut, values: [-1, -2, 0] }],
  [
    'doughnut: 30 slices',
    { ...doughnut, labels: Array.from({ length: 30 }, (_, i) => `C${i}`), values: Array(30).fill(7) },
  ],
  ['budget: none', { ...budget, rows: [] }],
  [
    'budget: of zero',
    {
      ...budget,
      rows: [
        { label: 'X', spent: 5, budget: 0 },
        { label: 'Y', spent: -5, budget: 0 },
      ],
    },
  ],
  ['budget: 30', { ...budget, rows: Array(30).fill({ label: 'X', spent: 1, budget: 2 }) }],
];
