/** Two ledgers in one database: one that a test reads, and one whose every value must never be seen from there. */

import { newId } from '../../../src/id.ts';
import type { Database } from '../../../src/store/database.ts';

export interface Entry {
  readonly id: string;
  readonly day: string;
  readonly kind: 'expense' | 'income' | 'refund';
  readonly minor: bigint;
  readonly currency: string;
  readonly homeMinor: bigint | null;
  readonly category: string;
  readonly merchant: string | null;
  readonly note: string | null;
  readonly deleted: boolean;
}

export interface Ledger {
  readonly id: string;
  readonly entries: readonly Entry[];
}

const noon = new Date('2026-06-15T12:00:00Z');

/** What no text or name in the other ledger is without. */
export const PLANTED = 'planted';
/** Every amount of the other ledger has these digits in its minor units, as have its budgets. */
export const PLANTED_DIGITS = '9173';

/** Currencies with two, no and three decimals; deleted entries; entries without a merchant, a note, a rate. */
export async function ownLedger(database: Database, count = 40): Promise<Ledger> {
  const categories = ['groceries', 'dining', 'rent', "children's"];
  const currencies = ['EUR', 'EUR', 'EUR', 'JPY', 'KWD'];
  const entries = Array.from(
    { length: count },
    (_, index): Entry => ({
      id: newId(),
      day: `2026-${String((index % 6) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      kind: index % 9 === 0 ? 'income' : index % 7 === 0 ? 'refund' : 'expense',
      minor: BigInt(100 + index * 37),
      currency: currencies[index % currencies.length] ?? 'EUR',
      homeMinor: index % 5 === 4 ? null : BigInt(100 + index * 37),
      category: categories[index % categories.length] ?? '',
      merchant: index % 3 === 0 ? null : `Shop ${index % 5}`,
      note: index % 4 === 0 ? null : `note ${index}`,
      deleted: index % 13 === 12,
    }),
  );
  return await fill(database, { entries, categories, person: 'Ann', currency: 'EUR', budgets: [30_000n, 200_000n] });
}

/** `turn` makes another one with other values, and another number of them. */
export async function otherLedger(database: Database, turn = 1): Promise<Ledger> {
  const categories = [`${PLANTED} category ${turn}`, `${PLANTED} hobby ${turn}`];
  const entries = Array.from(
    { length: 25 + turn * 7 },
    (_, index): Entry => ({
      id: newId(),
      day: `20${10 + turn}-11-${String((index % 28) + 1).padStart(2, '0')}`,
      kind: 'expense',
      minor: BigInt(`${PLANTED_DIGITS}${index}${turn}`),
      currency: 'CHF',
      homeMinor: BigInt(`${PLANTED_DIGITS}${index}${turn}`),
      category: categories[index % 2] ?? '',
      merchant: `${PLANTED} merchant ${index}-${turn}`,
      note: `${PLANTED} note ${index}-${turn}`,
      deleted: index % 11 === 10,
    }),
  );
  const person = `${PLANTED} person ${turn}`;
  const budget = BigInt(`${PLANTED_DIGITS}00${turn}`);
  return await fill(database, { entries, categories, person, currency: 'CHF', budgets: [budget, budget * 2n] });
}

/** Removes everything of a ledger but the people. */
export async function removeLedger(database: Database, { id }: Ledger): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.entry.deleteMany({ where: { ledgerId: id } });
    await tx.budget.deleteMany({ where: { ledgerId: id } });
    await tx.category.deleteMany({ where: { ledgerId: id } });
    await tx.ledger.delete({ where: { id } });
  });
}

interface Content {
  readonly entries: readonly Entry[];
  readonly categories: readonly string[];
  readonly person: string;
  readonly currency: string;
  /** of the first category, and of all spending */
  readonly budgets: readonly [bigint, bigint];
}

async function fill(database: Database, content: Content): Promise<Ledger> {
  const [id, personId] = [newId(), newId()];
  const { entries, currency } = content;
  const idOf = new Map(content.categories.map((name) => [name, newId()]));
  const category = (name: string) => idOf.get(name) ?? '';
  await database.transaction(async (tx) => {
    await tx.person.create({ data: { id: personId, name: content.person, createdAt: noon } });
    await tx.ledger.create({ data: { id, name: `${content.person}'s`, kind: 'personal', currency, createdAt: noon } });
    await tx.member.create({ data: { ledgerId: id, personId, role: 'owner', createdAt: noon } });
    await tx.category.createMany({
      data: content.categories.map((name) => {
        return { id: category(name), ledgerId: id, name, nameKey: name, kind: 'expense', createdAt: noon };
      }),
    });
    await tx.entry.createMany({
      data: entries.map((entry) => ({
        id: entry.id,
        ledgerId: id,
        personId,
        kind: entry.kind,
        amountMinor: entry.minor,
        currency: entry.currency,
        homeMinor: entry.homeMinor,
        categoryId: category(entry.category),
        merchant: entry.merchant,
        note: entry.note,
        merchantKey: entry.merchant?.toLowerCase() ?? null,
        searchText: `${entry.merchant ?? ''} ${entry.note ?? ''}`,
        day: entry.day,
        createdAt: noon,
        updatedAt: noon,
        deletedAt: entry.deleted ? noon : null,
      })),
    });
    const scopes = [category(content.categories[0] ?? ''), 'total'];
    await tx.budget.createMany({
      data: content.budgets.map((amountMinor, index) => ({
        id: newId(),
        ledgerId: id,
        scope: scopes[index] ?? '',
        amountMinor,
        currency,
        period: 'monthly',
        createdAt: noon,
        updatedAt: noon,
      })),
    });
  });
  return { id, entries };
}
