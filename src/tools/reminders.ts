/** Arranges reminders and questions that come back. */

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { carryOut } from '../domain/operation.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { InputError } from '../errors.ts';
import type { Language } from '../language.ts';
import {
  atTime,
  planOtherTimes,
  planReminder,
  planReminderEnd,
  planReminderSkip,
  remindersOf,
  requireReminder,
} from '../reminders/arrange-reminders.ts';
import { describeReminders } from '../reminders/describe-reminders.ts';
import type { Reminder, ReminderKind } from '../reminders/payload.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { nextInstant } from '../schedule/next-instant.ts';
import { findLedger } from '../store/ledgers.ts';
import { describeCadence, describeNext } from '../wording/cadence-words.ts';
import { reminderWords } from '../wording/reminder-words.ts';
import { cadence, toCadence } from './cadence-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

/** When nothing says at what time. */
const DEFAULT_TIME = '09:00';

const args = z.object({
  action: z.enum(['add', 'list', 'stop', 'skip', 'change']).describe('"skip" leaves the next one out'),
  kind: z
    .enum(['reminder', 'question'])
    .optional()
    .describe('for add: "reminder" tells them `text` at its time; "question" answers `text` from the ledger each time'),
  text: z
    .string()
    .max(500)
    .optional()
    .describe('for add: what to remind of, or the question, in their own words, without when it comes'),
  when: cadence.optional().describe('for add, or all new times for change'),
  at: z.string().max(20).optional().describe('for change, HH:MM: another time of day, on the same days'),
  which: z.string().max(200).optional().describe('for stop, skip and change: its words, or its number in the list'),
});
type Args = z.output<typeof args>;

export const remindersTool = defineTool({
  name: 'reminders',
  description:
    'Reminders ("remind me to log cash every evening at 9") and questions that come back ("every Friday at 6 show me ' +
    'dining vs last week"): adds, lists, stops, skips and changes them. Not for expenses that record themselves ' +
    '(recurring_entries), nor for daily, weekly or monthly digests.',
  args,

  async run(context, said) {
    if (said.action === 'list') return await listed(context);
    const plan = await planOf(context, said);
    if (plan.changes.length === 0) return { said: plan.done, data: { done: plan.done } };
    const operationId = await carryOut(context.db, context.asker, plan.changes);
    return { said: plan.done, data: { done: plan.done }, operationId };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    async preview(context, said) {
      const plan = await planOf(context, said);
      return { said: plan.asked, state: plan.changes.map(({ before }) => before) };
    },
  },
});

interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly done: string;
  readonly asked: string;
}

async function planOf(context: ToolContext, said: Args): Promise<Plan> {
  if (said.action === 'add') return await planAdding(context, said);
  const { db, asker, words } = context;
  const say = reminderWords(words);
  const reminder = requireReminder(await remindersOf(db, asker), said.which);
  const what = named(reminder, context);
  if (said.action === 'stop') return await planStopping(context, reminder);
  const on = (instant: Temporal.Instant) => describeNext(instant, words, asker.today, asker.preferences.timezone);
  if (said.action === 'skip') {
    const left = on(nextInstant(reminder.cadence, asker.now, reminder.schedule.timeZone) ?? reminder.schedule.nextAt);
    const { changes, next } = await planReminderSkip(db, asker, reminder);
    return { changes, done: say.skipped(what, left, on(next)), asked: say.proposeSkip(what, left) };
  }
  const times = otherTimes(said, reminder, context);
  const { changes, next } = await planOtherTimes(db, asker, reminder, times);
  const when = describe(times, context);
  return { changes, done: say.changed(what, when, on(next)), asked: say.proposeChange(what, when) };
}

/** Ends one; also what the button under it does. */
export async function planStopping(context: ToolContext, reminder: Reminder): Promise<Plan> {
  const say = reminderWords(context.words);
  const what = named(reminder, context);
  const changes = await planReminderEnd(context.db, reminder);
  return { changes, done: say.stopped(what), asked: say.proposeStop(what) };
}

async function planAdding(context: ToolContext, { kind = 'reminder', text = '', when }: Args): Promise<Plan> {
  const { db, asker, words } = context;
  const what = tidy(text);
  if (what === '')
    throw new InputError('What shall I remind you of?', 'Write “remind me to log cash every evening at 9”.');
  if (when === undefined) throw new InputError('When?', 'Write “remind me to log cash every evening at 9”.');
  const times = toCadence(when, asker, DEFAULT_TIME);
  if (kind === 'question') await requireAnswerable(context, what);
  const payload = { text: what, language: words.locale.slice(0, 2) as Language, turnId: asker.turnId };
  const plan = await planReminder(db, asker, { kind, cadence: times, payload });
  const say = reminderWords(words);
  const shown = kind === 'question' ? say.quoted(what) : what;
  const rhythm = describe(times, context);
  if (!plan) return { changes: [], done: say.alreadySet(shown, rhythm), asked: say.alreadySet(shown, rhythm) };
  const next = describeNext(plan.next, words, asker.today, asker.preferences.timezone);
  const done = setSentence(kind, times, context, [what, rhythm, next]);
  const place = (await findLedger(db, asker.ledgerId)).kind === 'shared' ? [say.inGroup] : [];
  return { changes: plan.changes, done: [done, ...place].join(' '), asked: say.proposeAdd(shown, rhythm) };
}

function setSentence(
  kind: ReminderKind,
  { repeats }: Cadence,
  { words }: ToolContext,
  [what, when, next]: readonly [string, string, string],
): string {
  const say = reminderWords(words);
  if (repeats === 'once') return kind === 'question' ? say.onceQuestionSet(what, next) : say.onceSet(what, next);
  return kind === 'question' ? say.questionSet(what, when, next) : say.reminderSet(what, when, next);
}

async function requireAnswerable({ canAnswer }: ToolContext, question: string): Promise<void> {
  if (await canAnswer?.(question)) return;
  throw new InputError(
    `I could not answer “${question.slice(0, 60)}” by looking things up.`,
    'Choose a question that I answer now, such as “every Friday at 6 how much did I spend this week?”.',
  );
}

function otherTimes({ when, at }: Args, { cadence: present }: Reminder, { asker }: ToolContext): Cadence {
  if (when !== undefined) {
    return toCadence(when, asker, 'at' in present ? present.at : DEFAULT_TIME);
  }
  if (at === undefined) throw new InputError('To which time?', 'Write “change reminder 1 to 8 in the morning”.');
  return atTime(present, at.replace(/^\d:/, '0$&'));
}

async function listed({ db, asker, words }: ToolContext): Promise<ToolOutcome> {
  const say = reminderWords(words);
  const lines = (await describeReminders(db, asker, words)).map((line, index) => `${index + 1}. ${line}`);
  if (lines.length === 0) return { said: say.none, data: { reminders: [] } };
  return { said: [say.heading, ...lines].join('\n'), data: { reminders: lines }, quotesEntries: true };
}

/** What an undo or redo did to one. */
export function describeReminderReversal({ before, after }: PlannedChange, context: ToolContext): readonly string[] {
  const image = after ?? before;
  if (!image) return [];
  const { text } = JSON.parse(image.payload as string) as { readonly text: string };
  const kind = image.kind as ReminderKind;
  const say = reminderWords(context.words);
  const what = named({ text, kind }, context);
  return [
    after ? say.backOn(what, describe(JSON.parse(after.cadence as string) as Cadence, context)) : say.offAgain(what),
  ];
}

function named({ text, kind }: Pick<Reminder, 'text' | 'kind'>, { words }: ToolContext): string {
  return kind === 'question' ? reminderWords(words).quoted(text) : text;
}

function describe(times: Cadence, { words, asker }: ToolContext): string {
  return describeCadence(times, words, { today: asker.today, withTime: true, timeZone: asker.preferences.timezone });
}

/** One line, without marks at its end; a question keeps its own. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:!]+$/, '');
}
