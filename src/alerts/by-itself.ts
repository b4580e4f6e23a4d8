/** What digests tell of entries that come by themselves: those that came, and those to come. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { nameOf, postedBetween, type RecurringEntry } from '../domain/recurring-entries.ts';
import type { Money } from '../money.ts';
import { addDays, type Day, dayAt, type Period } from '../period.ts';
import type { Queries } from '../store/database.ts';
import type { NamedCharge } from './rules/upcoming-bill.ts';

export interface CameByItself {
  /** Null where only its category says what it is. */
  readonly name: string | null;
  readonly amount: Money;
  readonly kind: 'expense' | 'income';
  /** Its own category is gone, so it is among those that fit nowhere. */
  readonly lostCategory: boolean;
}

/** What was posted on the days of the period, by the asker's clock, whatever days it belongs to. */
export async function cameIn(db: Queries, { ledgerId, preferences }: Asker, period: Period): Promise<CameByItself[]> {
  const start = (day: Day) =>
    new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: preferences.timezone }).epochMilliseconds);
  const posted = await postedBetween(db, ledgerId, start(period.from), start(addDays(period.to, 1)));
  return posted.map(({ entry, lostCategory }) => ({
    name: nameOf(entry),
    amount: entry.amount,
    kind: entry.kind === 'income' ? 'income' : 'expense',
    lostCategory,
  }));
}

/** A bill to come. */
export interface ComingCharge {
  readonly name: string;
  readonly amount: Money;
  /** Whether it comes to just that. */
  readonly isFixed: boolean;
  readonly day: Day;
}

/** A charge that was found in what was recorded. */
export function chargeToCome({ name, amount, amountKind, nextDay }: NamedCharge, currency: string): ComingCharge {
  return { name, amount: { minor: BigInt(amount), currency }, isFixed: amountKind === 'fixed', day: nextDay };
}

/** Expenses that come by themselves within so many days after a day. */
export function arrangedToCome(entries: readonly RecurringEntry[], last: Day, days: number): ComingCharge[] {
  return entries
    .filter(({ kind, isPaused }) => kind === 'expense' && !isPaused)
    .map((entry) => ({
      name: nameOf(entry) ?? entry.category ?? '',
      amount: entry.amount,
      isFixed: true,
      day: dayAt(entry.nextAt, entry.timeZone),
    }))
    .filter(({ day }) => day > last && day <= addDays(last, days));
}
