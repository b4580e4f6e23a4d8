/**
 * When a cadence happens, found out slowly and by other means than the code under test: minute by minute over the time
 * line, with the wall clock as Intl shows it and the calendar of JavaScript's Date.
 */

import type { Cadence, Once } from '../../src/schedule/cadence.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

type Repeating = Exclude<Cadence, Once>;

/** Whether a cadence falls on a day ("2026-03-31") at a time ("02:30") by the calendar alone. */
export function fallsOn(cadence: Repeating, day: string, time: string): boolean {
  if (cadence.from !== undefined && day < cadence.from) return false;
  if (cadence.until !== undefined && day > cadence.until) return false;
  if (cadence.skip?.includes(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  const [dayOfMonth, month, weekday] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay() || 7];
  const isLastOfMonth = new Date(date.getTime() + DAY).getUTCDate() === 1;
  const isDay = (wanted: number) => dayOfMonth === wanted || (isLastOfMonth && dayOfMonth < wanted);
  if (cadence.repeats === 'cron') return cronMatches(cadence.expression, { dayOfMonth, month, weekday, time });
  if (cadence.at !== time) return false;
  switch (cadence.repeats) {
    case 'daily':
      return true;
    case 'weekly':
      return cadence.weekdays.some((each) => each === weekday);
    case 'monthly':
      return isDay(cadence.day);
    case 'monthly-weekday': {
      const isLast = new Date(date.getTime() + 7 * DAY).getUTCMonth() + 1 !== month;
      return weekday === cadence.weekday && (cadence.nth === -1 ? isLast : Math.ceil(dayOfMonth / 7) === cadence.nth);
    }
    case 'yearly':
      return month === cadence.month && isDay(cadence.day);
    case 'every': {
      const first = new Date(`${cadence.from}T00:00:00Z`);
      const days = (date.getTime() - first.getTime()) / DAY;
      if (cadence.unit !== 'month') return days % (cadence.unit === 'week' ? 7 * cadence.count : cadence.count) === 0;
      const months = (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
      return months % cadence.count === 0 && isDay(first.getUTCDate());
    }
  }
}

/** Fields of numbers, lists, ranges and steps only. */
function cronMatches(
  expression: string,
  { dayOfMonth, month, weekday, time }: { dayOfMonth: number; month: number; weekday: number; time: string },
): boolean {
  const [minutes = '', hours = '', days = '', months = '', weekdays = ''] = expression.split(' ');
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const has = (field: string, value: number, least: number) =>
    field.split(',').some((part) => {
      const [range = '', step = '1'] = part.split('/');
      const [from, to = part.includes('/') ? 99 : from] = range === '*' ? [least, 99] : range.split('-').map(Number);
      return value >= Number(from) && value <= Number(to) && (value - Number(from)) % Number(step) === 0;
    });
  if (!has(minutes, minute, 0) || !has(hours, hour, 0) || !has(months, month, 1)) return false;
  const byDay = has(days, dayOfMonth, 1);
  const byWeekday = has(weekdays, weekday, 0) || (weekday === 7 && has(weekdays, 0, 0));
  return days.startsWith('*') || weekdays.startsWith('*') ? byDay && byWeekday : byDay || byWeekday;
}

/**
 * The moments (epoch milliseconds) at which it happens in `from` ≤ t < `to`. A wall-clock minute is reached when the
 * clock shows it or something later for the first time: so one in a gap is reached after the gap, and one that comes
 * twice is not reached again. `from` must not lie in an hour that comes twice.
 */
export function slowOccurrences(cadence: Repeating, from: number, to: number, timeZone: string): number[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const found: number[] = [];
  let reached = asUtc(clock.format(from - MINUTE));
  for (let instant = from; instant < to; instant += MINUTE) {
    const shown = asUtc(clock.format(instant));
    let happens = false;
    for (let wall = reached + MINUTE; wall <= shown; wall += MINUTE) {
      const text = new Date(wall).toISOString();
      happens ||= fallsOn(cadence, text.slice(0, 10), text.slice(11, 16));
    }
    if (happens) found.push(instant);
    reached = Math.max(reached, shown);
  }
  return found;
}

/** The days from `from` on, `count` of them, on which it falls. */
export function slowDays(cadence: Repeating, from: string, count: number, time: string): string[] {
  const start = new Date(`${from}T00:00:00Z`).getTime();
  return Array.from({ length: count }, (_, index) => new Date(start + index * DAY).toISOString().slice(0, 10)).filter(
    (day) => fallsOn(cadence, day, time),
  );
}

/** A wall clock's "2026-03-29 02:30" as if it were UTC. */
function asUtc(shown: string): number {
  return Date.parse(`${shown.replace(' ', 'T')}:00Z`);
}
