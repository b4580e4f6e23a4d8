/** Savings goals as rows. */

import type { Money } from '../money.ts';
import type { Day } from '../period.ts';
import type { Queries } from './database.ts';

export interface Goal {
  readonly id: string;
  readonly name: string;
  /** The name folded; a ledger has no two alike. */
  readonly nameKey: string;
  readonly amount: Money;
  /** What is left over from this day on counts. */
  readonly startDay: Day;
  /** When it is to be reached; null for a goal without a day. */
  readonly byDay: Day | null;
}

/** The ledger's goals, oldest first. */
export async function listGoals(db: Queries, ledgerId: string): Promise<Goal[]> {
  const rows = await db.goal.findMany({ where: { ledgerId }, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameKey, amountMinor, currency, startDay, byDay }) => ({
    id,
    name,
    nameKey,
    amount: { minor: amountMinor, currency },
    startDay,
    byDay,
  }));
}
