/** What a ledger will spend: the running month from its days, later months from its months. */

import type { Asker } from '../domain/asker.ts';
import { type Forecast, forecast, type Step } from '../forecast/forecast.ts';
import { forecastMonth, type MonthForecast } from '../forecast/month.ts';
import type { Recurring } from '../insight/recurring.ts';
import { type Answer, tooLittle } from '../insight/too-little.ts';
import { addDays, addMonths, type Day, daysIn, later, type Period, unitAround } from '../period.ts';
import type { Category } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { amountsByDay, amountsByMonth, firstDayOf, firstWholeMonth } from './ledger-sums.ts';
import { type FoundRecurring, recurringOf } from './recurring.ts';

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
/** Four years of months: what is older says little, and costs time. */
const MONTHS_OF_HISTORY = 48;
const MONTHS_NEEDED = 3;
/** Of all spending; on made-up ledgers of several years, setting less apart made forecasts no better. */
const WEIGHTY_SHARE = 0.1;

/** How the month around today will end. `recurring` saves finding the ledger's charges again. */
export async function forecastRunningMonth(
  db: Queries,
  asker: Asker,
  category: Category | null,
  recurring?: FoundRecurring,
): Promise<Answer<RunningMonth>> {
  const { today } = asker;
  const period = unitAround(today, 'month');
  const first = await firstDayOf(db, asker);
  const days = first === null || first > today ? 0 : daysIn({ from: first, to: today });
  if (first === null || days < DAYS_NEEDED) return tooLittle('days', days, DAYS_NEEDED);
  const since = later(first, addDays(today, -DAYS_OF_HABITS));
  const { rows, uncounted } = await amountsByDay(db, asker, { from: since, to: today }, 'spending', category?.id);
  const { found, entries } = recurring ?? (await recurringOf(db, asker, 'expense'));
  const charges = found.filter((each) => isIn(category, each));
  const regular = amountsOf(charges, entries, category, (day) => day);
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

/** The months after the running one. Some 40 ms of computing for four years of history. */
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
  const recurring = await recurringOf(db, asker, 'expense');
  const sums = new Map<string, number>();
  for (const { month, amount } of rows) sums.set(month, (sums.get(month) ?? 0) + amount);
  const history = months.map((month) => ({ month, amount: sums.get(month) ?? 0 }));
  const rare = weightyRareCharges(
    recurring.found.filter((each) => isIn(category, each)),
    history,
  );
  const paid = amountsOf(rare, recurring.entries, category, (day) => day.slice(0, 7));
  // Before that, nobody looked for charges.
  const known = rare.length === 0 ? history : history.filter(({ month }) => month > recurring.since.slice(0, 7));
  // The first step is the running month, which its days tell more about.
  const result = forecast(
    known.map(({ month, amount }) => amount - (paid.get(month) ?? 0)),
    count + 1,
    { seasonLength: 12 },
  );
  const ahead = Array.from({ length: count }, (_, at) => addMonths(running.from, at + 1).slice(0, 7));
  const due = rareCharges(rare, addMonths(running.to, count));
  const now = await forecastRunningMonth(db, asker, category, recurring);
  return {
    enough: true,
    running: now.enough ? now.forecast : null,
    months: ahead,
    steps: result.steps.slice(1).map((step, at) => shifted(step, due.get(ahead[at] ?? '') ?? 0)),
    forecast: result,
    history,
    isNothing: history.every(({ amount }) => amount === 0),
    uncounted,
  };
}

function isIn(category: Category | null, each: { readonly category: string }): boolean {
  return category === null || each.category === category.name;
}

/** What the charges came to, by a key of their days. */
function amountsOf(
  charges: readonly Recurring[],
  entries: FoundRecurring['entries'],
  category: Category | null,
  keyOf: (day: Day) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { entryIds } of charges) {
    for (const id of entryIds) {
      const entry = entries.get(id);
      // A charge that changed its category left its older entries in the other one.
      if (!entry || !isIn(category, entry)) continue;
      sums.set(keyOf(entry.day), (sums.get(keyOf(entry.day)) ?? 0) + entry.amount);
    }
  }
  return sums;
}

/**
 * Charges that come once a quarter or a year are known by their day, where a series of months would take them for chance.
 * None where they weigh little: setting them apart costs the months before charges were looked for.
 */
function weightyRareCharges(charges: readonly Recurring[], history: ComingMonths['history']): Recurring[] {
  const rare = charges.filter(({ rhythm }) => rareRhythms[rhythm] !== undefined);
  const aMonth = rare.reduce((sum, { monthlyAmount }) => sum + monthlyAmount, 0);
  const total = history.reduce((sum, { amount }) => sum + amount, 0);
  return aMonth * history.length >= WEIGHTY_SHARE * total ? rare : [];
}

/** What rare charges will come to, by the month that each is due in. */
function rareCharges(charges: readonly Recurring[], to: Day): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { status, nextDay, rhythm, amount } of charges) {
    if (status === 'ended') continue;
    for (let due = nextDay; due <= to; due = addMonths(due, rareRhythms[rhythm] ?? 12)) {
      sums.set(due.slice(0, 7), (sums.get(due.slice(0, 7)) ?? 0) + amount);
    }
  }
  return sums;
}

function shifted({ point, interval80, interval95 }: Step, minor: number): Step {
  const by = ({ low, high }: Step['interval80']) => ({ low: low + minor, high: high + minor });
  return { point: point + minor, interval80: by(interval80), interval95: by(interval95) };
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

/** Rhythms that leave most months out, in months. */
const rareRhythms: Partial<Record<Recurring['rhythm'], number>> = { quarterly: 3, 'half-yearly': 6, yearly: 12 };
