/** Reads of a ledger what the thresholds that people set themselves are held against. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { valuesAtHome } from '../domain/rates.ts';
import { type NamedWatch, namedWatches } from '../domain/watches.ts';
import { exactNumber } from '../insight/entry.ts';
import { addDays, type Day, dayAt, type Period, unitAround } from '../period.ts';
import type { Queries } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { expensesAbove, spentAtHome } from '../store/watches.ts';
import type { WatchedSpending } from './rules/watched.ts';

/** A watch with its limit in minor units of the ledger's currency, at today's rate. */
export interface LimitedWatch {
  readonly watch: NamedWatch;
  readonly limit: bigint;
}

/** Those that can be held against the ledger: their category is there, and a rate is known. */
export async function limitedWatches(db: Queries, asker: Asker): Promise<LimitedWatch[]> {
  const watches = (await namedWatches(db, asker)).filter(({ isLost }) => !isLost);
  const { ledgerId, homeCurrency, today } = asker;
  const limits = await valuesAtHome(
    db,
    ledgerId,
    homeCurrency,
    watches.map(({ amount }) => ({ amount, day: today })),
  );
  return watches.flatMap((watch, index) => {
    const limit = limits[index];
    return limit == null ? [] : [{ watch, limit }];
  });
}

/** What of the last days passes or may pass each of them; nothing from before it was set. */
export async function watchedSpending(db: Queries, asker: Asker, days: number): Promise<WatchedSpending[]> {
  const { today, ledgerId } = asker;
  const found: WatchedSpending[] = [];
  for (const limited of await limitedWatches(db, asker)) {
    const { watch, limit } = limited;
    const from = later(addDays(today, 1 - days), setOn(watch, asker));
    if (watch.per === 'entry') {
      const since = { above: limit, since: watch.createdAt };
      const entries = await expensesAbove(db, ledgerId, { from, to: today }, watch, since);
      found.push(...entries.map((entry) => ofEntry(limited, entry)));
      continue;
    }
    for (const period of periodsBetween({ from, to: today }, watch.per, asker)) {
      found.push(ofPeriod(limited, period, await spentAtHome(db, ledgerId, period, watch)));
    }
  }
  return found;
}

export function ofEntry(
  { watch, limit }: LimitedWatch,
  { entry, homeMinor }: { readonly entry: Pick<Entry, 'id' | 'day' | 'merchant' | 'note'>; readonly homeMinor: bigint },
): WatchedSpending {
  const { id, day, merchant, note } = entry;
  const period = { from: day, to: day };
  return { ...base(watch, limit), spent: exactNumber(homeMinor), period, entry: { id, name: merchant ?? note, day } };
}

export function ofPeriod({ watch, limit }: LimitedWatch, period: Period, spent: bigint): WatchedSpending {
  return { ...base(watch, limit), spent: exactNumber(spent), period, entry: null };
}

/** The day, week or month around a day, as the asker's weeks begin. */
export function periodAround(day: Day, per: 'day' | 'week' | 'month', asker: Pick<Asker, 'preferences'>): Period {
  return unitAround(day, per, asker.preferences.firstDayOfWeek);
}

function base({ id, per, category, categoryId, merchant, merchantKey }: NamedWatch, limit: bigint) {
  return { watchId: id, per, limit: exactNumber(limit), category, categoryId, merchant, merchantKey };
}

function periodsBetween({ from, to }: Period, per: 'day' | 'week' | 'month', asker: Asker): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to; ) {
    const period = periodAround(day, per, asker);
    periods.push(period);
    day = addDays(period.to, 1);
  }
  return periods;
}

function setOn({ createdAt }: NamedWatch, { preferences }: Asker): Day {
  return dayAt(Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()), preferences.timezone);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
