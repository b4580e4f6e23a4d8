/** Charges, subscriptions and income that come again and again, and when they come next. */

import { type Day, dayNumber, dayOfNumber } from '../period.ts';
import type { Level } from './charge-levels.ts';
import { groupBy, type InsightEntry } from './entry.ts';
import type { RhythmFit } from './fit-rhythm.ts';
import { type Charges, chargesOf } from './recurring-streams.ts';
import { DAYS_IN_A_MONTH, dueDay, type RhythmName } from './rhythm.ts';
import { middle, quantileOf } from './robust.ts';
import { CHARGES_OF_THE_USUAL, MISSING_DAYS } from './thresholds.ts';

export interface PriceChange {
  readonly entryId: string;
  readonly day: Day;
  readonly from: number;
  readonly to: number;
}

export interface Recurring {
  /** Stable: kind, merchant, rhythm, and a number for a merchant's second one. */
  readonly key: string;
  readonly kind: 'expense' | 'income';
  readonly merchant: string;
  /** Of the latest charge. */
  readonly category: string;
  readonly rhythm: RhythmName;
  readonly amountKind: 'fixed' | 'varying';
  /** Minor units: the current price, or the median of the latest charges. */
  readonly amount: number;
  /** What the next charge should come to: `amount` twice when it is fixed, else the latest charges' range. */
  readonly range: { readonly from: number; readonly to: number };
  /** Minor units in a mean month. */
  readonly monthlyAmount: number;
  /** Oldest first; empty for a varying amount. */
  readonly priceChanges: readonly PriceChange[];
  readonly count: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly nextDay: Day;
  /** The last day on which the next charge would still be on time. */
  readonly lateAfter: Day;
  /** `overdue` from the day after `lateAfter`; `ended` after one more rhythm, 45 days at most. */
  readonly status: 'active' | 'overdue' | 'ended';
  /** 0 to 1: how many charges, how regular, how complete. */
  readonly confidence: number;
  /** Oldest first. */
  readonly entryIds: readonly string[];
}

/**
 * What recurs among entries up to `today`. Each merchant is looked at by itself; entries without one by their category.
 * Weekly, fortnightly and four-weekly, monthly (on a day of the month, around weekends and short months), quarterly,
 * half-yearly and yearly. Fixed amounts may change their price now and then; amounts may vary from a four-weekly
 * rhythm on, so that the supermarket each Saturday and the daily coffee are no charges but habits.
 */
export function findRecurring(entries: readonly InsightEntry[], today: Day): Recurring[] {
  return describeCharges(findCharges(entries.filter(({ day }) => day <= today)), today);
}

/** The charges among entries, whatever day it is: what takes long of {@link findRecurring}. */
export function findCharges(entries: readonly InsightEntry[]): Charges[] {
  const known = entries.filter(({ kind }) => kind !== 'refund');
  const merchants = groupBy(known, (entry) => `${entry.kind}:${entry.merchant || `~${entry.category}`}`);
  return [...merchants.values()].flatMap(chargesOf);
}

/** How charges stand `today`, none of which is later; the most a month first. */
export function describeCharges(charges: readonly Charges[], today: Day): Recurring[] {
  const keys = new Map<string, number>();
  const found = charges.map((each) => {
    const recurring = describe(each, dayNumber(today));
    const number = (keys.get(recurring.key) ?? 0) + 1;
    keys.set(recurring.key, number);
    return number === 1 ? recurring : { ...recurring, key: `${recurring.key}:${number}` };
  });
  return found.sort((a, b) => b.monthlyAmount - a.monthlyAmount || (a.key < b.key ? -1 : 1));
}

function describe({ entries, fit, lastDue, levels }: Charges, today: number): Recurring {
  const amounts = entries.map((entry) => entry.amount);
  const latest = amounts.slice(-CHARGES_OF_THE_USUAL);
  const amount = levels?.at(-1)?.amount ?? Math.round(middle(latest));
  const { rhythm } = fit.schedule;
  const nextDay = dueDay(fit.schedule, lastDue + 1);
  // Who comes a day late now and then is given that day twice more.
  const grace = rhythm.tolerance + Math.ceil(2 * fit.deviation);
  const late = today - nextDay - grace;
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) throw new RangeError('no charges');
  return {
    key: `${last.kind}:${last.merchant || `~${last.category}`}:${rhythm.name}`,
    kind: last.kind === 'income' ? 'income' : 'expense',
    merchant: last.merchant,
    category: last.category,
    rhythm: rhythm.name,
    amountKind: levels ? 'fixed' : 'varying',
    amount,
    range: levels
      ? { from: amount, to: amount }
      : { from: Math.round(quantileOf(latest, 0.1)), to: Math.round(quantileOf(latest, 0.9)) },
    monthlyAmount: Math.round((amount * DAYS_IN_A_MONTH) / rhythm.days),
    priceChanges: priceChangesOf(entries, levels ?? []),
    count: entries.length,
    firstDay: first.day,
    lastDay: last.day,
    nextDay: dayOfNumber(nextDay),
    lateAfter: dayOfNumber(nextDay + grace),
    status: late <= 0 ? 'active' : late <= Math.min(rhythm.days, MISSING_DAYS) ? 'overdue' : 'ended',
    confidence: confidenceOf(fit, entries.length, levels !== null),
    entryIds: entries.map(({ id }) => id),
  };
}

function priceChangesOf(entries: readonly InsightEntry[], levels: readonly Level[]): PriceChange[] {
  return levels.slice(1).flatMap(({ amount, start }, index) => {
    const entry = entries[start];
    return entry ? [{ entryId: entry.id, day: entry.day, from: levels[index]?.amount ?? amount, to: amount }] : [];
  });
}

/** A rule of thumb, not a probability: each doubt takes its part. */
function confidenceOf(fit: RhythmFit, count: number, isFixed: boolean): number {
  const punctual = 1 - fit.deviation / (2 * fit.schedule.rhythm.tolerance + 1);
  return (count / (count + 1)) * fit.coverage * fit.onTime * punctual * (isFixed ? 1 : 0.9);
}
