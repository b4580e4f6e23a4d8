/** Entries that come by themselves: what is arranged in a ledger, and what an occurrence posts. */

import { Temporal } from 'temporal-polyfill';
import { toDecimal } from '../money.ts';
import { addDays, type Day } from '../period.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { type Category, listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type Entry, hasPosted, postedEntries } from '../store/entries.ts';
import { type ScheduleRow, schedulesOfLedger } from '../store/schedules.ts';
import type { Asker } from './asker.ts';
import { lastResort, requireCategory } from './categories.ts';
import { type EntryView, entryImage, type NewEntry, planNew } from './entries.ts';
import { merchantKeyOf } from './entry-text.ts';
import { foldText } from './fold.ts';
import type { PlannedChange } from './planned-change.ts';
import { RECURRING, type RecurringCharge, readPayload } from './recurring-payload.ts';

/** One that is arranged, whoever of the ledger's people did it. */
export interface RecurringEntry extends RecurringCharge {
  /** Its schedule's. */
  readonly id: string;
  readonly personId: string;
  readonly cadence: Cadence;
  /** IANA name. */
  readonly timeZone: string;
  readonly nextAt: Temporal.Instant;
  readonly isPaused: boolean;
  /** The name of its category, or null where that is not there any more. */
  readonly category: string | null;
}

/** What comes by itself into the ledger, in the order in which it was arranged. */
export async function recurringEntries(db: Queries, ledgerId: string): Promise<RecurringEntry[]> {
  const rows = (await schedulesOfLedger(db, ledgerId)).filter(({ kind }) => kind === RECURRING);
  if (rows.length === 0) return [];
  const names = new Map((await listCategories(db, ledgerId)).map(({ id, name }) => [id, name]));
  return rows.map((row) => readRecurring(row, names));
}

function readRecurring(row: ScheduleRow, names: ReadonlyMap<string, string>): RecurringEntry {
  const charge = readPayload(JSON.parse(row.payload));
  return {
    ...charge,
    id: row.id,
    personId: row.personId,
    cadence: JSON.parse(row.cadence) as Cadence,
    timeZone: row.timeZone,
    nextAt: Temporal.Instant.fromEpochMilliseconds(row.nextAt.getTime()),
    isPaused: row.state === 'paused',
    category: names.get(charge.categoryId) ?? null,
  };
}

/** What it is called; null where only its category says what it is. */
export function nameOf({ merchant, note }: Pick<RecurringCharge, 'merchant' | 'note'>): string | null {
  return merchant ?? note;
}

/** Whether they are called alike, in any spelling: by the merchant, or else the note. */
export function isCalled(entry: Pick<RecurringCharge, 'merchant' | 'note'>, name: string): boolean {
  const key = foldText(name);
  return [entry.merchant, entry.note].some((text) => text !== null && foldText(text) === key);
}

/** Whether charges of a merchant, by its key, come by themselves. */
export function isArranged(
  { kind, merchant }: { readonly kind: string; readonly merchant: string },
  entries: readonly RecurringEntry[],
): boolean {
  return entries.some((each) => each.kind === kind && merchantKeyOf(each.merchant, each.note) === merchant);
}

/** Days around an entry in which one that came by itself may be the same. */
const SAME_WITHIN_DAYS = 2;

/** Those of the entries that came by themselves just before, of the same name and amount. */
export async function cameAnyway(db: Queries, ledgerId: string, entries: readonly EntryView[]): Promise<EntryView[]> {
  const arranged = await recurringEntries(db, ledgerId);
  const found: EntryView[] = [];
  for (const entry of entries) {
    const days = { from: addDays(entry.day, -SAME_WITHIN_DAYS), to: addDays(entry.day, SAME_WITHIN_DAYS) };
    const alike = arranged.filter((each) => isAlike(each, entry));
    for (const { id } of alike) if (await hasPosted(db, id, days)) found.push(entry);
  }
  return found;
}

/** Of the same kind, name and amount. */
export function isAlike(
  charge: RecurringCharge,
  entry: Pick<EntryView, 'kind' | 'amount' | 'merchant' | 'note'>,
): boolean {
  const name = nameOf(charge);
  const { minor, currency } = entry.amount;
  const isSum = charge.amount.minor === minor && charge.amount.currency === currency;
  return name !== null && charge.kind === entry.kind && isSum && isCalled(entry, name);
}

/**
 * The charge that a person describes, with the category that a recorded entry of these words would get. Throws an
 * InputError for an amount, a currency, a category or a text that is wrong.
 */
export async function chargeOf(
  db: Queries,
  asker: Asker,
  entry: NewEntry & Pick<RecurringCharge, 'kind'>,
  spokenText: string,
): Promise<{ charge: RecurringCharge; category: string }> {
  const plan = await planNew(db, asker, [entry], spokenText);
  const [image, view] = [plan.changes[0]?.after, plan.recorded[0]];
  if (!image || !view) throw new Error('one entry makes one image');
  const { amount, merchant, note, category } = view;
  return { charge: { kind: entry.kind, amount, merchant, note, categoryId: image.categoryId as string }, category };
}

/**
 * The entry that an occurrence on this day posts, and the category that it goes to: where that of the charge is gone, to
 * where everything goes that has none.
 */
export async function planPosting(
  db: Queries,
  asker: Asker,
  scheduleId: string,
  charge: RecurringCharge,
  day: Day,
): Promise<{ changes: PlannedChange[]; category: Category }> {
  const categories = await listCategories(db, asker.ledgerId);
  const own = categories.find(({ id, kind }) => id === charge.categoryId && kind === charge.kind);
  const category = own ?? requireCategory(categories, lastResort(charge.kind));
  const { kind, amount, merchant, note } = charge;
  const entry = {
    kind,
    amount: toDecimal(amount),
    currency: amount.currency,
    date: day,
    ...(merchant === null ? {} : { merchant }),
    ...(note === null ? {} : { note }),
  };
  const image = entryImage(asker, entry, category);
  const after = { ...image, scheduleId };
  return { changes: [{ entity: 'entry', id: image.id as string, before: null, after }], category };
}

/** An entry that came by itself. */
export interface Posted {
  readonly entry: Entry;
  /** The name of the category that it was meant for is not known any more, so it is among those that fit nowhere. */
  readonly lostCategory: boolean;
}

/** What came by itself into the ledger from one moment to before another, oldest first, and still stands. */
export async function postedBetween(db: Queries, ledgerId: string, from: Date, to: Date): Promise<Posted[]> {
  const rows = await postedEntries(db, ledgerId, RECURRING, from, to);
  if (rows.length === 0) return [];
  const categories = new Set((await listCategories(db, ledgerId)).map(({ id }) => id));
  return rows.map(({ entry, payload }) => ({
    entry,
    lostCategory: !categories.has(readPayload(JSON.parse(payload)).categoryId),
  }));
}
