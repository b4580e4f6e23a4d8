/** The day that somebody means who names one that is still ahead. */

import { addDays, addMonths, type Day, unitAround, weekdayOf } from '../../period.ts';
import type { SaidDay } from './pieces.ts';

/**
 * The next such day from `today` on; a weekday's is after today. `edge` says which day of a month is meant where only the
 * month was named. A day that the calendar lacks stays as it was said (2026-06-31), for whoever checks it. Null when
 * nothing names a day.
 */
export function dayAhead(said: SaidDay, today: Day, edge: 'first' | 'last' = 'first'): Day | null {
  const { year, month, day, weekday, named } = said;
  if (named !== undefined) return namedDay(named, today);
  if (month !== undefined) return inMonth(year, month, day, today, edge);
  if (day !== undefined) return dayOfMonth(day, today);
  return weekday === undefined ? null : addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

function namedDay(named: NonNullable<SaidDay['named']>, today: Day): Day {
  switch (named) {
    case 'today':
      return today;
    case 'tomorrow':
      return addDays(today, 1);
    case 'after-tomorrow':
      return addDays(today, 2);
    case 'next-week':
      return addDays(unitAround(today, 'week').to, 1);
    case 'next-month':
      return addDays(unitAround(today, 'month').to, 1);
    case 'month-end':
      return unitAround(today, 'month').to;
    case 'year-end':
      return unitAround(today, 'year').to;
  }
}

function inMonth(
  year: number | undefined,
  month: number,
  day: number | undefined,
  today: Day,
  edge: 'first' | 'last',
): Day {
  const years = [0, 1].map((away) => year ?? Number(today.slice(0, 4)) + away);
  const days = years.map((each) => {
    if (day !== undefined) return isoDay(each, month, day);
    const first = isoDay(each, month, 1);
    return edge === 'first' ? first : unitAround(first, 'month').to;
  });
  return days.find((each) => each >= today) ?? (days[0] as Day);
}

function dayOfMonth(day: number, today: Day): Day {
  for (let months = 0; months < 3; months++) {
    const { from, to } = unitAround(addMonths(`${today.slice(0, 8)}01`, months), 'month');
    const candidate = `${from.slice(0, 8)}${twoDigits(day)}`;
    if (candidate >= today && candidate <= to) return candidate;
  }
  return `${today.slice(0, 8)}${twoDigits(day)}`;
}

function isoDay(year: number, month: number, day: number): Day {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
