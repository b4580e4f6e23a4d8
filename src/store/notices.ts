/** What was said unasked, held back or dropped, as rows: the answer to "why was I (not) told?". */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export type NoticeState = 'told' | 'held' | 'dropped';

export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly ledgerId: string;
  readonly rule: string;
  /** The cause. */
  readonly key: string;
  /** What was found, rounded to a bucket; a person hears of a cause once in each. */
  readonly bucket: string;
  readonly severity: string;
  /** Minor units of the ledger's currency. */
  readonly stakeMinor: bigint;
  /** JSON. */
  readonly facts: string;
  readonly state: NoticeState;
  /** Why it was held back or dropped; "digest" for what was told with one. */
  readonly reason: string | null;
  /** Notices told in one message share it. */
  readonly messageId: string | null;
  readonly conversation: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date;
  readonly toldAt: Date | null;
  readonly answeredAt: Date | null;
}

/** Whose notices: a person's, about one ledger. */
export interface NoticeOwner {
  readonly personId: string;
  readonly ledgerId: string;
}

export type NewNotice = Omit<Notice, 'id' | 'createdAt' | 'answeredAt' | 'personId' | 'ledgerId'>;

/** A message that was sent unasked, with what became of it. */
export interface ToldMessage {
  readonly messageId: string;
  readonly toldAt: Date;
  readonly answeredAt: Date | null;
}

/** Those of the owner with one of the keys, and all that are held back. */
export async function noticesFor(db: Queries, owner: NoticeOwner, keys: readonly string[]): Promise<Notice[]> {
  const { personId, ledgerId } = owner;
  const rows = await db.notice.findMany({
    where: { personId, ledgerId, OR: [{ key: { in: [...keys] } }, { state: 'held' }] },
    orderBy: { id: 'asc' },
  });
  return rows.map(toNotice);
}

/** Writes down what was decided about a cause; one that is there already keeps its id and the day it was first seen. Gives the id. */
export async function writeNotice(db: Queries, owner: NoticeOwner, notice: NewNotice): Promise<string> {
  const { personId, ledgerId } = owner;
  const { key, bucket } = notice;
  const { id } = await db.notice.upsert({
    where: { personId_ledgerId_key_bucket: { personId, ledgerId, key, bucket } },
    create: { id: newId(), personId, ledgerId, ...notice, createdAt: notice.decidedAt },
    update: notice,
    select: { id: true },
  });
  return id;
}

/** Messages that counted (no digests) since `since`, oldest first. */
export async function messagesSince(db: Queries, owner: NoticeOwner, since: Date): Promise<ToldMessage[]> {
  const { personId, ledgerId } = owner;
  const rows = await db.notice.findMany({
    where: { personId, ledgerId, state: 'told', reason: null, toldAt: { gte: since } },
    orderBy: [{ toldAt: 'asc' }, { id: 'asc' }],
    select: { messageId: true, toldAt: true, answeredAt: true },
  });
  const messages = new Map<string, ToldMessage>();
  for (const { messageId, toldAt, answeredAt } of rows) {
    if (messageId === null || toldAt === null) continue;
    const known = messages.get(messageId);
    messages.set(messageId, { messageId, toldAt, answeredAt: known?.answeredAt ?? answeredAt });
  }
  return [...messages.values()];
}

/** The owner's latest notices in these states, newest first. */
export async function latestNotices(
  db: Queries,
  { personId, ledgerId }: NoticeOwner,
  states: readonly NoticeState[],
  limit: number,
): Promise<Notice[]> {
  const rows = await db.notice.findMany({
    where: { personId, ledgerId, state: { in: [...states] } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toNotice);
}

/** Null where there is none, or it is another owner's. */
export async function findNotice(db: Queries, { personId, ledgerId }: NoticeOwner, id: string): Promise<Notice | null> {
  const row = await db.notice.findFirst({ where: { id, personId, ledgerId } });
  return row && toNotice(row);
}

/** The notices of a message, in the order they were told in; none of another owner's. */
export async function noticesOfMessage(db: Queries, owner: NoticeOwner, messageId: string): Promise<Notice[]> {
  const { personId, ledgerId } = owner;
  const rows = await db.notice.findMany({ where: { personId, ledgerId, messageId }, orderBy: { id: 'asc' } });
  return rows.map(toNotice);
}

/** What a message told was told in another conversation than was meant. */
export async function moveNotices(
  db: Queries,
  personId: string,
  messageId: string,
  conversation: string,
): Promise<void> {
  await db.notice.updateMany({ where: { personId, messageId }, data: { conversation } });
}

/** Notes that somebody looked at what a message told. */
export async function markAnswered(db: Queries, owner: NoticeOwner, messageId: string, at: Date): Promise<void> {
  const { personId, ledgerId } = owner;
  await db.notice.updateMany({ where: { personId, ledgerId, messageId, answeredAt: null }, data: { answeredAt: at } });
}

function toNotice<Row extends { readonly state: string }>(row: Row): Row & { readonly state: NoticeState } {
  return { ...row, state: row.state as NoticeState };
}
