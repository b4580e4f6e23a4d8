/** Bars, plain or stacked, in their colours. */

import { axisNames } from './axis-names.ts';
import { barsPicture } from './bar-layout.ts';
import type { Frame, Picture } from './chart-frame.ts';
import type { BarChart, StackedBarChart } from './chart-spec.ts';
import { mergeSeries, mergeTail } from './merge.ts';
import { alarmColor, background, mainColor, otherColor, seriesColor, withOpacity } from './palette.ts';
import { legendName } from './series-legend.ts';

/** More lying bars than this would make a picture that nobody scrolls through. */
const maxRows = 48;
/** What is not over yet is this much paler. */
const openOpacity = 0.45;

/** One bar a label. Bars below zero differ in colour as well as in direction. */
export function barPicture(spec: BarChart, frame: Frame): Picture {
  const limit = spec.line ? Number.POSITIVE_INFINITY : rowLimit(spec.labels);
  const { labels, values } = mergeTail(spec.labels, spec.values, limit, frame.words.other);
  const isOpen = (index: number) => spec.open !== undefined && index > spec.open.after;
  const colors = values.map((value) => (value < 0 ? alarmColor : mainColor));
  return barsPicture(spec, frame, {
    labels,
    totals: values,
    tops: values.map((value) => Math.max(value, 0)),
    bottoms: values.map((value) => Math.min(value, 0)),
    stacked: false,
    datasets: [
      {
        data: [...values],
        backgroundColor: colors.map((color, index) => (isOpen(index) ? withOpacity(color, openOpacity) : color)),
        borderRadius: 6,
        order: 1,
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
  const colors = series.map(({ name }, index) => (name === frame.words.other ? otherColor : seriesColor(index)));
  const sum = (keep: (value: number) => number) =>
    labels.map((_, index) => series.reduce((total, { values }) => total + keep(values[index] ?? 0), 0));
  return barsPicture(spec, frame, {
    labels,
    totals: sum((value) => value),
    tops: sum((value) => Math.max(value, 0)),
    bottoms: sum((value) => Math.min(value, 0)),
    stacked: true,
    datasets: series.map(({ name, values }, index) => ({
      label: legendName(name),
      data: [...values],
      swatch: colors[index],
      backgroundColor: values.map((_, at) => {
        const color = colors[index] ?? otherColor;
        return spec.open && at > spec.open.after ? withOpacity(color, openOpacity) : color;
      }),
      borderColor: background,
      borderWidth: 1,
      borderRadius: 4,
      maxBarThickness: 72,
      categoryPercentage: 0.85,
      barPercentage: 0.85,
    })),
  });
}

/** Days and numbers stand however many they are; names lie, and only so many. */
function rowLimit(labels: readonly string[]): number {
  return axisNames(labels, 'en').counting ? Number.POSITIVE_INFINITY : maxRows;
}
