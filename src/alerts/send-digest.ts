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
import { groupDestination, privateDestination } from './destination.ts';
import type { DigestFacts } from './digest-facts.ts';
import { type Place, sayAlert } from './say-alert.ts';
import { digestChart, sayDigest } from './say-digest.ts';
import { isMuted, isQuiet, settingsOf } from './settings.ts';
import { MOST_ALONG } from './thresholds.ts';
import { post, type Unasked } from './unasked.ts';

/** What became of it. */
export type DigestEnd = 'sent' | 'again' | 'off' | 'quiet' | 'muted' | 'nowhere' | 'refused';

/**
 * `at` is the moment that it was due. A group's goes only to the group. What was too small for a message of its own
 * comes along, and is told by that. With `sendsMail` it may go to their mailbox.
 */
export async function sendDigest(
  db: Queries,
  asker: Asker,
  { facts, at, isGroup }: { facts: DigestFacts; at: Temporal.Instant; isGroup: boolean },
  language: NonNullable<Asker['preferences']['language']>,
  sendsMail = false,
): Promise<DigestEnd> {
  const settingsId = isGroup ? asker.ledgerId : asker.personId;
  const settings = await settingsOf(db, settingsId);
  if (settings.digest !== facts.cadence) return 'off';
  // It comes outside of quiet hours by its schedule, unless Purser was away at its time.
  if (isQuiet(settings, asker.now, asker.preferences.timezone)) return 'quiet';
  const now = new Date(asker.now.epochMilliseconds);
  const key = `digest:${facts.cadence}`;
  const bucket = dayAt(at, asker.preferences.timezone);
  const known = await noticesFor(db, asker, [key]);
  if (known.some((notice) => notice.key === key && notice.bucket === bucket && notice.state === 'told')) return 'again';
  const write = (state: Notice['state'], reason: string, sent: Sent | null) =>
    writeNotice(db, asker, {
      ...{ key, bucket, rule: 'digest', severity: 'low', stakeMinor: 0n, facts: '{}', state, reason, decidedAt: now },
      ...(sent ?? { messageId: null, conversation: null, toldAt: null }),
    });
  if (isMuted(settings, asker.now)) {
    await write('dropped', 'muted', null);
    return 'muted';
  }
  const destination = isGroup
    ? await groupDestination(db, asker, settings)
    : await privateDestination(db, asker.personId, settings, { what: 'digest', sendsMail });
  if (destination.blocked !== null) {
    await write('dropped', destination.blocked, null);
    return destination.blocked;
  }
  const { to } = destination;
  const sent = { messageId: newId(), conversation: to.conversation, toldAt: now };
  const id = await write('told', 'digest', sent);
  const along = isGroup ? [] : known.filter(isSmall).sort(byStake).slice(0, MOST_ALONG);
  for (const { id: _id, personId, ledgerId, createdAt, answeredAt, ...notice } of along) {
    await writeNotice(db, asker, { ...notice, ...sent, state: 'told', reason: 'digest', decidedAt: now });
  }
  const place = { words: wordsFor(asker.preferences.language ?? language), asker };
  await post(db, to, digestMessage(facts, along, { id, settingsId, messageId: sent.messageId }, place), now);
  return 'sent';
}

interface Sent {
  readonly messageId: string;
  readonly conversation: string;
  readonly toldAt: Date;
}

/** The digest as it leaves. */
export function digestMessage(
  facts: DigestFacts,
  along: readonly Pick<Notice, 'id' | 'facts'>[],
  { id, settingsId, messageId }: { readonly id: string; readonly settingsId: string; readonly messageId: string },
  place: Place,
): Unasked {
  const lines = sayDigest(facts, place);
  const chart = digestChart(facts, lines[0] ?? '', place);
  const also = along.map((notice) => sayAlert(JSON.parse(notice.facts) as AlertFacts, place));
  return {
    text: [...lines, ...(also.length > 0 ? [alertWords(place.words).also, ...also] : [])].join('\n'),
    buttons: [],
    charts: chart ? [chart] : [],
    unasked: messageId,
    settingsId,
    notices: [id, ...along.map((notice) => notice.id)],
  };
}

function isSmall({ state, reason, rule }: Notice): boolean {
  return state === 'held' && (reason === 'small' || reason === 'room') && rule !== 'digest';
}

function byStake(a: Notice, b: Notice): number {
  return a.stakeMinor < b.stakeMinor ? 1 : a.stakeMinor > b.stakeMinor ? -1 : 0;
}
