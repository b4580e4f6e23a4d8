/** Entries, periods and groups as short texts, in any of the languages. */

import { Temporal } from 'temporal-polyfill';
import { formatMoney, type Money } from '../money.ts';
import { addDays, type Day, FIRST_DAY, type Period, unitAround, unitAway, type Weekday } from '../period.ts';
import type { PeriodName, Words } from './words.ts';

interface Described {
  readonly kind: 'expense' | 'income' | 'refund';
  readonly amount: Money;
  readonly category: string;
  readonly merchant: string | null;
  readonly note: string | null;
  readonly day: Day;
}

/** "lunch €12.50 · dining · yesterday"; the day is left out when it is today. */
export function describeEntry(entry: Described, words: Words, today: Day): string {
  const name = [entry.merchant, entry.note].filter(Boolean).join(', ');
  const kind = entry.kind === 'expense' ? [] : [words[entry.kind]];
  const category = words.category(entry.category);
  const parts = [
    [name, formatMoney(entry.amount, words.locale)].filter(Boolean).join(' '),
    ...kind,
    ...(kind.includes(category) ? [] : [category]),
    ...(entry.day === today ? [] : [describeDay(entry.day, words, today)]),
  ];
  return parts.join(' · ');
}

/** "1 USD = 0.92 EUR": a rate of exchange, a decimal string, with all its digits as the language writes them. */
export function describeRate(base: string, quote: string, rate: string, words: Words): string {
  const format = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 12 });
  return `1 ${base} = ${format.format(rate as Intl.StringNumericLiteral)} ${quote}`;
}

/** "yesterday", "3 Oct", "3 Oct 2025": the year where it is not this one. */
export function describeDay(day: Day, words: Words, today: Day): string {
  if (day === today) return words.periods.today;
  if (day === unitAway(today, 'day', -1).from) return words.periods.yesterday;
  return dateFormat(words, { day: 'numeric', month: 'short', ...yearUnlessThis(day, today) }).format(utc(day));
}

/**
 * A period as it stands in a sentence ("this month", "in October 2026", "on 3 Oct"); over a list, by itself ("this
 * month", "October 2026"); or by its dates alone ("November 2026", "1–7 Jun 2026"), for what is looked at later.
 */
export function describePeriod(
  period: Period,
  words: Words,
  asker: { today: Day; firstDayOfWeek: Weekday },
  form: 'sentence' | 'heading' | 'dates' = 'sentence',
): string {
  const { today, firstDayOfWeek } = asker;
  const named = namedPeriods.find(([, unit, away]) => {
    const whole = unitAway(today, unit, away, firstDayOfWeek);
    const isRunning = away === 0 && period.to === today;
    return period.from === whole.from && (period.to === whole.to || isRunning);
  });
  if (named && form !== 'dates') return words.periods[named[0]];
  if (period.from <= FIRST_DAY) return words.periods['all time'];
  const [shape, text] = datedPeriod(period, words, form === 'dates' ? null : today, today);
  return form === 'sentence' ? words.dated[shape](text) : text;
}

/** "October", "October 2025": a month by its name, with the year where it is not this one. */
export function describeMonth(month: Day, words: Words, today: Day): string {
  return dateFormat(words, { month: 'long', ...yearUnlessThis(month, today) }).format(utc(month));
}

/** "Aug – Oct 2026", "Oct 2026": whole months by their short names. */
export function describeMonths({ from, to }: Period, words: Words): string {
  return dateFormat(words, { month: 'short', year: 'numeric' }).formatRange(utc(from), utc(to));
}

function datedPeriod(
  period: Period,
  words: Words,
  nameDaysFrom: Day | null,
  today: Day,
): ['day' | 'month' | 'year' | 'range', string] {
  if (period.from === period.to) {
    const full = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    const date = dateFormat(words, full).format(utc(period.from));
    return ['day', nameDaysFrom === null ? date : describeDay(period.from, words, nameDaysFrom)];
  }
  for (const unit of ['month', 'year'] as const) {
    const whole = unitAround(period.from, unit);
    const isRunning = period.to === today && whole.to >= today;
    if (whole.from === period.from && (whole.to === period.to || isRunning)) {
      const shape: Intl.DateTimeFormatOptions =
        unit === 'month' ? { year: 'numeric', month: 'long' } : { year: 'numeric' };
      return [unit, dateFormat(words, shape).format(utc(period.from))];
    }
  }
  const range = dateFormat(words, { day: 'numeric', month: 'short', year: 'numeric' });
  return ['range', range.formatRange(utc(period.from), utc(period.to))];
}

/** A group's key as a label: a day, the first day of a week, a month or a weekday in words; anything else as it is. */
export function describeGroup(
  key: string,
  groupBy: 'category' | 'merchant' | 'day' | 'week' | 'month' | 'weekday' | 'none',
  words: Words,
): string {
  if (groupBy === 'category') return words.category(key);
  if (groupBy === 'month') return dateFormat(words, { month: 'short', year: 'numeric' }).format(utc(`${key}-01`));
  if (groupBy === 'day' || groupBy === 'week') {
    return dateFormat(words, { day: 'numeric', month: 'short' }).format(utc(key));
  }
  if (groupBy === 'weekday') return describeWeekday(Number(key), words, 'short');
  return key;
}

/** The weekday's name; Monday is 1. */
export function describeWeekday(weekday: number, words: Words, length: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  return dateFormat(words, { weekday: length }).format(utc(addDays('1970-01-04', weekday)));
}

/** "5 June": a day that comes every year. */
export function describeDayOfYear(month: number, day: number, words: Words): string {
  // A leap year, so that 29 February can be said.
  const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateFormat(words, { day: 'numeric', month: 'long' }).format(utc(date));
}

/** A moment (ISO 8601) by the clock of a time zone: "Mon 23 Nov", with the year where it is not this one, and HH:MM. */
export function describeMoment(
  instant: string,
  words: Words,
  timeZone: string,
  today: Day,
): { readonly date: string; readonly time: string } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const day = local.toPlainDate().toString();
  const shape = { weekday: 'short', day: 'numeric', month: 'short', ...yearUnlessThis(day, today) } as const;
  return {
    date: dateFormat(words, shape).format(utc(day)),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Amounts of several currencies in a row: "€12.00, $5.00". */
export function describeAmounts(amounts: readonly Money[], words: Words): string {
  return amounts.map((amount) => formatMoney(amount, words.locale)).join(' + ');
}

const namedPeriods: readonly (readonly [PeriodName, 'day' | 'week' | 'month' | 'quarter' | 'year', 0 | -1])[] = [
  ['today', 'day', 0],
  ['yesterday', 'day', -1],
  ['this month', 'month', 0],
  ['this week', 'week', 0],
  ['this year', 'year', 0],
  ['last week', 'week', -1],
  ['last month', 'month', -1],
  ['last year', 'year', -1],
];

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(words: Words, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British order in English: people everywhere read "3 Oct", not everybody reads "10/3".
  const locale = words.locale === 'en' ? 'en-GB' : words.locale;
  const key = `${locale} ${JSON.stringify(shape)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

function yearUnlessThis(day: Day, today: Day): { year?: 'numeric' } {
  return day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
