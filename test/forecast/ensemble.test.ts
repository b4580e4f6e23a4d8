import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../src/forecast/forecast.ts';
import { coverage, meanAbsoluteError } from '../../src/forecast/metrics.ts';
import { seasonalNaive } from '../../src/forecast/naive.ts';
import { seasonalTheta } from '../../src/forecast/theta.ts';
import { householdSeries, noise, times } from './generated-series.ts';

const HORIZON = 12;

describe('on forty made-up households', () => {
  const judged = times(40, (seed) => {
    const all = householdSeries(seed + 1, 48 + 6 * (seed % 6) + HORIZON);
    const [train, test] = [all.slice(0, -HORIZON), all.slice(-HORIZON)];
    return { train, test, shown: forecast(train, HORIZON, { seasonLength: 12 }) };
  });
  const error = (method: (train: number[]) => readonly number[]) =>
    judged.reduce(
      (total, { train, test }) => total + meanAbsoluteError(test, method(train)) / (train.at(-1) as number),
      0,
    );
  const shownError = judged.reduce((total, { train, test, shown }) => {
    const points = shown.steps.map(({ point }) => point);
    return total + meanAbsoluteError(test, points) / (train.at(-1) as number);
  }, 0);

  test('it is well better than the same as last year, and no worse than Theta', () => {
    expect(shownError).toBeLessThan(0.9 * error((train) => seasonalNaive(train, HORIZON, 12)));
    expect(shownError).toBeLessThan(1.02 * error((train) => seasonalTheta(train, HORIZON, 12)));
  });

  test.each([
    ['80', 'interval80', 0.7, 0.9],
    ['95', 'interval95', 0.88, 0.995],
  ] as const)('%s %% of what comes lies about as often within the interval', (_, name, least, most) => {
    const shares = judged.map(({ test, shown }) =>
      coverage(
        test,
        shown.steps.map((step) => step[name].low),
        shown.steps.map((step) => step[name].high),
      ),
    );
    const share = shares.reduce((total, each) => total + each, 0) / shares.length;
    expect(share).toBeGreaterThan(least);
    expect(share).toBeLessThan(most);
  });
});

test('ten months of ups and downs are better told by their level than by the last of them', () => {
  const [ours, last] = [0, 0].map((_, isLast) =>
    times(60, (seed) => {
      const chance = noise(seed + 1);
      const all = times(16, () => 1000 + 200 * chance());
      const { steps } = forecast(all.slice(0, 10), 6, { seasonLength: 12 });
      const points = isLast ? new Array(6).fill(all[9]) : steps.map(({ point }) => point);
      return meanAbsoluteError(all.slice(10), points);
    }).reduce((total, error) => total + error, 0),
  ) as [number, number];
  expect(ours).toBeLessThan(0.9 * last);
});

test('a thread of its own forecasts the same', async () => {
  const values = householdSeries(3, 40);
  const module = fileURLToPath(new URL('../../src/forecast/forecast.ts', import.meta.url));
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.module).then(({ forecast }) =>
      parentPort.postMessage(forecast(workerData.values, 6, { seasonLength: 12 })));`;
  const worker = new Worker(code, { eval: true, execArgv: [], workerData: { module, values } });
  try {
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(answer).toEqual(forecast(values, 6, { seasonLength: 12 }));
  } finally {
    await worker.terminate();
  }
});
