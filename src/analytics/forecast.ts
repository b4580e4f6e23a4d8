/** What a ledger will spend: the running month from its days, later months from its months. */

import type { Asker } from '../domain/asker.ts';
import { type Forecast, forecast } from '../forecast/forecast.ts';
import { forecastMonth, type MonthForecast } from '../forecast/month.ts';
import type { Recurring } from '../insight/recurring.ts';
import { type Answer, tooLittle } from '../insight/too-little.ts';
import { addDays, addMonths, type Day, daysIn, type Period, unitAround } from '../period.ts';
import type { Category } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { amountsByDay, amountsByMonth, firstDayOf, firstWholeMonth } from './ledger-sums.ts';
import { recurringOf } from './recurring.ts';

export interface RunningMonth {
  readonly period: Period;
  /** Minor units, today included. */
  readonly spent: number;
  readonly forecast: MonthForecast;
  /** What was spent up to each day of the month that is over, from its first. */
  readonly soFar: readonly number[];
  /** Neither spending nor a charge was seen. */
  readonly isNothing: boolean;
  readonly uncounted: readonly Unvalued[];
}

export interface ComingMonths {
  /** YYYY-MM of each step; the running month is left out. */
  readonly months: readonly string[];
  readonly steps: Forecast['steps'];
  /** The running month, by its days; null where these are too few. */
  readonly running: MonthForecast | null;
  readonly forecast: Forecast;
  /** Whole months that it stands on, oldest first, minor units. */
  readonly history: readonly { readonly month: string; readonly amount: number }[];
  /** Every month of it was zero. */
  readonly isNothing: boolean;
  readonly uncounted: readonly Unvalued[];
}

/** Days of a weekday pattern that still count. */
const DAYS_OF_HABITS = 400;
const DAYS_NEEDED = 14;
/** Five years of months: what is older says little, and costs time. */
const MONTHS_OF_HISTORY = 60;
const MONTHS_NEEDED = 3;

/** How the month around today will end. */
export async function forecastRunningMonth(
  db: Queries,
  asker: Asker,
  category: Category | null,
): Promise<Answer<RunningMonth>> {
  const { today } = asker;
  const period = unitAround(today, 'month');
  const first = await firstDayOf(db, asker);
  const days = first === null || first > today ? 0 : daysIn({ from: first, to: today });
  if (first === null || days < DAYS_NEEDED) return tooLittle('days', days, DAYS_NEEDED);
  const since = later(first, addDays(today, -DAYS_OF_HABITS));
  const { rows, uncounted } = await amountsByDay(db, asker, { from: since, to: today }, 'spending', category?.id);
  const { found, entries } = await recurringOf(db, asker, 'expense');
  const isMeant = (each: { readonly category: string }) => category === null || each.category === category.name;
  const charges = found.filter(isMeant);
  const regular = new Map<Day, number>();
  for (const { entryIds } of charges) {
    for (const id of entryIds) {
      const entry = entries.get(id);
      // A charge that changed its category left its older entries in the other one.
      if (entry && isMeant(entry)) regular.set(entry.day, (regular.get(entry.day) ?? 0) + entry.amount);
    }
  }
  const ordinary = rows.map(({ day, amount }) => ({ day, minor: amount - (regular.get(day) ?? 0) }));
  // The first day says from when on a day without an entry is a day without spending.
  if (ordinary[0]?.day !== since) ordinary.unshift({ day: since, minor: 0 });
  const amounts = new Map(rows.map(({ day, amount }) => [day, amount]));
  const soFar: number[] = [];
  for (let day = period.from; day <= today; day = addDays(day, 1)) {
    soFar.push((soFar.at(-1) ?? 0) + (amounts.get(day) ?? 0));
  }
  const spent = soFar.at(-1) ?? 0;
  return {
    enough: true,
    period,
    spent,
    forecast: forecastMonth({ today, spent, ordinary, charges: comingCharges(charges, today, period.to) }),
    soFar,
    isNothing: rows.length === 0,
    uncounted,
  };
}

/** The months after the running one. Some 40 ms of computing for five years of history. */
export async function forecastComingMonths(
  db: Queries,
  asker: Asker,
  count: number,
  category: Category | null,
): Promise<Answer<ComingMonths>> {
  const running = unitAround(asker.today, 'month');
  const first = await firstDayOf(db, asker);
  const begin = first === null ? running.from : firstWholeMonth(first);
  const from = later(begin, addMonths(running.from, -MONTHS_OF_HISTORY));
  const months: string[] = [];
  for (let month = from; month < running.from; month = addMonths(month, 1)) months.push(month.slice(0, 7));
  if (months.length < MONTHS_NEEDED) return tooLittle('months', months.length, MONTHS_NEEDED);
  const period = { from, to: addDays(running.from, -1) };
  const { rows, uncounted } = await amountsByMonth(db, asker, period, 'spending', category?.id);
  const sums = new Map<string, number>();
  for (const { month, amount } of rows) sums.set(month, (sums.get(month) ?? 0) + amount);
  const history = months.map((month) => ({ month, amount: sums.get(month) ?? 0 }));
  // The first step is the running month, which its days tell more about.
  const result = forecast(
    history.map(({ amount }) => amount),
    count + 1,
    { seasonLength: 12 },
  );
  const now = await forecastRunningMonth(db, asker, category);
  return {
    enough: true,
    running: now.enough ? now.forecast : null,
    months: Array.from({ length: count }, (_, at) => addMonths(running.from, at + 1).slice(0, 7)),
    steps: result.steps.slice(1),
    forecast: result,
    history,
    isNothing: history.every(({ amount }) => amount === 0),
    uncounted,
  };
}

/** Charges from tomorrow to the last day; one that is late may come any day. */
function comingCharges(charges: readonly Recurring[], today: Day, to: Day): { day: Day; minor: number }[] {
  return charges
    .filter(({ status }) => status !== 'ended')
    .flatMap(({ nextDay, rhythm, amount }) => {
      const step = shortRhythms[rhythm];
      const coming: { day: Day; minor: number }[] = [];
      for (let due = nextDay; due <= to; due = addDays(due, step ?? 366)) {
        coming.push({ day: later(due, addDays(today, 1)), minor: amount });
      }
      return coming;
    });
}

/** Rhythms that may come several times in a month, in days. */
const shortRhythms: Partial<Record<Recurring['rhythm'], number>> = { weekly: 7, fortnightly: 14, 'four-weekly': 28 };

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
