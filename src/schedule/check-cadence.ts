/** Says in a sentence what is wrong with a cadence, before it is kept. */

import { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import { isTimeZone, parseDay } from '../period.ts';
import type { Cadence, Repetition } from './cadence.ts';
import { LARGEST_COUNT, MOST_SKIPS, SHORTEST_INTERVAL_MINUTES } from './limits.ts';
import { timesOf } from './next-instant.ts';

/** Throws an InputError for a time, day, count, cron expression or zone that does not exist, or comes too often. */
export function checkCadence(cadence: Cadence, timeZone: string): void {
  checkTimeZone(timeZone);
  if (cadence.repeats === 'once') {
    checkInstant(cadence.instant);
    return;
  }
  if (cadence.repeats !== 'cron') checkTime(cadence.at);
  checkRepetition(cadence);
  const { from, until, skip = [] } = cadence;
  for (const day of [from, until, ...skip]) if (day !== undefined) parseDay(day);
  if (from !== undefined && until !== undefined && until < from) {
    throw new InputError(`It would end (${until}) before it begins (${from}).`, 'Swap the two days.');
  }
  if (skip.length > MOST_SKIPS) {
    throw new InputError(`At most ${MOST_SKIPS} days can be left out ahead of time.`, 'Pause it instead.');
  }
}

/** Throws an InputError for a time zone that this runtime does not know. Former names of zones are known. */
export function checkTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  throw new InputError(`There is no time zone "${timeZone.slice(0, 40)}".`, 'Name one like Europe/Berlin.');
}

function checkTime(time: string): void {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return;
  throw new InputError(`"${time.slice(0, 20)}" is no time of day.`, 'A time goes from 00:00 to 23:59, such as 08:30.');
}

function checkInstant(text: string): void {
  try {
    Temporal.Instant.from(text);
  } catch {
    throw new InputError(
      `"${text.slice(0, 40)}" is no moment.`,
      'Write the day, the time and the offset: 2026-03-31T09:00Z.',
    );
  }
}

function checkRepetition(repetition: Repetition): void {
  switch (repetition.repeats) {
    case 'daily':
      return;
    case 'weekly':
      if (repetition.weekdays.length === 0) {
        throw new InputError('A weekly schedule needs a weekday.', 'Name one or more.');
      }
      for (const weekday of repetition.weekdays) checkWeekday(weekday);
      return;
    case 'monthly':
      checkDayOfMonth(repetition.day, 31);
      return;
    case 'monthly-weekday':
      checkWeekday(repetition.weekday);
      if (![1, 2, 3, 4, -1].includes(repetition.nth)) {
        throw new InputError(
          'Not every month has a fifth of each weekday.',
          'Choose the first to the fourth, or the last.',
        );
      }
      return;
    case 'yearly':
      checkWhole(repetition.month, 1, 12, 'A year has 12 months.');
      // 2024 is a leap year.
      checkDayOfMonth(repetition.day, new Temporal.PlainDate(2024, repetition.month, 1).daysInMonth);
      return;
    case 'every':
      checkWhole(repetition.count, 1, LARGEST_COUNT, `"Every ${repetition.count} ${repetition.unit}s" can't be kept.`);
      return;
    case 'cron':
      checkInterval(timesOf(repetition));
  }
}

function checkWeekday(weekday: number): void {
  checkWhole(weekday, 1, 7, 'A week has 7 days.');
}

function checkDayOfMonth(day: number, last: number): void {
  const why = last === 31 ? 'No month has more than 31 days.' : `That month has at most ${last} days.`;
  checkWhole(day, 1, last, why);
}

function checkWhole(value: number, from: number, to: number, why: string): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  throw new InputError(why, `Choose a number from ${from} to ${to}.`);
}

/** By the wall clock, the night between two days included. */
function checkInterval(times: readonly Temporal.PlainTime[]): void {
  const minutes = times.map((time) => time.hour * 60 + time.minute);
  const gaps = minutes.map((minute, index) => (minutes[index + 1] ?? (minutes[0] ?? 0) + 24 * 60) - minute);
  const shortest = Math.min(...gaps);
  if (shortest >= SHORTEST_INTERVAL_MINUTES) return;
  throw new InputError(
    shortest === 1 ? 'Every minute is too often.' : `Every ${shortest} minutes is too often.`,
    `The shortest interval is ${SHORTEST_INTERVAL_MINUTES} minutes.`,
  );
}
