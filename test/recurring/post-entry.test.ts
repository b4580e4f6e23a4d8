import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planMerge, planNewCategory } from '../../src/domain/categories.ts';
import { deleteEntries, findEntry, type NewEntry } from '../../src/domain/entries.ts';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import { cameAnyway, postedBetween, recurringEntries } from '../../src/domain/recurring-entries.ts';
import { payloadOf, readPayload } from '../../src/domain/recurring-payload.ts';
import { addDays } from '../../src/period.ts';
import {
  planRecurringChange,
  planRecurringEnd,
  planRecurringSkip,
  requireRecurring,
} from '../../src/recurring/arrange-entries.ts';
import { listCategories } from '../../src/store/categories.ts';
import { listEntries } from '../../src/store/entries.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { recount, sumsOf } from '../domain/recount.ts';
import { databases } from '../support/databases.ts';
import { arrange, at, monthlyOn, posted, postUpTo, rent } from './arranged.ts';

const only = async ({ database, asker }: TestLedger) =>
  requireRecurring(await recurringEntries(database.client, asker.ledgerId));
const next = async (ledger: TestLedger) => (await only(ledger)).nextAt.toString();

test('what a schedule keeps of an entry is read again as it was', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom('expense', 'income'),
        amount: fc.record({ minor: fc.bigInt({ min: 1n, max: 10n ** 17n }), currency: fc.constantFrom('EUR', 'JPY') }),
        categoryId: fc.string({ minLength: 1 }),
        merchant: fc.option(fc.string({ minLength: 1, unit: 'binary' })),
        note: fc.option(fc.string({ minLength: 1 })),
      }),
      (charge) => {
        expect(readPayload(JSON.parse(JSON.stringify(payloadOf(charge))))).toEqual(charge);
      },
    ),
  );
  expect(() => readPayload({ text: 'log cash' })).toThrow();
});

describe.each(databases)('recurring entries on $name', ({ openTestDatabase }) => {
  const open = async (now: string) => {
    const database = await openTestDatabase();
    return { ...(await openLedger(database, { now })), database };
  };

  test('are posted at six in the morning of their day, by the person’s clock, once', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    const plan = await arrange(ledger, rent, monthlyOn(1));
    expect(plan).toMatchObject({ postsToday: false });
    expect(plan.next.toString()).toBe('2026-12-01T05:00:00Z');
    await postUpTo(ledger.database, '2026-12-01T04:59:59Z');
    expect(await posted(ledger)).toEqual([]);
    await postUpTo(ledger.database, '2026-12-01T05:00:00Z');
    await postUpTo(ledger.database, '2026-12-01T05:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 900.00 EUR rent']);
    const [entry] = await ledger.database.client.entry.findMany({ where: { ledgerId: ledger.asker.ledgerId } });
    expect(entry).toMatchObject({ scheduleId: plan.id, turnId: null, merchantKey: 'rent', homeMinor: 90_000n });
    expect(await next(ledger)).toBe('2027-01-01T05:00:00Z');
  });

  test('of a time when Purser was away are there with the days that they belong to, short months and clocks included', async () => {
    const ledger = await open('2026-01-15T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(31));
    await arrange(ledger, { kind: 'income', amount: '2500.50', note: 'salary' }, monthlyOn(25));
    const report = await postUpTo(ledger.database, '2026-06-30T12:00:00Z');
    expect(report).toMatchObject({ ran: 12, failed: 0 });
    const ends = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];
    const pay = ['01', '02', '03', '04', '05', '06'].map((month) => `2026-${month}-25 2500.50 EUR salary`);
    expect(await posted(ledger)).toEqual([...ends.map((day) => `${day} 900.00 EUR rent`), ...pay].toSorted());
    const { client } = ledger.database;
    expect(await sumsOf(client, ledger.asker.ledgerId)).toEqual(await recount(client, ledger.asker.ledgerId));
  });

  test('every other Friday come on each fourteenth day', async () => {
    const ledger = await open('2026-02-20T12:00:00Z');
    const cadence = { repeats: 'every', count: 2, unit: 'week', from: '2026-02-27', at: '06:00' } as const;
    await arrange(ledger, { kind: 'expense', amount: '60', note: 'cleaning' }, cadence);
    await postUpTo(ledger.database, '2026-12-31T12:00:00Z');
    const days = (await posted(ledger)).map((text) => text.slice(0, 10));
    // The 58th day of the year, and then by day numbers alone.
    const expected = Array.from({ length: 22 }, (_, index) => 58 + 14 * index).map((day) =>
      new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10),
    );
    expect(days).toEqual(expected);
    expect(new Set(days.map((day) => new Date(day).getUTCDay()))).toEqual(new Set([5]));
  });

  test('end with the last day that was said', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, { ...monthlyOn(15), until: '2027-01-31' });
    await postUpTo(ledger.database, '2027-12-31T12:00:00Z');
    expect((await posted(ledger)).map((text) => text.slice(0, 10))).toEqual(['2026-12-15', '2027-01-15']);
    expect(await recurringEntries(ledger.database.client, ledger.asker.ledgerId)).toEqual([]);
  });

  test('said on their own day are there at once, and gone with one undo', async () => {
    const ledger = await open('2026-12-01T09:00:00Z');
    const plan = await arrange(ledger, rent, monthlyOn(1));
    expect(plan.postsToday).toBe(true);
    expect(plan.next.toString()).toBe('2027-01-01T05:00:00Z');
    await postUpTo(ledger.database, '2026-12-31T12:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 900.00 EUR rent']);
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await posted(ledger)).toEqual([]);
    await postUpTo(ledger.database, '2027-01-01T12:00:00Z');
    expect(await posted(ledger)).toEqual([]);
    await ledger.run((db) => redo(db, ledger.asker));
    await postUpTo(ledger.database, '2027-01-01T12:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 900.00 EUR rent', '2027-01-01 900.00 EUR rent']);
  });

  test('said before six of their own day wait for it', async () => {
    const ledger = await open('2026-12-01T04:00:00Z');
    expect(await arrange(ledger, rent, monthlyOn(1))).toMatchObject({ postsToday: false });
    await postUpTo(ledger.database, '2026-12-01T05:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 900.00 EUR rent']);
  });

  test('are not there twice where today’s was written by hand', async () => {
    const ledger = await open('2026-12-01T09:00:00Z');
    await ledger.record([{ ...rent, note: 'Rent' }]);
    expect(await arrange(ledger, rent, monthlyOn(1))).toMatchObject({ postsToday: false });
    expect(await posted(ledger)).toHaveLength(1);
  });

  test('are left out once when they are skipped', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(1));
    const { asker, database } = ledger;
    const skip = await planRecurringSkip(database.client, asker, await only(ledger));
    expect(skip.skipped).toBe('2026-12-01');
    await ledger.run((db) => carryOut(db, asker, skip.changes));
    await postUpTo(database, '2027-02-01T12:00:00Z');
    expect((await posted(ledger)).map((text) => text.slice(0, 10))).toEqual(['2027-01-01', '2027-02-01']);
  });

  test('change their amount from the next one on, and undo and redo take it back and forth', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(1));
    await postUpTo(ledger.database, '2026-12-01T12:00:00Z');
    const december = at(ledger, '2026-12-02T12:00:00Z');
    const before = await december.state();
    const plan = await planRecurringChange(ledger.database.client, december.asker, await only(ledger), {
      amount: '950',
    });
    await december.run((db) => carryOut(db, december.asker, plan.changes));
    const after = await december.state();
    await december.run((db) => undo(db, december.asker));
    expect(await december.state()).toEqual(before);
    await december.run((db) => redo(db, december.asker));
    expect(await december.state()).toEqual(after);
    await postUpTo(ledger.database, '2027-01-01T12:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 900.00 EUR rent', '2027-01-01 950.00 EUR rent']);
  });

  test('that were stopped and come back make up for what they missed', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(1));
    const stop = await planRecurringEnd(ledger.database.client, await only(ledger));
    await ledger.run((db) => carryOut(db, ledger.asker, stop));
    await postUpTo(ledger.database, '2027-01-02T12:00:00Z');
    expect(await posted(ledger)).toEqual([]);
    const back = at(ledger, '2027-01-02T12:00:00Z');
    await back.run((db) => undo(db, back.asker));
    await postUpTo(ledger.database, '2027-01-02T12:00:00Z');
    expect((await posted(ledger)).map((text) => text.slice(0, 10))).toEqual(['2026-12-01', '2027-01-01']);
  });

  test('are refused where the same comes on the same days, once, or never', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(1));
    await expect(arrange(ledger, { ...rent, note: 'RENT', amount: '950' }, monthlyOn(1))).rejects.toThrow(
      'rent €900.00 comes by itself on those days already.',
    );
    await arrange(ledger, rent, monthlyOn(15));
    const once = { repeats: 'once', instant: '2026-12-01T06:00:00Z' } as const;
    await expect(arrange(ledger, rent, once)).rejects.toThrow('That comes only once.');
    await expect(arrange(ledger, rent, { ...monthlyOn(1), until: '2026-11-30' })).rejects.toThrow('That never comes.');
    await expect(arrange(ledger, { ...rent, amount: '0' }, monthlyOn(2))).rejects.toThrow('The amount is zero.');
  });

  test('go where their category was merged into, and where it is gone to those that fit nowhere', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    const { asker, database } = ledger;
    await arrange(ledger, { ...rent, category: 'housing' }, monthlyOn(1));
    const named = async (name: string) => {
      const found = (await listCategories(database.client, asker.ledgerId)).find((each) => each.name === name);
      if (!found) throw new Error(`no category ${name}`);
      return found;
    };
    const merge = await planMerge(database.client, asker, await named('housing'), await named('utilities'));
    await ledger.run((db) => carryOut(db, asker, merge));
    expect((await only(ledger)).category).toBe('utilities');
    await postUpTo(database, '2026-12-01T12:00:00Z');
    // A category that went without a word, as with an unlinked account.
    const payload = JSON.stringify(payloadOf({ ...(await only(ledger)), categoryId: 'gone' }));
    await database.client.schedule.updateMany({ where: { ledgerId: asker.ledgerId }, data: { payload } });
    await postUpTo(database, '2027-01-01T12:00:00Z');
    const places = (await listEntries(database.client, asker.ledgerId, {}, 'oldest')).map((each) => each.categoryId);
    expect(places).toEqual([(await named('utilities')).id, (await named('other')).id]);
    const january = await postedBetween(
      database.client,
      asker.ledgerId,
      new Date('2027-01-01T00:00:00Z'),
      new Date('2027-01-02T00:00:00Z'),
    );
    expect(january).toMatchObject([{ lostCategory: true, entry: { day: '2027-01-01' } }]);
  });

  test('keep the category that they need: an undo does not take it away', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    const { asker } = ledger;
    const boats = await ledger.run(async (db) =>
      carryOut(db, asker, await planNewCategory(db, asker, 'boats', 'expense')),
    );
    await arrange(ledger, { ...rent, category: 'boats' }, monthlyOn(1));
    await expect(ledger.run((db) => undo(db, asker, boats))).rejects.toThrow('That was changed again since.');
    await ledger.run((db) => undo(db, asker));
    await ledger.run((db) => undo(db, asker));
  });

  test('are recognised when somebody writes them by hand as well', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, rent, monthlyOn(1));
    await postUpTo(ledger.database, '2026-12-01T12:00:00Z');
    const { client } = ledger.database;
    const written = async (entry: Partial<NewEntry>) => {
      const { recorded } = await ledger.record([{ ...rent, date: '2026-12-03', ...entry }]);
      return (await cameAnyway(client, ledger.asker.ledgerId, recorded)).length;
    };
    expect(await written({ note: 'Rent' })).toBe(1);
    expect(await written({ date: '2026-12-04' })).toBe(0);
    expect(await written({ amount: '901' })).toBe(0);
    expect(await written({ currency: 'USD' })).toBe(0);
    expect(await written({ note: 'boat rent' })).toBe(0);
    const other = await openLedger(ledger.database, { now: '2026-12-02T12:00:00Z' });
    const { recorded } = await other.record([rent]);
    expect(await cameAnyway(client, other.asker.ledgerId, recorded)).toEqual([]);
  });

  test('in a currency without a rate are posted like any entry, and yen have no decimals', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    await arrange(ledger, { ...rent, amount: '12000', currency: 'JPY' }, monthlyOn(1));
    await postUpTo(ledger.database, '2026-12-01T12:00:00Z');
    expect(await posted(ledger)).toEqual(['2026-12-01 12000 JPY rent']);
    const { client } = ledger.database;
    expect(await sumsOf(client, ledger.asker.ledgerId)).toEqual(await recount(client, ledger.asker.ledgerId));
  });

  test('are deleted one by one as any entry, and “the last” never means one that came by itself', async () => {
    const ledger = await open('2026-11-30T12:00:00Z');
    const { asker, database } = ledger;
    await arrange(ledger, rent, monthlyOn(1));
    await ledger.record([{ kind: 'expense', amount: '12', note: 'lunch' }]);
    await postUpTo(database, '2026-12-01T12:00:00Z');
    expect((await findEntry(database.client, asker, 'last')).note).toBe('lunch');
    const all = await listEntries(database.client, asker.ledgerId, {});
    const came = all.filter(({ note }) => note === 'rent');
    await ledger.run((db) => deleteEntries(db, asker, came));
    await postUpTo(database, '2027-01-01T12:00:00Z');
    expect((await posted(ledger)).map((text) => text.slice(0, 10))).toEqual(['2026-11-30', '2027-01-01']);
  });

  test('are a person’s in one ledger, and nothing to other people', async () => {
    const database = await openTestDatabase();
    const now = '2026-11-22T12:00:00Z';
    const [ann, bob] = [await openLedger(database, { now }), await openLedger(database, { now })];
    await arrange(ann, rent, monthlyOn(1));
    await arrange(bob, { ...rent, amount: '700' }, monthlyOn(1));
    await postUpTo(database, '2026-12-01T12:00:00Z');
    expect(await posted(ann)).toEqual(['2026-12-01 900.00 EUR rent']);
    expect(await posted(bob)).toEqual(['2026-12-01 700.00 EUR rent']);
    expect((await only(bob)).amount.minor).toBe(70_000n);
  });

  test('of a shared ledger are its people’s to change, and end when their owner has left', async () => {
    const database = await openTestDatabase();
    const now = '2026-11-22T12:00:00Z';
    const [ann, bob] = [await openLedger(database, { now }), await openLedger(database, { now })];
    const ledgerId = ann.asker.ledgerId;
    await database.client.ledger.update({ where: { id: ledgerId }, data: { kind: 'shared' } });
    const { personId } = bob.asker;
    const bobs = { ...bob, asker: { ...bob.asker, ledgerId, role: 'member' as const } };
    const membership = { ledgerId, personId, role: 'member', createdAt: new Date(now) };
    await database.client.member.create({ data: membership });
    await arrange(bobs, rent, monthlyOn(1));
    const plan = await planRecurringChange(database.client, ann.asker, await only(ann), { amount: '950' });
    await ann.run((db) => carryOut(db, ann.asker, plan.changes));
    await postUpTo(database, '2026-12-01T12:00:00Z');
    expect(await posted(ann)).toEqual(['2026-12-01 950.00 EUR rent']);
    expect(await posted(bob)).toEqual([]);
    await database.client.member.delete({ where: { ledgerId_personId: { ledgerId, personId } } });
    await postUpTo(database, '2027-01-01T12:00:00Z');
    expect(await posted(ann)).toHaveLength(1);
    const [row] = await database.client.schedule.findMany({ where: { ledgerId } });
    expect(row).toMatchObject({
      state: 'ended',
      lastError: 'Whoever arranged it does not keep this ledger any more.',
    });
  });

  test('are there once, whoever posts them and whoever is killed at it', async () => {
    const ledger = await open('2026-11-22T12:00:00Z');
    const { database } = ledger;
    for (let day = 1; day <= 6; day++) await arrange(ledger, { ...rent, note: `bill ${day}` }, monthlyOn(day));
    const now = '2026-12-06T12:00:00Z';
    const script = fileURLToPath(new URL('post-and-die.ts', import.meta.url));
    const died = promisify(execFile)(process.execPath, [script, database.url, 'gone', now]);
    await expect(died).rejects.toMatchObject({ signal: 'SIGKILL' });
    expect(await posted(ledger)).toEqual([]);
    await Promise.all(['a', 'b'].map((name) => postUpTo(database, now, { name })));
    await postUpTo(database, now);
    const expected = [1, 2, 3, 4, 5, 6].map((day) => `${addDays('2026-11-30', day)} 900.00 EUR bill ${day}`);
    expect(await posted(ledger)).toEqual(expected);
    const { client } = database;
    expect(await sumsOf(client, ledger.asker.ledgerId)).toEqual(await recount(client, ledger.asker.ledgerId));
  });
});
