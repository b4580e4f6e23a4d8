/** What a schedule keeps of a reminder, or of a question that comes back, as JSON. */

import type { Language } from '../language.ts';
import type { Schedule } from '../scheduler/handler.ts';

export type ReminderKind = 'reminder' | 'question';

export const reminderKinds: readonly ReminderKind[] = ['reminder', 'question'];

export interface ReminderPayload {
  /** As they wrote it. */
  readonly text: string;
  /** What it was written in, and a question is answered in. */
  readonly language: Language;
  /** The turn in which it was arranged: in a group it comes there. Null outside a conversation. */
  readonly turnId: string | null;
}

/** A schedule of one of the two kinds, read. */
export interface Reminder extends ReminderPayload, Pick<Schedule, 'id' | 'personId' | 'ledgerId' | 'cadence'> {
  readonly kind: ReminderKind;
  readonly schedule: Schedule;
}

/** Null for a schedule of another kind. */
export function readReminder(schedule: Schedule): Reminder | null {
  const { id, personId, ledgerId, cadence, kind, payload } = schedule;
  const known = reminderKinds.find((each) => each === kind);
  return known ? { ...(payload as ReminderPayload), id, personId, ledgerId, cadence, kind: known, schedule } : null;
}
