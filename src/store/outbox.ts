/** The outbox: replies that are committed and wait to leave. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export interface OutboxRow {
  readonly id: string;
  readonly conversation: string;
  readonly turnId: string | null;
  readonly attempts: number;
}

export async function postReply(db: Queries, conversation: string, turnId: string, createdAt: Date): Promise<void> {
  await db.outbox.create({
    data: { id: newId(), conversation, turnId, state: 'pending', nextAttemptAt: createdAt, createdAt },
  });
}

/** Replies that have not left yet, oldest first. */
export async function pendingReplies(db: Queries, conversation: string): Promise<OutboxRow[]> {
  return await db.outbox.findMany({ where: { conversation, state: 'pending' }, orderBy: { id: 'asc' } });
}

export async function markReplySent(db: Queries, turnId: string, sentAt: Date): Promise<void> {
  await db.outbox.updateMany({ where: { turnId, state: 'pending' }, data: { state: 'sent', sentAt } });
}

export async function markRepliesSent(db: Queries, turnIds: readonly string[], sentAt: Date): Promise<void> {
  await db.outbox.updateMany({
    where: { turnId: { in: [...turnIds] }, state: 'pending' },
    data: { state: 'sent', sentAt },
  });
}
