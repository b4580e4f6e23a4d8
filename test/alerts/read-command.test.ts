import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readAlertCommand, readTime } from '../../src/alerts/read-command.ts';
import { InputError } from '../../src/errors.ts';
import type { Language } from '../../src/language.ts';
import { wordsFor } from '../../src/wording/words-for.ts';

/** A Wednesday, 15:00 in Berlin; the clocks go back on Sunday. */
const now = Temporal.Instant.from('2026-10-21T13:00:00Z');
const asker = {
  now,
  preferences: { currency: 'EUR', timezone: 'Europe/Berlin', language: null, firstDayOfWeek: 1 },
} as const;

const read = (text: string, language: Language = 'en') => readAlertCommand(text, asker, wordsFor(language));

test.each([
  ['alerts', { kind: 'list' }],
  ['/alerts', { kind: 'list' }],
  ['Why was I not told?', { kind: 'list' }],
  ['alerts off', { kind: 'off' }],
  ['unmute', { kind: 'unmute' }],
  ['fewer of these', { kind: 'fewer' }],
  ['Send alerts here.', { kind: 'here' }],
  ['why?', { kind: 'why' }],
  ['show rows', { kind: 'rows' }],
  ['that’s fine, ignore it', { kind: 'ignore' }],
  ['ignore that', { kind: 'ignore' }],
  ['urgent may pass', { kind: 'urgent', passes: true }],
  ['urgent off', { kind: 'urgent', passes: false }],
  ['quiet 22-7', { kind: 'quiet', quiet: { from: '22:00', to: '07:00' } }],
  ['quiet 22:30 – 6:15', { kind: 'quiet', quiet: { from: '22:30', to: '06:15' } }],
  ['quiet from 10pm to 7am', { kind: 'quiet', quiet: { from: '22:00', to: '07:00' } }],
  ['quiet off', { kind: 'quiet', quiet: null }],
  ['daily digest at 8', { kind: 'digest', cadence: 'daily', time: '08:00' }],
  ['weekly digest at 6:30 pm', { kind: 'digest', cadence: 'weekly', time: '18:30' }],
  ['monthly digest', { kind: 'digest', cadence: 'monthly', time: null }],
  ['digest off', { kind: 'digest', cadence: null, time: null }],
])('“%s”', (text, command) => {
  expect(read(text)).toEqual(command);
});

describe('muting', () => {
  test.each([
    ['mute 3 days', '2026-10-24T15:00'],
    // Five days by the calendar are five days and an hour by the clock.
    ['mute for 5 days', '2026-10-26T15:00'],
    ['mute 2 hours', '2026-10-21T17:00'],
    ['mute a week', '2026-10-28T15:00'],
    ['mute until Monday', '2026-10-26T00:00'],
    ['mute until wednesday', '2026-10-28T00:00'],
    ['mute until tomorrow', '2026-10-22T00:00'],
    ['mute until 2026-12-01', '2026-12-01T00:00'],
  ])('“%s” lasts until %s', (text, until) => {
    const expected = Temporal.PlainDateTime.from(until).toZonedDateTime('Europe/Berlin').toInstant();
    expect(read(text)).toEqual({ kind: 'mute', until: expected });
  });

  test('takes weekdays of the person’s own language', () => {
    expect(read('mute until Montag', 'de')).toEqual(read('mute until Monday'));
    expect(read('mute until lunes', 'es')).toEqual(read('mute until Monday'));
  });
});

test.each([
  'mute until Maintenance',
  'mute until 2026-02-30',
  'mute until 2026-10-21',
  'mute 0 days',
  'quiet 25-7',
  'quiet 22-7:60',
  'daily digest at 13pm',
  'weekly digest at noon',
])('“%s” is answered with what would do', (text) => {
  expect(() => read(text)).toThrow(InputError);
});

test.each(['lunch 12.50', 'quiet evening 20', 'why did I spend so much?', 'digest', 'rows', 'muted colours 12'])(
  '“%s” is something else',
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test.each([
  ['0', '00:00'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['23:59', '23:59'],
  ['8h30', '08:30'],
  ['18h', '18:00'],
  ['24', null],
  ['0am', null],
  ['8:5', null],
  ['', null],
])('“%s” is %s o’clock', (text, time) => {
  expect(readTime(text)).toBe(time);
});
