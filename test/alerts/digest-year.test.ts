import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { expectedDigests } from '../../scripts/digest-days.ts';
import { simulateDigests } from '../../scripts/digest-year.ts';

// Clocks change in America on 8 March 2026, and in Europe on the 29th.
test('two months of digests, each once at its own time, with a change of the clocks', { timeout: 60_000 }, async () => {
  const report = await simulateDigests({ people: 20, from: '2026-02-20', days: 59, seed: 3 });
  const wrong = { missing: 0, unexpected: 0, inQuietHours: 0, withoutText: 0 };
  expect(report).toMatchObject({ ...wrong, sent: report.expected });
  for (const count of [report.expected, report.onChangingDays, report.muted, report.groups]) {
    expect(count).toBeGreaterThan(0);
  }
});

test('a sample with every minute looked at is like one with those in which something is due', {
  timeout: 60_000,
}, async () => {
  const sample = { people: 20, from: '2026-03-29', days: 1 };
  const { seconds: _, processor: __, ...quick } = await simulateDigests(sample);
  expect(await simulateDigests({ ...sample, everyMinute: true })).toMatchObject(quick);
  expect(quick.sent).toBeGreaterThan(0);
});

/** Read off a wall clock and a calendar by hand. */
test.each([
  // The clocks skip from 02:00 to 03:00.
  ['02:30', null, ['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z']],
  ['02:30', { from: '03:00', to: '04:00' }, ['2026-03-28T01:30:00Z', '2026-03-29T02:00:00Z', '2026-03-30T00:30:00Z']],
  ['23:15', { from: '22:00', to: '07:00' }, ['2026-03-28T06:00:00Z', '2026-03-29T05:00:00Z', '2026-03-30T05:00:00Z']],
])('in Berlin at %s, quiet %j, they are expected at %j', (time, quiet, expected) => {
  const wish = { zone: 'Europe/Berlin', cadence: 'daily', time, firstDayOfWeek: 1, quiet } as const;
  const [start, end] = ['2026-03-27T22:59:00Z', '2026-03-30T21:00:00Z'].map((text) => Temporal.Instant.from(text));
  const found = expectedDigests(wish, start as Temporal.Instant, end as Temporal.Instant);
  expect(found.map(String)).toEqual(expected);
});
