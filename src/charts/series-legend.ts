/** The legend under charts of several series: a box for bars and bands, a piece of the line, dashes and all, for lines. */

import type { Chart, LegendItem } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { textColor } from './palette.ts';

/** Legend options; a series with an empty name is left out. */
export function seriesLegend(display: boolean) {
  return {
    display,
    position: 'bottom' as const,
    align: 'start' as const,
    labels: {
      usePointStyle: true,
      pointStyleWidth: 34,
      boxHeight: 14,
      padding: 14,
      color: textColor,
      font: { family: fontFamily, size: fontSize },
      generateLabels(chart: Chart): LegendItem[] {
        const items: LegendItem[] = [];
        for (const [datasetIndex, dataset] of chart.data.datasets.entries()) {
          const { label, backgroundColor, borderColor, borderDash, fill } = dataset as unknown as {
            label: string;
            backgroundColor: string;
            borderColor: string;
            borderDash?: number[];
            fill?: unknown;
          };
          if (!label) continue;
          const isLine = borderDash !== undefined;
          items.push({
            text: label,
            datasetIndex,
            fillStyle: backgroundColor,
            strokeStyle: isLine ? borderColor : backgroundColor,
            lineWidth: isLine ? 4 : 0,
            lineDash: borderDash ?? [],
            pointStyle: isLine && !fill ? 'line' : 'rectRounded',
            fontColor: chart.options.color as string,
          });
        }
        return items;
      },
    },
  };
}
