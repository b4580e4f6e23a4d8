/** What Purser says about reminders and questions that come back. Cadences and days arrive as words. */

import type { Language } from '../language.ts';
import { de } from './reminders/de.ts';
import { en } from './reminders/en.ts';
import { es } from './reminders/es.ts';
import { fr } from './reminders/fr.ts';
import { pt } from './reminders/pt.ts';
import type { Words } from './words.ts';

/** `when` is a cadence ("every Friday at 18:00"), `next` a day with its time; `what` is what they wrote. */
export interface ReminderWords {
  /** The message itself, at its time. */
  reminder(what: string): string;
  /** Above the answer of a question that comes back. */
  asked(question: string): string;
  /** In place of an answer. */
  unanswered(question: string): string;
  /** Below an error in place of an answer. */
  readonly howToStop: string;
  readonly stopButton: string;

  quoted(text: string): string;
  reminderSet(what: string, when: string, next: string): string;
  /** For what comes only once. */
  onceSet(what: string, next: string): string;
  questionSet(question: string, when: string, next: string): string;
  onceQuestionSet(question: string, next: string): string;
  readonly inGroup: string;
  alreadySet(what: string, when: string): string;
  proposeAdd(what: string, when: string): string;
  stopped(what: string): string;
  proposeStop(what: string): string;
  /** The one of `skipped` is left out. */
  skipped(what: string, skipped: string, next: string): string;
  proposeSkip(what: string, skipped: string): string;
  changed(what: string, when: string, next: string): string;
  proposeChange(what: string, when: string): string;
  /** After an undo or redo. */
  backOn(what: string, when: string): string;
  offAgain(what: string): string;

  readonly heading: string;
  readonly none: string;
  line(what: string, when: string, next: string): string;
  onceLine(what: string, next: string): string;
  pausedLine(what: string, when: string): string;
}

const all: Readonly<Record<Language, ReminderWords>> = { en, es, de, fr, pt };

export function reminderWords({ locale }: Words): ReminderWords {
  return all[locale.slice(0, 2) as Language];
}
