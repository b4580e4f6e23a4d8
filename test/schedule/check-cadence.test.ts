import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { checkCadence } from '../../src/schedule/check-cadence.ts';

const at = '08:00';

/** What somebody said, read into numbers that may be anything. */
const said = (cadence: object) => cadence as Cadence;

describe('a cadence', () => {
  test.each<[string, Cadence, string]>([
    ['every 32nd', { repeats: 'monthly', day: 32, at }, 'No month has more than 31 days.'],
    ['the 0th', { repeats: 'monthly', day: 0, at }, 'No month has more than 31 days.'],
    ['day 1.5', { repeats: 'monthly', day: 1.5, at }, 'No month has more than 31 days.'],
    ['30 February', { repeats: 'yearly', month: 2, day: 30, at }, 'That month has at most 29 days.'],
    ['month 13', { repeats: 'yearly', month: 13, day: 1, at }, 'A year has 12 months.'],
    ['at 25:00', { repeats: 'daily', at: '25:00' }, '"25:00" is no time of day.'],
    ['at 8', { repeats: 'daily', at: '8' }, '"8" is no time of day.'],
    ['at 08:60', { repeats: 'daily', at: '08:60' }, '"08:60" is no time of day.'],
    ['no weekday', { repeats: 'weekly', weekdays: [], at }, 'A weekly schedule needs a weekday.'],
    ['an eighth weekday', said({ repeats: 'weekly', weekdays: [8], at }), 'A week has 7 days.'],
    ['the fifth Friday', said({ repeats: 'monthly-weekday', nth: 5, weekday: 5, at }), 'Not every month has a fifth'],
    [
      'every 0 days',
      { repeats: 'every', count: 0, unit: 'day', from: '2026-11-22', at },
      `"Every 0 days" can't be kept`,
    ],
    ['from a day that is none', { repeats: 'daily', from: '2026-02-30', at }, 'is not a day of the calendar'],
    ['until before from', { repeats: 'daily', from: '2026-12-02', until: '2026-12-01', at }, 'before it begins'],
    ['each minute', { repeats: 'cron', expression: '* * * * *' }, 'Every minute is too often.'],
    ['each ten minutes', { repeats: 'cron', expression: '*/10 * * * *' }, 'Every 10 minutes is too often.'],
    ['around midnight', { repeats: 'cron', expression: '0,55 0,23 * * *' }, 'Every 5 minutes is too often.'],
    ['each second', { repeats: 'cron', expression: '* * * * * *' }, 'has five fields'],
    ['a minute 60', { repeats: 'cron', expression: '60 * * * *' }, '"60" is no minute of a cron expression.'],
    ['a range backwards', { repeats: 'cron', expression: '0 9 * * 5-1' }, '"5-1" is no day of the week'],
    ['a step of none', { repeats: 'cron', expression: '*/0 * * * *' }, '"*/0" is no minute'],
    ['words', { repeats: 'cron', expression: '0 9 * * someday' }, '"someday" is no day of the week'],
    ['a moment that is none', { repeats: 'once', instant: 'tomorrow' }, '"tomorrow" is no moment.'],
  ])('%s is refused in a sentence', (_, cadence, sentence) => {
    expect(() => checkCadence(cadence, 'Europe/Berlin')).toThrow(InputError);
    expect(() => checkCadence(cadence, 'Europe/Berlin')).toThrow(sentence);
  });

  test('names the shortest interval', () => {
    try {
      checkCadence({ repeats: 'cron', expression: '*/5 * * * *' }, 'UTC');
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).hint).toBe('The shortest interval is 15 minutes.');
    }
  });

  test.each(['Mars/Olympus', '+02:00', ''])('in the zone "%s" is refused', (zone) => {
    expect(() => checkCadence({ repeats: 'daily', at }, zone)).toThrow(/There is no time zone/);
  });

  test.each<Cadence>([
    { repeats: 'daily', at: '00:00' },
    { repeats: 'monthly', day: 31, at: '23:59' },
    { repeats: 'yearly', month: 2, day: 29, at },
    { repeats: 'cron', expression: '*/15 * * * *' },
    { repeats: 'cron', expression: '0 9 1,15 jan-jun Mon' },
    { repeats: 'every', count: 120, unit: 'month', from: '2026-11-22', at },
    { repeats: 'once', instant: '2026-11-25T09:00:00Z' },
  ])('%j is fine', (cadence) => {
    expect(() => checkCadence(cadence, 'Asia/Calcutta')).not.toThrow();
  });
});
