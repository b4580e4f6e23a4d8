/** Bars, plain or stacked: standing while their names fit under them, lying otherwise. */

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
import type { BarChart, StackedBarChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { mergeSeries, mergeTail } from './merge.ts';
import { alarmColor, background, mainColor, seriesColor } from './palette.ts';
import { seriesLegend } from './series-legend.ts';
import { estimateWidth } from './text-fit.ts';
import { valueAxis } from './value-axis.ts';
import { valueLabelsPlugin } from './value-labels.ts';

/** More lying bars than this would make a picture that nobody scrolls through. */
const maxRows = 48;
const rowHeight = 46;
const twoLineRowHeight = 64;
const nameWidth = 250;

interface Bars {
  readonly labels: readonly string[];
  readonly datasets: ChartDataset<'bar', number[]>[];
  /** What is written at each bar, in minor units. */
  readonly totals: readonly number[];
  /** Where each bar ends above and below zero. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  readonly withLegend: boolean;
}

/** One bar a label. Bars below zero differ in colour as well as in direction. */
export function barPicture(spec: BarChart, frame: Frame): Picture {
  const { labels, values } = mergeTail(spec.labels, spec.values, rowLimit(spec.labels), frame.words.other);
  return barsPicture(spec, frame, {
    labels,
    totals: values,
    tops: values.map((value) => Math.max(value, 0)),
    bottoms: values.map((value) => Math.min(value, 0)),
    withLegend: false,
    datasets: [
      {
        data: [...values],
        backgroundColor: values.map((value) => (value < 0 ? alarmColor : mainColor)),
        borderRadius: 6,
        maxBarThickness: 72,
        categoryPercentage: 0.85,
        barPercentage: 0.85,
      },
    ],
  });
}

/** One bar a label, cut into series; its total stands at its end. */
export function stackedBarPicture(spec: StackedBarChart, frame: Frame): Picture {
  const limit = rowLimit(spec.labels);
  const series = mergeSeries(spec.series, 8, frame.words.other).map(({ name, values }) => ({
    name: frame.text(name),
    ...mergeTail(spec.labels, values, limit, frame.words.other),
  }));
  const labels = series[0]?.labels ?? [];
  const sum = (keep: (value: number) => number) =>
    labels.map((_, index) => series.reduce((total, { values }) => total + keep(values[index] ?? 0), 0));
  return barsPicture(spec, frame, {
    labels,
    totals: sum((value) => value),
    tops: sum((value) => Math.max(value, 0)),
    bottoms: sum((value) => Math.min(value, 0)),
    withLegend: true,
    datasets: series.map(({ name, values }, index) => ({
      label: name,
      data: [...values],
      backgroundColor: seriesColor(index),
      borderColor: background,
      borderWidth: 1,
      borderRadius: 4,
      maxBarThickness: 72,
      categoryPercentage: 0.85,
      barPercentage: 0.85,
    })),
  });
}

function barsPicture(spec: BarChart | StackedBarChart, frame: Frame, bars: Bars): Picture {
  if (bars.labels.length === 0 || bars.datasets.length === 0) return emptyPicture(spec, frame);
  const { texts, counting } = axisNames(bars.labels.map(frame.text), frame.locale);
  // What the axis of amounts takes on the left is about 90.
  const slot = (pictureWidth - padding.left - padding.right - 90) / texts.length;
  const horizontal = !counting && !namesFit(texts, slot - 8, fontSize, 2);
  const exact = bars.totals.map((total) => exactAmount(total, frame.currency, frame.locale));
  const variants = [
    exact,
    exactAmounts(bars.totals, frame.currency, frame.locale),
    roundedAmounts(bars.totals, frame.currency, frame.locale),
    roundedAmounts(bars.totals, frame.currency, frame.locale, false),
  ];
  const ends = bars.totals.map((total, index) => (total < 0 ? bars.bottoms[index] : bars.tops[index]) ?? 0);
  const axis = valueAxis([...bars.tops, ...bars.bottoms], {
    currency: frame.currency,
    locale: frame.locale,
    headroom: horizontal ? 0 : 0.08,
  });
  const amounts = { ...amountScale(axis, !horizontal), stacked: bars.withLegend };
  const look = namesAxisLook();
  const names = {
    ...look,
    ticks: { ...look.ticks, autoSkip: !horizontal && counting, autoSkipPadding: 6 },
    stacked: bars.withLegend,
  };
  const labelRoom = horizontal ? Math.max(...exact.map((text) => estimateWidth(text, fontSize))) + 12 : 0;
  const { plugin, height } = header(spec, frame);
  const options = baseOptions(frame, height, labelRoom);
  const shownNames = horizontal
    ? wrapNames(texts, nameWidth, fontSize, 2)
    : wrapNames(texts, counting ? 150 : slot - 8, fontSize, counting ? 1 : 2);
  const row = shownNames.some(Array.isArray) ? twoLineRowHeight : rowHeight;
  // Lying bars have no axis of amounts, so it may end where the longest bar does.
  if (horizontal)
    Object.assign(amounts, { min: Math.min(0, ...bars.bottoms), max: Math.max(...bars.tops) || axis.max });
  return {
    width: pictureWidth,
    height: horizontal
      ? Math.max(220, height + texts.length * row + padding.bottom + (bars.withLegend ? 80 : 0))
      : pictureHeight,
    config: {
      type: 'bar',
      data: { labels: shownNames, datasets: bars.datasets },
      options: {
        ...options,
        indexAxis: horizontal ? 'y' : 'x',
        plugins: { ...options.plugins, legend: seriesLegend(bars.withLegend) },
        scales: horizontal ? { x: amounts, y: names } : { x: names, y: amounts },
      },
      plugins: [
        groundPlugin(frame.locale),
        plugin,
        amountTextsPlugin(axis),
        valueLabelsPlugin(ends, variants, horizontal),
      ],
    },
  };
}

/** Days and numbers stand however many they are; names lie, and only so many. */
function rowLimit(labels: readonly string[]): number {
  return axisNames(labels, 'en').counting ? Number.POSITIVE_INFINITY : maxRows;
}
