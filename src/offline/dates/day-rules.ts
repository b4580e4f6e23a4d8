/** Single days: "yesterday", "last Friday", "the 3rd of March", "12.05.2026", "two weeks ago". */

import { addDays, addMonths, weekdayOf } from '../../period.ts';
import { type Found, type Sentence, skip, skipOf, take, takeNumber, takeOrdinal, takeUnit } from './sentence.ts';
import {
  daySpan,
  fullYear,
  isoDay,
  pastDay,
  pastDayOfMonth,
  pastWeekday,
  type Span,
  unitSpan,
  weekdayIn,
} from './span.ts';

export type DateRule = (s: Sentence, at: number) => Found<Span> | null;

export const relativeDay: DateRule = (s, at) => {
  const found = take(s, at, 'relative');
  return found && { value: daySpan(addDays(s.today, found.value.value)), next: found.next };
};

/** "8 weeks ago" is the day 56 days back; years are as wide as a month, since nobody means the day. */
export const daysAgo: DateRule = (s, at) => {
  const before = take(s, at, 'agoBefore');
  const count = takeNumber(s, before?.next ?? at);
  if (!count) return null;
  const unit = takeUnit(s, count.next);
  if (!unit) return null;
  const after = take(s, unit.next, 'agoAfter');
  if (!before && !after) return null;
  return { value: back(s, count.value, unit.value), next: after?.next ?? unit.next };
};

function back(s: Sentence, count: number, unit: string): Span {
  if (unit === 'hour') return daySpan(s.today);
  if (unit === 'day') return daySpan(addDays(s.today, -count));
  if (unit === 'week' || unit === 'weekend') return daySpan(addDays(s.today, -7 * count));
  if (unit === 'fortnight') return daySpan(addDays(s.today, -14 * count));
  if (unit === 'year') return unitSpan(s, 'month', -12 * count);
  return daySpan(addMonths(s.today, -count * (unit === 'quarter' ? 3 : 1)));
}

/** "Friday", "last Friday" (before today), "this Friday" (of this week), "martes pasado". */
export const weekday: DateRule = (s, at) => {
  const last = take(s, at, 'last');
  const current = last ? null : take(s, at, 'this');
  const next = last || current ? null : take(s, at, 'next');
  const name = take(s, last?.next ?? current?.next ?? next?.next ?? at, 'weekday');
  if (!name) return null;
  const value = name.value.value;
  if (last) return { value: daySpan(pastWeekday(s, value, true)), next: name.next };
  if (current) return { value: daySpan(weekdayIn(s, value, s.today)), next: name.next };
  if (next) return { value: daySpan(weekdayIn(s, value, addDays(s.today, 7))), next: name.next };
  const beforeLast = take(s, name.next, 'beforeLast');
  if (beforeLast) return { value: daySpan(addDays(pastWeekday(s, value, true), -7)), next: beforeLast.next };
  const lastAfter = take(s, name.next, 'last');
  // "lunes última semana": the word belongs to the week behind it.
  if (lastAfter && !takeUnit(s, lastAfter.next))
    return { value: daySpan(pastWeekday(s, value, true)), next: lastAfter.next };
  return { value: daySpan(pastWeekday(s, value)), next: name.next };
};

/** "the 3rd of March 2026", "March 3", "Sunday, Feb 10"; the weekday is not checked. */
export const dayOfMonth: DateRule = (s, at) => {
  const name = take(s, at, 'weekday');
  if (name) {
    const comma = s.tokens[name.next]?.text === ',' ? name.next + 1 : name.next;
    const behind = dayOfMonth(s, skipOf(s, comma));
    if (behind) return behind;
  }
  return dayThenMonth(s, at) ?? monthThenDay(s, at);
};

const dayThenMonth: DateRule = (s, at) => {
  const day = takeOrdinal(s, skip(s, at, 'onThe'));
  if (!day || day.value.value < 1 || day.value.value > 31) return null;
  const month = takeMonth(s, skip(s, day.next, 'ofMonth'));
  if (!month) return null;
  const year = takeYear(s, month.next);
  return { value: dayIn(s, year?.value ?? null, month.value, day.value.value), next: year?.next ?? month.next };
};

const monthThenDay: DateRule = (s, at) => {
  const month = takeMonth(s, at);
  if (!month) return null;
  const day = takeOrdinal(s, skipOf(s, month.next));
  if (!day || day.value.value < 1 || day.value.value > 31) return null;
  const year = takeYear(s, day.next);
  return { value: dayIn(s, year?.value ?? null, month.value, day.value.value), next: year?.next ?? day.next };
};

function dayIn(s: Sentence, year: number | null, month: number, day: number): Span {
  return year === null ? { ...daySpan(pastDay(s, month, day)), floating: true } : daySpan(isoDay(year, month, day));
}

/**
 * "on Christmas Eve", "an Silvester 2024": led by a word for when, and nothing behind that it belongs to ("on Christmas
 * presents"). A name of one word ("on Halloween") is a day only in a question: "spent 50 on Halloween" tells what for.
 */
export function holiday(asking: boolean): DateRule {
  return (s, at) => {
    const name = take(s, at, 'holiday');
    if (!name || (name.next === at + 1 && !asking)) return null;
    const led = name.next > at + 1 || at === 0 || (['in', 'onThe', 'of'] as const).some((kind) => endsAt(s, kind, at));
    const written = takeYear(s, name.next);
    if (!led || (!written && !isClosed(s, name.next))) return null;
    const { value } = name.value;
    return {
      value: dayIn(s, written?.value ?? null, Math.floor(value / 100), value % 100),
      next: written?.next ?? name.next,
    };
  };
}

function endsAt(s: Sentence, kind: 'in' | 'onThe' | 'of', at: number): boolean {
  return [1, 2, 3].some((length) => take(s, at - length, kind)?.next === at);
}

/** "the 3rd", "am 3.", "el 3", "le 3", "dia 3": the most recent one. */
export const dayAlone: DateRule = (s, at) => {
  const on = take(s, at, 'onThe');
  const day = takeOrdinal(s, on?.next ?? at);
  if (!on || !day || day.value.value < 1 || day.value.value > 31) return null;
  // "on 3" is a place or a count; only an ordinal, or a language without them, makes it a day.
  if (!day.value.marked && (s.ordinalEndings.has('th') || s.ordinalEndings.has('.'))) return null;
  // "first week", "third quarter", "3rd floor" are no days; nor is "first Monday".
  if (take(s, day.next, 'unit') || take(s, day.next, 'weekday') || take(s, at, 'ordinal') || !isClosed(s, day.next))
    return null;
  return { value: daySpan(pastDayOfMonth(s, day.value.value)), next: day.next };
};

/** A day alone is followed by the end, a mark, or a word of the date vocabulary: not by the thing it counts. */
function isClosed(s: Sentence, at: number): boolean {
  const token = s.tokens[at];
  if (!token || !/^[\p{L}\d]/u.test(token.text)) return !/^[€$£%]$/.test(token?.text ?? '');
  return ['of', 'in', 'from', 'to', 'and', 'until', 'between', 'onThe', 'onwards', 'since'].some(
    (kind) => take(s, at, kind as 'of') !== null,
  );
}

/** 2026-03-31, 31/03/2026, 31.3.26, 3/4 and, after "am" or "le", 31.3. */
export const numericDay: DateRule = (s, at) => {
  const [a, first, b, second, c] = [0, 1, 2, 3, 4].map((offset) => s.tokens[at + offset]?.text ?? '') as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (s.tokens[at]?.adjacent && /^[.,/$€£-]$/.test(s.tokens[at - 1]?.text ?? '')) return null;
  if (![1, 2].every((offset) => s.tokens[at + offset]?.adjacent) || !/^\d+$/.test(a) || !/^\d+$/.test(b)) return null;
  const three = second === first && /^\d+$/.test(c) && [3, 4].every((offset) => s.tokens[at + offset]?.adjacent);
  if (three && /^[-/.]$/.test(first)) {
    if (a.length === 4) return { value: daySpan(isoDay(Number(a), Number(b), Number(c))), next: at + 5 };
    if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
    const year = fullYear(Number(c));
    return {
      value: daySpan(ordered(s, first, Number(a), Number(b), (month, day) => isoDay(year, month, day))),
      next: at + 5,
    };
  }
  if (a.length > 2 || b.length > 2) return null;
  const slash = first === '/' && second !== '/';
  const dots = first === '.' && (second === '.' || take(s, at - 1, 'onThe') !== null) && s.ordinalEndings.has('.');
  if (!slash && !dots) return null;
  if (Number(a) < 1 || Number(b) < 1 || Number(a) > 31 || Number(b) > 31 || (Number(a) > 12 && Number(b) > 12))
    return null;
  const value = {
    ...daySpan(ordered(s, first, Number(a), Number(b), (month, day) => pastDay(s, month, day))),
    floating: true,
  };
  return { value, next: at + (dots && second === '.' ? 4 : 3) };
};

/** Which of two numbers is the month: dots always put the day first; a number above 12 settles it. */
function ordered(
  s: Sentence,
  mark: string,
  a: number,
  b: number,
  make: (month: number, day: number) => string,
): string {
  const monthFirst = mark !== '.' && (b > 12 ? true : a > 12 ? false : s.monthFirst);
  return monthFirst ? make(a, b) : make(b, a);
}

/** "Monday of this week", "last week Monday", "first Monday of last month", "last Friday of October". */
export function weekdayOfPeriod(period: DateRule): DateRule {
  return (s, at) => {
    const named = inWeek(s, at, period) ?? nthInPeriod(s, at, period);
    if (named) return named;
    const week = period(s, at);
    if (week?.value.grain !== 'week') return null;
    const behind = take(s, skipOf(s, week.next), 'weekday');
    return behind && { value: daySpan(weekdayIn(s, behind.value.value, week.value.from)), next: behind.next };
  };
}

/** "Monday of this week" */
function inWeek(s: Sentence, at: number, period: DateRule): Found<Span> | null {
  const name = take(s, at, 'weekday');
  const span = name && (period(s, name.next) ?? period(s, skipOf(s, name.next)));
  if (span?.value.grain !== 'week') return null;
  return { value: daySpan(weekdayIn(s, name?.value.value ?? 1, span.value.from)), next: span.next };
}

/** "first Monday of last month", "last Friday of October" */
function nthInPeriod(s: Sentence, at: number, period: DateRule): Found<Span> | null {
  const ordinal = take(s, at, 'ordinal');
  const nth = ordinal ?? take(s, at, 'last');
  const name = nth && take(s, nth.next, 'weekday');
  const span = name && (period(s, name.next) ?? period(s, skipOf(s, name.next)));
  if (!span || !name || span.value.grain === 'week') return null;
  return { value: daySpan(nthWeekday(span.value, name.value.value, ordinal?.value.value ?? -1)), next: span.next };
}

function nthWeekday(span: Span, weekday: number, nth: number): string {
  if (nth < 0) return addDays(span.to, -((weekdayOf(span.to) - weekday + 7) % 7));
  return addDays(span.from, ((weekday - weekdayOf(span.from) + 7) % 7) + 7 * (nth - 1));
}

/** A month's name; names that are ordinary words too only beside a number or behind a word that leads to a date. */
export function takeMonth(s: Sentence, at: number): Found<number> | null {
  const month = take(s, at, 'month');
  if (month) {
    // "Feb." and "13 févr. 2026".
    const dot = s.tokens[month.next];
    const behind = s.tokens[month.next + 1];
    const abbreviated = dot?.text === '.' && dot.adjacent && behind !== undefined && /^\d/.test(behind.text);
    return { value: month.value.value, next: abbreviated ? month.next + 1 : month.next };
  }
  const weak = take(s, at, 'weakMonth');
  if (!weak) return null;
  const before = s.tokens[at - 1]?.text ?? '';
  const ordinalEnding = s.ordinalEndings.has(before) || /^\d+$/.test(before);
  const led =
    ordinalEnding ||
    ['in', 'since', 'until', 'of', 'last', 'this', 'next', 'from', 'to', 'between', 'before', 'after'].some(
      (kind) => take(s, at - 1, kind as 'in') !== null,
    );
  const numbered = takeOrdinal(s, weak.next) !== null || takeYear(s, weak.next) !== null;
  return led || numbered ? { value: weak.value.value, next: weak.next } : null;
}

/** A year of four digits from 1970 to 2199, after an optional comma or "of". */
export function takeYear(s: Sentence, at: number): Found<number> | null {
  const start = skipOf(s, s.tokens[at]?.text === ',' ? at + 1 : at);
  const token = s.tokens[start];
  if (!token || !/^(?:19[789]|20\d|21\d)\d$/.test(token.text)) return null;
  const number = takeNumber(s, start);
  return number && { value: number.value, next: number.next };
}
