/** Waterfalls and usual ranges in plain text. */

import type { UsualRangeChart, WaterfallChart } from './chart-spec.ts';
import type { ChartWords } from './chart-words.ts';
import { alignRows, cells, type TextRow } from './text-rows.ts';
import { stepAmount, waterfallRange, waterfallSteps } from './waterfall-steps.ts';

const maxChanges = 14;
const fills = { total: '█', rise: '▓', fall: '░' };
const densities = [' ', '·', '•', '●'];

/** A row a step; each change stands where the one before it ended. Totals are solid, rises dark, falls light; "≈" begins a total whose bar is cut. */
export function waterfallLines(
  spec: WaterfallChart,
  columns: number,
  words: ChartWords,
  amount: (minor: number) => string,
): string[] {
  const steps = waterfallSteps(spec, maxChanges, words.other);
  const { low, high, isCut } = waterfallRange(steps);
  const rows = steps.map(
    (step): TextRow => ({
      name: step.name,
      amount: stepAmount(step, amount),
      bar: (width) => {
        if (step.from === step.to) return '';
        const at = (level: number) => Math.round(((Math.max(level, low) - low) / (high - low)) * width);
        const begin = Math.min(at(step.from), at(step.to), width - 1);
        const length = Math.max(Math.abs(at(step.to) - at(step.from)), 1);
        // A total that does not begin at zero says so.
        const mark = isCut && step.kind === 'total' ? '≈' : fills[step.kind];
        return ' '.repeat(begin) + mark + fills[step.kind].repeat(length - 1);
      },
    }),
  );
  return alignRows(rows, columns);
}

/** A strip on which each row marks its amounts: dots for the earlier ones, a bar for the usual range, a rhomb for the unusual one. */
export function usualRangeLines(spec: UsualRangeChart, columns: number, amount: (minor: number) => string): string[] {
  const { earlier, usual, unusual } = spec;
  const all = [...earlier.values, usual.low, usual.high, unusual.value];
  const low = Math.min(...all, 0);
  const range = Math.max(...all, 0) - low || 1;
  const at = (value: number, width: number) => Math.round(((value - low) / range) * (width - 1));
  const dots = (width: number) => {
    const counts = Array<number>(width).fill(0);
    for (const value of earlier.values) counts[at(value, width)] = (counts[at(value, width)] ?? 0) + 1;
    const most = Math.max(...counts);
    return counts.map((count) => densities[cells(count / most, densities.length - 1)]).join('');
  };
  const rows: TextRow[] = [
    { name: unusual.label, amount: amount(unusual.value), bar: (width) => `${' '.repeat(at(unusual.value, width))}◆` },
    {
      name: usual.name,
      amount: `${amount(usual.low)} – ${amount(usual.high)}`,
      bar: (width) => ' '.repeat(at(usual.low, width)) + '━'.repeat(at(usual.high, width) - at(usual.low, width) + 1),
    },
    { name: earlier.name, amount: String(earlier.values.length), bar: (width) => dots(width).trimEnd() },
  ];
  return alignRows(rows, columns);
}
