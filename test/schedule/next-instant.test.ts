import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { nextInstant, occurrencesBetween } from '../../src/schedule/next-instant.ts';
import { anyCadence, anyDay } from './cadences.ts';
import { slowDays, slowOccurrences } from './slow-matcher.ts';

const instant = (text: string) => Temporal.Instant.from(text);
const next = (cadence: Cadence, after: string, zone: string) =>
  nextInstant(cadence, instant(after), zone)?.toString() ?? null;
const at = '09:00';

/** Around days on which the clocks change: an hour at 02:00, at midnight, half an hour, and never. */
const windows = [
  ['Europe/Berlin', '2026-03-27T12:00Z'],
  ['Europe/Berlin', '2026-10-23T12:00Z'],
  ['America/New_York', '2026-03-06T18:00Z'],
  ['America/New_York', '2026-10-30T18:00Z'],
  ['America/Havana', '2026-03-06T18:00Z'], // 00:00 does not exist
  ['America/Havana', '2026-10-30T18:00Z'], // 00:30 comes twice
  ['Africa/Cairo', '2026-04-22T18:00Z'], // a Friday without its first hour
  ['America/Santiago', '2026-04-03T18:00Z'], // 23:30 comes twice, before midnight
  ['Australia/Lord_Howe', '2026-10-02T06:00Z'], // half an hour
  ['Australia/Lord_Howe', '2026-04-03T06:00Z'],
  ['Africa/Casablanca', '2026-02-13T18:00Z'], // back for Ramadan
  ['Pacific/Apia', '2011-12-28T18:00Z'], // a day that did not exist
  ['Asia/Kathmandu', '2028-02-27T06:00Z'], // leap day, +05:45
  ['Asia/Tokyo', '2026-12-30T06:00Z'],
] as const;

describe('the next occurrence', () => {
  test('is what walking minute by minute finds, over changes of the clocks', () => {
    const nearChange = fc
      .tuple(fc.constantFrom('00', '01', '02', '03', '23'), fc.constantFrom('00', '15', '30', '45', '59'))
      .map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.constantFrom(...windows), anyCadence(nearChange), ([zone, start], cadence) => {
        const from = Date.parse(start);
        const to = from + 3 * 86_400_000;
        const found = occurrencesBetween(
          cadence,
          Temporal.Instant.fromEpochMilliseconds(from - 1),
          Temporal.Instant.fromEpochMilliseconds(to - 1),
          zone,
        );
        expect([...found].map((each) => each.epochMilliseconds)).toEqual(slowOccurrences(cadence, from, to, zone));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('is what walking day by day finds, over years', () => {
    fc.assert(
      fc.property(anyCadence(fc.constant('09:30')), anyDay, (cadence, from) => {
        const days = new Set<string>();
        const end = Temporal.PlainDate.from(from).add({ days: 1500 });
        const until = end.toZonedDateTime('UTC').toInstant();
        let last = Temporal.PlainDate.from(from).toZonedDateTime('UTC').toInstant().subtract({ milliseconds: 1 });
        for (;;) {
          const found = nextInstant(cadence, last, 'UTC');
          if (found === null || Temporal.Instant.compare(found, until) >= 0) break;
          days.add(found.toString().slice(0, 10));
          // On to the end of that day: a cron expression may come again on it.
          last = Temporal.PlainDate.from(found.toString().slice(0, 10))
            .add({ days: 1 })
            .toZonedDateTime('UTC')
            .toInstant()
            .subtract({ milliseconds: 1 });
        }
        const timeOf = cadence.repeats === 'cron' ? firstTime(cadence.expression) : '09:30';
        expect([...days]).toEqual(slowDays(cadence, from, 1500, timeOf));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('comes strictly after the moment given', () => {
    expect(next({ repeats: 'daily', at }, '2026-11-22T08:00:00Z', 'Europe/Berlin')).toBe('2026-11-23T08:00:00Z');
    expect(next({ repeats: 'daily', at }, '2026-11-22T07:59:59.999Z', 'Europe/Berlin')).toBe('2026-11-22T08:00:00Z');
  });

  test('of a time that the clocks skip is the first moment after the gap', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00 at 01:00Z. New York, 8 March: at 07:00Z.
    const cadence: Cadence = { repeats: 'daily', at: '02:30' };
    expect(next(cadence, '2026-03-28T12:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:00:00Z');
    expect(next(cadence, '2026-03-29T01:00Z', 'Europe/Berlin')).toBe('2026-03-30T00:30:00Z');
    expect(next(cadence, '2026-03-07T12:00Z', 'America/New_York')).toBe('2026-03-08T07:00:00Z');
  });

  test('of a time that comes twice is the first of the two alone', () => {
    // Berlin, 25 October 2026: 03:00 becomes 02:00 at 01:00Z.
    const cadence: Cadence = { repeats: 'daily', at: '02:30' };
    expect(next(cadence, '2026-10-24T12:00Z', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
    expect(next(cadence, '2026-10-25T00:30Z', 'Europe/Berlin')).toBe('2026-10-26T01:30:00Z');
  });

  test.each<[string, Cadence, string[]]>([
    [
      'the 31st: the last day of shorter months',
      { repeats: 'monthly', day: 31, at },
      ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
    ],
    [
      'every other Friday, until June',
      { repeats: 'every', count: 2, unit: 'week', from: '2027-05-07', until: '2027-06-30', at },
      ['2027-05-07', '2027-05-21', '2027-06-04', '2027-06-18'],
    ],
    [
      'monthly from the 31st: the day comes back after a February',
      { repeats: 'every', count: 1, unit: 'month', from: '2027-01-31', at },
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'the last Friday of the month',
      { repeats: 'monthly-weekday', nth: -1, weekday: 5, at },
      ['2027-01-29', '2027-02-26', '2027-03-26', '2027-04-30'],
    ],
    ['29 February', { repeats: 'yearly', month: 2, day: 29, at }, ['2027-02-28', '2028-02-29', '2029-02-28']],
    ['the 25th, skipped once', { repeats: 'monthly', day: 25, skip: ['2027-02-25'], at }, ['2027-01-25', '2027-03-25']],
    [
      'weekdays at nine, as cron says it, in names',
      { repeats: 'cron', expression: '0 9 * * mon-fri' },
      ['2027-01-01', '2027-01-04', '2027-01-05'],
    ],
    [
      'Friday the 13th, of which either is enough',
      { repeats: 'cron', expression: '0 9 13 * 5' },
      ['2027-01-01', '2027-01-08', '2027-01-13', '2027-01-15'],
    ],
  ])('%s', (_, cadence, days) => {
    const [first = '', last = ''] = ['2026-12-31T12:00Z', `${days.at(-1)}T12:00Z`];
    const found = [...occurrencesBetween(cadence, instant(first), instant(last), 'UTC')];
    expect(found.map(String)).toEqual(days.map((day) => `${day}T09:00:00Z`));
  });

  test('of what has ended is none', () => {
    expect(next({ repeats: 'daily', at, until: '2026-11-22' }, '2026-11-22T12:00Z', 'UTC')).toBeNull();
    expect(next({ repeats: 'cron', expression: '0 9 30 2 *' }, '2026-11-22T12:00Z', 'UTC')).toBeNull();
    expect(next({ repeats: 'daily', at }, '2099-12-31T12:00Z', 'UTC')).toBeNull();
  });

  test('of a single moment is that moment, and then none', () => {
    const once: Cadence = { repeats: 'once', instant: '2026-11-25T10:00:00+01:00' };
    expect(next(once, '2026-11-22T12:00Z', 'Asia/Tokyo')).toBe('2026-11-25T09:00:00Z');
    expect(next(once, '2026-11-25T09:00Z', 'Asia/Tokyo')).toBeNull();
  });

  test('in a zone by its former name is the same', () => {
    const cadence: Cadence = { repeats: 'daily', at: '02:30' };
    for (const [former, current] of [
      ['Asia/Calcutta', 'Asia/Kolkata'],
      ['Europe/Kiev', 'Europe/Kyiv'],
      ['US/Pacific', 'America/Los_Angeles'],
    ] as const) {
      expect(next(cadence, '2026-03-07T20:00Z', former)).toBe(next(cadence, '2026-03-07T20:00Z', current));
    }
  });
});

/** The first minute and hour that the expressions of `anyCadence` name. */
function firstTime(expression: string): string {
  const [minute = '', hour = ''] = expression.split(' ');
  return [hour, minute].map((field) => (/^\d+/.exec(field)?.[0] ?? '0').padStart(2, '0')).join(':');
}
