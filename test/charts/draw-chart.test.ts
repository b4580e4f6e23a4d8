import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/draw-chart.ts';
import {
  alarmColor,
  mainColor,
  openGroundColor,
  seriesColors,
  textColor,
  trackColor,
} from '../../src/charts/palette.ts';
import { bar, budget, doughnut, everyKind, hardSpecs, line, stacked, trend } from './chart-samples.ts';
import { charactersOf } from './font-characters.ts';
import { blend } from './laid-out.ts';
import { countColor, countDifferent, readPixels, runsOf } from './picture-pixels.ts';

const white = '#FFFFFF';

describe('every kind', () => {
  test.each(everyKind)('%s is a PNG at two pixels a CSS pixel', async (_, spec) => {
    const png = drawChart(spec);
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const pixels = await readPixels(png);
    expect(pixels.width).toBe(1600);
    expect(pixels.height).toBeGreaterThan(400);
    expect(pixels.colors[0]).toBe(0xffffff);
    expect(drawChart(spec)).toEqual(png);
    expect(drawChart({ ...spec, title: 'Dining, July 2026' })).not.toEqual(png);
  });

  test.each(hardSpecs)('%s still makes a picture with something on it', async (_, spec) => {
    const pixels = await readPixels(drawChart(spec));
    const all = pixels.width * pixels.height;
    expect(pixels.height).toBeLessThan(8000);
    expect(countColor(pixels, white)).toBeLessThan(all - 200);
  });
});

describe('bars', () => {
  test('are as high as their values say', async () => {
    const pixels = await readPixels(drawChart(bar));
    const bars = runsOf(pixels, mainColor, { row: pixels.height - 130 });
    expect(bars).toHaveLength(4);
    const heights = bars.map(({ start, length }) => {
      const runs = runsOf(pixels, mainColor, { column: start + Math.floor(length / 2) });
      return runs.reduce((total, run) => total + run.length, 0);
    });
    const unit = (heights[2] as number) / 40;
    for (const [index, value] of [10, 20, 40, 5].entries())
      expect(Math.abs((heights[index] as number) - value * unit)).toBeLessThan(4);
  });

  test('below zero hang under the line in another colour', async () => {
    const pixels = await readPixels(drawChart({ ...bar, values: [20_000, -20_000, 1, 1] }));
    const rowOf = (color: string) => {
      const rows = Array.from({ length: pixels.height }, (_, row) => row);
      const found = rows.filter((row) => runsOf(pixels, color, { row }).length > 0);
      return { top: found[0] as number, bottom: found.at(-1) as number };
    };
    expect(rowOf(mainColor).bottom).toBeLessThanOrEqual(rowOf(alarmColor).top);
    expect(rowOf(alarmColor).bottom - rowOf(alarmColor).top).toBeGreaterThan(100);
  });

  test('lie down when their names are long, and the picture grows with them', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `Category with a name ${index}`);
    const draw = (count: number) =>
      readPixels(drawChart({ ...bar, labels: names(count), values: Array(count).fill(100) }));
    const [few, many] = await Promise.all([draw(6), draw(20)]);
    expect(many.height).toBeGreaterThan(few.height + 14 * 60);
    const longest = runsOf(few, mainColor, { column: 800 });
    expect(longest).toHaveLength(6);
  });

  test('of a stack share its length by their values', async () => {
    const pixels = await readPixels(drawChart(stacked));
    const [lower, upper] = seriesColors;
    const column = (runsOf(pixels, lower, { row: pixels.height - 220 })[0]?.start as number) + 20;
    const length = (color: string) => Math.max(...runsOf(pixels, color, { column }).map((run) => run.length));
    expect(length(upper) / length(lower)).toBeGreaterThan(2.85);
    expect(length(upper) / length(lower)).toBeLessThan(3.15);
  });
});

test('bars that are not over yet are paler, and their average lies over them', async () => {
  const even = {
    ...trend,
    values: [20_000, 20_000, 20_000, 20_000],
    line: { name: 'A', values: [10_000, 10_000, 10_000, 10_000] },
  };
  const pixels = await readPixels(drawChart(even));
  const row = 640;
  const whole = runsOf(pixels, mainColor, { row }).filter(({ length }) => length > 50);
  const pale = runsOf(pixels, blend(mainColor, 115 / 255, openGroundColor), { row }).filter(
    ({ length }) => length > 50,
  );
  expect([whole.length, pale.length]).toEqual([3, 1]);
  expect(Math.abs((pale[0]?.length ?? 0) - (whole[0]?.length ?? 0))).toBeLessThan(4);
  // Half as high as the bars: as much blue above the line as below it.
  const column = (whole[1]?.start as number) + 20;
  const dark = runsOf(pixels, textColor, { column }).filter(({ length }) => length >= 6 && length <= 9);
  const [above, below] = runsOf(pixels, mainColor, { column });
  expect(dark).toHaveLength(1);
  expect(Math.abs((above?.length ?? 0) - (below?.length ?? 0))).toBeLessThan(12);
});

test('what a budget is heading for is marked below its bar, as far along as it is of the budget', async () => {
  const draw = (share: number) =>
    drawChart({ ...budget, rows: [{ label: 'Dining', spent: 5000, budget: 40_000, expected: 40_000 * share }] });
  const tipOf = async (share: number) => {
    const pixels = await readPixels(draw(share));
    const used = Array.from({ length: pixels.height }, (_, row) => row).filter(
      (row) => runsOf(pixels, mainColor, { row }).length > 0,
    );
    const row = (used.at(-1) as number) + 12;
    return (runsOf(pixels, textColor, { row })[0]?.start as number) / 1488;
  };
  const [quarter, half] = await Promise.all([tipOf(0.25), tipOf(0.5)]);
  expect(half - quarter).toBeGreaterThan(0.245);
  expect(half - quarter).toBeLessThan(0.255);
});

test('a line has a gap where nothing is known', async () => {
  const gap = {
    ...line,
    bands: undefined,
    labels: ['1', '2', '3', '4', '5'],
    series: [{ name: 'S', values: [50, 50, null, 50, 50] }],
  };
  const full = { ...gap, series: [{ name: 'S', values: [50, 50, 50, 50, 50] }] };
  const across = async (spec: typeof full) => {
    const pixels = await readPixels(drawChart(spec as typeof line));
    return Math.max(...Array.from({ length: pixels.height }, (_, row) => countColor(pixels, mainColor, row, row + 1)));
  };
  const whole = await across(full);
  const broken = await across(gap as never);
  expect(broken).toBeGreaterThan(whole * 0.45);
  expect(broken).toBeLessThan(whole * 0.55);
});

test('a band is shaded where both its edges are known', async () => {
  const shade = '#D1E6F1';
  const pixels = await readPixels(drawChart(line));
  const without = await readPixels(drawChart({ ...line, bands: undefined }));
  expect(countColor(without, shade)).toBeLessThan(100);
  expect(countColor(pixels, shade)).toBeGreaterThan(10_000);
});

test('a doughnut gives each slice its share', async () => {
  const pixels = await readPixels(drawChart({ ...doughnut, values: [75_000, 25_000, 0] }));
  const [first, second] = seriesColors;
  const ratio = countColor(pixels, first) / countColor(pixels, second);
  expect(ratio).toBeGreaterThan(2.85);
  expect(ratio).toBeLessThan(3.15);
});

test('only a budget that is overspent shows the alarm, hatched', async () => {
  const over = await readPixels(drawChart(budget));
  const rows = [{ label: 'Dining', spent: 29_900, budget: 30_000 }, ...budget.rows.slice(1)];
  const within = await readPixels(drawChart({ ...budget, rows }));
  expect(countColor(within, alarmColor)).toBe(0);
  expect(countColor(over, alarmColor)).toBeGreaterThan(200);
  expect(countColor(within, trackColor)).toBeGreaterThan(5000);
  const far = await readPixels(drawChart({ ...budget, rows: [{ label: 'Dining', spent: 60_000, budget: 30_000 }] }));
  const stripes = Array.from({ length: far.height }, (_, row) => runsOf(far, alarmColor, { row }).length);
  expect(Math.max(...stripes)).toBeGreaterThan(10);
});

describe('the bundled font', () => {
  const sample = 'Épicerie Łódź ğış Kαθαρά έσοδα Продукты їєґ €£¥₹₺₽₴₪₩₫₱₦₸₼₾ 0123456789 … · − % “”';

  test.each(['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'])(
    '%s has the letters and currency signs',
    async (file) => {
      const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${file}`);
      const characters = charactersOf(await readFile(path));
      expect(characters.has(0x05d0), 'Hebrew, which the font lacks').toBe(false);
      expect([...sample].filter((character) => !characters.has(character.codePointAt(0) as number))).toEqual([]);
    },
  );

  test('is what the title is drawn with', async () => {
    const title = 'Épicerie Έξοδα Расходы €₴';
    // Before the reference is registered, which would make the font known by its own name too.
    const drawn = await readPixels(drawChart({ ...bar, title }));
    const path = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf');
    expect(GlobalFonts.registerFromPath(path, 'Reference')).not.toBeNull();
    const canvas = createCanvas(1600, 120);
    const context = canvas.getContext('2d');
    context.fillStyle = white;
    context.fillRect(0, 0, 1600, 120);
    context.scale(2, 2);
    context.font = '600 30px Reference';
    context.textBaseline = 'middle';
    context.fillStyle = textColor;
    context.fillText(title, 28, 41);
    const expected = await readPixels(canvas.toBuffer('image/png'));
    expect(countDifferent(expected, drawn, 44, 116)).toBe(0);
    expect(countColor(expected, textColor, 44, 116)).toBeGreaterThan(1000);
  });

  test.each(['Έξοδα ανά κατηγορία', 'Расходы по категориям'])(
    'draws the title "%s", and not as empty boxes',
    async (title) => {
      const [top, bottom] = [44, 120];
      const draw = async (text: string) => readPixels(drawChart({ ...bar, title: text }));
      // Private-use letters that no font has.
      const [drawn, boxes, empty] = await Promise.all([
        draw(title),
        draw(title.replace(/\S/gu, '\u{10FFFD}')),
        draw(''),
      ]);
      const ink = (pixels: Awaited<ReturnType<typeof readPixels>>) =>
        1600 * (bottom - top) - countColor(pixels, white, top, bottom);
      expect(ink(drawn)).toBeGreaterThan(ink(empty) + 2000);
      expect(ink(boxes)).toBeGreaterThan(2000);
      expect(countDifferent(drawn, boxes, top, bottom)).toBeGreaterThan(2000);
    },
  );
});
