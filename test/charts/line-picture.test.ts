import { describe, expect, test } from 'vitest';
import type { LineChart } from '../../src/charts/chart-spec.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { background, mainColor, openGroundColor, otherColor } from '../../src/charts/palette.ts';
import { subject } from './chart-samples.ts';
import { blend, distance } from './laid-out.ts';
import { countColor, type Pixels, readPixels, runsOf } from './picture-pixels.ts';

const draw = async (spec: LineChart) => readPixels(drawChart(spec));
const labels = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const flat = labels.map(() => 50_000);
const edge = (value: number) => labels.map((_, at) => (at < 3 ? null : value));
const fan: LineChart = {
  ...subject,
  kind: 'line',
  labels,
  series: [{ name: 'Spent', values: flat }],
  bands: [
    { name: '80 %', low: edge(40_000), high: edge(60_000) },
    { name: '95 %', low: edge(30_000), high: edge(70_000) },
  ],
  open: { after: 2, name: 'Forecast' },
};
const outer = blend(mainColor, 46 / 255, openGroundColor);
const inner = blend(mainColor, 46 / 255, outer);

/** The rows of a column whose colour is nearly `color`, from the first to the last. */
function extent(pixels: Pixels, column: number, color: string): { top: number; bottom: number; count: number } {
  const rows = Array.from({ length: pixels.height }, (_, row) => row).filter(
    (row) => distance(pixels.colors[row * pixels.width + column] as number, color) <= 2,
  );
  return { top: rows[0] ?? -1, bottom: rows.at(-1) ?? -1, count: rows.length };
}

describe('a forecast', () => {
  test('has bands within one another, as wide as their amounts', async () => {
    const pixels = await draw(fan);
    const column = 1230;
    const wide = extent(pixels, column, outer);
    const narrow = extent(pixels, column, inner);
    expect(wide.count).toBeGreaterThan(50);
    expect(narrow.count).toBeGreaterThan(50);
    expect(wide.top).toBeLessThan(narrow.top);
    expect(wide.bottom).toBeGreaterThan(narrow.bottom);
    expect((wide.bottom - wide.top) / (narrow.bottom - narrow.top)).toBeGreaterThan(1.95);
    expect((wide.bottom - wide.top) / (narrow.bottom - narrow.top)).toBeLessThan(2.05);
  });

  test('fans out from the last known value', async () => {
    const pixels = await draw(fan);
    const widths = [760, 820, 880].map((column) => {
      const { top, bottom } = extent(pixels, column, outer);
      return bottom - top;
    });
    expect(widths[0]).toBeGreaterThan(10);
    expect(widths[1]).toBeGreaterThan(widths[0] as number);
    expect(widths[2]).toBeGreaterThan(widths[1] as number);
  });

  test('is dashed where it is not known, on a ground of its own', async () => {
    const pixels = await draw({ ...fan, bands: [] });
    const row = Array.from({ length: pixels.height }, (_, at) => at).reduce((best, at) =>
      countColor(pixels, mainColor, at, at + 1) > countColor(pixels, mainColor, best, best + 1) ? at : best,
    );
    const runs = runsOf(pixels, mainColor, { row });
    const ground = runsOf(pixels, openGroundColor, { row: row + 30 });
    const begin = ground[0]?.start as number;
    // The first dash, 20 pixels long, begins where the whole line ends.
    const whole = runs.filter(({ start, length }) => start + length <= begin + 24);
    const dashes = runs.filter(({ start }) => start > begin + 8);
    expect(whole.length).toBeLessThanOrEqual(3);
    expect(whole.length + dashes.length).toBe(runs.length);
    expect(dashes.length).toBeGreaterThan(12);
    for (const { length } of dashes.slice(0, -2)) expect(length).toBeLessThan(26);
    // Two of five steps are known.
    const end = (ground[0]?.length ?? 0) + begin;
    const from = runs[0]?.start as number;
    expect((begin - from) / (end - from)).toBeGreaterThan(0.38);
    expect((begin - from) / (end - from)).toBeLessThan(0.42);
  });

  test.each([-1, 5])('that begins after label %i is still drawn', async (after) => {
    const pixels = await draw({ ...fan, bands: [], open: { after, name: 'Forecast' } });
    expect(countColor(pixels, mainColor)).toBeGreaterThan(500);
    expect(countColor(pixels, openGroundColor) > 1000).toBe(after === -1);
  });
});

test('a quiet series is grey and thinner than the others', async () => {
  const thickness = async (quiet: boolean, color: string) => {
    const pixels = await draw({ ...fan, bands: [], open: undefined, series: [{ name: 'S', values: flat, quiet }] });
    const runs = runsOf(pixels, color, { column: 700 });
    return Math.max(...runs.map(({ length }) => length));
  };
  expect(await thickness(false, mainColor)).toBeGreaterThan(await thickness(true, otherColor));
});

test('many lines: the largest are drawn, and how many are not is said', async () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ name: `S${at}`, values: labels.map(() => (at + 1) * 1000) }));
  const seven = await draw({ ...fan, bands: [], open: undefined, series: many.slice(0, 7) });
  const twelve = await draw({ ...fan, bands: [], open: undefined, series: many });
  expect(countColor(twelve, background)).not.toBe(countColor(seven, background));
  const { series } = { series: many };
  const kept = await draw({ ...fan, bands: [], open: undefined, series: series.slice(6), subtitle: 'and 6 more' });
  expect(twelve.colors).toEqual(kept.colors);
});

test('a legend of long names takes its room below the lines, not from them', async () => {
  const named = (length: number) =>
    draw({
      ...fan,
      bands: [],
      series: labels.slice(0, 6).map((_, at) => ({ name: `${at}`.repeat(length), values: flat })),
    });
  const [short, long] = await Promise.all([named(1), named(40)]);
  expect(long.height).toBeGreaterThan(short.height + 100);
});
