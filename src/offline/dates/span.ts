/** What a date expression stands for, and the calendar sums that the rules share. */

import {
  addDays,
  addMonths,
  type CalendarUnit,
  type Day,
  type Period,
  unitAround,
  unitAway,
  weekdayOf,
} from '../../period.ts';
import type { Sentence } from './sentence.ts';

/** A period with the size of the words it came from; `from` may be no day of the calendar when the person wrote one. */
export interface Span extends Period {
  readonly grain: CalendarUnit | 'span';
  /** Named without a year, so that the past one was taken: another year may be meant beside a second date. */
  readonly floating?: boolean;
}

export function daySpan(day: Day): Span {
  return { from: day, to: day, grain: 'day' };
}

export function unitSpan(s: Sentence, unit: CalendarUnit, away: number, around: Day = s.today): Span {
  return { ...unitAway(around, unit, away, s.firstDayOfWeek), grain: unit };
}

/** The most recent such weekday; today counts unless `before`. */
export function pastWeekday(s: Sentence, weekday: number, before = false): Day {
  const back = (weekdayOf(s.today) - weekday + 7) % 7;
  return addDays(s.today, back === 0 && before ? -7 : -back);
}

/** The day of that weekday within the week around `around`. */
export function weekdayIn(s: Sentence, weekday: number, around: Day): Day {
  const { from } = unitAround(around, 'week', s.firstDayOfWeek);
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/** A day of a month as YYYY-MM-DD, whether the calendar has it or not. */
export function isoDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A day without a year means the past: this year's, else last year's. */
export function pastDay(s: Sentence, month: number, day: number): Day {
  const year = Number(s.today.slice(0, 4));
  const here = isoDay(year, month, day);
  return here <= s.today ? here : isoDay(year - 1, month, day);
}

/** The most recent such day of a month; the months that lack the 31st are passed over. */
export function pastDayOfMonth(s: Sentence, day: number): Day {
  for (let back = 0; back < 12; back++) {
    const { from, to } = unitAway(s.today, 'month', -back);
    const candidate = from.slice(0, 8) + String(day).padStart(2, '0');
    if (candidate <= s.today && candidate <= to) return candidate;
  }
  return isoDay(Number(s.today.slice(0, 4)), Number(s.today.slice(5, 7)), day);
}

/** The month in the given year, else the most recent one that has begun. */
export function monthSpan(s: Sentence, month: number, year: number | null, away = 0): Span {
  const thisYear = Number(s.today.slice(0, 4));
  const begun = month <= Number(s.today.slice(5, 7));
  const from = isoDay(year ?? (begun ? thisYear : thisYear - 1), month, 1);
  return { ...unitAround(addMonths(from, away * 12), 'month'), grain: 'month', floating: year === null };
}

export function yearSpan(year: number): Span {
  return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31), grain: 'year' };
}

/** Both and all between. */
export function union(a: Span, b: Span): Span {
  return { from: earlier(a.from, b.from), to: later(a.to, b.to), grain: 'span' };
}

export function earlier(a: Day, b: Day): Day {
  return a.localeCompare(b) < 0 ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a.localeCompare(b) > 0 ? a : b;
}

/** Two or four digits. */
export function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 70 ? 2000 : 1900);
}

/** Whether month arithmetic can be done with it: the person may have written 30 February. */
export function isCalendarDay(day: string): boolean {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return (
    m >= 1 && m <= 12 && d >= 1 && y >= 1 && y <= 9998 && d <= Number(unitAround(isoDay(y, m, 1), 'month').to.slice(8))
  );
}
