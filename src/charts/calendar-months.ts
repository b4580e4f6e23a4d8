/** Which month, week and weekday each day of a calendar stands in. */

import { Temporal } from 'temporal-polyfill';
import type { Day, Weekday } from '../period.ts';

export interface CalendarDay {
  readonly day: Day;
  /** From 0, the week's first day. */
  readonly column: number;
  /** The week of its month, from 0. */
  readonly row: number;
  /** The day's sum in minor units; null without entries. */
  readonly value: number | null;
}

export interface CalendarMonth {
  /** ISO month, "2026-06". */
  readonly month: string;
  readonly days: readonly CalendarDay[];
  readonly weeks: number;
}

interface Days {
  readonly from: Day;
  readonly to: Day;
  readonly firstDayOfWeek: Weekday;
  readonly labels: readonly Day[];
  readonly values: readonly number[];
}

/** The months between the days `from` and `to`, each with those of its days that lie between them. */
export function calendarMonths({ from, to, firstDayOfWeek, labels, values }: Days): CalendarMonth[] {
  const sums = new Map(labels.map((day, index) => [day, values[index] ?? null]));
  const months = new Map<string, CalendarDay[]>();
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to, { largestUnit: 'day' }).days + 1;
  for (let at = 0; at < count; at++) {
    const date = first.add({ days: at });
    const day = date.toString();
    const column = (date.dayOfWeek - firstDayOfWeek + 7) % 7;
    // The column of the month's first day, counted back from this one.
    const before = (((column - date.day + 1) % 7) + 7) % 7;
    const row = Math.floor((before + date.day - 1) / 7);
    const days = months.get(day.slice(0, 7)) ?? [];
    days.push({ day, column, row, value: sums.get(day) ?? null });
    months.set(day.slice(0, 7), days);
  }
  return [...months].map(([month, days]) => {
    const rows = days.map(({ row }) => row);
    const top = Math.min(...rows);
    // A month that begins in its middle leaves no empty weeks above it.
    return {
      month,
      days: days.map((one) => ({ ...one, row: one.row - top })),
      weeks: Math.max(...rows) - top + 1,
    };
  });
}

/** The seven names of weekdays, the week's first one first, as short as the locale has them. */
export function weekdayNames(locale: string, firstDayOfWeek: Weekday, length: 'narrow' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, index) =>
    format.format(new Date(Date.UTC(1970, 0, 4 + firstDayOfWeek + index))),
  );
}

/** ISO months as the locale names them, with the year where they are of several. */
export function monthNames(months: readonly string[], locale: string): string[] {
  const ofSeveral = new Set(months.map((month) => month.slice(0, 4))).size > 1;
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    timeZone: 'UTC',
    ...(ofSeveral ? { year: 'numeric' } : {}),
  });
  return months.map((month) => format.format(new Date(`${month}-01T00:00:00Z`)));
}
