/** Writes the last known amount of each line beside its last point. */

import type { Chart, Plugin } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { background, textColor } from './palette.ts';

interface LineEnd {
  /** The last known point of each series: its place along the axis and its minor units. */
  readonly ends: readonly ({ readonly at: number; readonly value: number } | null)[];
  readonly texts: readonly string[];
  readonly font: string;
  readonly color: string;
  readonly halo: string;
}

/** A plugin that writes `texts` above the points `ends`, with a white halo so that a line behind does not cross them out. */
export function lineEndPlugin(ends: LineEnd['ends'], texts: readonly string[]): Plugin & LineEnd {
  return {
    id: 'lineEnd',
    ends,
    texts,
    font: `600 ${fontSize}px ${fontFamily}`,
    color: textColor,
    halo: background,
    afterDatasetsDraw(this: LineEnd, chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      const taken: number[] = [];
      ctx.save();
      ctx.font = this.font;
      ctx.textAlign = 'right';
      ctx.lineJoin = 'round';
      for (const [index, end] of this.ends.entries()) {
        if (!end || !scales.x || !scales.y) continue;
        const text = this.texts[index] ?? '';
        const width = ctx.measureText(text).width;
        const point = scales.y.getPixelForValue(end.value);
        const isUp = end.value >= 0 ? point - 40 > chartArea.top : point + 40 > chartArea.bottom;
        let y = isUp ? point - 20 : point + 26;
        // A second amount that would lie on the first one goes below it.
        if (taken.some((other) => Math.abs(other - y) < 28)) y = Math.max(...taken) + 30;
        taken.push(y);
        const x = Math.min(Math.max(scales.x.getPixelForValue(end.at) + 10, chartArea.left + width), chart.width - 10);
        ctx.textBaseline = 'middle';
        ctx.lineWidth = 6;
        ctx.strokeStyle = this.halo;
        ctx.strokeText(text, x, y);
        ctx.fillStyle = this.color;
        ctx.fillText(text, x, y);
      }
      ctx.restore();
    },
  };
}
