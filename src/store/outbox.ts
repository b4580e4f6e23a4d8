/** The outbox: replies, and messages that answer nothing, which are committed and wait to leave. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export interface OutboxRow {
  readonly id: string;
  readonly conversation: string;
  readonly turnId: string | null;
  /** The message itself, a Reply as JSON, where it answers nothing; null for the reply that its turn keeps. */
  readonly reply: string | null;
  /** "asker" when only the person who asked may see it. */
  readonly audience: string | null;
  /** JSON list of the names of the parts that have left, or null. */
  readonly sentParts: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly leaseOwner: string | null;
}

/** Puts a turn's reply on its way; for "asker", only the person who asked may see it. */
export async function postReply(
  db: Queries,
  conversation: string,
  turnId: string,
  createdAt: Date,
  audience: 'asker' | null = null,
): Promise<void> {
  await db.outbox.create({
    data: { id: newId(), conversation, turnId, audience, state: 'pending', nextAttemptAt: createdAt, createdAt },
  });
}

/** Where a message that answers nothing goes: by the address of an earlier turn of the conversation, or of the conversation itself. */
export interface Recipient {
  /** The turn's; null where the conversation names all that is needed, as it does for mail. */
  readonly id: string | null;
  readonly conversation: string;
}

/** Puts a message that answers nothing on its way, a Reply as JSON. */
export async function postMessage(
  db: Queries,
  { id: turnId, conversation }: Recipient,
  reply: string,
  createdAt: Date,
): Promise<void> {
  const row = { id: newId(), conversation, turnId, reply, state: 'pending' };
  await db.outbox.create({ data: { ...row, nextAttemptAt: createdAt, createdAt } });
}

/** Takes back messages to a conversation that nobody sends just now, of those whose settings are `settingsId`'s. */
export async function withdrawMessages(db: Queries, conversation: string, settingsId: string): Promise<void> {
  const waiting = { conversation, state: 'pending', leaseOwner: null };
  await db.outbox.deleteMany({ where: { ...waiting, reply: { contains: `"settingsId":"${settingsId}"` } } });
}

/** Replies that have not left yet, oldest first. */
export async function pendingReplies(db: Queries, conversation: string): Promise<OutboxRow[]> {
  return await db.outbox.findMany({ where: { conversation, state: 'pending' }, orderBy: { id: 'asc' } });
}

export async function markReplySent(db: Queries, turnId: string, sentAt: Date): Promise<void> {
  await db.outbox.updateMany({ where: { turnId, state: 'pending' }, data: { state: 'sent', sentAt } });
}

/** The replies of these turns; messages that answer nothing stay as they are. */
export async function markRepliesSent(db: Queries, turnIds: readonly string[], sentAt: Date): Promise<void> {
  await db.outbox.updateMany({
    where: { turnId: { in: [...turnIds] }, reply: null, state: 'pending' },
    data: { state: 'sent', sentAt },
  });
}

/** Conversations of a platform ("slack:…") that have replies waiting. */
export async function waitingConversations(db: Queries, platform: string): Promise<string[]> {
  const rows = await db.outbox.findMany({
    where: { state: 'pending', conversation: { startsWith: `${platform}:` } },
    distinct: ['conversation'],
    select: { conversation: true },
  });
  return rows.map((row) => row.conversation);
}

/** Takes a waiting reply; false while another holds it, or when it has left. `from` is a holder that is known to be gone. */
export async function claimReply(
  db: Queries,
  id: string,
  lease: { readonly owner: string; readonly until: Date },
  now: Date,
  from?: string,
): Promise<boolean> {
  const { count } = await db.outbox.updateMany({
    where: {
      id,
      state: 'pending',
      OR: [
        { leaseOwner: null },
        { leaseOwner: lease.owner },
        { leaseUntil: { lt: now } },
        ...(from === undefined ? [] : [{ leaseOwner: from }]),
      ],
    },
    data: { leaseOwner: lease.owner, leaseUntil: lease.until },
  });
  return count === 1;
}

/** Writes down that a part of a reply has left, and by which key its message is known on the platform. */
export async function markPartSent(
  db: Queries,
  row: Pick<OutboxRow, 'id' | 'turnId' | 'reply'>,
  parts: readonly string[],
  messageKey: string,
  at: Date,
): Promise<void> {
  await db.outbox.update({ where: { id: row.id }, data: { sentParts: JSON.stringify(parts) } });
  const unasked = row.reply === null ? null : unaskedIn(row.reply);
  // Of other notes, such as that an account was joined, an answer is about nothing.
  if (row.turnId === null || (row.reply !== null && unasked === null)) return;
  const sent = { turnId: row.turnId, unasked, createdAt: at };
  // An edited placeholder is the same message as before.
  await db.sentMessage.upsert({ where: { key: messageKey }, create: { key: messageKey, ...sent }, update: sent });
}

function unaskedIn(reply: string): string | null {
  return (JSON.parse(reply) as { unasked?: string }).unasked ?? null;
}

/** Ends a reply's way: it has left, may have, or never will. */
export async function settleReply(
  db: Queries,
  id: string,
  state: 'sent' | 'unsure' | 'failed',
  at: Date,
  why: string | null,
): Promise<void> {
  await db.outbox.update({
    where: { id },
    data: { state, sentAt: state === 'sent' ? at : null, lastError: why, leaseOwner: null, leaseUntil: null },
  });
}

/** Puts a reply back until `nextAttemptAt`; `counts` when the try was a failure, and not the platform's wish to wait. */
export async function postponeReply(
  db: Queries,
  id: string,
  nextAttemptAt: Date,
  why: string,
  counts: boolean,
): Promise<void> {
  await db.outbox.update({
    where: { id },
    data: {
      attempts: { increment: counts ? 1 : 0 },
      nextAttemptAt,
      lastError: why,
      leaseOwner: null,
      leaseUntil: null,
    },
  });
}

/** The turn whose reply went out as this message of the platform, or null. */
export async function turnOfSentMessage(db: Queries, messageKey: string): Promise<string | null> {
  const row = await db.sentMessage.findUnique({ where: { key: messageKey } });
  // What was said unasked only went by that turn's address.
  return row === null || row.unasked !== null ? null : row.turnId;
}

/** The message id of the notices that went out unasked as this message of the platform, whoever they are for; or null. */
export async function unaskedOfSentMessage(db: Queries, messageKey: string): Promise<string | null> {
  const row = await db.sentMessage.findUnique({ where: { key: messageKey } });
  return row?.unasked ?? null;
}

/** Replies that wait, and those given up since `since`, of one platform. */
export async function outboxHealth(
  db: Queries,
  platform: string,
  since: Date,
): Promise<{ waiting: number; failed: number; lastError: string | null }> {
  const ofPlatform = { conversation: { startsWith: `${platform}:` } };
  const waiting = await db.outbox.count({ where: { state: 'pending', ...ofPlatform } });
  const givenUp = { state: { in: ['failed', 'unsure'] }, createdAt: { gte: since }, ...ofPlatform };
  const failed = await db.outbox.count({ where: givenUp });
  const last = await db.outbox.findFirst({ where: givenUp, orderBy: { id: 'desc' }, select: { lastError: true } });
  return { waiting, failed, lastError: last?.lastError ?? null };
}
