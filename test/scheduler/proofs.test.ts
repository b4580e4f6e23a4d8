import { describe, expect, test } from 'vitest';
import { proveCrash } from '../../scripts/prove-schedules.ts';
import { simulateYear } from '../../scripts/schedule-year.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('two schedulers on $name, one killed half-way', ({ openTestDatabase }) => {
  test('run each schedule exactly once', async () => {
    const { url } = await openTestDatabase();
    const report = await proveCrash(url, 200);
    expect(report).toMatchObject({ schedules: 200, lost: 0, twice: 0 });
    expect(report.atKill).toBeGreaterThanOrEqual(100);
    expect(report.stopMs).toBeLessThan(10_000);
  }, 120_000);
});

test.each([
  ['2026-03-05', 30], // the clocks change in America, Europe, the Near East and Paraguay
  ['2026-10-02', 35],
])(
  'from %s on, %i days in thirty time zones: each at its local time, once',
  async (from, days) => {
    const report = await simulateYear(30, from, days);
    expect(report).toMatchObject({ missing: 0, unexpected: 0 });
    expect(report.ran).toBe(report.expected);
    expect(report.ran).toBeGreaterThan(200);
    expect(report.onChangingDays).toBeGreaterThan(0);
  },
  120_000,
);
