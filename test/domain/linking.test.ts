import { describe, expect, test } from 'vitest';
import { planBudget } from '../../src/domain/budgets.ts';
import { planMerge, planNewCategory, requireCategory } from '../../src/domain/categories.ts';
import { findEntry, type NewEntry, updateEntry } from '../../src/domain/entries.ts';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import { listBudgets } from '../../src/store/budgets.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database } from '../../src/store/database.ts';
import { accountsOf } from '../../src/store/links.ts';
import { findPerson, type Role } from '../../src/store/people.ts';
import { addProposal } from '../../src/store/proposals.ts';
import { finishedTurns } from '../../src/store/turns.ts';
import { databases } from '../support/databases.ts';
import { accountOf, addTurn, everythingOfOthers, heap, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const spend = (amount: string, note: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  amount,
  note,
  ...more,
});

const addCategory = (ledger: TestLedger, name: string, kind: 'expense' | 'income' = 'expense') =>
  ledger.run(async (db) => carryOut(db, ledger.asker, await planNewCategory(db, ledger.asker, name, kind)));

const setBudget = (ledger: TestLedger, category: string, amount: string, currency = 'EUR') =>
  ledger.run(async (db) => {
    const plan = await planBudget(db, ledger.asker, { category, amount, currency, period: 'monthly' });
    return await carryOut(db, ledger.asker, plan.changes);
  });

const merge = (ledger: TestLedger, from: string, into: string) =>
  ledger.run(async (db) => {
    const all = await listCategories(db, ledger.asker.ledgerId);
    const plan = await planMerge(db, ledger.asker, requireCategory(all, from), requireCategory(all, into));
    return await carryOut(db, ledger.asker, plan);
  });

const teach = (ledger: TestLedger, note: string, category: string) =>
  ledger.run(async (db) => {
    const entry = await findEntry(db, ledger.asker, 'last');
    await updateEntry(db, ledger.asker, entry, { note, category });
  });

async function budgetsOf({ database, asker }: TestLedger): Promise<string[]> {
  const names = new Map((await listCategories(database.client, asker.ledgerId)).map(({ id, name }) => [id, name]));
  const budgets = await listBudgets(database.client, asker.ledgerId);
  return budgets
    .map(({ scope, amount, period }) => `${names.get(scope) ?? scope} ${amount.minor} ${amount.currency} ${period}`)
    .sort();
}

const namesOf = async ({ database, asker }: TestLedger) =>
  (await listCategories(database.client, asker.ledgerId)).map(({ name, kind }) => `${name}/${kind}`);

describe.each(databases)('linking on $name', ({ openTestDatabase }) => {
  async function openPeople() {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    return { database, ann, bob, his: await accountOf(bob) };
  }

  async function openShared(database: Database, id: string, roles: [TestLedger, Role][]) {
    const createdAt = new Date(0);
    await database.client.ledger.create({ data: { id, name: id, kind: 'shared', createdAt } });
    const data = roles.map(([{ asker }, role]) => ({ ledgerId: id, personId: asker.personId, role, createdAt }));
    await database.client.member.createMany({ data });
  }
  const rolesIn = async (database: Database, ledgerId: string, people: Record<string, TestLedger>) => {
    const members = await database.client.member.findMany({ where: { ledgerId } });
    const nameOf = (id: string) => Object.entries(people).find(([, { asker }]) => asker.personId === id)?.[0];
    return members.map(({ personId, role }) => `${nameOf(personId)} ${role}`).sort();
  };

  test('puts the entries of both into the kept ledger: none lost, none twice', async () => {
    const { ann, bob } = await openPeople();
    await ann.record([spend('1', 'lunch'), spend('2', 'taxi')]);
    await bob.record([spend('1', 'lunch'), spend('3.50', 'rent', { currency: 'USD' }), spend('900', 'pay')]);
    const both = [...(await heap(ann)), ...(await heap(bob))].sort();
    const result = await link(ann, bob);
    expect(result).toMatchObject({ entries: 3, categories: 0, accounts: 1, memberships: 0 });
    expect(result.personId).toBe(ann.asker.personId);
    expect(result.ledgerId).toBe(ann.asker.ledgerId);
    expect(await heap(ann)).toEqual(both);
    expect(await heap(bob)).toEqual([]);
  });

  test('moves the account, and keeps the person and preferences of the one who made the code', async () => {
    const { database, ann, bob } = await openPeople();
    await database.client.person.update({ where: { id: bob.asker.personId }, data: { currency: 'JPY' } });
    const account = await accountOf(bob);
    await link(ann, bob);
    const person = await findPerson(database.client, account.platform, account.externalId);
    expect(person).toMatchObject({ id: ann.asker.personId, currency: null });
    expect(await accountsOf(database.client, ann.asker.personId)).toHaveLength(2);
  });

  test('makes entries that came along the last ones of the kept person', async () => {
    const { ann, bob } = await openPeople();
    await ann.record([spend('1', 'hers')]);
    await bob.record([spend('2', 'his')]);
    await link(ann, bob);
    expect(await ann.run((db) => findEntry(db, ann.asker, 'last'))).toMatchObject({ note: 'his' });
  });

  test('works for somebody who may only look at the ledger where they ask', async () => {
    const { ann, bob } = await openPeople();
    await bob.record([spend('2', 'his')]);
    const viewer = { ...bob, asker: { ...bob.asker, role: 'viewer', ledgerId: 'some group' } as const };
    expect(await link(ann, viewer)).toMatchObject({ entries: 1 });
  });

  test('makes the categories that are missing, and not those that the kept person gave up', async () => {
    const { ann, bob } = await openPeople();
    await addCategory(ann, 'Café Society');
    await merge(ann, 'pets', 'family');
    await merge(ann, 'travel', 'transport');
    await addCategory(bob, 'CAFE SOCIETY');
    await addCategory(bob, 'hobbies');
    await bob.record([
      spend('1', 'cake', { category: 'cafe society' }),
      spend('2', 'glue', { category: 'hobbies' }),
      spend('3', 'flight', { category: 'travel' }),
    ]);
    const before = await namesOf(ann);
    expect(await link(ann, bob)).toMatchObject({ entries: 3, categories: 2 });
    expect((await namesOf(ann)).filter((name) => !before.includes(name)).sort()).toEqual([
      'hobbies/expense',
      'travel/expense',
    ]);
    expect((await heap(ann)).map((text) => text.split('|')[4]).sort()).toEqual(['Café Society', 'hobbies', 'travel']);
  });

  test('keeps income apart from spending under one name', async () => {
    const { ann, bob, his } = await openPeople();
    await addCategory(ann, 'side job');
    await addCategory(ann, 'side job (income)');
    await addCategory(bob, 'side job', 'income');
    await bob.record([{ kind: 'income', amount: '50', note: 'gig', category: 'side job' }]);
    const home = await bob.state();
    await link(ann, bob);
    expect((await heap(ann))[0]).toContain('|side job (income 2)|');
    await part(ann, his);
    expect(await bob.state()).toEqual(home);
  });

  test('takes budgets and remembered merchants along where the kept ledger has none', async () => {
    const { ann, bob } = await openPeople();
    await setBudget(ann, 'dining', '100');
    await setBudget(ann, 'total', '1000');
    await setBudget(bob, 'dining', '300', 'USD');
    await setBudget(bob, 'groceries', '200');
    await setBudget(bob, 'total', '5');
    await ann.record([spend('1', 'x')]);
    await teach(ann, 'kiosk', 'dining');
    await bob.record([spend('1', 'x')]);
    await teach(bob, 'kiosk', 'groceries');
    await bob.record([spend('1', 'y')]);
    await teach(bob, 'corner', 'gifts');
    expect(await link(ann, bob)).toMatchObject({ budgets: 1, merchants: 1 });
    expect(await budgetsOf(ann)).toEqual([
      'dining 10000 EUR monthly',
      'groceries 20000 EUR monthly',
      'total 100000 EUR monthly',
    ]);
    const { recorded } = await ann.record([spend('1', 'kiosk'), spend('1', 'corner')]);
    expect(recorded.map((entry) => entry.category)).toEqual(['dining', 'gifts']);
  });

  test('carries memberships over, with the higher role', async () => {
    const { database, ann, bob, his } = await openPeople();
    const people = { ann, bob };
    await openShared(database, 'up', [
      [ann, 'viewer'],
      [bob, 'owner'],
    ]);
    await openShared(database, 'down', [
      [ann, 'admin'],
      [bob, 'member'],
    ]);
    await openShared(database, 'new', [[bob, 'member']]);
    expect(await link(ann, bob)).toMatchObject({ memberships: 2 });
    for (const [ledger, role] of Object.entries({ up: 'owner', down: 'admin', new: 'member' })) {
      expect(await rolesIn(database, ledger, people)).toEqual([`ann ${role}`]);
    }
    await part(ann, his);
    expect(await rolesIn(database, 'up', people)).toEqual(['ann viewer', 'bob owner']);
    expect(await rolesIn(database, 'down', people)).toEqual(['ann admin', 'bob member']);
    expect(await rolesIn(database, 'new', people)).toEqual(['bob member']);
  });

  test('gives no role back that was taken away since', async () => {
    const { database, ann, bob, his } = await openPeople();
    const people = { ann, bob };
    for (const id of ['kicked', 'lowered']) await openShared(database, id, [[bob, 'admin']]);
    await openShared(database, 'both', [
      [ann, 'member'],
      [bob, 'owner'],
    ]);
    await link(ann, bob);
    await database.client.member.deleteMany({ where: { ledgerId: 'kicked' } });
    await database.client.member.updateMany({
      where: { ledgerId: { in: ['lowered', 'both'] } },
      data: { role: 'viewer' },
    });
    await part(ann, his);
    expect(await rolesIn(database, 'kicked', people)).toEqual([]);
    expect(await rolesIn(database, 'lowered', people)).toEqual(['bob viewer']);
    expect(await rolesIn(database, 'both', people)).toEqual(['ann viewer', 'bob viewer']);
  });

  test('cancels what waits for the yes of somebody who is nobody now', async () => {
    const { database, ann, bob } = await openPeople();
    for (const { asker } of [ann, bob]) {
      const { personId, ledgerId } = asker;
      const what = { conversation: 'c', turnId: personId, tool: 'undo', args: '{}', fingerprint: '' };
      await ann.run((db) => addProposal(db, { personId, ledgerId, ...what, expiresAt: new Date(9) }, new Date(0)));
    }
    await link(ann, bob);
    const states = await database.client.proposal.findMany({ orderBy: { id: 'asc' } });
    expect(states.map((each) => each.state)).toEqual(['pending', 'cancelled']);
  });

  test('makes one history of two, and gives back what was said before', async () => {
    const { database, ann, bob, his } = await openPeople();
    const hers = await accountOf(ann);
    const { personId } = ann.asker;
    const turn = (account: typeof hers, person: string | null, where = 'here') =>
      ann.run((db) => addTurn(db, account, person, where));
    const first = await turn(hers, personId);
    const second = await turn(his, bob.asker.personId);
    const running = await turn(his, null);
    await link(ann, bob);
    await database.client.turn.update({ where: { id: running }, data: { personId, state: 'done', reply: '{}' } });
    const since = await turn(his, personId);
    const historyOf = async (id: string) =>
      (await finishedTurns(database.client, 'here', id, 'z', 9)).map(({ id }) => id);
    expect(await historyOf(personId)).toEqual([first, second, running, since]);
    expect(await historyOf(bob.asker.personId)).toEqual([]);
    await part(ann, his);
    // What was said as one person may quote the other's money.
    expect(await historyOf(personId)).toEqual([first, since]);
    expect(await historyOf(bob.asker.personId)).toEqual([second, running]);
  });

  test('leaves everybody else as they were', async () => {
    const { database, ann, bob, his } = await openPeople();
    const cid = await openLedger(database);
    await cid.record([spend('7', 'lunch')]);
    await setBudget(cid, 'dining', '70');
    await openShared(database, 'flat', [
      [cid, 'owner'],
      [bob, 'member'],
    ]);
    const inFlat = { ...cid, asker: { ...cid.asker, ledgerId: 'flat' } };
    await addCategory(inFlat, 'other');
    await inFlat.record([spend('8', 'sofa', { category: 'other' })]);
    await cid.run(async (db) => addTurn(db, await accountOf(cid), cid.asker.personId));
    await bob.record([spend('9', 'his')]);
    const others = () => everythingOfOthers(database, [ann, bob]);
    const before = await others();
    expect(before).toContain('sofa');
    await link(ann, bob);
    expect(await others()).toBe(before);
    await part(ann, his);
    expect(await others()).toBe(before);
  });

  test('puts the changes of before out of the reach of the other one', async () => {
    const { ann, bob } = await openPeople();
    const hers = await ann.record([spend('1', 'hers')]);
    const done = await bob.record([spend('2', 'his')]);
    await link(ann, bob);
    // Bob's account acts for Ann now.
    await expect(ann.run((db) => undo(db, ann.asker, done.operationId))).rejects.toMatchObject({ name: 'InputError' });
    // A message of Bob's that was on its way.
    await expect(bob.run((db) => undo(db, bob.asker))).rejects.toMatchObject({ name: 'InputError' });
    expect(await ann.run((db) => undo(db, ann.asker))).toMatchObject({ operationId: hers.operationId });
    await expect(ann.run((db) => undo(db, ann.asker))).rejects.toThrow('nothing to undo');
    expect((await heap(ann)).map((text) => text.split('|')[6])).toEqual(['his']);
  });

  test('does not let a category go by undo that entries came along into', async () => {
    const { ann, bob } = await openPeople();
    const added = await addCategory(ann, 'hobbies');
    await addCategory(bob, 'hobbies');
    await bob.record([spend('2', 'glue', { category: 'hobbies' })]);
    await link(ann, bob);
    await expect(ann.run((db) => undo(db, ann.asker, added))).rejects.toThrow('changed again');
  });

  test('leaves redo and undo of both as they were, once it is undone', async () => {
    const { ann, bob, his } = await openPeople();
    await bob.record([spend('2', 'his')]);
    const gone = await bob.record([spend('3', 'gone')]);
    await bob.run((db) => undo(db, bob.asker));
    await link(ann, bob);
    await part(ann, his);
    expect(await bob.run((db) => redo(db, bob.asker))).toMatchObject({ operationId: gone.operationId });
    await bob.run((db) => undo(db, bob.asker));
    await bob.run((db) => undo(db, bob.asker));
    expect(await heap(bob)).toEqual([]);
  });
});
