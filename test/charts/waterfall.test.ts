import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WaterfallChart } from '../../src/charts/chart-spec.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { alarmColor, mainColor, quietTextColor } from '../../src/charts/palette.ts';
import { waterfallSteps } from '../../src/charts/waterfall-steps.ts';
import { waterfall } from './chart-samples.ts';
import { marksOf } from './laid-out.ts';
import { readPixels, runsOf } from './picture-pixels.ts';

const changed = (start: number, values: readonly number[]): WaterfallChart => ({
  ...waterfall,
  start: { label: 'May', value: start },
  labels: values.map((_, at) => `C${at}`),
  values,
  end: { label: 'June', value: values.reduce((sum, value) => sum + value, start) },
});
const money = fc.integer({ min: -1e12, max: 1e12 });

test('each step begins where the one before it ended, and nothing is lost', () => {
  fc.assert(
    fc.property(money, fc.array(money, { maxLength: 40 }), fc.integer({ min: 2, max: 12 }), (start, values, limit) => {
      const spec = changed(start, values);
      const steps = waterfallSteps(spec, limit, 'Other');
      const changes = steps.slice(1, -1);
      expect(steps[0]).toMatchObject({ kind: 'total', from: 0, to: start });
      expect(steps.at(-1)).toMatchObject({ kind: 'total', from: 0, to: spec.end.value });
      let level = start;
      for (const { from, to, kind } of changes) {
        expect(from).toBe(level);
        expect(kind).toBe(to > from ? 'rise' : 'fall');
        level = to;
      }
      expect(level).toBe(spec.end.value);
      expect(changes.length).toBeLessThanOrEqual(limit);
    }),
  );
});

test('rises come first, then falls, each from the largest; what was merged comes last', () => {
  const steps = waterfallSteps(changed(1000, [-5, 300, 2, -400, 0, 100, -1]), 4, 'Other');
  expect(steps.slice(1, -1).map(({ name, from, to }) => [name, to - from])).toEqual([
    ['C1', 300],
    ['C5', 100],
    ['C3', -400],
    ['Other', -4],
  ]);
});

test('a category that is itself called "other" takes in the small ones', () => {
  const spec = { ...changed(0, [9, 8, 7, 1]), labels: ['a', 'other', 'b', 'c'] };
  const names = waterfallSteps(spec, 3, 'Other').map(({ name }) => name);
  expect(names).toEqual(['May', 'a', 'b', 'Other', 'June']);
});

test('the drawn bars are as long as their amounts and hang together', async () => {
  const pixels = await readPixels(drawChart(waterfall));
  // Rows of the bars' middles, as the layout says; the bars themselves are measured.
  const boxes = marksOf(waterfall).boxes;
  const colors = [quietTextColor, alarmColor, alarmColor, mainColor, quietTextColor];
  const bars = boxes.map(({ y, height }, at) => {
    const runs = runsOf(pixels, colors[at] as string, { row: Math.round((y + height / 2) * 2) });
    const longest = runs.sort((a, b) => b.length - a.length)[0];
    return { from: longest?.start ?? 0, to: (longest?.start ?? 0) + (longest?.length ?? 0) };
  });
  const [may, travel, health, dining, june] = bars as [Bar, Bar, Bar, Bar, Bar];
  const unit = (may.to - may.from) / 100;
  const lengths = [travel, health, dining, june].map(({ from, to }) => (to - from) / unit);
  for (const [at, expected] of [50, 10, 20, 140].entries())
    expect(Math.abs((lengths[at] as number) - expected)).toBeLessThan(1.5);
  expect(Math.abs(travel.from - may.to)).toBeLessThanOrEqual(3);
  expect(Math.abs(health.from - travel.to)).toBeLessThanOrEqual(3);
  expect(Math.abs(dining.to - health.to)).toBeLessThanOrEqual(3);
  expect(Math.abs(june.to - dining.from)).toBeLessThanOrEqual(3);
  expect(june.from).toBe(may.from);
});

interface Bar {
  readonly from: number;
  readonly to: number;
}

test('totals that are close and far from zero are cut, so that the changes show, and say so', () => {
  const far = marksOf(changed(1_000_000, [5000, -2000]));
  const near = marksOf(changed(6000, [5000, -2000]));
  const [first, rise, fall] = far.boxes as unknown as [{ width: number }, { width: number }, { width: number }];
  expect(rise.width / fall.width).toBeCloseTo(2.5, 1);
  expect(rise.width).toBeGreaterThan(100);
  expect(first.width).toBeLessThan(rise.width * 2);
  const slashes = (marks: typeof far) => marks.strokes.filter(({ width }) => width === 4).length;
  expect(slashes(far)).toBe(4);
  expect(slashes(near)).toBe(0);
});

test('no text leaves the picture, and no bar lies on a text', () => {
  const huge = changed(9e15, [-4e15, 3e12, -2]);
  for (const spec of [waterfall, huge, { ...huge, currency: 'KWD', locale: 'de' }]) {
    const { boxes, labels } = marksOf(spec);
    const amounts = labels.filter(({ align }) => align === 'right');
    const left = Math.min(...amounts.map(({ x, room = 0 }) => x - room));
    for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(left);
    for (const { x, room = 0, align } of labels) {
      if (align === 'left') for (const box of boxes) expect(x + room).toBeLessThanOrEqual(box.x);
    }
  }
});
