import { describe, expect, test } from 'vitest';
import { renderTextChart } from '../../src/charts/bars-in-text.ts';
import { displayWidth } from '../../src/charts/display-width.ts';
import { bar, budget, doughnut, everyKind, hardSpecs, line, stacked, subject } from './chart-samples.ts';

const linesOf = (spec: Parameters<typeof renderTextChart>[0], width = 60) => renderTextChart(spec, width).split('\n');

test('bars are in proportion, names and amounts aligned', () => {
  const [title, ...rows] = linesOf({ ...bar, labels: ['Food', 'Café', '食べ物', 'x'] }, 40);
  expect(title).toBe('Dining, June 2026');
  expect(rows.map(displayWidth)).toEqual([40, 40, 40, 40]);
  expect(rows.map((row) => row.slice(row.lastIndexOf(' ') + 1))).toEqual(['€100.00', '€200.00', '€400.00', '€50.00']);
  const blocks = rows.map((row) => row.match(/█/g)?.length ?? 0);
  expect(blocks[2]).toBe(25);
  // 25 columns are €400: €100 is 6¼ of them, €200 12½, €50 3⅛.
  expect(rows[0]).toMatch(/ █{6}▎ /);
  expect(rows[1]).toMatch(/ █{12}▌ /);
  expect(rows[3]).toMatch(/ █{3}▏ /);
});

test('a bar below zero is hatched, nothing has no bar, a trace still shows', () => {
  const rows = linesOf({ ...bar, values: [1_000_000, -500_000, 0, 1] }).slice(1);
  expect(rows[1]).toMatch(/B ▒+ +-€5,000\.00$/);
  expect(rows[2]).toMatch(/^C +€0\.00$/);
  expect(rows[3]).toMatch(/^D ▏ +€0\.01$/);
});

test('a line is a sparkline with gaps, its last amount and the last range of its band', () => {
  const rows = linesOf({ ...line, series: [{ name: 'Spent', values: [0, 2500, null, 10_000, 5000] }] });
  expect(rows[1]).toMatch(/^Spent ▁▃ █[▄▅] +€50\.00$/);
  expect(rows[2]).toMatch(/^Range +€20\.00 – €90\.00$/);
});

test('a long line keeps the last value of each stretch', () => {
  const values = Array.from({ length: 365 }, (_, day) => (day === 364 ? 100 : 0));
  const row = linesOf(
    { ...line, bands: undefined, labels: values.map(String), series: [{ name: 'S', values }] },
    50,
  )[1] as string;
  expect(displayWidth(row)).toBeLessThanOrEqual(50);
  expect(row).toMatch(/^S ▁+█ €1\.00$/);
});

test('a budget says how far it is, and marks what is over without colour', () => {
  const rows = linesOf(budget, 70).slice(1);
  expect(rows[0]).toMatch(/^Dining +█+! +€312\.00 of €300\.00 · €12\.00 over$/);
  const [, full = '', rest = ''] = /(█+)(░+) €200\.00 of €400\.00 · €200\.00 left$/.exec(rows[1] as string) ?? [];
  expect(Math.abs(full.length - rest.length)).toBeLessThanOrEqual(1);
  expect(full.length).toBeGreaterThan(5);
});

test('a doughnut lists shares from the largest, and refunds last', () => {
  const rows = linesOf(doughnut).slice(1);
  expect(rows.map((row) => row.replace(/[█▏▎▍▌▋▊▉ ]+/g, ' '))).toEqual([
    'Housing €750.00 75%',
    'Dining €250.00 25%',
    'Shopping -€40.00',
  ]);
});

test('a stack has one fill a series, and a legend', () => {
  const rows = linesOf(stacked);
  expect(rows[1]).toMatch(/^May {2}█{10}▓{30} +€400\.00$/);
  expect(rows[2]).toMatch(/^June █{20}▓{20} +€400\.00$/);
  expect(rows[3]).toBe('█ Dining  ▓ Groceries');
});

describe('words', () => {
  test.each([
    ['de', 'von', 'zu viel'],
    ['es-MX', 'de', 'de más'],
    ['fr', 'sur', 'de trop'],
    ['pt-BR', 'de', 'a mais'],
    ['el', 'of', 'over'],
  ])('%s', (locale, of, over) => {
    const row = linesOf({ ...budget, locale }, 80)[1] as string;
    expect(row).toContain(` ${of} `);
    expect(row).toContain(` ${over}`);
  });
});

test.each([...hardSpecs, ...everyKind])('%s keeps to its width and never cuts an amount', (_, spec) => {
  for (const width of [30, 48, 80]) {
    const lines = linesOf(spec, width);
    expect(lines.length).toBeGreaterThan(0);
    for (const row of lines) {
      // Where even the amount alone is wider, it is written whole on a line of its own.
      if (displayWidth(row) > width) expect(row).toMatch(/^ {2}\S/);
      expect(row).not.toMatch(/\p{Cc}/u);
    }
  }
});

test('an empty chart says so', () => {
  expect(renderTextChart({ ...subject, kind: 'bar', labels: [], values: [] }, 60)).toBe(
    'Dining, June 2026\nNothing to show yet',
  );
});

test('columns are counted as a terminal shows them', () => {
  expect(['é', 'e\u0301', '食', '👨‍👩‍👧', '🇬🇷', 'Ж', 'ﾊ', '\u200b'].map(displayWidth)).toEqual([
    1, 1, 2, 2, 2, 1, 1, 0,
  ]);
});
