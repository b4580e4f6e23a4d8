/** Ledgers as rows, and which of them a new rate of exchange concerns. */

import type { Day } from '../period.ts';
import type { Queries } from './database.ts';

export interface Ledger {
  readonly id: string;
  readonly kind: 'personal' | 'shared';
  /** ISO 4217 code of its sums over several currencies; null until the first message that touches it. */
  readonly currency: string | null;
}

export async function findLedger(db: Queries, id: string): Promise<Ledger> {
  const row = await db.ledger.findUniqueOrThrow({ where: { id } });
  return { id, kind: row.kind as Ledger['kind'], currency: row.currency };
}

export async function setLedgerCurrency(db: Queries, id: string, currency: string | null): Promise<void> {
  await db.ledger.update({ where: { id }, data: { currency } });
}

/** The ledgers with entries in other currencies than their own on the days from the one to the other inclusive. */
export async function ledgersWithForeignEntries(db: Queries, from: Day, to: Day): Promise<string[]> {
  // With each ledger first, the key of DayTotal finds its days at once.
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM Ledger l WHERE l.currency IS NOT NULL AND EXISTS (
      SELECT 1 FROM DayTotal t
      WHERE t.ledgerId = l.id AND t.day BETWEEN ${from} AND ${to} AND t.currency <> l.currency
    ) ORDER BY l.id`;
  return rows.map((row) => row.id);
}
