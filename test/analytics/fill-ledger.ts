/** Many entries at once, past the tools, with their sums counted as a repair would. */

import type { Day } from '../../src/period.ts';
import { recountTotals } from '../../src/store/keep-totals.ts';
import type { TestLedger } from '../domain/open-ledger.ts';

/** Minor units of the ledger's currency; a default category's name. */
export interface Fact {
  readonly day: Day;
  readonly amount: number;
  readonly category: string;
  readonly kind?: 'expense' | 'income' | 'refund';
  readonly merchant?: string;
}

let count = 0;

export async function fillLedger({ database, asker }: TestLedger, facts: readonly Fact[]): Promise<void> {
  const { ledgerId, personId, homeCurrency } = asker;
  const categories = await database.client.category.findMany({ where: { ledgerId } });
  const at = new Date(asker.now.epochMilliseconds);
  const rows = facts.map(({ day, amount, category, kind = 'expense', merchant = null }) => {
    const found = categories.find(({ name }) => name === category);
    if (!found) throw new Error(`there is no category ${category}`);
    count += 1;
    const minor = BigInt(amount);
    return {
      ...{ id: `fact-${String(count).padStart(8, '0')}`, ledgerId, personId, kind, day, categoryId: found.id },
      ...{ amountMinor: minor, currency: homeCurrency, homeMinor: minor, createdAt: at, updatedAt: at },
      ...{ merchant, merchantKey: merchant?.toLowerCase() ?? null, searchText: merchant?.toLowerCase() ?? '' },
    };
  });
  for (let start = 0; start < rows.length; start += 500) {
    await database.client.entry.createMany({ data: rows.slice(start, start + 500) });
  }
  await database.transaction((tx) => recountTotals(tx, ledgerId));
}
