/** How bars are laid out, plain or stacked: standing while their names fit under them, lying otherwise. */

import type { ChartDataset } from 'chart.js';
import { amountScale, amountTextsPlugin } from './amount-axis.ts';
import { axisNames, namesFit, wrapNames } from './axis-names.ts';
import { exactAmount, exactAmounts, roundedAmounts } from './chart-amounts.ts';
import {
  baseOptions,
  type Frame,
  fontSize,
  groundPlugin,
  namesAxisLook,
  type Picture,
  padding,
  pictureHeight,
  pictureWidth,
} from './chart-frame.ts';
import type { BarChart, Series, StackedBarChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { isAlone } from './line-datasets.ts';
import { openNameHeight, openPartPlugin, shownOpen } from './open-part.ts';
import { textColor } from './palette.ts';
import { legendHeight, legendName, legendRow, seriesLegend } from './series-legend.ts';
import { estimateWidth } from './text-fit.ts';
import { valueAxis } from './value-axis.ts';
import { valueLabelsPlugin } from './value-labels.ts';

const rowHeight = 46;
const twoLineRowHeight = 64;
const nameWidth = 250;

/** Bars with what is written at them. */
export interface Bars {
  readonly labels: readonly string[];
  readonly datasets: (ChartDataset<'bar', number[]> & { swatch?: string })[];
  /** What is written at each bar, in minor units. */
  readonly totals: readonly number[];
  /** Where each bar ends above and below zero. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  readonly stacked: boolean;
}

/** The picture of `bars`; what is open, and a line over them, come from the spec. */
export function barsPicture(spec: BarChart | StackedBarChart, frame: Frame, bars: Bars): Picture {
  if (bars.labels.length === 0 || bars.datasets.length === 0) return emptyPicture(spec, frame);
  const { texts, counting } = axisNames(bars.labels.map(frame.text), frame.locale);
  // What the axis of amounts takes on the left is about 90.
  const slot = (pictureWidth - padding.left - padding.right - 90) / texts.length;
  const average = 'line' in spec ? spec.line : undefined;
  const line = average?.values.some((value) => value !== null) ? average : undefined;
  const allFit = namesFit(texts, slot - 8, fontSize, 2);
  const horizontal = !counting && !allFit && !line;
  // Of names that count, or do not fit, some are left out.
  const skipping = !horizontal && (counting || !allFit);
  const exact = bars.totals.map((total) => exactAmount(total, frame.currency, frame.locale));
  const variants = [
    exact,
    exactAmounts(bars.totals, frame.currency, frame.locale),
    roundedAmounts(bars.totals, frame.currency, frame.locale),
    roundedAmounts(bars.totals, frame.currency, frame.locale, false),
  ];
  const ends = bars.totals.map((total, index) => (total < 0 ? bars.bottoms[index] : bars.tops[index]) ?? 0);
  const onLine = (line?.values ?? []).filter((value) => value !== null);
  const axis = valueAxis([...bars.tops, ...bars.bottoms, ...onLine], {
    currency: frame.currency,
    locale: frame.locale,
    headroom: horizontal ? 0 : 0.08,
  });
  const amounts = { ...amountScale(axis, !horizontal), stacked: bars.stacked };
  const look = namesAxisLook();
  const names = {
    ...look,
    ticks: { ...look.ticks, autoSkip: skipping, autoSkipPadding: 6 },
    stacked: bars.stacked,
  };
  const labelRoom = horizontal ? Math.max(...exact.map((text) => estimateWidth(text, fontSize))) + 12 : 0;
  const legend = bars.stacked ? legendHeight(bars.datasets.map(({ label = '' }) => label)) : 0;
  const { plugin, height, extra } = header(spec, frame);
  const open = horizontal ? undefined : shownOpen(spec);
  const openHeight = open ? openNameHeight : 0;
  const options = baseOptions(frame, height + openHeight, labelRoom);
  const shownNames = horizontal
    ? wrapNames(texts, nameWidth, fontSize, 2)
    : wrapNames(texts, skipping ? 150 : slot - 8, fontSize, skipping ? 1 : 2);
  const row = shownNames.some(Array.isArray) ? twoLineRowHeight : rowHeight;
  // Lying bars have no axis of amounts, so it may end where the longest bar does.
  if (horizontal)
    Object.assign(amounts, { min: Math.min(0, ...bars.bottoms), max: Math.max(...bars.tops) || axis.max });
  return {
    width: pictureWidth,
    height: horizontal
      ? Math.max(220, height + texts.length * row + padding.bottom + legend)
      : pictureHeight + extra + openHeight + Math.max(legend - legendRow, 0),
    config: {
      type: 'bar',
      data: {
        labels: shownNames,
        datasets: [...bars.datasets, ...(line ? [averageLine(line, frame)] : [])] as ChartDataset[],
      },
      options: {
        ...options,
        indexAxis: horizontal ? 'y' : 'x',
        plugins: { ...options.plugins, legend: seriesLegend(bars.stacked || line !== undefined) },
        scales: horizontal ? { x: amounts, y: names } : { x: names, y: amounts },
      },
      plugins: [
        groundPlugin(frame.locale),
        plugin,
        ...(open ? [openPartPlugin(open, texts.length, true, frame)] : []),
        amountTextsPlugin(axis),
        valueLabelsPlugin(ends, variants, horizontal, line !== undefined),
      ],
    },
  };
}

/** A dark line over the bars, such as their moving average. */
function averageLine({ name, values }: Series, frame: Frame): ChartDataset<'line', (number | null)[]> {
  return {
    type: 'line',
    label: legendName(frame.text(name)),
    data: [...values],
    borderColor: textColor,
    backgroundColor: textColor,
    borderWidth: 4,
    borderDash: [],
    borderJoinStyle: 'round',
    pointRadius: values.map((_, at) => (isAlone(values, at) ? 6 : 0)),
    spanGaps: false,
    order: 0,
  };
}
