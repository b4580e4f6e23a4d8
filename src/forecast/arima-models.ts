/** ARIMA by the library of that name, which is C as WebAssembly: compiled once, on first use. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type Arima from 'arima';

const require = createRequire(import.meta.url);
let library: typeof Arima | undefined;

/** Fewer values than these say nothing about two or three coefficients. */
export const ARIMA_NEEDS = 20;

/** Box-Jenkins fit, BFGS search: a tenth of the time of exact likelihood, with forecasts as good. */
const FIT = { method: 2, optimizer: 5, verbose: false };

/**
 * ARIMA(0,1,1)(1,0,0) of the season, or ARIMA(0,1,1) for `seasonLength` 1 (fpp3, sections 9.5 and 9.9). Orders are
 * fixed: the library's own search takes a quarter of a second. Throws below {@link ARIMA_NEEDS} values or two seasons.
 */
export function seasonalArima(values: readonly number[], horizon: number, seasonLength: number): number[] {
  library ??= quietLibrary();
  const season = seasonLength > 1 ? { P: 1, D: 0, Q: 0, s: seasonLength } : { P: 0, D: 0, Q: 0, s: 0 };
  const model = new library({ p: 0, d: 1, q: 1, ...season, ...FIT });
  try {
    return model.train([...values]).predict(horizon)[0];
  } finally {
    model.destroy();
  }
}

/** The parts that the package's entry puts together, with its own warnings kept off standard output, where programs read. */
export function quietLibrary(): typeof Arima {
  const folder = dirname(require.resolve('arima'));
  const part = (path: string) => require(join(folder, path));
  const wasm = part('wasm/native-sync.js')({ wasmBinary: part('wrapper/native.bin.js'), print() {}, printErr() {} });
  return part('load.js')(wasm);
}
