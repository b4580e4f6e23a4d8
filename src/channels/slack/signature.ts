/** Slack's signature over a raw body. */

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Requests that say they are older, or come from further ahead, are refused: somebody may be playing them again. */
const TOLERANCE_SECONDS = 5 * 60;

export interface Signed {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

export function isSigned({ timestamp, signature, body }: Signed, secret: string, nowMilliseconds: number): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMilliseconds / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
