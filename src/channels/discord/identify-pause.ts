/** Discord wants five seconds between the identifies of a bot. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from '@discordjs/ws';

export const IDENTIFY_PAUSE_MILLISECONDS = 5_000;

export function pauseBetweenIdentifies(milliseconds: number): IIdentifyThrottler {
  let isDue: Promise<unknown> = Promise.resolve();
  return {
    async waitForIdentify(_, signal) {
      const { promise, reject } = Promise.withResolvers<never>();
      const onAbort = () => reject(signal.reason);
      signal.addEventListener('abort', onAbort);
      try {
        await Promise.race([isDue, promise]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
      isDue = sleep(milliseconds, undefined, { ref: false });
    },
  };
}
