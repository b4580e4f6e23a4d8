import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { checkSpec } from '../../src/charts/check-spec.ts';
import {
  bar,
  budget,
  calendar,
  everyKind,
  forecast,
  line,
  stacked,
  trend,
  usualRange,
  waterfall,
} from './chart-samples.ts';

test.each(everyKind)('%s is sound', (_, spec) => expect(() => checkSpec(spec)).not.toThrow());

const broken: readonly (readonly [what: string, spec: ChartSpec, message: RegExp])[] = [
  ['no alt', { ...bar, alt: ' ' }, /bar chart: alt is empty/],
  ['a part of a cent', { ...bar, values: [1.5, 1, 1, 1] }, /values has 1.5/],
  ['no number', { ...waterfall, values: [Number.NaN, 0, 0, 0] }, /values has NaN/],
  ['an amount past 2^53', { ...usualRange, unusual: { label: 'X', value: 2 ** 53 } }, /usual and unusual has/],
  ['a short series', { ...stacked, series: [{ name: 'A', values: [1] }] }, /series "A" has 1 values for 2 labels/],
  ['a short average', { ...trend, line: { name: 'A', values: [1] } }, /line has 1 values for 4 labels/],
  ['a short band', { ...line, bands: [{ name: 'B', low: [], high: [] }] }, /band "B".low has 0 values/],
  [
    'a band upside down',
    { ...line, bands: [{ name: 'B', low: [null, 3, 1, 1, 1], high: [null, 2, 1, 1, 1] }] },
    /band "B" goes from 3 to 2/,
  ],
  ['a usual range upside down', { ...usualRange, usual: { name: 'U', low: 2, high: 1 } }, /U goes from 2 to 1/],
  ['an open part past the end', { ...forecast, open: { after: 6, name: 'F' } }, /open.after is 6/],
  ['an open part before the start', { ...forecast, open: { after: -2, name: 'F' } }, /open.after is -2/],
  ['half a label', { ...forecast, open: { after: 0.5, name: 'F' } }, /open.after is 0.5/],
  ['changes that do not add up', { ...waterfall, end: { label: 'June', value: 1 } }, /make 140000, end is 1/],
  [
    'an expected part of a cent',
    { ...budget, rows: [{ label: 'A', spent: 1, budget: 1, expected: 0.5 }] },
    /rows has 0.5/,
  ],
  ['a day that is none', { ...calendar, to: '2026-06-31' }, /not a day/],
  ['an end before its start', { ...calendar, to: '2026-05-31' }, /ends/],
  ['more than a year', { ...calendar, from: '2025-06-01' }, /395 days; at most 366/],
  ['a week from day 0', { ...calendar, firstDayOfWeek: 0 as never }, /firstDayOfWeek is 0/],
  [
    'a day with entries that is none',
    { ...calendar, labels: ['2026-06-31'], values: [1] },
    /"2026-06-31" is not a day/,
  ],
  ['a day outside', { ...calendar, labels: ['2026-07-01'], values: [1] }, /"2026-07-01" is not in order/],
  ['a day twice', { ...calendar, labels: ['2026-06-01', '2026-06-01'], values: [1, 1] }, /is not in order/],
];

describe('refused with a TypeError:', () => {
  test.each(broken)('%s', (_, spec, message) => {
    expect(() => checkSpec(spec)).toThrow(TypeError);
    expect(() => checkSpec(spec)).toThrow(message);
  });
});
