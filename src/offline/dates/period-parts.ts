/** Parts of periods, and periods with no calendar unit of their own: "first week of May", "mid-January", "last summer", "recently". */

import { addDays, addMonths, type CalendarUnit, FIRST_DAY, unitAround } from '../../period.ts';
import { type DateRule, dayAlone, dayOfMonth, numericDay, relativeDay, takeYear, weekday } from './day-rules.ts';
import { direction, month, nearby, quarter, unitAlone, unitNearby, year } from './period-rules.ts';
import { skipOf, take, takeOrdinal, takeUnit } from './sentence.ts';
import { isCalendarDay, monthSpan, type Span } from './span.ts';

/** "first week of October", "last day of last month". */
export const nthUnit: DateRule = (s, at) => {
  const ordinal = takeOrdinal(s, at);
  const last = ordinal ? null : take(s, at, 'last');
  if (ordinal ? !ordinal.value.marked : !last) return null;
  const unit = takeUnit(s, ordinal?.next ?? last?.next ?? at, 'day', 'week', 'weekend', 'month');
  if (!unit) return null;
  const start = skipOf(s, unit.next);
  const whole =
    start > unit.next
      ? (month(s, start) ?? quarter(s, start) ?? unitNearby(s, start) ?? year(s, start) ?? unitAlone(s, unit.next))
      : null;
  if (!whole || whole.value.grain === unit.value) return null;
  const size = unit.value === 'weekend' ? 'week' : (unit.value as CalendarUnit);
  const nth = ordinal?.value.value ?? -1;
  const edge = nth < 0 ? whole.value.to : whole.value.from;
  // A month's first week is the first that begins in it.
  let span = unitAround(edge, size, s.firstDayOfWeek);
  if (nth > 0 && span.from < whole.value.from) span = unitAround(addDays(span.to, 1), size, s.firstDayOfWeek);
  if (nth < 0 && span.to > whole.value.to) span = unitAround(addDays(span.from, -1), size, s.firstDayOfWeek);
  const steps = nth > 0 ? nth - 1 : 0;
  const from = size === 'month' ? addMonths(span.from, steps) : addDays(span.from, steps * (size === 'week' ? 7 : 1));
  const period = unitAround(from, size, s.firstDayOfWeek);
  return {
    value: { ...period, from: unit.value === 'weekend' ? addDays(period.to, -1) : period.from, grain: size },
    next: whole.next,
  };
};

/** "the week of the 1st", "la semana del 6 de octubre". */
export const weekOfDay: DateRule = (s, at) => {
  const unit = takeUnit(s, at, 'week');
  if (!unit) return null;
  const start = skipOf(s, unit.next);
  if (start === unit.next) return null;
  const day =
    dayOfMonth(s, start) ??
    dayAlone(s, start - 1) ??
    dayAlone(s, start) ??
    markedDay(s, start) ??
    numericDay(s, start) ??
    weekday(s, start) ??
    relativeDay(s, start);
  if (!day || !isCalendarDay(day.value.from)) return null;
  return { value: { ...unitAround(day.value.from, 'week', s.firstDayOfWeek), grain: 'week' }, next: day.next };
};

/** "1st" with its article already passed over. */
const markedDay: DateRule = (s, at) => {
  const day = takeOrdinal(s, at);
  if (!day?.value.marked || day.value.value > 28) return null;
  const here = s.today.slice(0, 8) + String(day.value.value).padStart(2, '0');
  return { value: { from: here <= s.today ? here : addMonths(here, -1), to: here, grain: 'day' }, next: day.next };
};

const RECENT_DAYS = 30;

const seasonStarts = ['03-20', '06-21', '09-23', '12-21'] as const;

/** Astronomical seasons of the northern half: "last summer", "winter 2024", "this spring". */
export const season: DateRule = (s, at) => {
  const where = direction(s, at);
  const name = take(s, where?.next ?? at, 'season');
  if (!name) return null;
  const after = where ? null : direction(s, name.next);
  const written = takeYear(s, name.next);
  if (!where && !after && !written && take(s, at - 1, 'in') === null && take(s, at - 1, 'of') === null) return null;
  const value = name.value.value;
  let first = written?.value ?? Number(s.today.slice(0, 4));
  const thisOrNext = (where ?? after)?.value ?? -1;
  if (!written && thisOrNext < 0) while (seasonIn(first, value).to >= s.today) first--;
  return { value: seasonIn(first, value), next: written?.next ?? after?.next ?? name.next };
};

function seasonIn(first: number, value: number): Span {
  const from = `${first}-${seasonStarts[value]}`;
  const to = value === 3 ? `${first + 1}-${seasonStarts[0]}` : `${first}-${seasonStarts[value + 1]}`;
  return { from, to, grain: 'span' };
}

/** "first half of 2012", "second half of last month", "primer semestre": months by their 15th. */
export const halfOfPeriod: DateRule = (s, at) => {
  const ordinal = take(s, at, 'ordinal');
  const which = ordinal?.value.value ?? (take(s, at, 'last') ? 2 : 0);
  const half = which === 1 || which === 2 ? take(s, ordinal?.next ?? at + 1, 'half') : null;
  if (!half) return null;
  const start = skipOf(s, half.next);
  const whole = month(s, start) ?? unitNearby(s, start) ?? year(s, start) ?? bareUnit(s, start);
  const span = whole?.value ?? nearby(s, 'year', 0);
  if (span.grain !== 'year' && span.grain !== 'month') return null;
  const middle = span.grain === 'year' ? addMonths(span.from, 6) : addDays(span.from, 15);
  const { from, to } = span;
  const value: Span =
    which === 1 ? { from, to: addDays(middle, -1), grain: 'span' } : { from: middle, to, grain: 'span' };
  return { value, next: whole?.next ?? half.next };
};

/** "beginning of 2019", "mid-January", "end of last month": the first, middle or last third. */
export const partOfPeriod: DateRule = (s, at) => {
  const begin = take(s, at, 'begin');
  const middle = begin ? null : take(s, at, 'middle');
  const end = begin || middle ? null : take(s, at, 'end');
  const word = begin ?? middle ?? end;
  if (!word) return null;
  const hyphen = s.tokens[word.next]?.text === '-' ? word.next + 1 : word.next;
  const start = skipOf(s, hyphen);
  const whole =
    month(s, start) ??
    monthAfterPart(s, start) ??
    unitNearby(s, start) ??
    quarter(s, start) ??
    year(s, start) ??
    bareUnit(s, start);
  if (!whole || !isCalendarDay(whole.value.from)) return null;
  const { from, to, grain } = whole.value;
  const third = grain === 'year' ? (edge: string, months: number) => addMonths(edge, months) : null;
  if (begin)
    return {
      value: { from, to: third ? addDays(third(from, 3), -1) : addDays(from, grain === 'week' ? 1 : 9), grain: 'span' },
      next: whole.next,
    };
  if (end)
    return {
      value: { from: third ? third(from, 9) : addDays(to, grain === 'week' ? -2 : -9), to, grain: 'span' },
      next: whole.next,
    };
  const value: Span = third
    ? { from: third(from, 4), to: addDays(third(from, 8), -1), grain: 'span' }
    : { from: addDays(from, grain === 'week' ? 2 : 9), to: addDays(from, grain === 'week' ? 3 : 19), grain: 'span' };
  return { value, next: whole.next };
};

const monthAfterPart: DateRule = (s, at) => {
  const weak = take(s, at, 'weakMonth');
  return weak && { value: monthSpan(s, weak.value.value, null), next: weak.next };
};

const bareUnit: DateRule = (s, at) => {
  const unit = takeUnit(s, at, 'week', 'month', 'quarter', 'year');
  return unit && { value: nearby(s, unit.value, 0), next: unit.next };
};

/** "lately" is the last 30 days; "year to date" and "ever" run up to today. */
export const openPeriod: DateRule = (s, at) => {
  const recent = take(s, at, 'recently');
  if (recent) return { value: { from: addDays(s.today, -RECENT_DAYS), to: s.today, grain: 'span' }, next: recent.next };
  const toDate = take(s, at, 'yearToDate');
  if (toDate) return { value: { from: `${s.today.slice(0, 4)}-01-01`, to: s.today, grain: 'span' }, next: toDate.next };
  const always = take(s, at, 'always');
  return always && { value: { from: FIRST_DAY, to: s.today, grain: 'span' }, next: always.next };
};
