/** The drawing thread with faults: a title of "crash", "exit" or "hang" does that, everything else is drawn. */

import { parentPort } from 'node:worker_threads';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';

parentPort?.on('message', (spec: ChartSpec) => {
  if (spec.title === 'crash') throw new Error('a fault in the thread');
  if (spec.title === 'exit') process.exit(3);
  if (spec.title === 'hang') for (;;);
  parentPort?.postMessage({ png: drawChart(spec) });
});
