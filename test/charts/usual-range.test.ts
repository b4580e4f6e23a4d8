import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stackDots } from '../../src/charts/dot-stacks.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { alarmColor } from '../../src/charts/palette.ts';
import { usualRange } from './chart-samples.ts';
import { marksOf } from './laid-out.ts';
import { readPixels, runsOf } from './picture-pixels.ts';

test('dots stay near their amounts, within their height, and none covers another while there is room', () => {
  const places = fc.array(fc.integer({ min: 0, max: 744 }), { maxLength: 150 });
  fc.assert(
    fc.property(places, (xs) => {
      const dots = stackDots(xs, 212);
      expect(dots).toHaveLength(xs.length);
      for (const [at, dot] of dots.entries()) {
        expect(Math.abs(dot.x - (xs[at] as number))).toBeLessThanOrEqual(dot.radius + 1);
        expect(dot.up + dot.radius).toBeLessThanOrEqual(212);
        expect(dot.up - dot.radius).toBeGreaterThanOrEqual(0);
      }
      for (const [at, one] of dots.entries())
        for (const other of dots.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.up - other.up)).toBeGreaterThanOrEqual(2 * one.radius);
    }),
    { numRuns: 40 },
  );
});

test('more alike than there is room for still stay within their height', () => {
  const dots = stackDots(Array<number>(500).fill(100), 212);
  expect(dots).toHaveLength(500);
  expect(Math.max(...dots.map(({ up, radius }) => up + radius))).toBeLessThanOrEqual(212);
});

test('the range and the unusual amount stand where their amounts are', async () => {
  // The axis goes from €0 to €80: 20 steps of €4, of which the range is €10 to €22 and the amount €80.
  const pixels = await readPixels(drawChart(usualRange));
  const { dots, boxes } = marksOf(usualRange);
  const mark = dots.at(-1) as { x: number; y: number };
  const runs = runsOf(pixels, alarmColor, { row: Math.round(mark.y * 2) });
  expect(runs).toHaveLength(1);
  const drawn = ((runs[0]?.start ?? 0) + (runs[0]?.length ?? 0) / 2) / 2;
  const band = boxes[0] as { x: number; width: number };
  const perEuro = band.width / 12;
  expect(drawn - band.x).toBeCloseTo(70 * perEuro, -0.5);
  const shade = '#D1E6F1';
  const [range] = runsOf(pixels, shade, { row: Math.round((band as { y?: number }).y as number) * 2 + 40 });
  expect((range?.length ?? 0) / 2 / perEuro).toBeGreaterThan(11.8);
  expect((range?.length ?? 0) / 2 / perEuro).toBeLessThan(12.2);
});

test('says all three amounts', () => {
  const texts = marksOf(usualRange).labels.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['€80.00', '€10.00 – €22.00', '5', 'Now', 'Usual', 'Earlier']));
});
