import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisNames } from '../../src/charts/axis-names.ts';
import { compactAmounts, exactAmounts, percent } from '../../src/charts/chart-amounts.ts';
import { chartPicture } from '../../src/charts/chart-picture.ts';
import { largestFirst, mergeSeries, mergeTail } from '../../src/charts/merge.ts';
import { cleanText, estimateWidth, shortenText, withoutEmoji, wrapText } from '../../src/charts/text-fit.ts';
import { valueAxis } from '../../src/charts/value-axis.ts';
import { bar } from './chart-samples.ts';

const euros = { currency: 'EUR', locale: 'en' };
const amounts = fc.array(fc.integer({ min: -1e15, max: 1e15 }), { minLength: 1, maxLength: 20 });

test('an axis holds every value, has round and few lines, and a text for each', () => {
  fc.assert(
    fc.property(amounts, fc.boolean(), (values, mayLeaveZero) => {
      const axis = valueAxis(values, { ...euros, mayLeaveZero });
      expect(axis.min).toBeLessThanOrEqual(Math.min(...values));
      expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values));
      expect([1, 2, 5]).toContain(Number(String(axis.step)[0]));
      expect(axis.texts).toHaveLength(Math.round((axis.max - axis.min) / axis.step) + 1);
      expect(axis.texts.length).toBeLessThanOrEqual(8);
      expect(new Set(axis.texts).size).toBe(axis.texts.length);
      if (!mayLeaveZero) expect(axis.min <= 0 && axis.max >= 0).toBe(true);
    }),
  );
});

test('an axis in figures', () => {
  expect(valueAxis([123_456], euros)).toEqual({
    min: 0,
    max: 150_000,
    step: 50_000,
    texts: ['€0', '€500', '€1K', '€1.5K'],
  });
  expect(valueAxis([0, 0], { ...euros, currency: 'JPY' })).toMatchObject({
    min: 0,
    max: 5,
    texts: ['¥0', '¥1', '¥2', '¥3', '¥4', '¥5'],
  });
  expect(valueAxis([1_000_000, 1_020_000], { ...euros, mayLeaveZero: true })).toMatchObject({
    min: 1_000_000,
    max: 1_020_000,
  });
  expect(valueAxis([1_000_000, 1_020_000], euros).min).toBe(0);
});

test('amounts', () => {
  expect(compactAmounts([0, 1_250_000], 'KWD', 'en')).toEqual(['KWD\u00a00', 'KWD\u00a01.25K']);
  expect(compactAmounts([100_000_000, 100_000_100], 'EUR', 'en')).toEqual(['€1,000,000.00', '€1,000,001.00']);
  expect(exactAmounts([31_200, 30_000], 'EUR', 'en')).toEqual(['€312', '€300']);
  expect(exactAmounts([31_250, 30_000], 'EUR', 'de')).toEqual(['312,50\u00a0€', '300,00\u00a0€']);
  expect([0, 0.001, 0.006, 0.5, 1].map((share) => percent(share, 'en'))).toEqual(['0%', '<1%', '1%', '50%', '100%']);
});

test('merging loses nothing', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 2, max: 8 }), (values, limit) => {
      const labels = values.map((_, index) => `L${index}`);
      const sum = (list: readonly number[]) => list.reduce((total, value) => total + BigInt(value), 0n);
      const tail = mergeTail(labels, values, limit, 'Other');
      expect(tail.labels.length).toBeLessThanOrEqual(limit);
      expect(sum(tail.values)).toBe(sum(values));
      const slices = largestFirst(labels, values, limit, 'Other');
      expect(slices.labels.length).toBeLessThanOrEqual(limit);
      expect(sum(slices.values)).toBe(sum(values.filter((value) => value > 0)));
      const series = mergeSeries(
        values.map((value) => ({ name: 'S', values: [value] })),
        limit,
        'Other',
      );
      expect(series.length).toBeLessThanOrEqual(limit);
      expect(sum(series.map((one) => one.values[0] as number))).toBe(sum(values));
    }),
  );
});

test('a category that is itself called "other" takes in the small ones', () => {
  const labels = ['a', 'other', 'b', 'c', 'd'];
  expect(largestFirst(labels, [50, 40, 30, 2, 1], 4, 'Other')).toEqual({
    labels: ['a', 'b', 'c', 'Other'],
    values: [50, 30, 2, 41],
  });
});

test('a series that is itself called "other" takes in the small ones', () => {
  const series = [
    { name: 'other', values: [90, 1] },
    { name: 'a', values: [50, 2] },
    { name: 'b', values: [3, 3] },
    { name: 'c', values: [1, 4] },
  ];
  expect(mergeSeries(series, 3, 'Other')).toEqual([
    { name: 'a', values: [50, 2] },
    { name: 'b', values: [3, 3] },
    { name: 'Other', values: [91, 5] },
  ]);
});

test('days and months are shortened as the locale writes them', () => {
  expect(axisNames(['2026-06-01', '2026-06-30'], 'en')).toEqual({ texts: ['Jun 1', 'Jun 30'], counting: true });
  expect(axisNames(['2026-06', '2026-07'], 'de').texts).toEqual(['Jun', 'Jul']);
  expect(axisNames(['2025-12', '2026-01'], 'en').texts).toEqual(['Dec 25', 'Jan 26']);
  expect(axisNames(['2026-06-01', 'Rent'], 'en')).toEqual({ texts: ['2026-06-01', 'Rent'], counting: false });
});

test('texts are wrapped at words and cut at whole letters', () => {
  const text = 'Household and cleaning things for the whole family';
  const lines = wrapText(text, 200, 22, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const one of lines) expect(estimateWidth(one, 22)).toBeLessThanOrEqual(200);
  expect(wrapText(text, 2000, 22, 2)).toEqual([text]);
  expect(shortenText('e\u0301'.repeat(50), 100, 22)).toMatch(/^(e\u0301)+…$/);
  expect(cleanText(' a\u0000\n\tb ')).toBe('a b');
  expect(['Pizza 🍕 & wine', '👨‍👩‍👧 Family', '🇬🇷', '7'].map(withoutEmoji)).toEqual([
    'Pizza & wine',
    'Family',
    '•',
    '7',
  ]);
});

test('figures in letters that the font lacks are written in English', () => {
  const axisOf = (locale: string) => JSON.stringify(chartPicture({ ...bar, locale, currency: 'JPY' }).config.plugins);
  expect(axisOf('ja')).toContain('¥40,000');
  expect(axisOf('ar-EG')).toContain('¥40,000');
  expect(axisOf('de')).toContain('40.000\u00a0¥');
});
