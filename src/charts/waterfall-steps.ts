/** The changes of a waterfall in the order that they are shown, and where each one begins and ends. */

import type { WaterfallChart } from './chart-spec.ts';

export interface WaterfallStep {
  readonly name: string;
  readonly kind: 'total' | 'rise' | 'fall';
  /** Minor units, of which one is where the step before ended. A total goes from zero. */
  readonly from: number;
  readonly to: number;
}

/**
 * The start, the rises from the largest down, the falls from the largest down, what was merged, the end. At most `limit`
 * changes: the smallest become one called `rest`, which takes in one of that name. Changes of zero are left out.
 */
export function waterfallSteps(spec: WaterfallChart, limit: number, rest: string): WaterfallStep[] {
  const changes = spec.labels
    .map((name, index) => ({ name, change: spec.values[index] ?? 0 }))
    .filter(({ change }) => change !== 0);
  const named = changes
    .filter(({ name }) => name.toLowerCase() !== rest.toLowerCase())
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const kept = changes.length <= limit ? named : named.slice(0, limit - 1);
  const others = changes.filter((one) => !kept.includes(one)).reduce((sum, { change }) => sum + change, 0);
  const ordered = [
    ...kept.filter(({ change }) => change > 0),
    ...kept.filter(({ change }) => change < 0),
    ...(others === 0 ? [] : [{ name: rest, change: others }]),
  ];
  let level = spec.start.value;
  const steps = ordered.map(({ name, change }): WaterfallStep => {
    const from = level;
    level += change;
    return { name, kind: change > 0 ? 'rise' : 'fall', from, to: level };
  });
  return [
    { name: spec.start.label, kind: 'total', from: 0, to: spec.start.value },
    ...steps,
    { name: spec.end.label, kind: 'total', from: 0, to: spec.end.value },
  ];
}

/** The amount written at a step: a total as it is, a change with its sign. */
export function stepAmount({ kind, from, to }: WaterfallStep, amount: (minor: number) => string): string {
  return `${kind === 'rise' ? '+' : ''}${amount(to - from)}`;
}

/** The levels to be shown: from zero, or, where all levels are close together and far from it, from below the lowest. */
export function waterfallRange(steps: readonly WaterfallStep[]): { low: number; high: number; isCut: boolean } {
  const levels = steps.map(({ to }) => to);
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  const spread = highest - lowest;
  if (spread > 0 && lowest > spread * 2) return { low: lowest - spread, high: highest, isCut: true };
  const low = Math.min(lowest, 0);
  const high = Math.max(highest, 0);
  return { low, high: low === high ? low + 1 : high, isCut: false };
}
