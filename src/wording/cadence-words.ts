/** When something comes again, in words: "every Friday at 18:00", "on the 1st of each month, until 30 Jun". */

import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../language.ts';
import { addDays, type Day, type Weekday, weekdayOf } from '../period.ts';
import type { Cadence, Once, Repetition, WallTime } from '../schedule/cadence.ts';
import { de } from './cadences/de.ts';
import { en } from './cadences/en.ts';
import { es } from './cadences/es.ts';
import { fr } from './cadences/fr.ts';
import { pt } from './cadences/pt.ts';
import { describeDay, describeDayOfYear, describeMoment } from './phrasing.ts';
import type { Words } from './words.ts';

/** Days of the month arrive as numbers, 31 for the last one; weekdays as numbers, Monday is 1. */
export interface CadenceWords {
  readonly daily: string;
  everyDays(count: number): string;
  readonly workdays: string;
  weekly(weekdays: readonly Weekday[]): string;
  everyWeeks(count: number, weekday: Weekday): string;
  monthly(day: number): string;
  everyMonths(count: number, day: number): string;
  nthWeekday(nth: number, weekday: Weekday): string;
  /** A day as "5 June". */
  yearly(date: string): string;
  /** A day as "Mon 23 Nov". */
  once(date: string): string;
  /** HH:MM */
  at(time: WallTime): string;
  /** Days as "30 Jun", behind what repeats. */
  until(day: string): string;
  from(day: string): string;
}

const all: Readonly<Record<Language, CadenceWords>> = { en, es, de, fr, pt };

export interface Telling {
  /** The person's. */
  readonly today: Day;
  /** Whether the time of day is said too. */
  readonly withTime: boolean;
  /** IANA name; only a single moment ("once") needs it. */
  readonly timeZone?: string;
}

/** Begins with a small letter, and ends without a full stop. */
export function describeCadence(
  cadence: Cadence,
  words: Words,
  { today, withTime, timeZone = 'UTC' }: Telling,
): string {
  const say = cadenceWords(words);
  if (cadence.repeats === 'once') return describeOnce(cadence, words, say, { today, withTime, timeZone });
  if (cadence.repeats === 'cron') return cadence.expression;
  const { from, until } = cadence;
  return [
    repetitionIn(cadence, words, say),
    withTime ? ` ${say.at(cadence.at)}` : '',
    from !== undefined && from > today && !isFirstAnyway(cadence, from, today)
      ? say.from(firstOfMonth(describeDay(from, words, today), words))
      : '',
    until === undefined ? '' : say.until(firstOfMonth(describeDay(until, words, today), words)),
  ].join('');
}

/** A moment as a day and a time: "Mon 23 Nov at 9:00". `timeZone` is an IANA name. */
export function describeNext(instant: Temporal.Instant, words: Words, today: Day, timeZone: string): string {
  const { date, time } = describeMoment(instant.toString(), words, timeZone, today);
  return `${firstOfMonth(date, words)} ${cadenceWords(words).at(time)}`;
}

function cadenceWords({ locale }: Words): CadenceWords {
  return all[locale.slice(0, 2) as Language];
}

function describeOnce(
  { instant }: Once,
  words: Words,
  say: CadenceWords,
  { today, withTime, timeZone }: Required<Telling>,
): string {
  const { date, time } = describeMoment(instant, words, timeZone, today);
  return `${say.once(firstOfMonth(date, words))}${withTime ? ` ${say.at(time)}` : ''}`;
}

function repetitionIn(cadence: Exclude<Repetition, { repeats: 'cron' }>, words: Words, say: CadenceWords): string {
  switch (cadence.repeats) {
    case 'daily':
      return say.daily;
    case 'weekly': {
      const { weekdays } = cadence;
      if (weekdays.length === 7) return say.daily;
      return weekdays.join() === '1,2,3,4,5' ? say.workdays : say.weekly(weekdays);
    }
    case 'monthly':
      return say.monthly(cadence.day);
    case 'monthly-weekday':
      return say.nthWeekday(cadence.nth, cadence.weekday);
    case 'yearly':
      return say.yearly(firstOfMonth(describeDayOfYear(cadence.month, cadence.day, words), words));
    case 'every':
      if (cadence.unit === 'day') return say.everyDays(cadence.count);
      if (cadence.unit === 'week') return say.everyWeeks(cadence.count, weekdayOf(cadence.from));
      return say.everyMonths(cadence.count, Number(cadence.from.slice(8)));
  }
}

/** Whether what is counted from a day begins with its next occurrence, as everybody would expect. */
function isFirstAnyway(cadence: Exclude<Cadence, Once>, from: Day, today: Day): boolean {
  if (cadence.repeats !== 'every') return false;
  if (cadence.unit === 'week') return from <= addDays(today, 7);
  return cadence.unit === 'day' ? from <= addDays(today, 1) : from <= addDays(today, 31);
}

/** French and Portuguese count the first of a month: "1er décembre", "1º de dezembro". */
function firstOfMonth(date: string, { locale }: Words): string {
  if (locale.startsWith('fr')) return date.replace(/(?<!\d)1(?= )/, '1er');
  return locale.startsWith('pt') ? date.replace(/(?<!\d)1(?= )/, '1º') : date;
}
