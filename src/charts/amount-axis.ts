/** The axis of amounts in a Chart.js configuration, its texts worked out beforehand. */

import type { Plugin, Scale } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { gridColor, quietTextColor } from './palette.ts';
import type { ValueAxis } from './value-axis.ts';

/** Scale options that draw `axis`; the picture needs {@link amountTextsPlugin} beside them. */
export function amountScale(axis: ValueAxis, display = true) {
  return {
    display,
    min: axis.min,
    max: axis.max,
    grid: { color: gridColor, drawTicks: false },
    border: { display: false },
    ticks: {
      stepSize: axis.step,
      padding: 10,
      color: quietTextColor,
      font: { family: fontFamily, size: fontSize },
      callback(this: Scale, value: string | number) {
        const plugins = this.chart.config.plugins as unknown as { id: string; axis: ValueAxis }[];
        const axis = plugins.find((plugin) => plugin.id === 'amountTexts')?.axis;
        return axis?.texts[Math.round((Number(value) - axis.min) / axis.step)] ?? '';
      },
    },
  };
}

/** Carries the texts of the axis as data, since a function that goes to a server can't close over them. */
export function amountTextsPlugin(axis: ValueAxis): Plugin & { axis: ValueAxis } {
  return { id: 'amountTexts', axis };
}
