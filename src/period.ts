/** Days, spans of days and the calendar. A day is an ISO string in the person's own time zone. */

import { Temporal } from 'temporal-polyfill';
import { InputError } from './errors.ts';

/** An ISO 8601 calendar day, YYYY-MM-DD, in the person's time zone. Days compare as strings. */
export type Day = string;

/** From one day to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The first and last day that an entry may have: what a household's papers reach back to, and what a person plans. */
export const FIRST_DAY: Day = '1970-01-01';
export const LAST_DAY: Day = '2099-12-31';

const epoch = new Temporal.PlainDate(1970, 1, 1);

// What the calendar says of a day is asked thousands of times, and each time it would take microseconds.
const numbers = remembered<Day, number>();
const days = remembered<number, Day>();
const monthsOn = remembered<string, Day>();
const units = remembered<string, Period>();

/** The day it is at `instant` in an IANA time zone. */
export function dayAt(instant: Temporal.Instant, timeZone: string): Day {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Checks a day. Throws an InputError for what is no calendar day (30 February) or lies outside 1970 to 2099. */
export function parseDay(text: string): Day {
  let date: Temporal.PlainDate;
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('not a day');
    date = Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new InputError(
      `"${text.slice(0, 24)}" is not a day of the calendar.`,
      'Write a day as YYYY-MM-DD, like 2026-03-31.',
    );
  }
  const day = date.toString();
  if (day < FIRST_DAY || day > LAST_DAY) {
    throw new InputError(`${day} is too far away.`, `Days from ${FIRST_DAY} to ${LAST_DAY} can be kept.`);
  }
  return day;
}

/** Checks both ends. Throws an InputError when the period ends before it begins. */
export function parsePeriod(from: string, to: string): Period {
  const period = { from: parseDay(from), to: parseDay(to) };
  if (period.to < period.from) {
    throw new InputError(`The period ends (${to}) before it begins (${from}).`, 'Swap the two days.');
  }
  return period;
}

/** Days since 1970-01-01 (0). Throws a RangeError for what is no day. */
export function dayNumber(day: Day): number {
  return numbers(day, () => epoch.until(Temporal.PlainDate.from(day), { largestUnit: 'day' }).days);
}

/** The day that {@link dayNumber} gave the number of. */
export function dayOfNumber(number: number): Day {
  return days(number, () => epoch.add({ days: number }).toString());
}

/** Monday is 1, Sunday is 7: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function addDays(day: Day, count: number): Day {
  return dayOfNumber(dayNumber(day) + count);
}

/** Calendar months on; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  return monthsOn(`${day} ${months}`, () => Temporal.PlainDate.from(day).add({ months }).toString());
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** How many days the period has, both ends counted. */
export function daysIn({ from, to }: Period): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Monday is 1. */
export function weekdayOf(day: Day): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** The whole day, week, month, quarter or year around `day`; weeks begin on `firstDayOfWeek`. */
export function unitAround(day: Day, unit: CalendarUnit, firstDayOfWeek: Weekday = 1): Period {
  if (unit === 'day') return { from: addDays(day, 0), to: addDays(day, 0) };
  if (unit === 'week') {
    const from = addDays(day, -((weekdayOf(day) - firstDayOfWeek + 7) % 7));
    return { from, to: addDays(from, 6) };
  }
  return units(`${day} ${unit}`, () => {
    const date = Temporal.PlainDate.from(day);
    const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
    const first = date.with({ day: 1, month: date.month - ((date.month - 1) % months) });
    return { from: first.toString(), to: first.add({ months }).subtract({ days: 1 }).toString() };
  });
}

/** The unit `count` whole units before (negative) or after the one around `day`. */
export function unitAway(day: Day, unit: CalendarUnit, count: number, firstDayOfWeek: Weekday = 1): Period {
  const { from } = unitAround(day, unit, firstDayOfWeek);
  const start =
    unit === 'day' || unit === 'week'
      ? addDays(from, count * (unit === 'week' ? 7 : 1))
      : addMonths(from, count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12));
  return unitAround(start, unit, firstDayOfWeek);
}

/** Whether `name` is a time zone this runtime knows (IANA name or link). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]\d/.test(name);
  } catch {
    return false;
  }
}

/** As many as a ledger has days. */
const MOST_REMEMBERED = 50_000;

/** What was computed for a key is not computed again. */
function remembered<Key, Value>(): (key: Key, compute: () => Value) => Value {
  const known = new Map<Key, Value>();
  return (key, compute) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute();
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
}
