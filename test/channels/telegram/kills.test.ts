import { expect, test } from 'vitest';
import { databases } from '../../support/databases.ts';
import { proveKills } from '../../support/platforms/telegram/prove-kills.ts';

// 300 messages and 30 kills: node test/support/platforms/telegram/prove-kills.ts
test('killed at random moments: each message recorded once and answered, in order', { timeout: 120_000 }, async () => {
  const [sqlite] = databases;
  const database = await sqlite?.openTestDatabase();
  const report = await proveKills({ db: database?.url ?? '', messages: 12, kills: 2, faults: 0.1, seed: 7 });
  expect(report).toMatchObject({
    kills: 2,
    entries: 12,
    missing: [],
    twice: [],
    unanswered: [],
    outOfOrder: 0,
  });
});
