/** Merges what there is no room for, so that every sum still holds. */

interface Labelled {
  readonly labels: readonly string[];
  readonly values: readonly number[];
}

/** Keeps the first `limit - 1` values and adds up the rest under one label; all of them when they are no more than `limit`. */
export function mergeTail(labels: readonly string[], values: readonly number[], limit: number, rest: string): Labelled {
  if (labels.length <= limit) return { labels, values };
  const kept = limit - 1;
  return {
    labels: [...labels.slice(0, kept), `${rest} (${labels.length - kept})`],
    values: [...values.slice(0, kept), sum(values.slice(kept))],
  };
}

/** Positive values, the largest first; past `limit` the small ones become one called `rest`, which joins one of that name. */
export function largestFirst(
  labels: readonly string[],
  values: readonly number[],
  limit: number,
  rest: string,
): Labelled {
  const sorted = labels
    .map((label, index) => ({ label, value: values[index] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const isRest = (label: string) => label.toLowerCase() === rest.toLowerCase();
  const named = sorted.filter(({ label }) => !isRest(label));
  const kept = sorted.length <= limit ? named : named.slice(0, limit - 1);
  const others = sum(sorted.filter((part) => !kept.includes(part)).map(({ value }) => value));
  const parts = others > 0 ? [...kept, { label: rest, value: others }] : kept;
  return { labels: parts.map(({ label }) => label), values: parts.map(({ value }) => value) };
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** At most `limit` series: the largest stay in their order, the others are added up as `rest`, which joins one of that name. */
export function mergeSeries(series: readonly Series[], limit: number, rest: string): readonly Series[] {
  if (series.length <= limit) return series;
  const size = ({ values }: Series) => values.reduce((total, value) => total + Math.abs(value), 0);
  const named = series.filter(({ name }) => name.toLowerCase() !== rest.toLowerCase());
  const largest = new Set(named.sort((a, b) => size(b) - size(a)).slice(0, limit - 1));
  const others = series.filter((one) => !largest.has(one));
  const length = Math.max(...others.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, index) => sum(others.map((one) => one.values[index] ?? 0)));
  return [...series.filter((one) => largest.has(one)), { name: rest, values }];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
