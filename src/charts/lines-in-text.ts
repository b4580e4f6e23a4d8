/** Lines as sparklines: one row a series, a column a label while there is room. */

import type { LineChart } from './chart-spec.ts';
import type { TextRow } from './text-rows.ts';

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

type Values = readonly (number | null)[];

interface Spread {
  readonly low: number;
  readonly range: number;
}

/** What the rows of one chart share, so that their heights compare: from the lowest value or zero to the highest or zero. */
export function spreadOf(values: Values): Spread {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known, 0);
  return { low, range: Math.max(...known, 0) - low || 1 };
}

/** A row a series with its last amount; its open part is a row of its own; bands are their last range. */
export function lineRows(spec: LineChart, amount: (minor: number) => string): TextRow[] {
  const { open, bands = [] } = spec;
  const spread = spreadOf(spec.series.flatMap(({ values }) => values));
  const rows = spec.series.flatMap(({ name, values, quiet }, index): TextRow[] => {
    if (!open || quiet) return [sparkRow({ name, values }, spread, amount)];
    const whole = values.map((value, at) => (at <= open.after ? value : null));
    const rest = values.map((value, at) => (at > open.after ? value : null));
    const isOpen = rest.some((value) => value !== null);
    const restName = index === 0 ? open.name : `${name}, ${open.name}`;
    return [
      sparkRow({ name, values: whole }, spread, amount),
      ...(isOpen ? [sparkRow({ name: restName, values: rest }, spread, amount)] : []),
    ];
  });
  const ranges = bands.flatMap(({ name, low, high }): TextRow[] => {
    const end = high.findLastIndex((value, at) => value !== null && low[at] !== null);
    if (end < 0) return [];
    return [{ name, amount: `${amount(low[end] as number)} – ${amount(high[end] as number)}`, bar: () => '' }];
  });
  return [...rows, ...ranges];
}

/** One sparkline with its last known amount. */
export function sparkRow(
  { name, values }: { readonly name: string; readonly values: Values },
  { low, range }: Spread,
  amount: (minor: number) => string,
): TextRow {
  const last = values.findLast((value) => value !== null);
  return {
    name,
    amount: last == null ? '' : amount(last),
    bar: (width) =>
      lastOfEach(values, width)
        .map((value) => (value === null ? ' ' : levels[Math.round(((value - low) / range) * (levels.length - 1))]))
        .join(''),
  };
}

/** As many values as there are columns: of each run that shares a column, the last known one. */
function lastOfEach(values: Values, width: number): (number | null)[] {
  if (values.length <= width) return [...values];
  return Array.from({ length: width }, (_, column) => {
    const from = Math.floor((column * values.length) / width);
    const run = values.slice(from, Math.floor(((column + 1) * values.length) / width));
    return run.findLast((value) => value !== null) ?? null;
  });
}
