/** Where the axis of amounts begins, ends and has its lines: round figures, few of them. */

import { currencyDigits } from '../money.ts';
import { compactAmounts } from './chart-amounts.ts';

export interface ValueAxis {
  /** Minor units, like the values. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** One text a line, from `min` upwards. */
  readonly texts: readonly string[];
}

interface AxisOptions {
  readonly currency: string;
  readonly locale: string;
  /** Room past the furthest values, as a share of the range, for labels that stand there. */
  readonly headroom?: number;
  /** Whether a far-off range may be shown without its zero; never for bars, whose length is their meaning. */
  readonly mayLeaveZero?: boolean;
}

/** An axis for `values` (minor units). It always spans at least one step. */
export function valueAxis(values: readonly number[], options: AxisOptions): ValueAxis {
  let low = Math.min(...values, Number.POSITIVE_INFINITY);
  let high = Math.max(...values, Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low) || !Number.isFinite(high)) low = high = 0;
  const spread = high - low;
  const zeroIsFar = spread > 0 && (low > spread * 2 || high < -spread * 2);
  if (!(options.mayLeaveZero && zeroIsFar)) {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  const room = (high - low) * (options.headroom ?? 0);
  if (low < 0) low -= room;
  if (high > 0) high += room;
  if (low === high) high = 5 * 10 ** currencyDigits(options.currency);
  const step = roundStep((high - low) / 5);
  const min = Math.floor(low / step) * step;
  const max = Math.ceil(high / step) * step;
  const lines = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
  return { min, max, step, texts: compactAmounts(lines, options.currency, options.locale) };
}

/** The next of 1, 2, 5, 10, 20, … that is not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}
