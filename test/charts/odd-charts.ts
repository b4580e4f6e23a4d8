/** Charts of what is rare: zeros, values below zero, very large ones, nothing known, totals that are close. */

import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { average, monthsFrom, names } from './gallery-values.ts';

export interface GalleryChart {
  readonly name: string;
  readonly spec: ChartSpec;
}

export function oddCharts(): GalleryChart[] {
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
