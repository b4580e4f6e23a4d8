/** Charges that were found to come again and again, as what could be recorded by itself. */

import type { Asker } from '../domain/asker.ts';
import type { RecurringCharge } from '../domain/recurring-payload.ts';
import { InputError } from '../errors.ts';
import type { Recurring } from '../insight/recurring.ts';
import type { RhythmName } from '../insight/rhythm.ts';
import { addDays, type Day, weekdayOf } from '../period.ts';
import type { Cadence } from '../schedule/cadence.ts';
import type { Queries } from '../store/database.ts';
import { entriesById } from '../store/entries.ts';
import { POSTED_AT } from './arrange-entries.ts';

/** As a reply keeps it, to be taken up with a button. */
export interface RecurringOffer {
  readonly ledgerId: string;
  /** The latest charge: its amount, category and texts are those to come. */
  readonly entryId: string;
  /** As the reply called it: "Netflix". */
  readonly name: string;
  readonly cadence: Cadence;
}

/** What could come by itself: of a fixed amount, and still coming. */
export function isOffered({ amountKind, status }: Recurring): boolean {
  return amountKind === 'fixed' && status !== 'ended';
}

export function offerOf(found: Recurring, name: string, ledgerId: string): RecurringOffer {
  return { ledgerId, entryId: found.entryIds.at(-1) ?? '', name, cadence: cadenceOf(found) };
}

const months: Partial<Record<RhythmName, number>> = { quarterly: 3, 'half-yearly': 6 };
const weeks: Partial<Record<RhythmName, number>> = { fortnightly: 2, 'four-weekly': 4 };

function cadenceOf({ rhythm, nextDay, lastDay }: Recurring): Cadence {
  const at = POSTED_AT;
  const [, month, day] = nextDay.split('-').map(Number) as [number, number, number];
  if (rhythm === 'weekly') return { repeats: 'weekly', weekdays: [weekdayOf(nextDay)], at };
  if (rhythm === 'yearly') return { repeats: 'yearly', month, day, at };
  if (rhythm === 'monthly') return { repeats: 'monthly', day: dayOfMonth(nextDay, lastDay), at };
  const count = weeks[rhythm];
  if (count !== undefined) return { repeats: 'every', count, unit: 'week', from: nextDay, at };
  return { repeats: 'every', count: months[rhythm] ?? 1, unit: 'month', from: nextDay, at };
}

/** The 28th of February may be the last day of the month, or of a charge that came on the 30th before. */
function dayOfMonth(nextDay: Day, lastDay: Day): number {
  const isMonthEnd = addDays(nextDay, 1).endsWith('-01');
  const [next, last] = [nextDay, lastDay].map((day) => Number(day.slice(8))) as [number, number];
  return isMonthEnd && last > next ? last : next;
}

/** The charge behind an offer, as it was last recorded. Throws an InputError where it is not there any more. */
export async function chargeOffered(db: Queries, { ledgerId }: Asker, offer: RecurringOffer): Promise<RecurringCharge> {
  const [entry] = offer.ledgerId === ledgerId ? await entriesById(db, ledgerId, [offer.entryId]) : [];
  if (!entry || entry.kind === 'refund') {
    throw new InputError('I can not find that any more.', 'Ask “what subscriptions do I have?” again.');
  }
  const { kind, amount, categoryId, merchant, note } = entry;
  return { kind, amount, categoryId, merchant, note };
}
