/** Lines over time, with gaps where nothing is known and a shaded band where a range is. */

import type { ChartDataset } from 'chart.js';
import { amountScale, amountTextsPlugin } from './amount-axis.ts';
import { axisNames, namesFit, wrapNames } from './axis-names.ts';
import { exactAmount } from './chart-amounts.ts';
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
import type { LineChart } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { lineEndPlugin } from './line-end.ts';
import { mainColor, seriesColor, withOpacity } from './palette.ts';
import { seriesLegend } from './series-legend.ts';
import { valueAxis } from './value-axis.ts';

/** Lines differ in dash as well as in colour: whole, dashed, dotted, both. */
const dashes = [[], [12, 8], [3, 7], [14, 6, 3, 6]];
/** With more points than this, single points are no longer marked. */
const maxMarked = 14;

type Values = readonly (number | null)[];
type LineDataset = ChartDataset<'line', (number | null)[]>;

/** One line a series; `null` breaks it. A point without neighbours is marked, since no line would show it. */
export function linePicture(spec: LineChart, frame: Frame): Picture {
  const band = spec.band ? [...spec.band.low, ...spec.band.high] : [];
  const known = [...spec.series.flatMap(({ values }) => values), ...band].filter((value) => value !== null);
  if (spec.labels.length === 0 || known.length === 0) return emptyPicture(spec, frame);
  const axis = valueAxis(known, {
    currency: frame.currency,
    locale: frame.locale,
    headroom: 0.06,
    mayLeaveZero: true,
  });
  const { texts } = axisNames(spec.labels.map(frame.text), frame.locale);
  const slot = (pictureWidth - padding.left - padding.right - 90) / texts.length;
  const allFit = namesFit(texts, slot - 8, fontSize, 2);
  const names = wrapNames(texts, allFit ? slot - 8 : 150, fontSize, allFit ? 2 : 1);
  const look = namesAxisLook();
  const { plugin, height } = header(spec, frame);
  const options = baseOptions(frame, height, 12);
  const datasets = [...spec.series.map((series, index) => lineDataset(frame.text(series.name), series.values, index))];
  const ends = spec.series.map(({ values }) => lastKnown(values));
  const endTexts = ends.map((end) => (end ? exactAmount(end.value, frame.currency, frame.locale) : ''));
  return {
    width: pictureWidth,
    height: pictureHeight,
    config: {
      type: 'line',
      data: { labels: names, datasets: [...datasets, ...bandDatasets(spec, frame)] as ChartDataset[] },
      options: {
        ...options,
        plugins: { ...options.plugins, legend: seriesLegend(spec.series.length > 1 || spec.band !== undefined) },
        scales: {
          x: {
            ...look,
            offset: spec.labels.length === 1,
            ticks: { ...look.ticks, autoSkip: !allFit, autoSkipPadding: 8 },
          },
          y: amountScale(axis),
        },
      },
      // Where lines are many their last amounts would cover one another.
      plugins: [
        groundPlugin(frame.locale),
        plugin,
        amountTextsPlugin(axis),
        ...(spec.series.length <= 2 ? [lineEndPlugin(ends, endTexts)] : []),
      ],
    },
  };
}

function lineDataset(name: string, values: Values, index: number): LineDataset {
  const color = index === 0 ? mainColor : seriesColor(index);
  const marked = values.length <= maxMarked;
  return {
    label: name,
    data: [...values],
    borderColor: color,
    backgroundColor: color,
    borderWidth: 4,
    borderDash: dashes[index % dashes.length] ?? [],
    borderJoinStyle: 'round',
    borderCapStyle: 'butt',
    pointBackgroundColor: color,
    pointBorderWidth: 0,
    pointRadius: values.map((_, at) => (marked || isAlone(values, at) ? 6 : 0)),
    spanGaps: false,
    order: 1,
  };
}

/** Two unseen lines with the ground between them shaded; the legend names the upper one. */
function bandDatasets({ band }: LineChart, frame: Frame): LineDataset[] {
  if (!band) return [];
  const edge = { borderWidth: 0, spanGaps: false, order: 2 };
  const shade = withOpacity(mainColor, 0.18);
  // A range around one point alone has no ground to shade: its two ends are marked instead.
  const radius = (values: Values) => values.map((_, at) => (isAlone(values, at) ? 5 : 0));
  return [
    { ...edge, label: '', data: [...band.low], fill: false, pointRadius: radius(band.low), backgroundColor: shade },
    {
      ...edge,
      label: frame.text(band.name),
      data: [...band.high],
      fill: '-1',
      pointRadius: radius(band.high),
      backgroundColor: shade,
    },
  ];
}

function isAlone(values: Values, at: number): boolean {
  return values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

function lastKnown(values: Values): { at: number; value: number } | null {
  const at = values.findLastIndex((value) => value !== null);
  return at < 0 ? null : { at, value: values[at] as number };
}
