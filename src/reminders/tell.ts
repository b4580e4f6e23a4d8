/** A reminder on its way, or written down as untold with the reason. */

import { groupDestination, privateDestination } from '../alerts/destination.ts';
import { type AlertSettings, isMuted, settingsOf } from '../alerts/settings.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { newId } from '../id.ts';
import type { Outcome, Run } from '../scheduler/handler.ts';
import type { Queries } from '../store/database.ts';
import { writeNotice } from '../store/notices.ts';
import { postMessage } from '../store/outbox.ts';
import { reminderWords } from '../wording/reminder-words.ts';
import type { DueReminder } from './handlers.ts';

/** What answers a question: text, and what stands under it. */
export interface Answer {
  readonly text: string;
  readonly charts: readonly ChartSpec[];
  readonly files: readonly { readonly name: string; readonly type: string; readonly text: string }[];
  /** The model that chose what to look up. */
  readonly model: string | null;
}

/**
 * Tells it where it belongs: in the group where it was arranged, as long as they are a member there, or else in their
 * private chat. At its time it comes even in quiet hours, for they named the time, but not while muted. `answer` makes
 * that of a question (null where there is none), only when it is told at all.
 */
export async function tell(
  db: Queries,
  due: DueReminder,
  run: Run,
  answer: (() => Promise<Answer | null>) | null,
): Promise<Outcome | null> {
  const { asker, reminder, isGroup } = due;
  const settingsId = isGroup ? asker.ledgerId : asker.personId;
  const settings = await settingsOf(db, settingsId);
  if (isMuted(settings, run.now)) {
    await writeUntold(db, due, run, 'muted');
    return null;
  }
  const destination = await destinationOf(db, due, settings);
  if (destination.blocked !== null) {
    await writeUntold(db, due, run, destination.blocked);
    const why = 'There is no conversation left that it could come to.';
    // A group that they have left does not come back by waiting.
    return isGroup && destination.blocked === 'nowhere' ? { becomes: 'ended', why } : null;
  }
  const message = answer ? questionMessage(due, await answer()) : reminderMessage(due);
  const more = { tools: [], unasked: newId(), settingsId, notices: [] };
  const buttons = run.next === null ? [] : [stopButton(due)];
  const reply = JSON.stringify({ ...message, buttons, ...more });
  await postMessage(db, destination.to, reply, new Date(run.now.epochMilliseconds));
  return null;

  function stopButton({ words }: DueReminder) {
    return { id: `reminder-stop:${reminder.id}`, label: reminderWords(words).stopButton };
  }
}

async function destinationOf(db: Queries, { asker, reminder, isGroup }: DueReminder, settings: AlertSettings) {
  if (isGroup) return await groupDestination(db, asker, { turnId: reminder.turnId, paused: settings.paused });
  return await privateDestination(db, asker.personId, settings, { what: 'alert', sendsMail: false });
}

function reminderMessage({ reminder, words }: DueReminder): Answer {
  return { text: reminderWords(words).reminder(reminder.text), charts: [], files: [], model: null };
}

function questionMessage({ reminder, words }: DueReminder, answer: Answer | null): Answer {
  const say = reminderWords(words);
  if (answer === null) return { text: say.unanswered(reminder.text), charts: [], files: [], model: null };
  return { ...answer, text: `${say.asked(reminder.text)}\n${answer.text}` };
}

async function writeUntold(
  db: Queries,
  { asker, reminder, words }: DueReminder,
  { at, now }: Run,
  reason: 'muted' | 'nowhere' | 'refused',
): Promise<void> {
  const untold = { state: 'dropped', reason, messageId: null, conversation: null, toldAt: null } as const;
  await writeNotice(db, asker, {
    key: `reminder:${reminder.id}`,
    bucket: at.toString(),
    rule: 'reminder',
    severity: 'low',
    stakeMinor: 0n,
    facts: JSON.stringify({ said: reminderWords(words).reminder(reminder.text) }),
    ...untold,
    decidedAt: new Date(now.epochMilliseconds),
  });
}
