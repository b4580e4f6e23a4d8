/** Holds a spec against what its type can't say. A spec that fails is a bug in whoever made it. */

import type { ChartSpec } from './chart-spec.ts';

/** Throws a TypeError naming the field when an amount is no whole number of minor units, or lists differ in length. */
export function checkSpec(spec: ChartSpec): void {
  for (const [name, values] of numberLists(spec)) {
    const wrong = values.find((value) => value !== null && !Number.isSafeInteger(value));
    if (wrong !== undefined)
      throw new TypeError(`${spec.kind} chart: ${name} has ${wrong}; amounts are whole minor units.`);
    if ('labels' in spec && values.length !== spec.labels.length) {
      throw new TypeError(`${spec.kind} chart: ${name} has ${values.length} values for ${spec.labels.length} labels.`);
    }
  }
}

function numberLists(spec: ChartSpec): [name: string, values: readonly (number | null)[]][] {
  switch (spec.kind) {
    case 'bar':
    case 'doughnut':
      return [['values', spec.values]];
    case 'stacked-bar':
      return spec.series.map(({ name, values }) => [`series "${name}"`, values]);
    case 'line':
      return [
        ...spec.series.map(({ name, values }) => [`series "${name}"`, values] as [string, readonly (number | null)[]]),
        ...(spec.band
          ? ([
              ['band.low', spec.band.low],
              ['band.high', spec.band.high],
            ] as const)
          : []),
      ] as [string, readonly (number | null)[]][];
    case 'budget':
      return [['rows', spec.rows.flatMap(({ spent, budget }) => [spent, budget])]];
  }
}
