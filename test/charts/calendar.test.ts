import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarMonths } from '../../src/charts/calendar-months.ts';
import type { CalendarChart } from '../../src/charts/chart-spec.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { dayLook, heatLimits } from '../../src/charts/heat-steps.ts';
import { background, heatColors, textColor, trackColor } from '../../src/charts/palette.ts';
import { calendar } from './chart-samples.ts';
import { contrast, luminance, marksOf } from './laid-out.ts';
import { readPixels } from './picture-pixels.ts';

const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10));
/** The boxes of the days, in their order; those of the legend come after. */
const cells = (spec: CalendarChart, count: number) => marksOf(spec).boxes.slice(0, count);

test.each([1, 6, 7] as const)('weeks that begin on day %i put each day under its weekday', (firstDayOfWeek) => {
  const all = days('2026-01-01', 365);
  const months = calendarMonths({ from: '2026-01-01', to: '2026-12-31', firstDayOfWeek, labels: [], values: [] });
  expect(months.flatMap((month) => month.days.map(({ day }) => day))).toEqual(all);
  for (const month of months) {
    let row = 0;
    for (const [at, day] of month.days.entries()) {
      // JavaScript counts from Sunday, 0.
      const weekday = new Date(day.day).getUTCDay();
      expect(day.column).toBe((weekday - (firstDayOfWeek % 7) + 7) % 7);
      if (at > 0 && day.column === 0) row++;
      expect(day.row).toBe(row);
    }
    expect(month.weeks).toBe(row + 1);
  }
});

test('February 2026, from Monday: the 1st is the last cell of the first row', () => {
  const [month] = calendarMonths({ from: '2026-02-01', to: '2026-02-28', firstDayOfWeek: 1, labels: [], values: [] });
  expect(month?.days[0]).toMatchObject({ column: 6, row: 0 });
  expect(month?.days[1]).toMatchObject({ column: 0, row: 1 });
});

const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 60 });

test('the more, the darker', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const limits = heatLimits(values, heatColors.length);
      expect([...limits].sort((a, b) => a - b)).toEqual(limits);
      // At most two digits that are no zeros, the second a five.
      for (const limit of limits) expect(String(limit)).toMatch(/^[1-9]5?0*$/);
      const looks = values.filter((value) => value > 0).sort((a, b) => a - b);
      const lights = looks.map((value) => luminance(dayLook(value, limits).fill as string));
      expect([...lights].sort((a, b) => b - a)).toEqual(lights);
    }),
  );
});

test('many different amounts use all the steps, one huge amount takes no step from the others', () => {
  const values = [...Array.from({ length: 50 }, (_, at) => (at + 1) * 100), 1e12];
  const limits = heatLimits(values, 5);
  const used = new Set(values.map((value) => dayLook(value, limits).fill));
  expect(used).toEqual(new Set(heatColors));
});

describe('a month', () => {
  const labels = days('2026-06-01', 30).filter((_, at) => at % 3 !== 2);
  const values = labels.map((_, at) => at * 700);
  const spec: CalendarChart = { ...calendar, labels, values };

  test('its cells lie in seven columns, do not overlap, and have the colours of their amounts', async () => {
    const boxes = cells(spec, 30);
    expect(new Set(boxes.map(({ x }) => x)).size).toBe(7);
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart = other.x >= box.x + box.width || box.x >= other.x + other.width || other.y >= box.y + box.height;
        expect(apart).toBe(true);
      }
    }
    const pixels = await readPixels(drawChart(spec));
    // Halfway up its left edge, where neither its day nor its amount stands.
    const colorAt = ({ x, y, height }: { x: number; y: number; height: number }) =>
      pixels.colors[Math.round((y + height / 2) * 2) * pixels.width + Math.round((x + 4) * 2)] as number;
    const lights = labels.map((day) => {
      const color = colorAt(boxes[Number(day.slice(8)) - 1] as (typeof boxes)[number]);
      return luminance(`#${color.toString(16).padStart(6, '0')}`);
    });
    const above = lights.slice(1);
    expect([...above].sort((a, b) => b - a)).toEqual(above);
    expect(new Set(above).size).toBe(heatColors.length);
  });

  test('a zero is grey, a day without entries is an empty frame, one below zero is neither', () => {
    const boxes = cells(calendar, 30);
    expect(boxes[2]).toMatchObject({ fill: trackColor });
    expect(boxes[1]?.fill).toBeUndefined();
    expect(boxes[1]?.edge).toBeDefined();
    const below = boxes[29]?.fill as string;
    expect([trackColor, ...heatColors]).not.toContain(below);
  });

  test('amounts can be read on every colour', () => {
    const { boxes, labels: texts } = marksOf({
      ...spec,
      labels: days('2026-06-01', 30),
      values: days('2026-06-01', 30).map((_, at) => at * 900 - 900),
    });
    for (const box of boxes.slice(0, 30)) {
      const inside = texts.filter(
        ({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      );
      expect(inside).toHaveLength(2);
      for (const { color } of inside) expect(contrast(color, box.fill ?? background)).toBeGreaterThan(4.5);
    }
    expect(texts[0]?.color).toBe(textColor);
  });
});

test.each([
  ['2026-06-01', '2026-06-30', 1],
  ['2026-05-20', '2026-06-10', 2],
  ['2026-01-01', '2026-12-31', 12],
  ['2025-06-15', '2026-06-14', 13],
])('%s to %s: names of %i months, all within the picture', (from, to, count) => {
  const { labels, boxes } = marksOf({ ...calendar, from, to, labels: [], values: [] });
  const names = labels.filter(({ bold, align }) => bold && align === 'left' && Number.isNaN(Number(labels)));
  expect(names).toHaveLength(count);
  for (const box of boxes) expect(box.x + box.width).toBeLessThanOrEqual(800 - 28 + 1);
});

test('the legend has an amount for each step, the largest last', () => {
  const labels = days('2026-06-01', 30);
  const { labels: texts } = marksOf({ ...calendar, labels, values: labels.map((_, at) => (at + 1) * 1000) });
  const limits = texts.map(({ text }) => text).filter((text) => text.startsWith('≤'));
  expect(limits).toHaveLength(heatColors.length);
  expect(limits.at(-1)).toBe('≤ €300.00');
});
