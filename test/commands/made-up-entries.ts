/** A small year of entries that a test can count by itself, and their way into a ledger. */

import type { Asker } from '../../src/domain/asker.ts';
import { type NewEntry, recordEntries } from '../../src/domain/entries.ts';
import type { Database } from '../../src/store/database.ts';

export interface Fact {
  readonly day: string;
  readonly kind: 'expense' | 'income' | 'refund';
  /** Cents. */
  readonly cents: number;
  readonly category: string;
  readonly merchant: string;
}

const shops: Readonly<Record<string, readonly string[]>> = {
  groceries: ['Lidl', 'Rewe', 'Bakery'],
  dining: ['Nando', 'Thai Corner'],
  transport: ['Taxi Blau', 'Metro'],
  health: ['Pharmacy'],
};

/** About 230 entries of 2026, the same ones always: amounts and gaps by a linear congruential generator. */
export function madeUpFacts(): Fact[] {
  let state = 20_261_121;
  const next = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
  const facts: Fact[] = [];
  for (let at = Date.UTC(2026, 0, 1); at <= Date.UTC(2026, 9, 31); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day.endsWith('-25')) {
      facts.push({ day, kind: 'income', cents: 280_000 + next(5_000), category: 'salary', merchant: 'Employer' });
    }
    for (let count = next(3) - next(2); count > 0; count--) {
      const categories = Object.keys(shops);
      const category = categories[next(categories.length)] as string;
      const merchants = shops[category] as readonly string[];
      facts.push({
        day,
        kind: next(40) === 0 ? 'refund' : 'expense',
        // No two alike, so that rankings have one answer.
        cents: 300 + next(9_000) * 3 + (facts.length % 3),
        category,
        merchant: merchants[next(merchants.length)] as string,
      });
    }
  }
  return facts;
}

export async function recordFacts(database: Database, asker: Asker, facts: readonly Fact[]): Promise<void> {
  const entries = facts.map(
    ({ day, kind, cents, category, merchant }): NewEntry => ({
      kind,
      amount: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
      category,
      merchant,
      date: day,
    }),
  );
  for (let start = 0; start < entries.length; start += 50) {
    await database.transaction((tx) => recordEntries(tx, asker, entries.slice(start, start + 50), ''));
  }
}
