/** Codes that were sent to addresses, so that their owners confirm them, as rows. */

import type { Queries } from './database.ts';

export interface MailCodeRow {
  readonly digest: string;
  readonly personId: string;
  readonly address: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly createdAt: Date;
}

export async function addMailCode(db: Queries, code: Omit<MailCodeRow, 'usedAt'>): Promise<void> {
  await db.mailCode.create({ data: code });
}

export async function findMailCode(db: Queries, digest: string): Promise<MailCodeRow | null> {
  return await db.mailCode.findUnique({ where: { digest } });
}

/** Codes after `since` that one person asked for, or that went to one address, whoever asked. */
export async function countMailCodes(
  db: Queries,
  since: Date,
  of: { readonly personId: string } | { readonly address: string },
): Promise<number> {
  return await db.mailCode.count({ where: { createdAt: { gt: since }, ...of } });
}

/** Uses the code up; false when somebody else was faster. */
export async function takeMailCode(db: Queries, digest: string, usedAt: Date): Promise<boolean> {
  const { count } = await db.mailCode.updateMany({ where: { digest, usedAt: null }, data: { usedAt } });
  return count === 1;
}

/** Nobody can use the person's codes any more. */
export async function voidMailCodes(db: Queries, personId: string, usedAt: Date): Promise<void> {
  await db.mailCode.updateMany({ where: { personId, usedAt: null }, data: { usedAt } });
}
