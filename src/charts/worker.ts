/** The thread that draws: one spec in, one PNG (or the words of what went wrong) out, in order. */

import { parentPort } from 'node:worker_threads';
import type { ChartSpec } from './chart-spec.ts';
import { drawChart } from './draw-chart.ts';

export type DrawingAnswer = { readonly png: Uint8Array } | { readonly error: string };

parentPort?.on('message', (spec: ChartSpec) => {
  let answer: DrawingAnswer;
  try {
    answer = { png: drawChart(spec) };
  } catch (error) {
    answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
