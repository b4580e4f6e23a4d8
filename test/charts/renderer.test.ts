import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChartRenderer } from '../../src/charts/chart-spec.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { createChartRenderer } from '../../src/charts/renderer.ts';
import { PlatformError } from '../../src/errors.ts';
import { bar, everyKind } from './chart-samples.ts';

const faulty = { workerUrl: new URL('./faulty-worker.ts', import.meta.url) };
const opened: ChartRenderer[] = [];

function open(options?: Parameters<typeof createChartRenderer>[0]): ChartRenderer {
  const renderer = createChartRenderer(options);
  opened.push(renderer);
  return renderer;
}

afterEach(async () => {
  for (const renderer of opened.splice(0)) await renderer.close();
});

test('50 charts asked for at once come back each to its asker, and leave the event loop free', async () => {
  const renderer = open();
  const specs = Array.from({ length: 50 }, (_, index) => ({ ...bar, title: `Chart ${index}` }));
  await renderer.render(bar);
  const before = performance.eventLoopUtilization();
  const pngs = await Promise.all(specs.map((spec) => renderer.render(spec)));
  const { utilization } = performance.eventLoopUtilization(before);
  expect(utilization).toBeLessThan(0.4);
  for (const index of [0, 17, 49])
    expect(Buffer.from(pngs[index] as Uint8Array)).toEqual(Buffer.from(drawChart(specs[index] as typeof bar)));
});

test('every kind crosses to the thread and back', async () => {
  const renderer = open();
  for (const [, spec] of everyKind)
    expect(Buffer.from(await renderer.render(spec))).toEqual(Buffer.from(drawChart(spec)));
});

describe('when the thread fails', () => {
  test.each(['crash', 'exit'])(
    '%s: that chart alone is rejected, the others are drawn on a new thread',
    async (title) => {
      const renderer = open(faulty);
      const answers = await Promise.allSettled(
        [bar, { ...bar, title }, bar, { ...bar, title }, bar].map((spec) => renderer.render(spec)),
      );
      expect(answers.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      for (const answer of answers)
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(PlatformError);
    },
  );

  test('a thread that hangs is ended and replaced', async () => {
    const renderer = open({ ...faulty, timeoutMs: 3000 });
    const [hung, next] = await Promise.allSettled([renderer.render({ ...bar, title: 'hang' }), renderer.render(bar)]);
    expect(hung).toMatchObject({
      status: 'rejected',
      reason: { name: 'PlatformError', message: expect.stringContaining('3000 ms') },
    });
    expect(next.status).toBe('fulfilled');
  });

  test('a module that is not there rejects each chart instead of starting for ever', async () => {
    const renderer = open({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) });
    const answers = await Promise.allSettled([renderer.render(bar), renderer.render(bar)]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'PlatformError' } });
  });
});

test('a spec that breaks its contract is a TypeError that names the field', async () => {
  const renderer = open();
  await expect(renderer.render({ ...bar, values: [1.5, 1, 1, 1] })).rejects.toThrow(
    new TypeError('bar chart: values has 1.5; amounts are whole minor units.'),
  );
  await expect(renderer.render({ ...bar, values: [1] })).rejects.toThrow('values has 1 values for 4 labels');
});

test('close ends what is under way and refuses what comes later', async () => {
  const renderer = open();
  const pending = Promise.allSettled([renderer.render(bar), renderer.render(bar)]);
  await new Promise((resolve) => setImmediate(resolve));
  await renderer.close();
  for (const answer of await pending)
    expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'PlatformError' } });
  await expect(renderer.render(bar)).rejects.toBeInstanceOf(PlatformError);
});

test('an idle thread keeps no process alive, a busy one does', async () => {
  const module = new URL('../../src/charts/renderer.ts', import.meta.url).href;
  const script = `import { createChartRenderer } from ${JSON.stringify(module)};
    const renderer = createChartRenderer();
    const spec = ${JSON.stringify(bar)};
    await renderer.render(spec);
    renderer.render(spec).then((png) => console.log('drawn', png.length > 1000));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process that is kept alive must not outlive the test.
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  const [code] = await once(child, 'exit');
  expect({ code, output }).toEqual({ code: 0, output: 'drawn true\n' });
});
