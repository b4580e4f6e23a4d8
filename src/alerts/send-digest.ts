/** A digest on its way, once for each time that it is due. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { newId } from '../id.ts';
import { dayAt } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { type Notice, noticesFor, writeNotice } from '../store/notices.ts';
import { alertWords } from '../wording/alert-words.ts';
import { wordsFor } from '../wording/words-for.ts';
import type { AlertFacts } from './alert.ts';
import { groupDestination, isMailbox, privateDestination } from './destination.ts';
import type { DigestFacts } from './digest-facts.ts';
import { digestSubject, mailFrame } from './mail-frame.ts';
import { inOtherWords, type Phrased } from './phrase.ts';
import { type Place, sayAlert } from './say-alert.ts';
import { digestChart, sayDigest } from './say-digest.ts';
import { isMuted, isQuiet, settingsOf } from './settings.ts';
import { MOST_ALONG } from './thresholds.ts';
import { post, type Unasked } from './unasked.ts';

/** What became of it. */
export type DigestEnd = 'sent' | 'again' | 'off' | 'quiet' | 'muted' | 'nowhere' | 'refused';

/**
 * A group's goes only to the group. What was too small for a message of its own comes along, and is told by that. With
 * `sendsMail` it may go to their mailbox. `phrased` are its lines in other words, which count where they are still the same.
 */
export async function sendDigest(
  db: Queries,
  asker: Asker,
  due: DueDigest,
  language: NonNullable<Asker['preferences']['language']>,
  sendsMail = false,
  phrased: Phrased | null = null,
): Promise<DigestEnd> {
  const plan = await planDigest(db, asker, due, sendsMail);
  if (plan.end === 'off' || plan.end === 'quiet' || plan.end === 'again') return plan.end;
  const now = new Date(asker.now.epochMilliseconds);
  const { key, bucket } = plan;
  const write = (state: Notice['state'], reason: string, sent: Sent | null) =>
    writeNotice(db, asker, {
      ...{ key, bucket, rule: 'digest', severity: 'low', stakeMinor: 0n, facts: '{}', state, reason, decidedAt: now },
      ...(sent ?? { messageId: null, conversation: null, toldAt: null }),
    });
  if (plan.end !== 'sent') {
    await write('dropped', plan.end, null);
    return plan.end;
  }
  const { to, along, settingsId } = plan;
  const sent = { messageId: newId(), conversation: to.conversation, toldAt: now };
  const id = await write('told', 'digest', sent);
  for (const { id: _id, personId, ledgerId, createdAt, answeredAt, ...notice } of along) {
    await writeNotice(db, asker, { ...notice, ...sent, state: 'told', reason: 'digest', decidedAt: now });
  }
  const place = { words: wordsFor(asker.preferences.language ?? language), asker };
  const parts = { id, settingsId, messageId: sent.messageId, phrased };
  const message = digestMessage(due.facts, along, parts, place);
  const subject = () => digestSubject(due.facts, message.text.split('\n', 1)[0] ?? '', place);
  await post(db, to, isMailbox(to) ? { ...message, mail: mailFrame(subject(), place) } : message, now);
  return 'sent';
}

export interface DueDigest {
  readonly facts: DigestFacts;
  /** The moment that it was due. */
  readonly at: Temporal.Instant;
  readonly isGroup: boolean;
}

/** The lines of a digest as it would leave now; null where it would not. Changes nothing. */
export async function linesOfDigest(
  db: Queries,
  asker: Asker,
  due: DueDigest,
  language: NonNullable<Asker['preferences']['language']>,
  sendsMail: boolean,
): Promise<string[] | null> {
  const plan = await planDigest(db, asker, due, sendsMail);
  if (plan.end !== 'sent') return null;
  return digestLines(due.facts, plan.along, { words: wordsFor(asker.preferences.language ?? language), asker }).all;
}

/** What is to become of it, and what comes along. */
async function planDigest(db: Queries, asker: Asker, { facts, at, isGroup }: DueDigest, sendsMail: boolean) {
  const settingsId = isGroup ? asker.ledgerId : asker.personId;
  const settings = await settingsOf(db, settingsId);
  const key = `digest:${facts.cadence}`;
  const bucket = dayAt(at, asker.preferences.timezone);
  const ended = (end: Exclude<DigestEnd, 'sent'>) => ({ end, key, bucket });
  if (settings.digest !== facts.cadence) return ended('off');
  // It comes outside of quiet hours by its schedule, unless Purser was away at its time.
  if (isQuiet(settings, asker.now, asker.preferences.timezone)) return ended('quiet');
  const known = await noticesFor(db, asker, [key]);
  if (known.some((notice) => notice.key === key && notice.bucket === bucket && notice.state === 'told'))
    return ended('again');
  if (isMuted(settings, asker.now)) return ended('muted');
  const destination = isGroup
    ? await groupDestination(db, asker, settings)
    : await privateDestination(db, asker.personId, settings, { what: 'digest', sendsMail });
  if (destination.blocked !== null) return ended(destination.blocked);
  const along = isGroup ? [] : known.filter(isSmall).sort(byStake).slice(0, MOST_ALONG);
  return { end: 'sent' as const, key, bucket, settingsId, to: destination.to, along };
}

interface Sent {
  readonly messageId: string;
  readonly conversation: string;
  readonly toldAt: Date;
}

/** What names a digest, and its lines in other words. */
export interface DigestMessageParts {
  readonly id: string;
  readonly settingsId: string;
  readonly messageId: string;
  readonly phrased: Phrased | null;
}

/** The digest as it leaves. */
export function digestMessage(
  facts: DigestFacts,
  along: readonly Pick<Notice, 'id' | 'facts'>[],
  { id, settingsId, messageId, phrased }: DigestMessageParts,
  place: Place,
): Unasked {
  const { all, count } = digestLines(facts, along, place);
  const chart = digestChart(facts, all[0] ?? '', place);
  const said = inOtherWords(all, phrased);
  const [lines, also] = [said.slice(0, count), said.slice(count)];
  return {
    text: [...lines, ...(also.length > 0 ? [alertWords(place.words).also, ...also] : [])].join('\n'),
    buttons: [],
    charts: chart ? [chart] : [],
    unasked: messageId,
    settingsId,
    notices: [id, ...along.map((notice) => notice.id)],
  };
}

/** The digest's own lines, `count` of them, and those that come along. */
function digestLines(facts: DigestFacts, along: readonly Pick<Notice, 'facts'>[], place: Place) {
  const lines = sayDigest(facts, place);
  const also = along.map((notice) => sayAlert(JSON.parse(notice.facts) as AlertFacts, place));
  return { all: [...lines, ...also], count: lines.length };
}

function isSmall({ state, reason, rule }: Notice): boolean {
  return state === 'held' && (reason === 'small' || reason === 'room') && rule !== 'digest';
}

function byStake(a: Notice, b: Notice): number {
  return a.stakeMinor < b.stakeMinor ? 1 : a.stakeMinor > b.stakeMinor ? -1 : 0;
}
