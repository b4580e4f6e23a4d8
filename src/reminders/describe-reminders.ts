/** Reminders as lines of a list. */

import type { Asker } from '../domain/asker.ts';
import type { Queries } from '../store/database.ts';
import { describeCadence, describeNext } from '../wording/cadence-words.ts';
import { reminderWords } from '../wording/reminder-words.ts';
import type { Words } from '../wording/words.ts';
import { remindersOf } from './arrange-reminders.ts';
import type { Reminder } from './payload.ts';

/** The asker's own over this ledger, each with its cadence and when it comes next; none for none. */
export async function describeReminders(db: Queries, asker: Asker, words: Words): Promise<string[]> {
  return (await remindersOf(db, asker)).map((reminder) => reminderLine(reminder, words, asker));
}

/** "log cash: every day at 21:00, next Mon 23 Nov at 21:00" */
export function reminderLine(reminder: Reminder, words: Words, asker: Asker): string {
  const say = reminderWords(words);
  const { schedule, cadence, kind, text } = reminder;
  const named = kind === 'question' ? say.quoted(text) : text;
  const when = describeWhen(reminder, words, asker);
  if (schedule.state === 'paused') return say.pausedLine(named, when);
  const next = describeNext(schedule.nextAt, words, asker.today, schedule.timeZone);
  return cadence.repeats === 'once' ? say.onceLine(named, next) : say.line(named, when, next);
}

/** "every day at 21:00" */
export function describeWhen(
  { cadence, schedule }: Pick<Reminder, 'cadence' | 'schedule'>,
  words: Words,
  { today }: Pick<Asker, 'today'>,
): string {
  return describeCadence(cadence, words, { today, withTime: true, timeZone: schedule.timeZone });
}
