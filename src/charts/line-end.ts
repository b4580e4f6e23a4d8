/** Writes the last known amount of each line beside its last point. */

import type { Chart, Plugin } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { background, quietTextColor, textColor } from './palette.ts';

/** A point of a line: its place along the axis and its minor units. */
export interface LineEnd {
  readonly at: number;
  readonly value: number;
  /** Whether it belongs to a line that the others are held against. */
  readonly quiet: boolean;
}

interface LineEnds {
  readonly ends: readonly LineEnd[];
  readonly texts: readonly string[];
  readonly font: string;
  readonly color: string;
  readonly quietColor: string;
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
    quietColor: quietTextColor,
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
          y > chartArea.top - 30 &&
          y < chartArea.bottom + 4 &&
          taken.every((other) => Math.abs(other.y - y) >= 28 || other.right < right - width || other.left > right);
        // Next to the point on its side of zero, else on the other, else a line further.
        const places = end.value >= 0 ? [-20, 26, -50, 56, -80, 86] : [26, -20, 56, -50, 86, -80];
        const y = point + (places.find((place) => isFree(point + place)) ?? -20);
        taken.push({ left: right - width, right, y });
        ctx.textBaseline = 'middle';
        ctx.lineWidth = 6;
        ctx.strokeStyle = this.halo;
        ctx.strokeText(text, right, y);
        ctx.fillStyle = end.quiet ? this.quietColor : this.color;
        ctx.fillText(text, right, y);
      }
      ctx.restore();
    },
  };
}
