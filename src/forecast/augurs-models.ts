/** ETS and MSTL by the augurs library, which is WebAssembly: compiled once, on first use. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ets from '@bsull/augurs/ets';
import * as mstl from '@bsull/augurs/mstl';

const require = createRequire(import.meta.url);
const ready = new Set<string>();

/**
 * The exponential smoothing model with the best corrected AIC among those with additive errors and no season: no trend,
 * trend, damped trend (Hyndman and Athanasopoulos, fpp3, section 8.6). Throws when none can be fitted. Needs eight values.
 */
export function automaticEts(values: readonly number[], horizon: number): number[] {
  prepare('ets', ets.initSync);
  const model = new ets.AutoETS(1, 'AZN');
  try {
    model.fit([...values]);
    return model.predict(horizon).point;
  } finally {
    model.free();
  }
}

/**
 * STL decomposition with an ETS model for what is left of the season (Bandara, Hyndman and Bergmeir, 2021, MSTL; fpp3,
 * section 5.7). Additive: scale first. Throws when it can't be fitted. Needs more than two seasons.
 */
export function decomposedEts(values: readonly number[], horizon: number, seasonLength: number): number[] {
  prepare('mstl', mstl.initSync);
  const model = mstl.MSTL.ets([seasonLength]);
  try {
    model.fit([...values]);
    return model.predict(horizon).point;
  } finally {
    model.free();
  }
}

function prepare(name: 'ets' | 'mstl', initialise: (from: { module: Uint8Array }) => unknown): void {
  if (ready.has(name)) return;
  const file = require.resolve(`@bsull/augurs/${name}`).replace(/\.js$/, '_bg.wasm');
  initialise({ module: readFileSync(file) });
  ready.add(name);
}
