/** Waits for a Discord that can not be reached yet. */

import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../../errors.ts';

/** It may work a little later, with nothing to fix. */
export class Unreachable extends PlatformError {}

/** Pauses between tries, in milliseconds; after the last one it is given up. */
const PAUSES = [250, 500, 1_000, 2_000, 5_000, 10_000, 20_000];

/** Tries again while `work` throws Unreachable. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pause = PAUSES[attempt];
      if (!(error instanceof Unreachable) || pause === undefined || signal.aborted) throw error;
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}
