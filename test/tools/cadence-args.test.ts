import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { cadence, toCadence } from '../../src/tools/cadence-args.ts';

/** A Sunday, at 13:00 by her clock. */
const asker = {
  now: Temporal.Instant.from('2026-11-22T12:00:00Z'),
  today: '2026-11-22',
  preferences: { currency: 'EUR', timezone: 'Europe/Berlin', language: null, firstDayOfWeek: 1 },
} as const;

const made = (args: Record<string, unknown>, now?: string) =>
  toCadence(cadence.parse(args), now ? { ...asker, now: Temporal.Instant.from(now) } : asker, '09:00');

test('what is left open is taken from today', () => {
  expect(made({ repeats: 'weekly' })).toEqual({ repeats: 'weekly', weekdays: [7], at: '09:00' });
  expect(made({ repeats: 'monthly' })).toEqual({ repeats: 'monthly', day: 22, at: '09:00' });
  expect(made({ repeats: 'yearly', at: '8:00' })).toEqual({ repeats: 'yearly', month: 11, day: 22, at: '08:00' });
});

test('what is counted begins with its next day that is still ahead, or with the one named', () => {
  const fridays = { repeats: 'every', count: 2, unit: 'week', weekdays: ['friday'] };
  expect(made(fridays)).toMatchObject({ from: '2026-11-27' });
  expect(made({ ...fridays, from: '2026-12-01' })).toMatchObject({ from: '2026-12-04' });
  const sundays = { ...fridays, weekdays: ['sunday'], at: '12:00' };
  expect(made(sundays)).toMatchObject({ from: '2026-11-29' });
  expect(made({ ...sundays, at: '14:00' })).toMatchObject({ from: '2026-11-22' });
  expect(made({ repeats: 'every', count: 3, unit: 'month', day: 31 })).toMatchObject({ from: '2026-12-31' });
  expect(made({ repeats: 'every', count: 3, unit: 'day', at: '08:00' })).toMatchObject({ from: '2026-11-23' });
  expect(made({ repeats: 'every', count: 1, unit: 'month', day: 5 })).toEqual({
    repeats: 'monthly',
    day: 5,
    at: '09:00',
  });
});

test('once is a moment by their clock, also across a change of it', () => {
  expect(made({ repeats: 'once', on: '2026-11-23', at: '09:00' })).toEqual({
    repeats: 'once',
    instant: '2026-11-23T08:00:00Z',
  });
  expect(made({ repeats: 'once', on: '2027-06-01', at: '09:00' })).toMatchObject({ instant: '2027-06-01T07:00:00Z' });
  // 02:30 does not exist on that day.
  expect(made({ repeats: 'once', on: '2027-03-28', at: '02:30' })).toMatchObject({ instant: '2027-03-28T01:00:00Z' });
  expect(made({ repeats: 'once', at: '14:00' })).toMatchObject({ instant: '2026-11-22T13:00:00Z' });
  expect(made({ repeats: 'once', at: '12:00' })).toMatchObject({ instant: '2026-11-23T11:00:00Z' });
  expect(made({ repeats: 'once', inMinutes: 20 })).toMatchObject({ instant: '2026-11-22T12:20:00Z' });
});

test.each<[Record<string, unknown>, string]>([
  [{ repeats: 'monthly', day: 32 }, 'No month has more than 31 days.'],
  [{ repeats: 'every', count: 3, unit: 'month', day: 32 }, 'No month has more than 31 days.'],
  [{ repeats: 'daily', at: '25:00' }, '"25:00" is no time of day.'],
  [{ repeats: 'daily', at: 'soon' }, '"soon" is no time of day.'],
  [{ repeats: 'every', count: 1, unit: 'minute' }, 'That is too often.'],
  [{ repeats: 'every', count: 0, unit: 'day' }, '"Every 0 days" can\'t be kept.'],
  [{ repeats: 'every', count: 2, unit: 'week', weekdays: ['monday', 'friday'] }, 'Only one weekday can be kept'],
  [{ repeats: 'monthly-weekday', nth: 5, weekdays: ['monday'] }, 'Not every month has a fifth'],
  [{ repeats: 'yearly', month: 2, day: 30 }, 'That month has at most 29 days.'],
  [{ repeats: 'once', on: '2026-11-22', at: '12:00' }, '2026-11-22 at 12:00 is over.'],
  [{ repeats: 'once', on: '2027-06-31' }, '"2027-06-31" is not a day of the calendar.'],
  [{ repeats: 'once', inMinutes: 0 }, 'That is no moment ahead.'],
  [{ repeats: 'daily', from: '2027-01-02', until: '2027-01-01' }, 'It would end (2027-01-01) before it begins'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => made(args)).toThrow(InputError);
  expect(() => made(args)).toThrow(sentence);
});
