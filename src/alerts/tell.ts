/** Carries a decision out: what is told leaves, all of it is written down, in one transaction. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { newId } from '../id.ts';
import { hasSpoken } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import { messagesSince, type Notice, noticesFor, type ToldMessage, writeNotice } from '../store/notices.ts';
import { wordsFor } from '../wording/words-for.ts';
import type { Alert, RuleName } from './alert.ts';
import { type Decision, decide } from './decide.ts';
import { type Destination, isMailbox, privateDestination } from './destination.ts';
import { mailFrame } from './mail-frame.ts';
import type { Phrased } from './phrase.ts';
import { type AlertSettings, changeSettings, settingsOf } from './settings.ts';
import { HOURS_TO_LOOK, IGNORED_IN_A_ROW } from './thresholds.ts';
import { type AlertMessageParts, alertMessage, post } from './unasked.ts';

/** Days in which messages that went by unseen are looked for. */
const DAYS_OF_SILENCE = 90;

/**
 * Tells a person what the rules found in their own ledger, as far as it is to be told now. The asker's language is taken
 * where they chose one, else `language`. With `sendsMail` it may go to their mailbox. Gives what was decided. `phrased`
 * are its sentences in other words, which count where they are still the same.
 */
export async function tellAlerts(
  db: Queries,
  asker: Asker,
  found: readonly Alert[],
  rules: readonly RuleName[],
  language: NonNullable<Asker['preferences']['language']>,
  sendsMail = false,
  phrased: Phrased | null = null,
): Promise<Decision> {
  const now = new Date(asker.now.epochMilliseconds);
  const { decision, settings, destination, known, messages } = await decideNow(db, asker, found, rules, sendsMail);
  await writeDown(db, asker, decision, known, now);
  if (decision.tell.length > 0) {
    // A mailbox has no buttons to answer with.
    const isAnswerable = destination.blocked === null && !isMailbox(destination.to);
    const asksToStop = isAnswerable && (await isToBeAsked(db, asker, settings, messages));
    await send(db, asker, decision, destination, { asksToStop, phrased, language }, now);
  }
  return decision;
}

/** Reads all that a decision stands on, and decides; changes nothing. */
export async function decideNow(
  db: Queries,
  asker: Asker,
  found: readonly Alert[],
  rules: readonly RuleName[],
  sendsMail: boolean,
) {
  const settings = await settingsOf(db, asker.personId);
  const destination = await privateDestination(db, asker.personId, settings, { what: 'alert', sendsMail });
  const known = await noticesFor(
    db,
    asker,
    found.map(({ key }) => key),
  );
  const messages = await messagesSince(db, asker, new Date(asker.now.epochMilliseconds - DAYS_OF_SILENCE * DAY));
  const look = { found, rules, known, sent: messages.map(sentAt), blocked: destination.blocked };
  const decision = decide(look, settings, asker.now, asker.preferences.timezone);
  return { decision, settings, destination, known, messages };
}

const DAY = 24 * 3_600_000;

function sentAt({ toldAt }: ToldMessage): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(toldAt.getTime());
}

async function writeDown(
  db: Queries,
  asker: Asker,
  { hold, drop, covered }: Decision,
  known: readonly Notice[],
  decidedAt: Date,
): Promise<void> {
  for (const { alert, reason } of hold) {
    await writeNotice(db, asker, { ...rowOf(alert), ...unsaid, state: 'held', reason, decidedAt });
  }
  for (const { key, bucket, reason } of drop) {
    const row = known.find((each) => each.key === key && each.bucket === bucket);
    if (!row) continue;
    const { rule, severity, stakeMinor, facts } = row;
    const what = { key, bucket, rule, severity, stakeMinor, facts };
    await writeNotice(db, asker, { ...what, ...unsaid, state: 'dropped', reason, decidedAt });
  }
  for (const { alert, bucket } of covered) {
    const row = { ...rowOf(alert), bucket };
    await writeNotice(db, asker, { ...row, ...unsaid, state: 'dropped', reason: 'covered', decidedAt });
  }
}

const unsaid = { messageId: null, conversation: null, toldAt: null } as const;

/** What a notice keeps of an alert. */
export function rowOf({ key, bucket, severity, stake, facts }: Alert) {
  return { key, bucket, rule: facts.rule, severity, stakeMinor: BigInt(stake), facts: JSON.stringify(facts) };
}

async function send(
  db: Queries,
  asker: Asker,
  { tell, hold }: Decision,
  destination: Destination,
  how: Pick<AlertMessageParts, 'asksToStop' | 'phrased'> & {
    readonly language: NonNullable<Asker['preferences']['language']>;
  },
  now: Date,
): Promise<void> {
  const { asksToStop, phrased, language } = how;
  if (destination.blocked !== null) throw new Error('there is nowhere to tell it');
  const { to } = destination;
  const messageId = newId();
  const told = [];
  for (const alert of tell) {
    const sent = { state: 'told', reason: null, messageId, conversation: to.conversation, toldAt: now } as const;
    const id = await writeNotice(db, asker, { ...rowOf(alert), ...sent, decidedAt: now });
    told.push({ id, alert });
  }
  const waiting = hold.filter(({ reason }) => reason === 'room').length;
  const place = { words: wordsFor(asker.preferences.language ?? language), asker };
  const parts = { messageId, settingsId: asker.personId, waiting, asksToStop, phrased };
  const message = alertMessage(told, parts, place);
  const subject = message.text.split('\n', 1)[0] ?? '';
  await post(db, to, isMailbox(to) ? { ...message, mail: mailFrame(subject, place) } : message, now);
  if (asksToStop) await changeSettings(db, asker.personId, asker.personId, { askedAt: asker.now }, asker.now);
}

/** Whether the last messages all went by: nothing pressed, and not a word for a day after each. Asked once. */
async function isToBeAsked(
  db: Queries,
  asker: Asker,
  { askedAt }: AlertSettings,
  messages: readonly ToldMessage[],
): Promise<boolean> {
  const last = messages.slice(-IGNORED_IN_A_ROW);
  if (askedAt !== null || last.length < IGNORED_IN_A_ROW) return false;
  const patience = HOURS_TO_LOOK * 3_600_000;
  for (const { toldAt, answeredAt } of last) {
    const until = new Date(toldAt.getTime() + patience);
    if (answeredAt !== null || until.getTime() > asker.now.epochMilliseconds) return false;
    if (await hasSpoken(db, asker.personId, toldAt, until)) return false;
  }
  return true;
}
