/** The lines and bands of a line chart as Chart.js takes them. */

import type { ChartDataset } from 'chart.js';
import type { Frame } from './chart-frame.ts';
import type { Band, LineChart } from './chart-spec.ts';
import { background, mainColor, otherColor, seriesColor, withOpacity } from './palette.ts';
import { legendName } from './series-legend.ts';

/** Lines differ in dash as well as in colour: whole, dashed, dotted, both. */
const dashes = [[], [12, 8], [3, 7], [14, 6, 3, 6]];
const openDash = [10, 7];
/** With more points than this, single points are no longer marked. */
const maxMarked = 14;
const bandOpacity = 0.18;

type Values = readonly (number | null)[];
type LineDataset = ChartDataset<'line', (number | null)[]> & { swatch?: string };

/** One line a series, its open part as a dashed one of its own, then the bands, the widest lowest. */
export function lineDatasets(spec: LineChart, frame: Frame): LineDataset[] {
  const { open, bands = [] } = spec;
  let loud = 0;
  let quiet = 0;
  const lines = spec.series.flatMap((series) => {
    const at = series.quiet ? quiet++ : loud++;
    const name = legendName(frame.text(series.name));
    const marked = series.values.length <= maxMarked;
    if (series.quiet) return [oneLine(name, series.values, otherColor, dashes[at % dashes.length] ?? [], marked, 3)];
    const color = at === 0 ? mainColor : seriesColor(at);
    if (!open) return [oneLine(name, series.values, color, dashes[at % dashes.length] ?? [], marked)];
    const whole = series.values.map((value, index) => (index <= open.after ? value : null));
    // It begins at the last whole point, so that no gap is between them.
    const rest = series.values.map((value, index) => (index >= open.after ? value : null));
    const hasRest = rest.some((value, index) => value !== null && index > open.after);
    return [
      // The legend has no line for what is not there.
      oneLine(whole.some((value) => value !== null) ? name : '', whole, color, [], marked),
      ...(hasRest ? [oneLine(at === 0 ? legendName(frame.text(open.name)) : '', rest, color, openDash, false)] : []),
    ];
  });
  const first = spec.series[0]?.values ?? [];
  const widestFirst = [...bands].sort((a, b) => width(b) - width(a));
  return [...lines, ...widestFirst.flatMap((band, index) => bandDatasets(fannedOut(band, first), index, frame))];
}

function oneLine(
  name: string,
  values: Values,
  color: string,
  dash: number[],
  marked: boolean,
  borderWidth = 4,
): LineDataset {
  const isOpen = dash === openDash;
  const lastOpen = isOpen ? values.findLastIndex((value) => value !== null) : -1;
  return {
    label: name,
    data: [...values],
    borderColor: color,
    backgroundColor: color,
    borderWidth,
    borderDash: dash,
    borderJoinStyle: 'round',
    borderCapStyle: 'butt',
    pointBackgroundColor: isOpen ? background : color,
    pointBorderColor: color,
    pointBorderWidth: isOpen ? 3 : 0,
    pointRadius: values.map((_, at) => (marked || at === lastOpen || isAlone(values, at) ? borderWidth + 2 : 0)),
    // Points on the lowest line are not cut in half.
    clip: 8,
    spanGaps: false,
    // Quiet lines run under the others.
    order: borderWidth === 4 ? 1 : 2,
  };
}

/** Two unseen lines with the ground between them shaded; the legend names the upper one. */
function bandDatasets(band: Band, index: number, frame: Frame): LineDataset[] {
  const shade = withOpacity(mainColor, bandOpacity);
  const edge = { borderWidth: 0, spanGaps: false, order: 3, backgroundColor: shade };
  // A range around one point alone has no ground to shade: its two ends are marked instead.
  const radius = (values: Values) => values.map((_, at) => (isAlone(values, at) ? 5 : 0));
  return [
    { ...edge, label: '', data: [...band.low], fill: false, pointRadius: radius(band.low) },
    {
      ...edge,
      label: legendName(frame.text(band.name)),
      data: [...band.high],
      fill: '-1',
      pointRadius: radius(band.high),
      // Where bands lie on one another their shades add up.
      swatch: withOpacity(mainColor, 1 - (1 - bandOpacity) ** (index + 1)),
    },
  ];
}

/** The band from the value of the label before it on. */
function fannedOut(band: Band, known: Values): Band {
  const begin = band.low.findIndex((value) => value !== null);
  const value = known[begin - 1] ?? null;
  if (begin < 1 || value === null) return band;
  const open = (edge: Values) => edge.map((old, at) => (at === begin - 1 ? value : old));
  return { ...band, low: open(band.low), high: open(band.high) };
}

function width({ low, high }: Band): number {
  return low.reduce<number>((sum, value, at) => sum + ((high[at] ?? 0) - (value ?? 0)), 0);
}

/** Whether the value at `at` is known and both its neighbours are not. */
export function isAlone(values: Values, at: number): boolean {
  return values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}
