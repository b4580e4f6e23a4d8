/** When people in Berlin work and shops are open. */

import { addDays, type Day, weekdayOf } from '../period.ts';

/** The holidays with a fixed date; those that move with Easter would change no figure that matters here. */
const holidays = new Set(['01-01', '05-01', '10-03', '12-25', '12-26']);

export function isHoliday(day: Day): boolean {
  return holidays.has(day.slice(5));
}

export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && !isHoliday(day);
}

/** The day itself, or the last working day before it. */
export function workingDayUpTo(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1));
}
