/** Cadences by chance, for property tests. */

import fc from 'fast-check';
import type { Bounds, Cadence, Once } from '../../src/schedule/cadence.ts';

type Repeating = Exclude<Cadence, Once>;

export const anyDay = fc
  .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2029-12-31T00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
const cronMinutes = fc.constantFrom('0', '30', '*/15', '0,30', '15-45/15', '59');
const cronHours = fc.constantFrom('*', '2', '0', '1-3', '*/4', '9,17', '23');
const cronDays = fc.constantFrom('*', '1', '15', '31', '1-7', '*/2', '29-31');
const cronMonths = fc.constantFrom('*', '2', '3-4', '10,11', '*/3');
const cronWeekdays = fc.constantFrom('*', '1-5', '0', '7', '6', '*/2');

/** A cadence at a time of day that `time` draws. */
export function anyCadence(time: fc.Arbitrary<string>): fc.Arbitrary<Repeating> {
  const repetition = fc.oneof(
    fc.record({ repeats: fc.constant('daily' as const), at: time }),
    fc.record({
      repeats: fc.constant('weekly' as const),
      weekdays: fc.uniqueArray(weekday, { minLength: 1 }),
      at: time,
    }),
    fc.record({ repeats: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), at: time }),
    fc.record({
      repeats: fc.constant('monthly-weekday' as const),
      nth: fc.constantFrom(1, 2, 3, 4, -1),
      weekday,
      at: time,
    }),
    fc.record({
      repeats: fc.constant('yearly' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 29 }),
      at: time,
    }),
    fc.record({
      repeats: fc.constant('every' as const),
      count: fc.integer({ min: 1, max: 14 }),
      unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      from: anyDay,
      at: time,
    }),
    fc
      .tuple(cronMinutes, cronHours, cronDays, cronMonths, cronWeekdays)
      .map((fields) => ({ repeats: 'cron' as const, expression: fields.join(' ') })),
  );
  const bounds: fc.Arbitrary<Bounds> = fc.record(
    { until: anyDay, skip: fc.array(anyDay, { maxLength: 3 }) },
    { requiredKeys: [] },
  );
  return fc.tuple(repetition, bounds).map(([rule, limits]) => ({ ...rule, ...limits }) as Repeating);
}
