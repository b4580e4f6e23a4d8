/** What an undo or redo did to something that happens by itself, in words: each kind of schedule has its own. */

import type { PlannedChange } from '../domain/planned-change.ts';
import { RECURRING } from '../domain/recurring-payload.ts';
import { describeRecurringReversal } from './recurring-entry-texts.ts';
import { describeReminderReversal } from './reminders.ts';
import type { ToolContext } from './tool.ts';

type Describe = (change: PlannedChange, context: ToolContext) => readonly string[];

/** By the kind of schedule. Those of alerts and digests go along with their settings, which say it. */
const describers: Readonly<Record<string, Describe>> = {
  [RECURRING]: describeRecurringReversal,
  reminder: describeReminderReversal,
  question: describeReminderReversal,
};

export function describeArrangement(change: PlannedChange, context: ToolContext): readonly string[] {
  const kind = (change.after ?? change.before)?.kind as string;
  return describers[kind]?.(change, context) ?? [];
}
