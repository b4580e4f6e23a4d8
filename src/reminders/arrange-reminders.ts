/** What arranging reminders would change, for `carryOut` (`domain/operation.ts`), and which there are. */

import type { Asker } from '../domain/asker.ts';
import { foldText } from '../domain/fold.ts';
import { InputError } from '../errors.ts';
import type { Cadence, WallTime } from '../schedule/cadence.ts';
import { listSchedules } from '../scheduler/arrange.ts';
import { type PlannedArrangement, planAddition, planChange, planEnd, planSkip } from '../scheduler/plan-arrangement.ts';
import type { Queries } from '../store/database.ts';
import { type Reminder, type ReminderKind, type ReminderPayload, readReminder } from './payload.ts';

/** The asker's own reminders and questions over this ledger, in the order in which they were arranged. */
export async function remindersOf(
  db: Queries,
  { personId, ledgerId }: Pick<Asker, 'personId' | 'ledgerId'>,
): Promise<Reminder[]> {
  const schedules = await listSchedules(db, personId);
  return schedules.filter((schedule) => schedule.ledgerId === ledgerId).flatMap((each) => readReminder(each) ?? []);
}

/** Null where the same comes at the same times already. Throws an InputError as `planAddition` does. */
export async function planReminder(
  db: Queries,
  asker: Asker,
  wanted: { readonly kind: ReminderKind; readonly cadence: Cadence; readonly payload: ReminderPayload },
): Promise<PlannedArrangement | null> {
  const { personId, ledgerId, preferences, now } = asker;
  const same = (await remindersOf(db, asker)).find(
    ({ kind, text, cadence }) =>
      kind === wanted.kind &&
      foldText(text) === foldText(wanted.payload.text) &&
      JSON.stringify(cadence) === JSON.stringify(wanted.cadence),
  );
  if (same) return null;
  return await planAddition(db, { ...wanted, personId, ledgerId, timeZone: preferences.timezone }, now);
}

/** Other times; throws an InputError where they are the same, or never come. */
export async function planOtherTimes(
  db: Queries,
  { now }: Asker,
  { schedule }: Reminder,
  cadence: Cadence,
): Promise<PlannedArrangement> {
  if (JSON.stringify(cadence) === JSON.stringify(schedule.cadence) && schedule.state === 'on') {
    throw new InputError('It comes at that time already.', 'Say another one: “change it to 8 in the morning”.');
  }
  return await planChange(db, schedule, { cadence }, now);
}

/** The cadence at another time of day. Throws an InputError for one that comes only once. */
export function atTime(cadence: Cadence, at: WallTime): Cadence {
  if (cadence.repeats === 'once' || cadence.repeats === 'cron') {
    throw new InputError('That comes only once.', 'Say the day as well: “change it to tomorrow at 9”.');
  }
  return { ...cadence, at };
}

/** Leaves the next one out. Throws an InputError when there is none, or none after it. */
export async function planReminderSkip(db: Queries, { now }: Asker, { schedule }: Reminder) {
  return await planSkip(db, schedule, now);
}

export async function planReminderEnd(db: Queries, { schedule }: Reminder) {
  return await planEnd(db, schedule);
}

/** The one that has that number in the list, or those words; the only one where none is named. Throws an InputError. */
export function requireReminder(reminders: readonly Reminder[], which?: string): Reminder {
  if (reminders.length === 0) {
    throw new InputError('You have no reminders here.', 'Write “remind me to log cash every evening at 9”.');
  }
  const wanted = which?.trim() ?? '';
  const numbered = /^#?\d{1,3}$/.test(wanted) ? reminders[Number(wanted.replace('#', '')) - 1] : undefined;
  const said = foldText(wanted);
  const called = reminders.filter(({ text }) => said === '' || foldText(text).includes(said));
  const [first, ...more] = numbered ? [numbered] : called;
  if (first && more.length === 0) return first;
  const names = reminders.map(({ text }, index) => `${index + 1} ${text.slice(0, 40)}`).join(', ');
  throw new InputError(
    first ? 'Which one?' : `No reminder says “${wanted.slice(0, 40)}”.`,
    `There are: ${names}. Name one, or its number.`,
  );
}
