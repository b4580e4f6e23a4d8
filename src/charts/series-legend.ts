/** The legend under charts of several series: a box for bars and bands, a piece of the line, dashes and all, for lines. */

import type { Chart, LegendItem } from 'chart.js';
import { fontFamily, fontSize } from './chart-frame.ts';
import { textColor } from './palette.ts';
import { shortenText } from './text-fit.ts';

/** As much of a name as leaves room for a second one beside it. */
export function legendName(name: string): string {
  return shortenText(name, 320, fontSize);
}

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
          const { label, backgroundColor, borderColor, borderDash, fill, swatch } = dataset as unknown as {
            label: string;
            backgroundColor: string;
            swatch?: string;
            borderColor: string;
            borderDash?: number[];
            fill?: unknown;
          };
          if (!label) continue;
          const isLine = borderDash !== undefined;
          items.push({
            text: label,
            datasetIndex,
            fillStyle: swatch ?? backgroundColor,
            strokeStyle: isLine ? borderColor : (swatch ?? backgroundColor),
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
