/** Silence: "mute 3 days", "no me avises hasta el lunes", "Ruhe von 22 bis 7". */

import type { Language } from '../../language.ts';
import type { ModelContext } from '../../models/model.ts';
import { addDays, addMonths, type Day, unitAway, weekdayOf } from '../../period.ts';
import { readDates } from '../dates/read-dates.ts';
import { findTime, readTime, timeSource } from '../dates/time-of-day.ts';
import { type AlertPatterns, alertPatterns } from '../lexicon/alerts-patterns.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { anywhere, expression, listed, whole } from '../lexicon/patterns.ts';
import type { AlertArgs } from './alerts.ts';

interface Place {
  readonly language: Language;
  readonly context: Pick<ModelContext, 'today' | 'firstDayOfWeek' | 'currency'>;
}

/** A stretch of folded text, with what it says. */
interface Stretch {
  readonly args: AlertArgs;
  readonly start: number;
  readonly end: number;
}

/** Two times of day, and nothing else but that it is to be quiet between them. */
export function quietArgs(said: string, { quiet, from, to, times }: AlertPatterns): AlertArgs | null {
  const time = timeSource(times);
  const range = expression(
    `(?<![\\p{L}\\p{N}.,:])(?:(?:${from}) )?(?:(?:${times.at}) )?(${time}) ?(?:${to}) ?(?:(?:${times.at}) )?(${time})`,
  ).exec(said);
  if (!range || !whole(quiet).test(without(said, range.index, range.index + range[0].length))) return null;
  return { action: 'quiet', from: readTime(range[1] as string, times), to: readTime(range[2] as string, times) };
}

/** How long, or until when; neither where only the wish for silence is said. */
export function muteArgs(said: string, place: Place): AlertArgs | null {
  const { mute } = alertPatterns[place.language];
  for (const stretch of [untilIn(said, place), spanIn(said, place.language)]) {
    if (stretch && whole(mute).test(without(said, stretch.start, stretch.end))) {
      return { action: 'mute', ...stretch.args };
    }
  }
  return whole(mute).test(said) ? { action: 'mute' } : null;
}

function without(said: string, start: number, end: number): string {
  return `${said.slice(0, start)} ${said.slice(end)}`.replace(/\s+/g, ' ').replace(/^[ ,:]+|[ ,:]+$/g, '');
}

/** "for 3 days", "una semana". */
function spanIn(said: string, language: Language): Stretch | null {
  const { during, units } = alertPatterns[language];
  // Most messages name no span of time, which is seen at once.
  if (!anywhere(Object.values(units).join('|')).test(said)) return null;
  for (const [unit, pattern] of Object.entries(units)) {
    const found = expression(
      `(?:(?<![\\p{L}\\p{N}])(?:${during}) )?(?<![\\p{L}\\p{N}])(\\d{1,3} ?|\\p{L}+ )(?:${pattern})(?![\\p{L}\\p{N}])`,
    ).exec(said);
    const count = found && countOf((found[1] as string).trim(), language);
    if (found && count) return { args: { count, unit }, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

function countOf(word: string, language: Language): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const values = Object.entries(lexicons[language].numbers.values);
  return Number(values.find(([, words]) => listed(words).includes(word))?.[0] ?? 0) || null;
}

/** "until Monday at 9", "bis 1. Dezember". A day that is named without its year is the next one of its name. */
function untilIn(said: string, place: Place): Stretch | null {
  const { until, times } = alertPatterns[place.language];
  const lead = expression(`(?<![\\p{L}\\p{N}])(?:${until}) `).exec(said);
  if (!lead) return null;
  const from = lead.index + lead[0].length;
  const rest = said.slice(from);
  const day = dayAtStart(rest, place);
  const behind = rest.slice(day?.length ?? 0);
  const time = findTime(behind, times);
  const isNext = time !== null && /^[ ,]*$/.test(behind.slice(0, time.start));
  if (!day && !isNext) return null;
  return {
    args: { ...(day && { until: day.day }), ...(isNext && { time: time.time }) },
    start: lead.index,
    end: from + (day?.length ?? 0) + (isNext ? time.end : 0),
  };
}

/** The day that the text begins with, and the characters that name it. */
function dayAtStart(text: string, { language, context }: Place): { readonly day: Day; readonly length: number } | null {
  const { today, firstDayOfWeek, currency } = context;
  const { weekdays, relative, months } = lexicons[language].dates;
  const { nextWeek, nextMonth } = alertPatterns[language];
  const starts = (pattern: string) => expression(`^(?:${pattern})(?![\\p{L}\\p{N}-])`).exec(text)?.[0].length;
  for (const ahead of [2, 1]) {
    const length = starts(listed(relative[ahead] ?? '').join('|') || '(?!)');
    if (length) return { day: addDays(today, ahead), length };
  }
  const week = starts(nextWeek);
  if (week) return { day: unitAway(today, 'week', 1, firstDayOfWeek).from, length: week };
  const month = starts(nextMonth);
  if (month) return { day: unitAway(today, 'month', 1).from, length: month };
  for (const [index, names] of weekdays.entries()) {
    const length = starts(`(?:next )?(?:${byLength(listed(names))})`);
    if (length) return { day: addDays(today, ((index + 1 - weekdayOf(today) + 6) % 7) + 1), length };
  }
  const [date] = readDates(text, { today, firstDayOfWeek, language, currency, bareYears: true });
  if (!date || date.start > 0) return null;
  const isOfMonth = months.flatMap(listed).some((name) => text.slice(0, date.end).includes(name));
  return { day: comingDay(date.from, text.slice(0, date.end), isOfMonth, today), length: date.end };
}

/** What was read as past because records are: without a year it is the next such day. */
function comingDay(day: Day, words: string, isOfMonth: boolean, today: Day): Day {
  if (day > today || /\d{4}/.test(words)) return day;
  return addMonths(day, isOfMonth || /\d[./-]\d/.test(words) ? 12 : 1);
}

function byLength(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).join('|');
}
