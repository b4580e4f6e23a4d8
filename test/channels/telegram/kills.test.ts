import { expect, test } from 'vitest';
import { proveChannel } from '../../../scripts/prove-channels.ts';

// 300 messages and 30 kills: npm run prove:channels -- --platform telegram
test('killed at random moments: each message recorded once and answered, in order', { timeout: 120_000 }, async () => {
  const report = await proveChannel({ platform: 'telegram', messages: 12, kills: 2, faults: 0.1, seed: 7 });
  expect(report).toMatchObject({
    kills: 2,
    entries: 12,
    missing: [],
    twice: [],
    unanswered: [],
    outOfOrder: 0,
    takenInOutOfOrder: 0,
  });
});
