/** Categories as rows, and where each merchant belongs. */

import type { Queries } from './database.ts';

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly kind: 'expense' | 'income';
}

/** The ledger's categories in the order they were made. */
export async function listCategories(db: Queries, ledgerId: string): Promise<Category[]> {
  const rows = await db.category.findMany({ where: { ledgerId }, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameKey, kind }) => ({ id, name, nameKey, kind: kind as Category['kind'] }));
}

/** Where people moved these merchants: folded merchant to category id. */
export async function rememberedCategories(
  db: Queries,
  ledgerId: string,
  merchantKeys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.merchantCategory.findMany({ where: { ledgerId, merchantKey: { in: [...merchantKeys] } } });
  return new Map(rows.map((row) => [row.merchantKey, row.categoryId]));
}

/** The merchants remembered for a category. */
export async function merchantsOf(db: Queries, ledgerId: string, categoryId: string): Promise<string[]> {
  const rows = await db.merchantCategory.findMany({ where: { ledgerId, categoryId } });
  return rows.map((row) => row.merchantKey);
}
