/** Budgets as rows. */

import type { Money } from '../money.ts';
import type { Queries } from './database.ts';

export type BudgetPeriod = 'weekly' | 'monthly' | 'yearly';

/** The scope of a budget over all categories; any other scope is a category id. */
export const TOTAL = 'total';

export interface Budget {
  readonly id: string;
  readonly scope: string;
  readonly amount: Money;
  readonly period: BudgetPeriod;
  /** Since when it is what it is. */
  readonly changedAt: Date;
}

/** The ledger's budgets, oldest first; those of one scope when it is given. */
export async function listBudgets(db: Queries, ledgerId: string, scope?: string): Promise<Budget[]> {
  const rows = await db.budget.findMany({
    where: { ledgerId, ...(scope === undefined ? {} : { scope }) },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    amount: { minor: row.amountMinor, currency: row.currency },
    period: row.period as BudgetPeriod,
    changedAt: row.updatedAt,
  }));
}
