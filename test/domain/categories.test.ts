import { describe, expect, test } from 'vitest';
import { budgetStates, planBudget } from '../../src/domain/budgets.ts';
import {
  type Categorizable,
  categorize,
  planMerge,
  planNewCategory,
  planRename,
  requireCategory,
} from '../../src/domain/categories.ts';
import { updateEntry, viewEntries } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { type Category, listCategories } from '../../src/store/categories.ts';
import { entriesById, listEntries } from '../../src/store/entries.ts';
import { databases } from '../support/databases.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

describe.each(databases)('categories on $name', ({ openTestDatabase }) => {
  const open = async () => openLedger(await openTestDatabase());
  const named = async ({ database, asker }: TestLedger, name: string): Promise<Category> =>
    requireCategory(await listCategories(database.client, asker.ledgerId), name);
  const filed = async (ledger: TestLedger, entry: Partial<Categorizable>, spoken = '') => {
    const [category] = await ledger.run((db) =>
      categorize(db, ledger.asker.ledgerId, [{ kind: 'expense', ...entry }], spoken),
    );
    return category?.name;
  };
  const add = (ledger: TestLedger, name: string, kind: Category['kind'] = 'expense') =>
    ledger.run(async (db) => carryOut(db, ledger.asker, await planNewCategory(db, ledger.asker, name, kind)));
  const rename = (ledger: TestLedger, from: string, to: string) =>
    ledger.run(async (db) =>
      carryOut(db, ledger.asker, await planRename(db, ledger.asker, await named(ledger, from), to)),
    );
  const merge = (ledger: TestLedger, from: string, into: string) =>
    ledger.run(async (db) =>
      carryOut(
        db,
        ledger.asker,
        await planMerge(db, ledger.asker, await named(ledger, from), await named(ledger, into)),
      ),
    );
  /** Records one and moves it, as "make it pets" does. */
  const teach = async (ledger: TestLedger, entry: Partial<Categorizable>, category: string) => {
    const { recorded } = await ledger.record([{ kind: 'expense', amount: '1', ...entry }]);
    const [row] = await entriesById(ledger.database.client, ledger.asker.ledgerId, [recorded[0]?.id ?? '']);
    if (row) await ledger.run((db) => updateEntry(db, ledger.asker, row, { category }));
  };

  test('own words first, then what was taught, then the suggestion, then the lexicon, then other', async () => {
    const ledger = await open();
    expect(await filed(ledger, { note: 'xyzzy' })).toBe('other');
    expect(await filed(ledger, { note: 'lunch' })).toBe('dining');
    expect(await filed(ledger, { note: 'lunch', category: 'gifts' })).toBe('gifts');
    await teach(ledger, { note: 'lunch' }, 'family');
    expect(await filed(ledger, { note: 'lunch', category: 'gifts' })).toBe('family');
    expect(await filed(ledger, { note: 'lunch' })).toBe('family');
    expect(await filed(ledger, { note: 'lunch', category: 'gifts' }, 'lunch 5, gifts')).toBe('gifts');
    expect(await filed(ledger, { note: 'lunch', category: 'Gifts' }, 'LUNCH 5 GIFTS!')).toBe('gifts');
    // "gifts" does not stand in "giftshop".
    expect(await filed(ledger, { note: 'lunch', category: 'gifts' }, 'lunch 5 giftshop')).toBe('family');
  });

  test('what was taught holds for any spelling, for a merchant before its note, and for the newest lesson', async () => {
    const ledger = await open();
    await teach(ledger, { merchant: 'Café Müller', note: 'cake' }, 'gifts');
    expect(await filed(ledger, { merchant: 'CAFE  MULLER' })).toBe('gifts');
    expect(await filed(ledger, { merchant: 'café müller', note: 'taxi' })).toBe('gifts');
    expect(await filed(ledger, { note: 'cake' })).toBe('dining');
    expect(await filed(ledger, { merchant: ' ', note: 'Cafe Muller' })).toBe('gifts');
    await teach(ledger, { merchant: 'Café Müller' }, 'pets');
    expect(await filed(ledger, { merchant: 'cafe muller' })).toBe('pets');
  });

  test('a long note is remembered too', async () => {
    const ledger = await open();
    const note = 'taxi '.repeat(60);
    await teach(ledger, { note }, 'family');
    expect(await filed(ledger, { note })).toBe('family');
  });

  test('income has categories of its own; a refund goes where the money had gone', async () => {
    const ledger = await open();
    expect(await filed(ledger, { kind: 'income', note: 'xyzzy' })).toBe('other income');
    expect(await filed(ledger, { kind: 'income', note: 'lunch' })).toBe('other income');
    expect(await filed(ledger, { kind: 'refund', note: 'lunch' })).toBe('dining');
    expect(await filed(ledger, { kind: 'refund', note: 'xyzzy' })).toBe('other');
    await teach(ledger, { merchant: 'Acme' }, 'shopping');
    expect(await filed(ledger, { kind: 'refund', merchant: 'Acme' })).toBe('shopping');
    expect(await filed(ledger, { kind: 'income', merchant: 'Acme' })).toBe('other income');
  });

  test('what one ledger was taught, another does not know', async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    await teach(mine, { note: 'lunch' }, 'family');
    expect(await filed(other, { note: 'lunch' })).toBe('dining');
  });

  test('are named in any spelling and any of the languages', async () => {
    const ledger = await open();
    for (const name of ['groceries', 'GROCERIES', ' Groceries ', 'Lebensmittel']) {
      expect((await named(ledger, name)).name).toBe('groceries');
    }
    await expect(named(ledger, 'x'.repeat(5000))).rejects.toMatchObject({
      message: `There is no category "${'x'.repeat(40)}".`,
      hint: expect.stringContaining('groceries, dining'),
    });
  });

  test('are added under names that are free', async () => {
    const ledger = await open();
    await add(ledger, '  Kino   & Theater ');
    await add(ledger, '書籍 🎉');
    await add(ledger, "Robert'); DROP TABLE Entry;--");
    await add(ledger, 'royalties', 'income');
    const names = (await listCategories(ledger.database.client, ledger.asker.ledgerId)).map((each) => each.name);
    expect(names.slice(-4)).toEqual(['Kino & Theater', '書籍 🎉', "Robert'); DROP TABLE Entry;--", 'royalties']);
    expect((await named(ledger, 'kino & theater')).kind).toBe('expense');
    expect((await named(ledger, 'royalties')).kind).toBe('income');
    for (const taken of ['Dining', 'KINO & THEATER', 'total', ' Total']) {
      await expect(add(ledger, taken)).rejects.toThrow(/There is a category .* already/);
    }
    for (const none of ['', '  ', '\u0000', 'x'.repeat(41)]) {
      await expect(add(ledger, none)).rejects.toThrow('That is no name for a category.');
    }
  });

  test('keep their entries under a new name', async () => {
    const ledger = await open();
    await ledger.record([{ kind: 'expense', amount: '1', category: 'dining' }]);
    await rename(ledger, 'dining', 'Eating out');
    const entries = await listEntries(ledger.database.client, ledger.asker.ledgerId, {});
    expect((await viewEntries(ledger.database.client, ledger.asker.ledgerId, entries))[0]?.category).toBe('Eating out');
    await expect(rename(ledger, 'pets', 'eating OUT')).rejects.toThrow('There is a category "Eating out" already.');
    // Another spelling of its own name is free.
    await rename(ledger, 'Eating out', 'EATING OUT');
    expect((await named(ledger, 'eating out')).name).toBe('EATING OUT');
  });

  test('are still where their words belong under a new name that means the same', async () => {
    const ledger = await open();
    await rename(ledger, 'dining', 'Restaurants');
    expect(await filed(ledger, { note: 'lunch' })).toBe('Restaurants');
    // The name itself comes first.
    await add(ledger, 'dining');
    expect(await filed(ledger, { note: 'lunch' })).toBe('dining');
  });

  test('take entries, lessons and budgets along when they are merged', async () => {
    const ledger = await open();
    const { asker, database } = ledger;
    await teach(ledger, { merchant: 'Zoo' }, 'pets');
    const budget = (category: string, amount: string, period: 'weekly' | 'monthly') =>
      ledger.run(async (db) =>
        carryOut(db, asker, (await planBudget(db, asker, { category, amount, period })).changes),
      );
    await budget('pets', '10', 'weekly');
    await budget('pets', '20', 'monthly');
    await budget('family', '30', 'monthly');
    await merge(ledger, 'pets', 'family');
    const entries = await listEntries(database.client, asker.ledgerId, {});
    expect((await viewEntries(database.client, asker.ledgerId, entries)).map((view) => view.category)).toEqual([
      'family',
    ]);
    expect(await filed(ledger, { merchant: 'zoo' })).toBe('family');
    // Where both had a budget, the one merged into keeps its own.
    const states = await ledger.run((db) => budgetStates(db, asker));
    expect(states.map(({ name, every, budget: { minor } }) => [name, every, minor])).toEqual([
      ['family', 'weekly', 1000n],
      ['family', 'monthly', 3000n],
    ]);
    const left = (await listCategories(database.client, asker.ledgerId)).map((each) => each.name);
    expect(left).not.toContain('pets');
  });

  test('of different kinds, the same one, and the two that take the rest are not merged away', async () => {
    const ledger = await open();
    await expect(merge(ledger, 'dining', 'salary')).rejects.toThrow('"dining" is for expense, "salary" for income.');
    await expect(merge(ledger, 'dining', 'DINING')).rejects.toThrow('Those are the same category.');
    for (const name of ['other', 'other income']) {
      await expect(merge(ledger, name, name === 'other' ? 'dining' : 'salary')).rejects.toThrow(/so it stays/);
      await expect(rename(ledger, name, 'misc')).rejects.toThrow(/so it stays/);
    }
    await merge(ledger, 'dining', 'other');
    expect(await filed(ledger, { note: 'xyzzy' })).toBe('other');
  });
});
