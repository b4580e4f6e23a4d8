/** Writes each bar's amount at its end, where there is room. */

import type { Chart, Plugin } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { background, quietTextColor, textColor } from './palette.ts';

interface ValueLabels {
  /** Where each text stands, in minor units along the axis of amounts. */
  readonly ends: readonly number[];
  /** The texts from the most exact to the shortest; the first set that fits is drawn. */
  readonly variants: readonly (readonly string[])[];
  readonly horizontal: boolean;
  readonly font: string;
  readonly color: string;
  readonly zeroColor: string;
  /** Around the texts where a line may run through them. */
  readonly halo: string | null;
}

/** A plugin that labels the bars, and draws the zero line where bars go below it. When no variant fits, the highest bar alone gets its exact amount. */
export function valueLabelsPlugin(
  ends: readonly number[],
  variants: readonly (readonly string[])[],
  horizontal: boolean,
  withHalo = false,
): Plugin & ValueLabels {
  return {
    id: 'valueLabels',
    ends,
    variants,
    horizontal,
    font: `600 ${fontSize}px ${fontFamily}`,
    color: textColor,
    zeroColor: quietTextColor,
    halo: withHalo ? background : null,
    beforeDatasetsDraw(this: ValueLabels, chart: Chart) {
      const { ctx, chartArea } = chart;
      const amounts = this.horizontal ? chart.scales.x : chart.scales.y;
      if (!amounts || amounts.min >= 0) return;
      const zero = amounts.getPixelForValue(0);
      ctx.fillStyle = this.zeroColor;
      if (this.horizontal) ctx.fillRect(zero - 1, chartArea.top, 2, chartArea.height);
      else ctx.fillRect(chartArea.left, zero - 1, chartArea.width, 2);
    },
    afterDatasetsDraw(this: ValueLabels, chart: Chart) {
      const { ctx, chartArea } = chart;
      const names = this.horizontal ? chart.scales.y : chart.scales.x;
      const amounts = this.horizontal ? chart.scales.x : chart.scales.y;
      if (!names || !amounts || this.ends.length === 0) return;
      ctx.save();
      ctx.font = this.font;
      ctx.fillStyle = this.color;
      ctx.textAlign = this.horizontal ? 'left' : 'center';
      const slot = this.horizontal ? Number.POSITIVE_INFINITY : chartArea.width / this.ends.length - 6;
      const fitting = this.variants.find((texts) => texts.every((text) => ctx.measureText(text).width <= slot));
      const highest = this.ends.indexOf(Math.max(...this.ends));
      for (const [index, end] of this.ends.entries()) {
        if (!fitting && (index !== highest || end <= 0)) continue;
        const text = (fitting ?? this.variants[0])?.[index] ?? '';
        const across = names.getPixelForValue(index);
        if (this.horizontal) {
          ctx.textBaseline = 'middle';
          // A bar below zero has its names on the left, so its amount stands right of the zero line.
          ctx.fillText(text, amounts.getPixelForValue(Math.max(end, 0)) + 8, across);
        } else {
          const half = ctx.measureText(text).width / 2;
          const x = Math.min(Math.max(across, chartArea.left + half), chart.width - half - 4);
          ctx.textBaseline = end < 0 ? 'top' : 'bottom';
          const y = amounts.getPixelForValue(end) + (end < 0 ? 6 : -4);
          if (this.halo) {
            ctx.strokeStyle = this.halo;
            ctx.lineWidth = 5;
            ctx.lineJoin = 'round';
            ctx.strokeText(text, x, y);
          }
          ctx.fillText(text, x, y);
        }
      }
      ctx.restore();
    },
  };
}
