/** Finds the days and periods in a text: our own rules, which know how money is asked for, then chrono-node's. */

import { foldInPlace } from '../../domain/fold.ts';
import type { Language } from '../../language.ts';
import type { Day, Period, Weekday } from '../../period.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { chronoDates } from './chrono-dates.ts';
import type { DateSymbol } from './date-tokens.ts';
import {
  type DateRule,
  dayAlone,
  dayOfMonth,
  daysAgo,
  holiday,
  numericDay,
  relativeDay,
  weekday,
  weekdayOfPeriod,
} from './day-rules.ts';
import { halfOfPeriod, nthUnit, openPeriod, partOfPeriod, season, weekOfDay } from './period-parts.ts';
import { lastUnits, month, quarter, unitAlone, unitNearby, weekendAlone, year } from './period-rules.ts';
import { openRange, range } from './ranges.ts';
import { type Found, type Sentence, sentence, take } from './sentence.ts';
import type { Span } from './span.ts';

export interface DateOptions {
  readonly today: Day;
  readonly firstDayOfWeek: Weekday;
  readonly language: Language;
  /** Decides whether 3/4 is read the US way. */
  readonly currency: string;
  /** Whether a year may end the text with no "in" before it, as it does in questions: "rent 2000" is money. */
  readonly bareYears?: boolean;
}

/** `from` and `to` are ISO days; `from` may be one that the calendar lacks (2026-02-30) when the person wrote that. */
export interface DateReading extends Period {
  readonly grain: Span['grain'];
  /** Where it stands in the text, words such as "on" and "since" included. */
  readonly start: number;
  readonly end: number;
}

/** Longer texts are no messages about days. */
const TEXT_READ = 5000;

/** All days and periods of `text`, in their order, not overlapping. Positions are those of `text`. */
export function readDates(text: string, options: DateOptions): DateReading[] {
  const folded = foldInPlace(text.slice(0, TEXT_READ));
  const s = sentence(folded, lexicons[options.language], {
    today: options.today,
    firstDayOfWeek: options.firstDayOfWeek,
    monthFirst: options.language === 'en' && options.currency === 'USD',
  });
  const readings: DateReading[] = [];
  for (let at = 0; at < s.tokens.length; ) {
    const found = bestAt(s, at, options.bareYears ?? false);
    if (found) readings.push(reading(s, at, found));
    at = found?.next ?? at + 1;
  }
  // chrono is slow beside our rules: asked only about texts with a date word that none of them could read.
  return readings.length > 0 || !s.meanings.some((here) => here.some(isDateWord))
    ? readings
    : chronoDates(text, options);
}

const units: DateRule = longest(unitNearby, month, quarter, year, nthUnit, weekOfDay);
const point: DateRule = longest(
  relativeDay,
  daysAgo,
  weekday,
  dayOfMonth,
  dayAlone,
  numericDay,
  weekdayOfPeriod(longest(units, unitAlone)),
  lastUnits,
  units,
  season,
  partOfPeriod,
  halfOfPeriod,
  weekendAlone,
);
/** A day known by its own words wins over a range of as many: "antes de ayer". */
const inQuestions = all(longest(point, holiday(true)));
const inRemarks = all(longest(point, holiday(false)));

function all(points: DateRule): DateRule {
  return longest(points, range(points), openRange(points), openPeriod);
}

const dateWords: ReadonlySet<DateSymbol['kind']> = new Set([
  'relative',
  'weekday',
  'month',
  'unit',
  'season',
  'agoAfter',
]);

function isDateWord({ value }: Found<DateSymbol>): boolean {
  return dateWords.has(value.kind);
}

function bestAt(s: Sentence, at: number, bareYears: boolean): Found<Span> | null {
  if (s.meanings[at]?.length === 0 && !/^[\dqt]/.test(s.tokens[at]?.text ?? '')) return null;
  const found = (bareYears ? inQuestions : inRemarks)(s, at);
  if (found?.value.grain !== 'year' || found.next !== at + 1) return found;
  const led = (['in', 'of', 'since', 'from', 'this'] as const).some((kind) => take(s, at - 1, kind) !== null);
  return led || bareYears || s.tokens.length === 1 ? found : null;
}

function longest(...rules: DateRule[]): DateRule {
  return (s, at) => {
    let best: Found<Span> | null = null;
    for (const rule of rules) {
      const found = rule(s, at);
      if (found && found.next > (best?.next ?? at)) best = found;
    }
    return best;
  };
}

function reading(s: Sentence, at: number, found: Found<Span>): DateReading {
  let first = at;
  // "on Friday", "in October", "during the last week": the little words before belong to the date.
  for (let words = 0; words < 3; words++) {
    const led = [1, 2, 3].find(
      (length) =>
        first - length >= 0 &&
        (['in', 'onThe', 'of'] as const).some((kind) => take(s, first - length, kind)?.next === first),
    );
    if (!led) break;
    first -= led;
  }
  const start = s.tokens[first]?.start ?? 0;
  const end = s.tokens[found.next - 1]?.end ?? start;
  return { from: found.value.from, to: found.value.to, grain: found.value.grain, start, end };
}
