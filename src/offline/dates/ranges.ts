/** Two ends: "between A and B", "from the 3rd to the 6th of January", "since April", "until May", "from September on". */

import { addDays, addMonths, type Day, FIRST_DAY } from '../../period.ts';
import type { DateRule } from './day-rules.ts';
import { type Found, type Sentence, skip, skipOf, take, takeOrdinal } from './sentence.ts';
import { daySpan, isCalendarDay, pastDayOfMonth, type Span, union } from './span.ts';

/** An end that is only a day of the month and takes its month from the other end. */
interface BareDay {
  readonly bare: number;
  /** Written as an ordinal. */
  readonly marked: boolean;
}

type End = Span | BareDay;

export function range(point: DateRule): DateRule {
  const end = (s: Sentence, at: number): Found<End> | null => {
    const start = skipArticles(s, at);
    const day = takeOrdinal(s, start);
    const bare = day !== null && day.value.value >= 1 && day.value.value <= 31;
    const whole = point(s, at) ?? point(s, start);
    // "the 3rd" alone takes its month from the other end; "the 3rd of May" has its own.
    if (whole && !(bare && whole.next <= day.next)) return whole;
    return bare ? { value: { bare: day.value.value, marked: day.value.marked }, next: day.next } : null;
  };
  return (s, at) => {
    const between = take(s, at, 'between');
    const from = between ? null : take(s, at, 'from');
    const a = end(s, between?.next ?? from?.next ?? at);
    if (!a) return null;
    const open = from && !('bare' in a.value) ? take(s, a.next, 'onwards') : null;
    if (open && !('bare' in a.value)) return upToToday(s, a.value, open.next);
    const and = take(s, a.next, 'and');
    const to = take(s, a.next, 'to') ?? take(s, a.next, 'until');
    const listed = and !== null && !between && !from && !('bare' in a.value);
    const dash = s.tokens[a.next]?.text === '-' ? a.next + 1 : null;
    const link = to?.next ?? (and && (between || listed) ? and.next : dash);
    if (link === null) return null;
    const b = end(s, link);
    if (!b) return null;
    const days = take(s, between?.next ?? at, 'onThe') !== null;
    const joined = join(s, a.value, b.value, { listed: listed && !to, led: between !== null || from !== null, days });
    return joined && { value: joined, next: b.next };
  };
}

function skipArticles(s: Sentence, at: number): number {
  return skip(s, skipOf(s, at), 'onThe');
}

interface Joining {
  /** Two periods beside each other ("this month vs last month") rather than a way from one to the other. */
  readonly listed: boolean;
  /** It begins with "from" or "between". */
  readonly led: boolean;
  /** It begins with a word that only days of the month follow: "del 3 al 5". */
  readonly days: boolean;
}

function join(s: Sentence, a: End, b: End, how: Joining): Span | null {
  if ('bare' in a && 'bare' in b) {
    if (!(how.led || how.days) || !(a.marked || b.marked || how.days)) return null;
    const last = pastDayOfMonth(s, b.bare);
    return isCalendarDay(last) ? spanUpTo(last, a.bare) : null;
  }
  if ('bare' in a) return 'bare' in b || b.grain !== 'day' || !isCalendarDay(b.from) ? null : spanUpTo(b.from, a.bare);
  if ('bare' in b) {
    if (a.grain !== 'day' || !isCalendarDay(a.from)) return null;
    const same = withDay(a.from, b.bare);
    return union(a, daySpan(same >= a.from ? same : addMonths(same, 1)));
  }
  if (!isCalendarDay(a.from) || !isCalendarDay(b.from)) return union(a, b);
  // "yesterday and today" is one stretch, "on Monday and Friday" is not.
  if (how.listed && a.grain === 'day' && b.grain === 'day' && addDays(a.from, 1) !== b.from) return null;
  if (how.listed && (a.grain === 'day') !== (b.grain === 'day')) return null;
  // "from Monday to Sunday" is the latest such stretch that has an end: each day by itself was read as the past one.
  if (!how.listed && a.grain === 'day' && b.grain === 'day' && a.from > b.to && daysApart(a.from, b.to) < 7) {
    return { from: addDays(a.from, -7), to: b.to, grain: 'span' };
  }
  // "from December to January", "November and December 2018": the first end is the last such one before the second.
  if (a.floating && !(how.listed && b.floating)) {
    const years = yearsToLatest(a.from, b.to);
    if (years !== 0) return union(moved(a, years), b);
  }
  return union(a, b);
}

function spanUpTo(to: Day, firstDay: number): Span {
  const same = withDay(to, firstDay);
  return { from: same <= to ? same : withDay(addMonths(`${to.slice(0, 8)}01`, -1), firstDay), to, grain: 'span' };
}

function yearsToLatest(from: Day, limit: Day): number {
  let years = Number(limit.slice(0, 4)) - Number(from.slice(0, 4));
  if (addMonths(from, years * 12) > limit) years--;
  return years;
}

function moved(span: Span, years: number): Span {
  return { from: addMonths(span.from, years * 12), to: addMonths(span.to, years * 12), grain: span.grain };
}

function daysApart(later: string, earlier: string): number {
  let days = 0;
  while (days < 8 && addDays(earlier, days) < later) days++;
  return days;
}

/** That day of the month around `day`, or the month's last one. */
function withDay(day: string, wanted: number): string {
  const candidate = day.slice(0, 8) + String(wanted).padStart(2, '0');
  return isCalendarDay(candidate) ? candidate : addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1);
}

/** "since April", "after the 5th", "until January", "before last month"; what has no beginning begins with the calendar. */
export function openRange(point: DateRule): DateRule {
  return (s, at) => {
    for (const kind of ['since', 'after', 'until', 'before'] as const) {
      const word = take(s, at, kind);
      if (!word) continue;
      const found =
        point(s, word.next) ?? point(s, skipArticles(s, word.next)) ?? bareEnd(s, skipArticles(s, word.next));
      if (!found || !isCalendarDay(found.value.from)) continue;
      const { from, to, grain } = found.value;
      if (kind === 'since') return upToToday(s, found.value, found.next);
      if (kind === 'after') return upToToday(s, daySpan(addDays(to, 1)), found.next);
      // "until Friday" takes Friday in; "until January" ends where January begins.
      const last = kind === 'until' && grain === 'day' ? to : addDays(from, -1);
      return { value: { from: FIRST_DAY, to: last, grain: 'span' }, next: found.next };
    }
    const found = point(s, at);
    const onwards = found && take(s, found.next, 'onwards');
    if (!found || !onwards || found.value.from > s.today || s.tokens[onwards.next]) return null;
    return upToToday(s, found.value, onwards.next);
  };
}

const bareEnd: DateRule = (s, at) => {
  const day = takeOrdinal(s, at);
  if (!day?.value.marked || day.value.value > 31) return null;
  return { value: daySpan(pastDayOfMonth(s, day.value.value)), next: day.next };
};

function upToToday(s: Sentence, span: Span, next: number): Found<Span> {
  return { value: { from: span.from, to: span.from > s.today ? span.to : s.today, grain: 'span' }, next };
}
