import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { planBudget } from '../../src/domain/budgets.ts';
import { planNewCategory } from '../../src/domain/categories.ts';
import { deleteEntries, findEntry, type NewEntry } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../support/databases.ts';
import { accountOf, everythingOfOthers, heap, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

/** Names that clash in spelling, and names that the one or the other has alone. */
const ownCategories = ['Café', 'CAFE', 'hobbies', 'Ärger', 'side job', 'gifts (income)'];

const ledger = fc.record({
  categories: fc.uniqueArray(fc.record({ name: fc.constantFrom(...ownCategories), income: fc.boolean() }), {
    selector: ({ name }) => name.toLowerCase().replace('é', 'e'),
  }),
  entries: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 1e9 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      place: fc.nat(100),
      note: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }), { nil: undefined }),
      kind: fc.constantFrom('expense', 'income', 'refund'),
    }),
    { maxLength: 12 },
  ),
  deletions: fc.nat(3),
  budgets: fc.uniqueArray(fc.constantFrom('dining', 'groceries', 'total')),
});
type Wanted = typeof ledger extends fc.Arbitrary<infer T> ? T : never;

async function open(database: Database, wanted: Wanted): Promise<TestLedger> {
  const opened = await openLedger(database);
  const { asker } = opened;
  await opened.run(async (db) => {
    for (const { name, income } of wanted.categories) {
      await carryOut(db, asker, await planNewCategory(db, asker, name, income ? 'income' : 'expense'));
    }
    for (const category of wanted.budgets) {
      const plan = await planBudget(db, asker, { category, amount: '100', period: 'monthly' });
      await carryOut(db, asker, plan.changes);
    }
  });
  const entries = wanted.entries.map(({ cents, currency, place, note, kind }): NewEntry => {
    const income = kind === 'income';
    const own = wanted.categories.filter((each) => each.income === income).map((each) => each.name);
    const names = [...own, ...(income ? ['salary', 'other income'] : ['dining', 'other', 'travel'])];
    return { kind, amount: `${cents}`, currency, category: names[place % names.length], ...(note ? { note } : {}) };
  });
  if (entries.length > 0) await opened.record(entries);
  for (let n = 0; n < Math.min(wanted.deletions, entries.length); n++) {
    await opened.run(async (db) => deleteEntries(db, asker, [await findEntry(db, asker, 'last')]));
  }
  return opened;
}

describe.each(databases)('any two ledgers on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('are one heap once linked, and themselves again once unlinked', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, ledger, async (hers, his) => {
        const [ann, bob] = [await open(database, hers), await open(database, his)];
        const account = await accountOf(bob);
        const before = { ann: await heap(ann), bob: await heap(bob), home: await bob.state() };
        const others = await everythingOfOthers(database, [ann, bob]);
        const result = await link(ann, bob);
        expect(result.entries).toBe(before.bob.length);
        expect(bare(await heap(ann))).toEqual(bare([...before.ann, ...before.bob]));
        expect(await heap(bob)).toEqual([]);
        await part(ann, account);
        expect(await bob.state()).toEqual(before.home);
        expect(await heap(ann)).toEqual(before.ann);
        expect(await everythingOfOthers(database, [ann, bob])).toBe(others);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

/** Without the category's name, whose spelling is the kept ledger's. */
function bare(texts: readonly string[]): string[] {
  return texts.map((text) => text.split('|').toSpliced(4, 1).join('|')).sort();
}
