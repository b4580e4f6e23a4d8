/** How often a ledger was changed: an answer may be kept for as long as that stays the same. */

import type { Queries } from './database.ts';

/** Counts a change of the ledger, so that answers kept from before are known to be old. */
export async function touchLedger(db: Queries, ledgerId: string): Promise<void> {
  await db.ledger.updateMany({ where: { id: ledgerId }, data: { revision: { increment: 1 } } });
}

/** How often the ledger was changed; null where there is none. */
export async function ledgerRevision(db: Queries, ledgerId: string): Promise<number | null> {
  const row = await db.ledger.findUnique({ where: { id: ledgerId }, select: { revision: true } });
  return row?.revision ?? null;
}
