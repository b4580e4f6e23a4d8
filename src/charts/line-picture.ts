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
import type { LineChart, Series } from './chart-spec.ts';
import { emptyPicture } from './empty-picture.ts';
import { header } from './header.ts';
import { lineDatasets } from './line-datasets.ts';
import { type LineEnd, lineEndPlugin } from './line-end.ts';
import { openNameHeight, openPartPlugin, shownOpen } from './open-part.ts';
import { legendHeight, legendRow, seriesLegend } from './series-legend.ts';
import { valueAxis } from './value-axis.ts';

/** Lines for which there are colours; of more, the largest are drawn. */
const maxLines = 7;
/** Where lines are many, their last amounts would cover one another. */
const maxEnds = 2;
const maxQuietEnds = 31;

/** One line a series; `null` breaks it. A point without neighbours is marked, since no line would show it. */
export function linePicture(whole: LineChart, frame: Frame): Picture {
  const spec = { ...whole, series: largestLines(whole.series), open: shownOpen(whole) };
  const bands = (spec.bands ?? []).flatMap(({ low, high }) => [...low, ...high]);
  const known = [...spec.series.flatMap(({ values }) => values), ...bands].filter((value) => value !== null);
  if (spec.labels.length === 0 || known.length === 0) return emptyPicture(spec, frame);
  const hidden = whole.series.length - spec.series.length;
  const subtitle = [spec.subtitle, hidden > 0 ? frame.words.more(hidden) : ''].filter(Boolean).join(' · ');
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
  const { plugin, height, extra } = header({ title: spec.title, subtitle }, frame);
  const openHeight = spec.open ? openNameHeight : 0;
  const options = baseOptions(frame, height + openHeight, 12);
  const datasets = lineDatasets(spec, frame);
  const legend = legendHeight(datasets.map(({ label = '' }) => label));
  const ends = spec.series.length <= maxEnds ? lineEnds(spec) : [];
  return {
    width: pictureWidth,
    // A second row of names or of the title takes nothing from the lines.
    height: pictureHeight + extra + openHeight + Math.max(legend - legendRow, 0),
    config: {
      type: 'line',
      data: { labels: names, datasets: datasets as ChartDataset[] },
      options: {
        ...options,
        plugins: { ...options.plugins, legend: seriesLegend(datasets.length > 1) },
        scales: {
          x: {
            ...look,
            offset: spec.labels.length === 1,
            ticks: { ...look.ticks, autoSkip: !allFit, autoSkipPadding: 8 },
          },
          y: amountScale(axis),
        },
      },
      plugins: [
        groundPlugin(frame.locale),
        plugin,
        ...(spec.open ? [openPartPlugin(spec.open, spec.labels.length, spec.labels.length === 1, frame)] : []),
        amountTextsPlugin(axis),
        lineEndPlugin(
          ends,
          ends.map(({ value }) => exactAmount(value, frame.currency, frame.locale)),
        ),
      ],
    },
  };
}

function largestLines(series: LineChart['series']): LineChart['series'] {
  if (series.length <= maxLines) return series;
  const size = ({ values }: Series) => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const largest = new Set([...series].sort((a, b) => size(b) - size(a)).slice(0, maxLines - 1));
  return series.filter((one) => largest.has(one));
}

/** The last known point of each line, and of the first one also the last before its open part, when they are well apart. */
function lineEnds({ labels, series, open }: LineChart): LineEnd[] {
  // The last of many raw amounts behind an average says nothing.
  const shown = open || labels.length <= maxQuietEnds ? series : series.filter(({ quiet }) => !quiet);
  const ends = shown.map(lastKnown);
  const [first] = shown;
  const whole = open && first ? lastKnown({ ...first, values: first.values.slice(0, open.after + 1) }) : null;
  const isApart = whole && ends[0] && ends[0].at - whole.at > labels.length / 4;
  return [...ends, isApart ? whole : null].filter((end) => end !== null);
}

function lastKnown({ values, quiet = false }: LineChart['series'][number]): LineEnd | null {
  const at = values.findLastIndex((value) => value !== null);
  return at < 0 ? null : { at, value: values[at] as number, quiet };
}
