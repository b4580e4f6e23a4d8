/** Writes the last known amount of each line beside its last point. */

import type { Chart, Plugin } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { background, textColor } from './palette.ts';

/** A point of a line: its place along the axis and its minor units. */
export interface LineEnd {
  readonly at: number;
  readonly value: number;
}

interface LineEnds {
  readonly ends: readonly LineEnd[];
  readonly texts: readonly string[];
  readonly font: string;
  readonly color: string;
  readonly halo: string;
}

/** A plugin that writes `texts` above the points `ends`, with a white halo so that a line behind does not cross them out. */
export function lineEndPlugin(ends: readonly LineEnd[], texts: readonly string[]): Plugin & LineEnds {
  return {
    id: 'lineEnd',
    ends,
    texts,
    font: `600 ${fontSize}px ${fontFamily}`,
    color: textColor,
    halo: background,
    afterDatasetsDraw(this: LineEnds, chart: Chart) {
      const { ctx, chartArea, scales } = chart;
      const taken: { left: number; right: number; y: number }[] = [];
      ctx.save();
      ctx.font = this.font;
      ctx.textAlign = 'right';
      ctx.lineJoin = 'round';
      for (const [index, end] of this.ends.entries()) {
        if (!scales.x || !scales.y) continue;
        const text = this.texts[index] ?? '';
        const width = ctx.measureText(text).width;
        const point = scales.y.getPixelForValue(end.value);
        const right = Math.min(
          Math.max(scales.x.getPixelForValue(end.at) + 10, chartArea.left + width),
          chart.width - 10,
        );
        const isFree = (y: number) =>
          taken.every((other) => Math.abs(other.y - y) >= 28 || other.right < right - width || other.left > right);
        // Above the point, else below it, else under whatever stands there already.
        const above = end.value >= 0 ? point - 40 > chartArea.top : point + 40 > chartArea.bottom;
        let y = above ? point - 20 : point + 26;
        if (!isFree(y)) y = above ? point + 26 : point - 20;
        if (!isFree(y) || y > chartArea.bottom) y = Math.min(...taken.map((other) => other.y)) - 30;
        taken.push({ left: right - width, right, y });
        ctx.textBaseline = 'middle';
        ctx.lineWidth = 6;
        ctx.strokeStyle = this.halo;
        ctx.strokeText(text, right, y);
        ctx.fillStyle = this.color;
        ctx.fillText(text, right, y);
      }
      ctx.restore();
    },
  };
}
