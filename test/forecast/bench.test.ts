import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { benchForecast } from '../../bench/forecast.ts';
import { householdSeries, times } from './generated-series.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-forecast-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the measurement reads lines and ends with one line of figures', async () => {
  const file = join(folder, 'series.jsonl');
  const items = times(3, (seed) => {
    const all = householdSeries(seed, 44);
    return JSON.stringify({ id: `made-up ${seed}`, seasonLength: 12, train: all.slice(0, 38), test: all.slice(38) });
  });
  await writeFile(file, `${items.join('\n')}\n\n`);
  const lines: string[] = [];
  await benchForecast((line) => lines.push(line), [file, '--limit', '2', '--json']);
  expect(lines[0]).toBe('2 series');
  const figures = JSON.parse(lines.at(-1) ?? '');
  expect(Object.keys(figures)).toEqual(['series', 'smape', 'mase', 'owa', 'coverage80', 'coverage95', 'msPerSeries']);
  expect(figures.series).toBe(2);
  expect(Object.values(figures).every(Number.isFinite)).toBe(true);
  await expect(benchForecast(() => {}, ['--json'])).rejects.toThrow('Name a file');
});
