/** Periods: "last week", "the past 3 months", "Q2 2025", "October", "first week of May", "last summer", "recently". */

import { addDays, addMonths, type CalendarUnit, FIRST_DAY, unitAround, weekdayOf } from '../../period.ts';
import {
  type DateRule,
  dayAlone,
  dayOfMonth,
  numericDay,
  relativeDay,
  takeMonth,
  takeYear,
  weekday,
} from './day-rules.ts';
import { type Found, type Sentence, skipOf, take, takeNumber, takeOrdinal, takeUnit } from './sentence.ts';
import { fullYear, isoDay, monthSpan, type Span, unitSpan, yearSpan } from './span.ts';

const RECENT_DAYS = 30;

/** "last week", "this month", "semana pasada", "próximo trimestre"; whole calendar units. */
export const unitNearby: DateRule = (s, at) => {
  const before = direction(s, at);
  const unit = takeUnit(s, skipOf(s, before?.next ?? at));
  if (!unit || unit.value === 'hour') return null;
  const behind = before ? null : direction(s, unit.next);
  // "per day this week": the word belongs to the unit behind it.
  const after = behind && !take(s, behind.next, 'unit') && !take(s, behind.next, 'weekday') ? behind : null;
  if (!before && !after) return null;
  return { value: nearby(s, unit.value, (before ?? after)?.value ?? 0), next: after?.next ?? unit.next };
};

/** "the month" in "end of the month"; "the weekend". */
export const unitAlone: DateRule = (s, at) => {
  const start = skipOf(s, at);
  const unit = takeUnit(s, start, 'month', 'quarter', 'year', 'week', 'weekend');
  return unit && start > at ? { value: nearby(s, unit.value, 0), next: unit.next } : null;
};

export const weekendAlone: DateRule = (s, at) => {
  const unit = takeUnit(s, at, 'weekend');
  return unit && { value: nearby(s, 'weekend', 0), next: unit.next };
};

function direction(s: Sentence, at: number): Found<number> | null {
  const last = take(s, at, 'last');
  if (last) return { value: -1, next: last.next };
  const current = take(s, at, 'this');
  if (current) {
    // "this past weekend", "esta última semana"
    const past = take(s, current.next, 'last');
    return past ? { value: -1, next: past.next } : { value: 0, next: current.next };
  }
  const next = take(s, at, 'next');
  return next && { value: 1, next: next.next };
}

function nearby(s: Sentence, unit: string, away: number): Span {
  if (unit === 'weekend') return weekend(s, away);
  if (unit === 'fortnight') return { from: addDays(s.today, -14), to: addDays(s.today, -1), grain: 'span' };
  return unitSpan(s, unit as CalendarUnit, away);
}

/** Saturday and Sunday: the one now or last begun, or the ones around it. */
function weekend(s: Sentence, away: number): Span {
  const sinceSaturday = (weekdayOf(s.today) + 1) % 7;
  const now = sinceSaturday <= 1;
  const latest = addDays(s.today, -sinceSaturday);
  const from = addDays(latest, 7 * (away < 0 ? (now ? -1 : 0) : away));
  return { from, to: addDays(from, 1), grain: 'span' };
}

/** "last 3 months", "los últimos 7 días", "les 3 derniers mois": that many whole units before the current one. */
export const lastUnits: DateRule = (s, at) => {
  const before = take(s, at, 'last');
  const count = takeNumber(s, before?.next ?? at);
  if (!count || count.value < 1 || count.value > 1000) return null;
  const between = before || !s.countBeforeLast ? null : take(s, count.next, 'last');
  const unit = takeUnit(s, between?.next ?? count.next);
  if (!unit) return null;
  const after = before || between ? null : take(s, unit.next, 'last');
  if (!before && !between && !after) return null;
  return { value: unitsBefore(s, count.value, unit.value), next: after?.next ?? unit.next };
};

function unitsBefore(s: Sentence, count: number, unit: string): Span {
  if (unit === 'hour') return { from: s.today, to: s.today, grain: 'day' };
  if (unit === 'weekend')
    return { from: addDays(weekend(s, -1).from, -7 * (count - 1)), to: weekend(s, -1).to, grain: 'span' };
  if (unit === 'fortnight') return { from: addDays(s.today, -14 * count), to: addDays(s.today, -1), grain: 'span' };
  const calendar = unit as CalendarUnit;
  return { from: unitSpan(s, calendar, -count).from, to: unitSpan(s, calendar, -1).to, grain: 'span' };
}

/** "October", "last March", "March 2025", "month of January", "2/2013", "2014-10". */
export const month: DateRule = (s, at) => {
  const numeric = numericMonth(s, at);
  if (numeric) return numeric;
  const unit = takeUnit(s, at, 'month');
  const start = unit ? skipOf(s, unit.next) : at;
  if (unit && start === unit.next) return null;
  const where = unit ? null : direction(s, start);
  const name = takeMonth(s, where?.next ?? start);
  if (!name) return null;
  const year = takeYear(s, name.next);
  if (year) return { value: monthSpan(s, name.value, year.value), next: year.next };
  const behind = where ? null : direction(s, name.next);
  // "enero pasado", but "March last week" is a month and a week.
  const own = behind && takeUnit(s, behind.next) === null ? behind : null;
  if ((where ?? own)?.value === 0) {
    return { value: monthSpan(s, name.value, Number(s.today.slice(0, 4))), next: own?.next ?? name.next };
  }
  const lastYear = yearNearby(s, skipOf(s, name.next));
  if (!where && lastYear) {
    return { value: monthSpan(s, name.value, Number(lastYear.value.from.slice(0, 4))), next: lastYear.next };
  }
  const span = monthSpan(s, name.value, null);
  const current = span.from <= s.today && s.today <= span.to;
  const away = (where ?? own)?.value === -1 && current ? -1 : (where ?? own)?.value === 1 ? 1 : 0;
  return { value: away === 0 ? span : monthSpan(s, name.value, null, away), next: own?.next ?? name.next };
};

const yearNearby: DateRule = (s, at) => {
  const found = unitNearby(s, at);
  return found?.value.grain === 'year' ? found : null;
};

const numericMonth: DateRule = (s, at) => {
  const [a, mark, b] = [0, 1, 2].map((offset) => s.tokens[at + offset]?.text ?? '') as [string, string, string];
  if (!/^[-/]$/.test(mark) || !s.tokens[at + 1]?.adjacent || !s.tokens[at + 2]?.adjacent) return null;
  if (s.tokens[at + 3]?.adjacent && /^[-/.]$/.test(s.tokens[at + 3]?.text ?? '')) return null;
  const [year, number] = a.length === 4 ? [a, b] : [b, a];
  if (!/^(?:19|20|21)\d\d$/.test(year) || !/^\d\d?$/.test(number) || Number(number) < 1 || Number(number) > 12)
    return null;
  return { value: monthSpan(s, Number(number), Number(year)), next: at + 3 };
};

/** "2025" behind "in" or an article, "el año 2025". */
export const year: DateRule = (s, at) => {
  const unit = takeUnit(s, at, 'year');
  const found = takeYear(s, unit?.next ?? at);
  return found && { value: yearSpan(found.value), next: found.next };
};

/** "Q2", "Q3 2025", "2018Q4", "18q4", "third quarter of 2025", "1. Quartal". */
export const quarter: DateRule = (s, at) => {
  const first = s.tokens[at]?.text ?? '';
  const digits = s.tokens[at + 1];
  if (/^[qt]$/.test(first) && digits?.adjacent && /^[1-4]$/.test(digits.text)) {
    return quarterIn(s, Number(digits.text), at + 2);
  }
  if (/^(?:\d\d|20\d\d)$/.test(first) && digits?.adjacent && /^[qt]$/.test(digits.text)) {
    const number = s.tokens[at + 2];
    if (number?.adjacent && /^[1-4]$/.test(number.text)) {
      return { value: quarterSpan(s, Number(number.text), fullYear(Number(first))), next: at + 3 };
    }
  }
  const ordinal = takeOrdinal(s, at);
  const unit = ordinal?.value.marked ? takeUnit(s, ordinal.next, 'quarter') : null;
  if (!ordinal || !unit || ordinal.value.value > 4) return null;
  return quarterIn(s, ordinal.value.value, unit.next);
};

function quarterIn(s: Sentence, number: number, at: number): Found<Span> {
  const written = takeYear(s, at);
  if (written) return { value: quarterSpan(s, number, written.value), next: written.next };
  const nearbyYear = yearNearby(s, skipOf(s, at));
  if (nearbyYear)
    return { value: quarterSpan(s, number, Number(nearbyYear.value.from.slice(0, 4))), next: nearbyYear.next };
  return { value: quarterSpan(s, number, null), next: at };
}

function quarterSpan(s: Sentence, number: number, written: number | null): Span {
  const thisYear = Number(s.today.slice(0, 4));
  const from = isoDay(written ?? thisYear, 3 * number - 2, 1);
  const begun = written !== null || from <= s.today ? from : isoDay(thisYear - 1, 3 * number - 2, 1);
  return { ...unitAround(begun, 'quarter'), grain: 'quarter' };
}

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

/** Whether month arithmetic can be done with it: the person may have written 30 February. */
export function isCalendarDay(day: string): boolean {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return (
    m >= 1 && m <= 12 && d >= 1 && y >= 1 && y <= 9998 && d <= Number(unitAround(isoDay(y, m, 1), 'month').to.slice(8))
  );
}

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
