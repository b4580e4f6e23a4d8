/** Forecasts on a coarser calendar: quarters out of months show the trend and drop the noise. */

import { mean } from 'simple-statistics';
import type { PlainMethod } from './seasonal-adjustment.ts';

/**
 * The method on means of `length` neighbouring values, read back as the line through the blocks' centres: temporal
 * aggregation (Kourentzes, Petropoulos and Trapero, 2014, MAPA; fpp3, section 11.3). The newest value ends a block; the
 * oldest ones that fill none are left out. Needs values for as many blocks as the method needs.
 */
export function inBlocks(length: number, method: PlainMethod): PlainMethod {
  return (values, horizon) => {
    const count = Math.floor(values.length / length);
    const start = values.length - count * length;
    const blocks = Array.from({ length: count }, (_, block) =>
      mean(values.slice(start + block * length, start + (block + 1) * length)),
    );
    const ahead = method(blocks, Math.ceil(horizon / length) + 1);
    return Array.from({ length: horizon }, (_, step) => {
      // Where the step lies between the centres of forecast blocks; before the first centre, at the first.
      const position = Math.max(0, (step + 0.5) / length - 0.5);
      const before = Math.floor(position);
      const share = position - before;
      return (ahead[before] as number) * (1 - share) + (ahead[before + 1] as number) * share;
    });
  };
}
