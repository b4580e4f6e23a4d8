/** Rows that nobody asks for any more. */

import type { Queries } from './database.ts';

/**
 * Forgets codes that ended, tries at codes, and replies that left, before `before`. The replies themselves stay with their
 * turns. May be done twice. Returns how many rows went.
 */
export async function forgetOld(db: Queries, before: Date): Promise<number> {
  const codes = await db.linkCode.deleteMany({ where: { expiresAt: { lt: before } } });
  const mailCodes = await db.mailCode.deleteMany({ where: { expiresAt: { lt: before } } });
  const tries = await db.linkAttempt.deleteMany({ where: { createdAt: { lt: before } } });
  // By `nextAttemptAt`, which has an index beside the state, and is never later than the sending.
  const replies = await db.outbox.deleteMany({
    where: { state: 'sent', nextAttemptAt: { lt: before }, sentAt: { lt: before } },
  });
  return codes.count + mailCodes.count + tries.count + replies.count;
}
