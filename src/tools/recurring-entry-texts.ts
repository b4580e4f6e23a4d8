/** Entries that come by themselves, in words. */

import { OTHER_EXPENSE } from '../domain/default-categories.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { nameOf, type RecurringEntry } from '../domain/recurring-entries.ts';
import { readPayload } from '../domain/recurring-payload.ts';
import { formatMoney } from '../money.ts';
import { type Day, dayAt } from '../period.ts';
import type { Cadence } from '../schedule/cadence.ts';
import type { Image } from '../store/records.ts';
import { describeCadence } from '../wording/cadence-words.ts';
import { describeEntry, describePeriod } from '../wording/phrasing.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import type { ToolContext } from './tool.ts';

type Place = Pick<ToolContext, 'asker' | 'words'>;
type Described = Pick<RecurringEntry, 'kind' | 'amount' | 'merchant' | 'note' | 'cadence' | 'category'>;

/** "rent €900.00 · housing · on the 1st of each month" */
export function describeRecurring(entry: Described, { words, asker }: Place): string {
  const category = entry.category ?? OTHER_EXPENSE;
  const what = describeEntry({ ...entry, category, day: asker.today }, words, asker.today);
  return `${what} · ${cadenceOf(entry.cadence, { words, asker })}`;
}

function cadenceOf(cadence: Cadence, { words, asker }: Place): string {
  return describeCadence(cadence, words, { today: asker.today, withTime: false });
}

/** "rent", or what its category is called. */
export function titleOf(entry: Described, { words }: Place): string {
  return nameOf(entry) ?? words.category(entry.category ?? OTHER_EXPENSE);
}

/** "on 1 Dec", "today", as it stands in a sentence. */
export function dayInSentence(day: Day, { words, asker }: Place): string {
  const { today, preferences } = asker;
  return describePeriod({ from: day, to: day }, words, { today, firstDayOfWeek: preferences.firstDayOfWeek });
}

export function nextDayOf({ nextAt, timeZone }: Pick<RecurringEntry, 'nextAt' | 'timeZone'>): Day {
  return dayAt(nextAt, timeZone);
}

/** A line of the list. */
export function recurringLine(entry: RecurringEntry, place: Place): string {
  const say = recurringEntryWords(place.words);
  const next = entry.isPaused ? say.paused : say.next(dayInSentence(nextDayOf(entry), place));
  return `${describeRecurring(entry, place)} · ${next}`;
}

/** For a model. */
export function recurringData(entry: RecurringEntry, place: Place) {
  return {
    name: titleOf(entry, place),
    kind: entry.kind,
    amount: formatMoney(entry.amount, place.words.locale),
    category: entry.category,
    cadence: cadenceOf(entry.cadence, place),
    next: nextDayOf(entry),
    ...(entry.isPaused ? { paused: true } : {}),
  };
}

/** What an undo or redo did to one: "rent €900.00 · on the 1st of each month is off again". */
export function describeRecurringReversal({ before, after }: PlannedChange, place: Place): readonly string[] {
  const say = recurringEntryWords(place.words);
  const describe = (image: Image) => {
    const charge = readPayload(JSON.parse(image.payload as string));
    const title = [nameOf(charge), formatMoney(charge.amount, place.words.locale)].filter(Boolean).join(' ');
    return `${title} · ${cadenceOf(JSON.parse(image.cadence as string), place)}`;
  };
  if (before && after) return [skippingOf(before, after, place) ?? `${describe(before)} → ${describe(after)}`];
  if (after) return [say.on(describe(after))];
  return before ? [say.off(describe(before))] : [];
}

/** Where only the days differ that are left out: what became of these. */
function skippingOf(before: Image, after: Image, place: Place): string | null {
  const [old, now] = [before, after].map((image) => JSON.parse(image.cadence as string) as Cadence);
  if (!old || !now || before.payload !== after.payload || old.repeats === 'once' || now.repeats === 'once') return null;
  const [was = [], is = []] = [old.skip, now.skip];
  const day = was.find((each) => !is.includes(each)) ?? is.find((each) => !was.includes(each));
  if (day === undefined) return null;
  const say = recurringEntryWords(place.words);
  const charge = readPayload(JSON.parse(after.payload as string));
  const name = nameOf(charge) ?? formatMoney(charge.amount, place.words.locale);
  const on = dayInSentence(day, place);
  return is.includes(day) ? say.leftOut(name, on) : say.kept(name, on);
}
