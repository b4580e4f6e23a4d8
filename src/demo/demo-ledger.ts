/** A made-up year of one person's money in Berlin, for trying things. Everything follows from the seed. */

import { addDays, addMonths, type Day, daysIn, type Period } from '../period.ts';
import type { BudgetPeriod } from '../store/budgets.ts';
import { dailyLife } from './daily-life.ts';
import type { DemoEntry } from './demo-entry.ts';
import { gifts, oneOffEntries } from './one-offs.ts';
import { standingEntries } from './standing.ts';
import { type Trip, tripsOf } from './trips.ts';

export interface DemoBudget {
  /** A default category, or "total". */
  readonly category: string;
  /** A decimal string in major units. */
  readonly amount: string;
  readonly currency: string;
  readonly period: BudgetPeriod;
}

/** What one unit of the trips' currencies costs at home; decimal strings. */
export const demoRates: readonly { readonly base: string; readonly quote: string; readonly rate: string }[] = [
  { base: 'GBP', quote: 'EUR', rate: '1.15' },
  { base: 'JPY', quote: 'EUR', rate: '0.0061' },
];

export const demoBudgets: readonly DemoBudget[] = [
  { category: 'groceries', amount: '300', currency: 'EUR', period: 'monthly' },
  { category: 'dining', amount: '450', currency: 'EUR', period: 'monthly' },
  { category: 'total', amount: '2600', currency: 'EUR', period: 'monthly' },
  { category: 'gifts', amount: '500', currency: 'EUR', period: 'yearly' },
];

/**
 * The entries of the year that ends on `until`, oldest first: some 1,100, in EUR, GBP and JPY. Among them are what a
 * ledger should make visible: a dinner charged twice, a laptop, a month without the electricity bill, a subscription
 * that became dearer half a year ago.
 */
export function demoEntries({ until, seed }: { readonly until: Day; readonly seed: number }): DemoEntry[] {
  const year: Period = { from: addDays(addMonths(until, -12), 1), to: until };
  const years = [...new Set([Number(year.from.slice(0, 4)), Number(until.slice(0, 4))])];
  const trips = years.flatMap((each) => tripsOf(each, seed));
  const live = dailyLife(seed);
  const atHome = Array.from({ length: daysIn(year) }, (_, day) => addDays(year.from, day)).flatMap((day) =>
    isAway(day, trips) ? [] : live(day),
  );
  const entries = [
    ...standingEntries(year),
    ...atHome,
    ...trips.flatMap((trip) => trip.entries),
    ...years.flatMap((each) => gifts(each, seed)),
    ...oneOffEntries(until),
  ].filter(({ date }) => date >= year.from && date <= year.to);
  return chargedTwice(withoutRepeats(entries), until).toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}

function isAway(day: Day, trips: readonly Trip[]): boolean {
  return trips.some(({ away }) => day >= away.from && day <= away.to);
}

/** Two equal coffees on one day would look like the mistake that is put in on purpose. */
function withoutRepeats(entries: readonly DemoEntry[]): DemoEntry[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function chargedTwice(entries: readonly DemoEntry[], until: Day): DemoEntry[] {
  const dinner = entries.find(
    ({ note, currency, date }) => note === 'dinner' && currency === 'EUR' && date >= addDays(until, -60),
  );
  return dinner ? [...entries, { ...dinner }] : [...entries];
}
