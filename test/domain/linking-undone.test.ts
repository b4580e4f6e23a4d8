import { describe, expect, test } from 'vitest';
import { planRename, requireCategory } from '../../src/domain/categories.ts';
import { deleteEntries, findEntry, type NewEntry, updateEntry } from '../../src/domain/entries.ts';
import { undoLink } from '../../src/domain/linking.ts';
import { carryOut, undo } from '../../src/domain/operation.ts';
import { listCategories } from '../../src/store/categories.ts';
import { listEntries } from '../../src/store/entries.ts';
import { databases } from '../support/databases.ts';
import { accountOf, addTurn, heap, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const spend = (amount: string, note: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  amount,
  note,
  ...more,
});

const notes = async (ledger: TestLedger) => (await heap(ledger)).map((text) => text.split('|')[6]).sort();

describe.each(databases)('unlinking on $name', ({ openTestDatabase }) => {
  async function openPeople() {
    const database = await openTestDatabase();
    const people = [await openLedger(database), await openLedger(database), await openLedger(database)] as const;
    const [ann, bob, cid] = people;
    return {
      database,
      ann,
      bob,
      cid,
      of: { ann: await accountOf(ann), bob: await accountOf(bob), cid: await accountOf(cid) },
    };
  }

  test('restores both ledgers exactly, and can be done again', async () => {
    const { database, ann, bob, of } = await openPeople();
    await ann.record([spend('1', 'lunch'), spend('2', 'rent')]);
    await bob.record([spend('1', 'lunch'), { kind: 'income', amount: '900', note: 'salary' }]);
    await bob.record([spend('5', 'shoes', { kind: 'refund' })]);
    const before = [await ann.state(), await bob.state()];
    for (let round = 0; round < 3; round++) {
      expect(await link(ann, bob)).toMatchObject({ entries: 3 });
      const result = await part(ann, of.bob);
      expect(result).toMatchObject({ entries: 3, staying: 0, accounts: [of.bob], personId: bob.asker.personId });
      expect([await ann.state(), await bob.state()]).toEqual(before);
    }
    expect(await database.client.link.count({ where: { undoneAt: null } })).toBe(0);
  });

  test('is refused where there is nothing to unlink', async () => {
    const { ann, bob, cid, of } = await openPeople();
    const nothing = { name: 'InputError', message: expect.stringMatching('not linked'), hint: expect.any(String) };
    await expect(part(ann, of.ann)).rejects.toMatchObject(nothing);
    await link(ann, bob);
    await expect(part(cid, of.bob)).rejects.toMatchObject(nothing);
    await part(ann, of.bob);
    await expect(part(bob, of.bob)).rejects.toMatchObject(nothing);
  });

  test('can be asked for by the account that the others came to: the latest of them goes', async () => {
    const { ann, bob, cid, of } = await openPeople();
    await link(ann, bob);
    await link(ann, cid);
    expect(await part(ann, of.ann)).toMatchObject({ accounts: [of.cid], personId: cid.asker.personId });
    expect(await part(ann, of.ann)).toMatchObject({ accounts: [of.bob], personId: bob.asker.personId });
    await expect(part(ann, of.ann)).rejects.toThrow(/not linked/);
  });

  test('can be asked for by its id, by whom it was made to alone', async () => {
    const { ann, bob, cid, of } = await openPeople();
    const { linkId } = await link(ann, bob);
    await link(ann, cid);
    const undo = (ledger: TestLedger) => ledger.run((db) => undoLink(db, ledger.asker, linkId));
    await expect(undo(cid)).rejects.toThrow(/undone already/);
    expect(await undo(ann)).toMatchObject({ accounts: [of.bob] });
    await expect(undo(ann)).rejects.toThrow(/undone already/);
  });

  test('leaves what was recorded since where it was recorded, and counts it', async () => {
    const { ann, bob, of } = await openPeople();
    await bob.record([spend('1', 'before')]);
    await link(ann, bob);
    const turnId = await ann.run((db) => addTurn(db, of.bob, ann.asker.personId));
    await ann.record([spend('2', 'since'), spend('3', 'since too')], '', { ...ann.asker, turnId });
    await ann.record([spend('4', 'hers')]);
    expect(await part(ann, of.bob)).toMatchObject({ entries: 1, staying: 2 });
    expect(await notes(bob)).toEqual(['before']);
    expect(await notes(ann)).toEqual(['hers', 'since', 'since too']);
  });

  test('takes home what still stands, as it was changed since', async () => {
    const { ann, bob, of } = await openPeople();
    await bob.record([spend('1', 'kept'), spend('2', 'deleted'), spend('3', 'moved')]);
    await link(ann, bob);
    await ann.run(async (db) => {
      const [entry] = await listEntries(db, ann.asker.ledgerId, { texts: ['deleted'] });
      await deleteEntries(db, ann.asker, entry ? [entry] : []);
      await updateEntry(db, ann.asker, await findEntry(db, ann.asker, 'last'), { amount: '3.33', category: 'gifts' });
    });
    expect(await part(ann, of.bob)).toMatchObject({ entries: 2 });
    expect((await heap(bob)).map((text) => text.split('|').slice(2, 7).join(' ')).sort()).toEqual([
      '1.00 EUR other  kept',
      '3.33 EUR gifts  moved',
    ]);
    expect(await notes(ann)).toEqual([]);
  });

  test('leaves the undo of the one who was kept usable', async () => {
    const { ann, bob, of } = await openPeople();
    await bob.record([spend('1', 'his')]);
    await link(ann, bob);
    const mine = await ann.record([spend('2', 'hers')]);
    await ann.run(async (db) => {
      const [his] = await listEntries(db, ann.asker.ledgerId, { texts: ['his'] });
      if (his) await updateEntry(db, ann.asker, his, { amount: '9' });
    });
    await part(ann, of.bob);
    // Her latest change was to an entry that is not hers any more.
    expect(await ann.run((db) => undo(db, ann.asker))).toMatchObject({ operationId: mine.operationId });
    expect((await heap(bob))[0]).toContain('|9.00|');
    await expect(bob.run((db) => undo(db, bob.asker))).rejects.toThrow('changed again');
  });

  test('files under "other" what bears a name that is unknown at home', async () => {
    const { ann, bob, of } = await openPeople();
    await bob.record([spend('1', 'lunch'), { kind: 'income', amount: '9', note: 'salary' }]);
    await link(ann, bob);
    for (const [from, to] of [
      ['dining', 'feasts'],
      ['salary', 'wages'],
    ] as const) {
      await ann.run(async (db) => {
        const category = requireCategory(await listCategories(db, ann.asker.ledgerId), from);
        await carryOut(db, ann.asker, await planRename(db, ann.asker, category, to));
      });
    }
    await part(ann, of.bob);
    expect((await heap(bob)).map((text) => text.split('|')[4]).sort()).toEqual(['other', 'other income']);
  });

  test('undoes links of links one by one, the latest first', async () => {
    const { ann, bob, cid, of } = await openPeople();
    await ann.record([spend('1', 'ann')]);
    await bob.record([spend('2', 'bob')]);
    await cid.record([spend('3', 'cid')]);
    const before = [await ann.state(), await bob.state(), await cid.state()];
    await link(bob, cid);
    const middle = [await ann.state(), await bob.state()];
    expect(await link(ann, bob)).toMatchObject({ entries: 2, accounts: 2 });
    expect(await notes(ann)).toEqual(['ann', 'bob', 'cid']);
    // From either account: the link brought both.
    expect((await part(ann, of.cid)).accounts).toEqual([of.bob, of.cid]);
    expect([await ann.state(), await bob.state()]).toEqual(middle);
    await part(bob, of.cid);
    expect([await ann.state(), await bob.state(), await cid.state()]).toEqual(before);
  });

  test('undoes two links to one person in any order', async () => {
    const { ann, bob, cid, of } = await openPeople();
    await bob.record([spend('2', 'bob')]);
    await cid.record([spend('3', 'cid')]);
    const before = [await ann.state(), await bob.state(), await cid.state()];
    await link(ann, bob);
    await link(ann, cid);
    await part(ann, of.bob);
    expect(await notes(bob)).toEqual(['bob']);
    expect(await notes(ann)).toEqual(['cid']);
    await part(ann, of.cid);
    expect([await ann.state(), await bob.state(), await cid.state()]).toEqual(before);
  });

  test('can be linked the other way round after', async () => {
    const { ann, bob, of } = await openPeople();
    await ann.record([spend('1', 'ann')]);
    await bob.record([spend('2', 'bob')]);
    await link(ann, bob);
    await part(ann, of.bob);
    await link(bob, ann);
    expect(await notes(bob)).toEqual(['ann', 'bob']);
    await part(bob, of.ann);
    expect(await notes(ann)).toEqual(['ann']);
  });
});
