/** What arranging a recurring entry would change: switching it on, changing it, leaving one out, and off. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { requireCategory, requireKind } from '../domain/categories.ts';
import { foldText } from '../domain/fold.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import {
  isAlike,
  isCalled,
  nameOf,
  planPosting,
  type RecurringEntry,
  recurringEntries,
} from '../domain/recurring-entries.ts';
import { payloadOf, RECURRING, type RecurringCharge } from '../domain/recurring-payload.ts';
import { InputError } from '../errors.ts';
import { formatMoney, parseMoney } from '../money.ts';
import { dayAt } from '../period.ts';
import type { Cadence, WallTime } from '../schedule/cadence.ts';
import { nextInstant } from '../schedule/next-instant.ts';
import type { Schedule } from '../scheduler/handler.ts';
import { type PlannedArrangement, planAddition, planChange, planEnd, planSkip } from '../scheduler/plan-arrangement.ts';
import { readSchedule } from '../scheduler/read-schedule.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { listEntries } from '../store/entries.ts';
import { findSchedule } from '../store/schedules.ts';

/** Before anybody's digest, and after the night in which clocks change. */
export const POSTED_AT: WallTime = '06:00';

/** The first moment of the asker's day: what comes by itself on a day comes on the day that it is arranged, too. */
export function fromToday(asker: Asker): Asker {
  const { today, preferences } = asker;
  const start = Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: preferences.timezone });
  return { ...asker, now: start.toInstant().subtract({ milliseconds: 1 }) };
}

/**
 * A new one, and, where its time of today is over, today's entry along with it; unless that was written by hand.
 * Throws an InputError for a cadence that never comes, and where the same comes already.
 */
export async function planRecurring(
  db: Queries,
  asker: Asker,
  charge: RecurringCharge,
  cadence: Cadence,
): Promise<PlannedArrangement & { readonly postsToday: boolean }> {
  const { personId, ledgerId, preferences, now, today } = asker;
  const timeZone = preferences.timezone;
  await requireNew(db, asker, charge, cadence);
  const wanted = { personId, ledgerId, kind: RECURRING, cadence, payload: payloadOf(charge), timeZone };
  const plan = await planAddition(db, wanted, now);
  const first = nextInstant(cadence, fromToday(asker).now, timeZone);
  const isDue = first !== null && Temporal.Instant.compare(first, now) <= 0;
  if (!isDue || (await isWritten(db, asker, charge))) return { ...plan, postsToday: false };
  const posting = await planPosting(db, asker, plan.id, charge, today);
  return { ...plan, changes: [...plan.changes, ...posting.changes], postsToday: true };
}

async function requireNew(db: Queries, asker: Asker, charge: RecurringCharge, cadence: Cadence): Promise<void> {
  if (cadence.repeats === 'once') {
    throw new InputError('That comes only once.', 'Say how often it comes: “rent 900 on the 1st of every month”.');
  }
  const name = nameOf(charge) ?? '';
  const same = (await recurringEntries(db, asker.ledgerId)).find(
    (each) =>
      (isCalled(each, name) || (name === '' && nameOf(each) === null && each.categoryId === charge.categoryId)) &&
      JSON.stringify(each.cadence) === JSON.stringify(cadence),
  );
  if (!same) return;
  const title = nameOf(same) ?? same.category ?? 'That';
  throw new InputError(
    `${title} ${formatMoney(same.amount, 'en')} comes by itself on those days already.`,
    `Say “change the recurring ${title} to 20”, or “stop the recurring ${title}”.`,
  );
}

async function isWritten(db: Queries, { ledgerId, today }: Asker, charge: RecurringCharge): Promise<boolean> {
  const written = await listEntries(db, ledgerId, { from: today, to: today, kinds: [charge.kind] });
  return written.some((entry) => isAlike(charge, entry));
}

/** What may be changed; what is left out stays. The amount is a decimal string in major units. */
export interface RecurringChanges {
  readonly amount?: string;
  /** ISO 4217 code. */
  readonly currency?: string;
  /** A category's name. */
  readonly category?: string;
  readonly cadence?: Cadence;
}

/** Throws an InputError where nothing would be another, and for an amount, category or cadence that is wrong. */
export async function planRecurringChange(
  db: Queries,
  asker: Asker,
  entry: RecurringEntry,
  changes: RecurringChanges,
): Promise<PlannedArrangement & { readonly after: RecurringEntry }> {
  const charge = await changedCharge(db, asker, entry, changes);
  const cadence = changes.cadence ?? entry.cadence;
  if (cadence.repeats === 'once') throw new InputError('That comes only once.', 'Say how often it comes.');
  const after = { ...entry, ...charge, cadence };
  if (JSON.stringify([payloadOf(after), cadence]) === JSON.stringify([payloadOf(entry), entry.cadence])) {
    throw new InputError(
      'It is like that already.',
      'Say what should be different: “change the recurring rent to 950”.',
    );
  }
  const { now } = asker;
  const plan = await planChange(db, await scheduleOf(db, entry), { payload: payloadOf(after), cadence }, now);
  return { ...plan, after: { ...after, nextAt: plan.next } };
}

async function changedCharge(
  db: Queries,
  { ledgerId }: Asker,
  { kind, amount, category }: RecurringEntry,
  changes: RecurringChanges,
) {
  const currency = (changes.currency ?? amount.currency).toUpperCase();
  const isOther = changes.amount !== undefined || currency !== amount.currency;
  if (isOther && changes.amount === undefined) {
    throw new InputError('How much is it then?', `Write the amount with its currency: “950 ${currency}”.`);
  }
  const place =
    changes.category === undefined ? null : requireCategory(await listCategories(db, ledgerId), changes.category);
  if (place) requireKind(place, kind);
  return {
    ...(changes.amount === undefined ? {} : { amount: parseMoney(changes.amount, currency) }),
    ...(place ? { categoryId: place.id, category: place.name } : { category }),
  };
}

/** Leaves the next one out; gives the day of that. Throws an InputError when there is none, or none after it. */
export async function planRecurringSkip(
  db: Queries,
  asker: Asker,
  entry: RecurringEntry,
): Promise<PlannedArrangement & { readonly skipped: string }> {
  const schedule = await scheduleOf(db, entry);
  const skipped = nextInstant(entry.cadence, asker.now, entry.timeZone);
  const plan = await planSkip(db, schedule, asker.now);
  return { ...plan, skipped: skipped === null ? asker.today : dayAt(skipped, entry.timeZone) };
}

/** Off; what it posted stays. */
export async function planRecurringEnd(db: Queries, entry: RecurringEntry): Promise<PlannedChange[]> {
  return await planEnd(db, entry);
}

async function scheduleOf(db: Queries, { id }: RecurringEntry): Promise<Schedule> {
  const row = await findSchedule(db, id);
  if (!row) throw new Error(`schedule ${id} has no row`);
  return readSchedule(row);
}

/** The one that is called so, or has that number in the list; the only one where none is named. Throws an InputError. */
export function requireRecurring(entries: readonly RecurringEntry[], which?: string): RecurringEntry {
  if (entries.length === 0) {
    throw new InputError('Nothing comes by itself yet.', 'Write “rent 900 on the 1st of every month”.');
  }
  const wanted = which?.trim() ?? '';
  const numbered = /^#?\d{1,3}$/.test(wanted) ? entries[Number(wanted.replace('#', '')) - 1] : undefined;
  const called = wanted === '' ? entries : entries.filter((each) => isCalled(each, wanted) || isAmong(each, wanted));
  const [first, ...more] = numbered ? [numbered] : called;
  if (first && more.length === 0) return first;
  const names = entries.map((each, index) => `${index + 1} ${nameOf(each) ?? each.category ?? ''}`).join(', ');
  const sentence = first ? 'Which one?' : `Nothing called “${wanted.slice(0, 40)}” comes by itself.`;
  throw new InputError(sentence, `There are: ${names}. Name one, or its number.`);
}

/** Named by its category, or by one of the words of its name. */
function isAmong(entry: RecurringEntry, wanted: string): boolean {
  const key = foldText(wanted);
  const words = foldText([entry.merchant, entry.note].filter(Boolean).join(' ')).split(' ');
  return words.includes(key) || (entry.category !== null && foldText(entry.category) === key);
}
