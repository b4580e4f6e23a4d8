/** What stands around a message that goes by mail: a subject line, and how to end it. */

import { capital, formatShare } from '../wording/analytics/shared-words.ts';
import { mailWords } from '../wording/mail-words.ts';
import { describePeriod } from '../wording/phrasing.ts';
import type { DigestFacts } from './digest-facts.ts';
import { moneyOf, type Place } from './say-alert.ts';

export interface MailFrame {
  readonly subject: string;
  readonly footer: string;
  /** BCP 47 tag. */
  readonly language: string;
}

export function mailFrame(subject: string, { words }: Place): MailFrame {
  return { subject, footer: mailWords(words).footer, language: words.locale };
}

/** "Your week: €412.30, 8% less"; `first` is the digest's first line, where nothing was spent. */
export function digestSubject({ cadence, main }: DigestFacts, first: string, place: Place): string {
  const { words, asker } = place;
  const { after, before } = main.changes;
  if (after <= 0) return first;
  const say = mailWords(words);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const month = describePeriod(main.period, words, calendar, 'dates');
  const name = { daily: say.day, weekly: say.week, monthly: month }[cadence];
  const share = main.before === null || before <= 0 ? 0 : (after - before) / before;
  // What rounds to nothing is no news.
  const change = Math.abs(share) < 0.005 ? null : { share: formatShare(Math.abs(share), words), isLess: share < 0 };
  return say.subject(capital(name), moneyOf(place)(after), change);
}
