import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { dueNow, type Lateness, missed } from '../../src/schedule/missed.ts';
import { nextInstant } from '../../src/schedule/next-instant.ts';
import { skipNext } from '../../src/schedule/skip-next.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const daily: Cadence = { repeats: 'daily', at: '08:00' };
const digest: Lateness = { policy: 'latest', usefulHours: 12 };

/** What happens in UTC at `now` to an occurrence that was due at `dueAt`. */
function due(cadence: Cadence, dueAt: string, now: string, lateness: Lateness) {
  const { run, next } = dueNow(cadence, instant(dueAt), instant(now), 'UTC', lateness);
  return [run?.toString() ?? null, next?.toString() ?? null];
}

describe('after downtime', () => {
  test('every occurrence since the last is known', () => {
    const found = missed(daily, instant('2026-11-19T08:00Z'), instant('2026-11-22T08:00Z'), 'UTC');
    expect(found.map(String)).toEqual(['2026-11-20T08:00:00Z', '2026-11-21T08:00:00Z', '2026-11-22T08:00:00Z']);
    expect(missed(daily, instant('2026-11-22T08:00Z'), instant('2026-11-22T09:00Z'), 'UTC')).toEqual([]);
  });

  test('a digest comes once, and it is the newest', () => {
    expect(due(daily, '2026-11-19T08:00Z', '2026-11-22T10:00Z', digest)).toEqual([
      '2026-11-22T08:00:00Z',
      '2026-11-23T08:00:00Z',
    ]);
  });

  test('a digest that is of no use any more does not come', () => {
    expect(due(daily, '2026-11-19T08:00Z', '2026-11-22T07:00Z', digest)).toEqual([null, '2026-11-22T08:00:00Z']);
    expect(due(daily, '2026-11-21T08:00Z', '2026-11-21T20:00Z', digest)[0]).toBe('2026-11-21T08:00:00Z');
    expect(due(daily, '2026-11-21T08:00Z', '2026-11-21T20:00:00.001Z', digest)[0]).toBeNull();
  });

  test('entries that come by themselves come each', () => {
    expect(due(daily, '2026-11-19T08:00Z', '2026-11-22T07:00Z', { policy: 'each' })).toEqual([
      '2026-11-19T08:00:00Z',
      '2026-11-20T08:00:00Z',
    ]);
  });

  test('a single moment is made up for, and ends', () => {
    const once: Cadence = { repeats: 'once', instant: '2026-11-22T06:00:00Z' };
    expect(due(once, '2026-11-22T06:00Z', '2026-11-22T10:00Z', digest)).toEqual(['2026-11-22T06:00:00Z', null]);
  });

  test('half a century of quarters of an hour is looked at only as far back as it is of use', () => {
    const often: Cadence = { repeats: 'cron', expression: '*/15 * * * *' };
    // Two million occurrences would take minutes.
    expect(due(often, '1970-01-01T08:00Z', '2026-11-22T10:07Z', digest)[0]).toBe('2026-11-22T10:00:00Z');
  });
});

describe('skipping', () => {
  test('leaves out the next one alone, again and again', () => {
    const now = instant('2026-11-22T12:00Z');
    const once = skipNext(daily, now, 'UTC');
    expect(nextInstant(once, now, 'UTC')?.toString()).toBe('2026-11-24T08:00:00Z');
    const twice = skipNext(once, now, 'UTC');
    expect(nextInstant(twice, now, 'UTC')?.toString()).toBe('2026-11-25T08:00:00Z');
    expect(twice).toEqual({ ...daily, skip: ['2026-11-23', '2026-11-24'] });
  });

  test('forgets what has passed', () => {
    const skipped = skipNext({ ...daily, skip: ['2026-11-01'] }, instant('2026-11-22T12:00Z'), 'UTC');
    expect(skipped).toEqual({ ...daily, skip: ['2026-11-23'] });
  });

  test('is by the day of the person', () => {
    const skipped = skipNext(daily, instant('2026-11-22T12:00Z'), 'Pacific/Auckland');
    expect(skipped).toEqual({ ...daily, skip: ['2026-11-23'] });
    expect(nextInstant(skipped, instant('2026-11-22T12:00Z'), 'Pacific/Auckland')?.toString()).toBe(
      '2026-11-23T19:00:00Z',
    );
  });

  test('of a single moment is refused', () => {
    const once: Cadence = { repeats: 'once', instant: '2026-11-25T06:00:00Z' };
    expect(() => skipNext(once, instant('2026-11-22T12:00Z'), 'UTC')).toThrow('There is no occurrence to skip.');
  });
});
