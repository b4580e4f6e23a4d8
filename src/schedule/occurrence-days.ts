/** The days that a repetition falls on, by the calendar alone. */

import { Temporal } from 'temporal-polyfill';
import { LAST_DAY } from '../period.ts';
import type { Repetition } from './cadence.ts';
import { type CronFields, readCron } from './cron-fields.ts';

/** Gives the first day on or after `day`, or null when none is left in the calendar that Purser keeps (to 2099). */
export type NextDay = (day: Temporal.PlainDate) => Temporal.PlainDate | null;

const lastDay = Temporal.PlainDate.from(LAST_DAY);

/** The days of a repetition that was checked, without its bounds. */
export function daysOf(repetition: Repetition): NextDay {
  const next = unbounded(repetition);
  return (day) => {
    if (Temporal.PlainDate.compare(day, lastDay) > 0) return null;
    const found = next(day);
    return found === null || Temporal.PlainDate.compare(found, lastDay) > 0 ? null : found;
  };
}

function unbounded(repetition: Repetition): NextDay {
  switch (repetition.repeats) {
    case 'daily':
      return (day) => day;
    case 'weekly': {
      const { weekdays } = repetition;
      return (day) => {
        const ahead = weekdays.map((weekday) => (weekday - day.dayOfWeek + 7) % 7);
        return day.add({ days: Math.min(...ahead) });
      };
    }
    case 'monthly':
      return inMonths(1, (month) => month.with({ day: repetition.day }));
    case 'monthly-weekday':
      return inMonths(1, (month) => nthWeekday(month, repetition.nth, repetition.weekday));
    case 'yearly':
      return inMonths(12, (month) => month.with({ day: 1, month: repetition.month }).with({ day: repetition.day }));
    case 'every':
      return everySoMany(repetition);
    case 'cron':
      return cronDays(readCron(repetition.expression));
  }
}

/** One day a month, or a year when `months` is 12: this one's, or else the next one's. */
function inMonths(months: number, dayIn: (month: Temporal.PlainDate) => Temporal.PlainDate): NextDay {
  return (day) => {
    const here = dayIn(day);
    if (Temporal.PlainDate.compare(here, day) >= 0) return here;
    return dayIn(day.with({ day: 1 }).add({ months }));
  };
}

function nthWeekday(month: Temporal.PlainDate, nth: number, weekday: number): Temporal.PlainDate {
  if (nth < 0) {
    const last = month.with({ day: month.daysInMonth });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  const first = month.with({ day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

function everySoMany({ count, unit, from }: Extract<Repetition, { repeats: 'every' }>): NextDay {
  const first = Temporal.PlainDate.from(from);
  if (unit === 'month') {
    return (day) => {
      if (Temporal.PlainDate.compare(day, first) <= 0) return first;
      // The day of the month comes from the first day each time, so that the 31st returns after a February.
      const passed = (day.year - first.year) * 12 + day.month - first.month;
      const here = first.add({ months: passed - (passed % count) });
      return Temporal.PlainDate.compare(here, day) >= 0
        ? here
        : first.add({ months: passed - (passed % count) + count });
    };
  }
  const stride = count * (unit === 'week' ? 7 : 1);
  return (day) => {
    const passed = first.until(day, { largestUnit: 'day' }).days;
    return passed <= 0 ? first : first.add({ days: Math.ceil(passed / stride) * stride });
  };
}

function cronDays(cron: CronFields): NextDay {
  const matches = (day: Temporal.PlainDate) => {
    const byDate = cron.daysOfMonth.has(day.day);
    const byWeekday = cron.weekdays.has(day.dayOfWeek);
    return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday;
  };
  return (from) => {
    let day = from;
    while (Temporal.PlainDate.compare(day, lastDay) <= 0) {
      if (!cron.months.has(day.month)) day = day.with({ day: 1 }).add({ months: 1 });
      else if (matches(day)) return day;
      else day = day.add({ days: 1 });
    }
    return null;
  };
}
