/** Periods by the calendar: "last week", "the past 3 months", "Q2 2025", "October", "in 2024". */

import { addDays, type CalendarUnit, unitAround, weekdayOf } from '../../period.ts';
import { type DateRule, takeMonth, takeYear } from './day-rules.ts';
import { type Found, type Sentence, skipOf, take, takeNumber, takeOrdinal, takeUnit } from './sentence.ts';
import { fullYear, isoDay, monthSpan, type Span, unitSpan, yearSpan } from './span.ts';

/** "last week", "this month", "semana pasada", "próximo trimestre"; whole calendar units. */
export const unitNearby: DateRule = (s, at) => {
  // "before last month" is all that was before it.
  const before = take(s, at, 'before') ? null : direction(s, at);
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

export function direction(s: Sentence, at: number): Found<number> | null {
  const beforeLast = take(s, at, 'beforeLast');
  if (beforeLast) return { value: -2, next: beforeLast.next };
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

export function nearby(s: Sentence, unit: string, away: number): Span {
  if (unit === 'weekend') return weekend(s, away);
  if (unit === 'fortnight') return { from: addDays(s.today, -14), to: addDays(s.today, -1), grain: 'span' };
  return unitSpan(s, unit as CalendarUnit, away);
}

/** Saturday and Sunday: the one now or last begun, or the ones around it. */
function weekend(s: Sentence, away: number): Span {
  const sinceSaturday = (weekdayOf(s.today) + 1) % 7;
  const now = sinceSaturday <= 1;
  const latest = addDays(s.today, -sinceSaturday);
  const from = addDays(latest, 7 * (away < 0 && !now ? away + 1 : away));
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
  // "on 2026-03-05" is a day: only the digits themselves, or the word for year, begin a year.
  if (!unit && !/^\d/.test(s.tokens[at]?.text ?? '')) return null;
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
