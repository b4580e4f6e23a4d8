import { expect, test } from 'vitest';
import { renderTextChart } from '../../src/charts/bars-in-text.ts';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { calendar, expected, forecast, stacked, trend, usualRange, waterfall } from './chart-samples.ts';

/** The lines below the title. */
const linesOf = (spec: ChartSpec, width = 60) => renderTextChart(spec, width).split('\n').slice(1);

test('bars that are not over yet have a star, their average is a sparkline', () => {
  const rows = linesOf(trend);
  expect(rows.map((row) => row.split(' ')[0])).toEqual(['Mar', 'Apr', 'May', 'Jun*', 'Average', '*']);
  expect(rows[4]).toMatch(/^Average of three {3}█[▇█] +€216\.67$/);
  expect(rows[5]).toBe('* June so far');
  expect(linesOf({ ...stacked, open: { after: 0, name: 'so far' } }).at(-1)).toBe('* so far');
});

test('a forecast is a sparkline of its own that begins where the known one ends', () => {
  const [spent = '', open = '', last, narrow, wide] = linesOf(forecast);
  expect(spent).toMatch(/^Spent +[▁-█]{4} +€510\.00$/);
  expect(open).toMatch(/^Forecast +[▁-█]{2} +€600\.00$/);
  expect(open.search(/[▁-█]/)).toBe(spent.search(/[▁-█]/) + 4);
  expect(last).toMatch(/^2025 +[▁-█]{6} +€500\.00$/);
  expect(narrow).toMatch(/^80 % +€520\.00 – €680\.00$/);
  expect(wide).toMatch(/^95 % +€440\.00 – €760\.00$/);
});

test('a budget says what it is heading for', () => {
  expect(linesOf(expected, 100).map((row) => row.split(' · ').at(-1))).toEqual([
    'heading for €420.00',
    'heading for €300.00',
  ]);
});

test('a calendar has a row a weekday and a column a week', () => {
  // June 2026 begins on a Monday.
  expect(linesOf(calendar)).toEqual([
    '    Jun',
    'Mon ░····',
    'Tue ····-',
    'Wed 0█··',
    'Thu ····',
    'Fri ····',
    'Sat ····',
    'Sun ····',
    '· no entries  ░ ≤ €10  █ ≤ €90.00  - < €0',
  ]);
  const [, sunday, monday] = linesOf({ ...calendar, firstDayOfWeek: 7 });
  expect(sunday).toBe('Sun  ····');
  expect(monday).toBe('Mon ░····');
});

test('months that do not fit beside one another go below', () => {
  const year = { ...calendar, from: '2026-01-01', to: '2026-12-31' };
  const headers = (width: number) => linesOf(year, width).filter((row) => /[A-Z][a-z][a-z]( |$)/.test(row.slice(4)));
  expect(headers(100)).toHaveLength(1);
  expect(headers(50)).toHaveLength(2);
});

test('a waterfall: each bar stands where the one before it ended', () => {
  const rows = linesOf(waterfall, 61);
  expect(rows.map((row) => row.slice(row.lastIndexOf(' ') + 1))).toEqual([
    '€1,000.00',
    '+€500.00',
    '+€100.00',
    '-€200.00',
    '€1,400.00',
  ]);
  const bars = rows.map((row) => {
    const bar = /[█▓░]+/.exec(row);
    return { from: bar?.index ?? 0, to: (bar?.index ?? 0) + (bar?.[0].length ?? 0) };
  });
  // 40 columns are the highest level, €1,600.
  const [begin = 0, unit] = [bars[0]?.from, 40 / 1600];
  expect(bars.map(({ from, to }) => [from - begin, to - begin])).toEqual(
    [
      [0, 1000 * unit],
      [1000 * unit, 1500 * unit],
      [1500 * unit, 1600 * unit],
      [1400 * unit, 1600 * unit],
      [0, 1400 * unit],
    ].map((pair) => pair.map(Math.round)),
  );
});

test('totals whose bars are cut begin with a sign', () => {
  const rows = linesOf({
    ...waterfall,
    start: { label: 'May', value: 9_000_000 },
    end: { label: 'June', value: 9_040_000 },
  });
  expect(rows.filter((row) => row.includes('≈')).map((row) => row.split(' ')[0])).toEqual(['May', 'June']);
  expect(linesOf(waterfall).join()).not.toContain('≈');
});

test('a usual range: mark, range and dots share one scale', () => {
  const [now = '', usual = '', earlier = ''] = linesOf(usualRange);
  expect(now).toMatch(/^Now +◆ +€80\.00$/);
  expect(usual).toMatch(/^Usual +━+ +€10\.00 – €22\.00$/);
  // Dots from €10 to €21 lie within the range from €10 to €22.
  expect(earlier.search(/[·•●]/)).toBe(usual.search('━'));
  expect(earlier.search(/[·•●](?!.*[·•●])/)).toBeLessThanOrEqual(usual.lastIndexOf('━'));
  // From €10 to €80 is 70/12 of the range.
  const length = usual.lastIndexOf('━') - usual.search('━');
  expect((now.search('◆') - usual.search('━')) / length).toBeGreaterThan(4.5);
  expect((now.search('◆') - usual.search('━')) / length).toBeLessThan(8);
});
