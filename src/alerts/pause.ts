/** What becomes of messages that a platform will not take: they are held back until their person has been told. */

import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../period.ts';
import { endPause, findAlertSettings, findPause } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import { moveNotices } from '../store/notices.ts';
import { type OutboxRow, postMessage } from '../store/outbox.ts';
import { findTurn } from '../store/turns.ts';
import { capital } from '../wording/analytics/shared-words.ts';
import { pauseWords } from '../wording/pause-words.ts';
import { describePeriod } from '../wording/phrasing.ts';
import { anotherChat, MAIL } from './destination.ts';
import type { Place } from './say-alert.ts';
import { changeSettings, settingsOf } from './settings.ts';
import type { Unasked } from './unasked.ts';

/** What was said unasked as the outbox keeps it; other messages that answer nothing have none of this. */
type Kept = Partial<Pick<Unasked, 'unasked' | 'settingsId'>> & {
  /** It went to another chat already. */
  readonly isSentOn?: true;
};

/**
 * Notes that a platform takes nothing of what was said unasked; sends the message on to another chat of its person, once,
 * where they allow that. Does nothing about other messages. In the transaction in which the message ends.
 */
export async function pauseAfter(
  db: Queries,
  { conversation, reply, turnId }: Pick<OutboxRow, 'conversation' | 'reply' | 'turnId'>,
  now: Temporal.Instant,
): Promise<void> {
  const kept = JSON.parse(reply ?? '{}') as Kept;
  const { settingsId: id, unasked } = kept;
  if (id === undefined || unasked === undefined) return;
  const known = await findAlertSettings(db, id);
  // A group's reminders come without any settings of the group.
  const turn = known || turnId === null ? null : await findTurn(db, turnId);
  const personId = known?.personId ?? turn?.personId ?? id;
  const { paused, fallback } = await settingsOf(db, id);
  const platform = platformOf(conversation);
  const on = [...new Set([...(paused?.on ?? []), platform])];
  await changeSettings(db, id, personId, { paused: { at: paused?.at ?? now, on } }, now);
  // A group's settings are kept by its ledger: nobody's private chat gets what is the group's.
  if (!fallback || kept.isSentOn || personId !== id) return;
  const other = await anotherChat(db, personId, on);
  if (!other) return;
  await moveNotices(db, personId, unasked, other.conversation);
  await postMessage(db, other, JSON.stringify({ ...kept, isSentOn: true }), new Date(now.epochMilliseconds));
}

export type HeldBack = NonNullable<Awaited<ReturnType<typeof heldBack>>>;

/** What its person is to be told, with their next answer; `id` is theirs, or that of a group's ledger. One read. */
export async function heldBack(db: Queries, id: string) {
  const pause = await findPause(db, id);
  return pause && { ...pause, id };
}

/**
 * Ends the pause, and says so: what goes to a platform again, and how to have it in `conversation`. Null where another
 * answer has said it.
 */
export async function goOn(
  db: Queries,
  { id, pausedAt, pausedOn, turnId }: HeldBack,
  { words, asker }: Place,
  { conversation, isGroup }: { readonly conversation: string; readonly isGroup: boolean },
): Promise<string | null> {
  if (!(await endPause(db, id, pausedAt))) return null;
  const say = pauseWords(words);
  const { timezone, firstDayOfWeek } = asker.preferences;
  const day = dayAt(Temporal.Instant.fromEpochMilliseconds(pausedAt.getTime()), timezone);
  const since = describePeriod({ from: day, to: day }, words, { today: asker.today, firstDayOfWeek }, 'dates');
  if (isGroup) return say.pausedForGroup(since);
  const platforms = pausedOn.split(' ');
  const places = platforms.map((platform) => say.place(platform === MAIL ? null : capital(platform)));
  const told = say.pausedForYou(new Intl.ListFormat(words.locale).format(places), since);
  // Where nothing was chosen, what comes next goes to where they spoke last.
  const isElsewhere = turnId !== null && platforms.every((platform) => platform !== platformOf(conversation));
  return isElsewhere ? `${told} ${say.hereHint}` : told;
}

function platformOf(conversation: string): string {
  return conversation.slice(0, conversation.indexOf(':'));
}
