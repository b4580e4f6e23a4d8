/**
 * How long one chart of each kind takes: a year of it at twice the pixels, through the worker, once it is warm. On a machine with other
 * work, cpu (of the whole process) is what an idle core would take.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createChartRenderer } from '../src/charts/renderer.ts';
import { chartGallery } from '../test/charts/chart-gallery.ts';

const rounds = 40;
const warmUp = 8;
const kinds = chartGallery().filter(({ name }) => name.endsWith(' EUR 12'));
const renderer = createChartRenderer();

const startedAt = performance.now();
await renderer.render((kinds[0] as (typeof kinds)[number]).spec);
const first = performance.now() - startedAt;

const delay = monitorEventLoopDelay({ resolution: 5 });
for (const { name, spec } of kinds) {
  // A new title each time, so that nothing is drawn from memory.
  const draw = (round: number) => renderer.render({ ...spec, title: `${spec.title}, ${round}` });
  for (let round = 0; round < warmUp; round++) await draw(-round);
  delay.enable();
  const times: number[] = [];
  const costs: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    const worked = process.cpuUsage();
    bytes = (await draw(round)).length;
    times.push(performance.now() - before);
    const { user, system } = process.cpuUsage(worked);
    costs.push((user + system) / 1000);
  }
  delay.disable();
  const kind = name.replace(' EUR 12', '').padEnd(18);
  process.stdout.write(`chart, ${kind} wall ${spread(times)}, cpu ${spread(costs)}, ${Math.round(bytes / 1024)} kB\n`);
}
await renderer.close();
process.stdout.write(
  `first chart ${first.toFixed(0)} ms, event loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms (timer of 5 ms)\n`,
);

/** Milliseconds that half of them and 95 of 100 do not exceed. */
function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] as number).toFixed(1);
  return `p50 ${at(0.5)}, p95 ${at(0.95)} ms`;
}
