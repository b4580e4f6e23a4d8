/** The legend under charts of several series: a box for bars and bands, a piece of the line, dashes and all, for lines. */

import type { Chart, LegendItem } from 'chart.js';
import { fontFamily, fontSize, padding, pictureWidth } from './chart-frame.ts';
import { textColor } from './palette.ts';
import { estimateWidth, shortenText } from './text-fit.ts';

const markWidth = 34;
const gap = 14;
export const legendRow = 36;

/** As much of a name as leaves room for a second one beside it. */
export function legendName(name: string): string {
  return shortenText(name, 320, fontSize);
}

/** CSS pixels that a legend of these names takes, empty ones left out; an estimate. */
export function legendHeight(names: readonly string[]): number {
  const room = pictureWidth - padding.left - padding.right;
  let rows = 0;
  let left = 0;
  for (const name of names.filter((one) => one !== '')) {
    const width = markWidth + 14 + gap + estimateWidth(name, fontSize);
    if (width > left) {
      rows += 1;
      left = room;
    }
    left -= width;
  }
  return rows * legendRow;
}

/** Legend options; a series with an empty name is left out. */
export function seriesLegend(display: boolean) {
  return {
    display,
    position: 'bottom' as const,
    align: 'start' as const,
    labels: {
      usePointStyle: true,
      pointStyleWidth: markWidth,
      boxHeight: 14,
      padding: gap,
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
