/** How long one chart takes: 12 bars at twice the pixels, through the worker, once it is warm. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BarChart } from '../src/charts/chart-spec.ts';
import { createChartRenderer } from '../src/charts/renderer.ts';

const rounds = 60;
const renderer = createChartRenderer();

function chart(round: number): BarChart {
  return {
    kind: 'bar',
    title: 'Spending by month, 2026',
    subtitle: 'All categories',
    alt: 'Twelve bars',
    locale: 'en',
    currency: 'EUR',
    labels: Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`),
    values: Array.from({ length: 12 }, (_, month) => 20_000 + ((month * 7919 + round * 131) % 100_000)),
  };
}

const startedAt = performance.now();
await renderer.render(chart(-1));
const first = performance.now() - startedAt;
for (let round = 0; round < 10; round++) await renderer.render(chart(round));

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const times: number[] = [];
let bytes = 0;
for (let round = 0; round < rounds; round++) {
  const before = performance.now();
  bytes = (await renderer.render(chart(round))).length;
  times.push(performance.now() - before);
}
delay.disable();
await renderer.close();

times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor((times.length - 1) * share)] as number).toFixed(1);
process.stdout.write(
  `chart, 12 bars, 1600 × 1000 px: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, first ${first.toFixed(0)} ms, ` +
    `${Math.round(bytes / 1024)} kB, event loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms (timer of 5 ms)\n`,
);
