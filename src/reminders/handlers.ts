/** What the scheduler runs when a reminder or a question that comes back is due. */

import { type AbsentAsker, absentAsker, type Defaults } from '../alerts/absent-asker.ts';
import type { Asker } from '../domain/asker.ts';
import type { Handler, Outcome, Run } from '../scheduler/handler.ts';
import type { Database, Queries } from '../store/database.ts';
import { wordsFor } from '../wording/words-for.ts';
import { type Reminder, type ReminderKind, readReminder } from './payload.ts';
import { type Answer, tell } from './tell.ts';

/** Answers a question while nobody is there, by reading alone. */
export interface Answerer<Prepared = unknown> {
  /** Decides how; asks the world, changes nothing. Null where it can't be answered. */
  prepare(asker: Asker, question: Reminder, signal: AbortSignal): Promise<Prepared | null>;
  /** Reads the ledger, and gives the answer as an ordinary one; what it cost is kept in `db`. */
  answer(db: Queries, asker: Asker, question: Reminder, prepared: Prepared): Promise<Answer>;
}

export interface ReminderHouse {
  readonly database: Database;
  readonly defaults: Defaults;
  readonly answerer: Answerer;
}

/** Hours after its time that a reminder is still of use. */
const USEFUL_HOURS = 3;

const lateness = { policy: 'latest', usefulHours: USEFUL_HOURS } as const;

export function reminderHandlers(house: ReminderHouse): Record<ReminderKind, Handler> {
  return { reminder: reminderHandler(house), question: questionHandler(house) as Handler };
}

function reminderHandler({ defaults }: ReminderHouse): Handler {
  return {
    lateness,
    async commit(tx, run) {
      const due = await dueFor(tx, run, defaults);
      return due ? await tell(tx, due, run, null) : nobody;
    },
  };
}

function questionHandler({ database, defaults, answerer }: ReminderHouse): Handler<{ readonly decided: unknown }> {
  return {
    lateness,
    async prepare(run, signal) {
      const due = await dueFor(database.client, run, defaults);
      return { decided: due && (await answerer.prepare(due.asker, due.reminder, signal)) };
    },
    async commit(tx, run, { decided }) {
      const due = await dueFor(tx, run, defaults);
      if (!due) return nobody;
      const answer = async () =>
        decided === null ? null : await answerer.answer(tx, due.asker, due.reminder, decided);
      return await tell(tx, due, run, answer);
    },
  };
}

/** Whom it comes to, and what. */
export interface DueReminder extends AbsentAsker {
  readonly reminder: Reminder;
  readonly words: ReturnType<typeof wordsFor>;
}

async function dueFor(db: Queries, { schedule, now }: Run, defaults: Defaults): Promise<DueReminder | null> {
  const who = await absentAsker(db, schedule, now, defaults);
  const reminder = readReminder(schedule);
  if (!who || !reminder) return null;
  // In the language that they chose, or else the one that they wrote it in.
  return { ...who, reminder, words: wordsFor(who.asker.preferences.language ?? reminder.language) };
}

const nobody: Outcome = { becomes: 'ended', why: 'There is nobody to tell it to any more.' };
