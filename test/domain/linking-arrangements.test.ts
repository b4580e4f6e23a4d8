/** What two people have arranged, once they are one, and once they part. */

import { describe, expect, test } from 'vitest';
import { changeSettings, settingsOf } from '../../src/alerts/settings.ts';
import { planNewCategory } from '../../src/domain/categories.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { newId } from '../../src/id.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { MOST_SCHEDULES } from '../../src/schedule/limits.ts';
import { addSchedule, end } from '../../src/scheduler/arrange.ts';
import { listCategories } from '../../src/store/categories.ts';
import { writeNotice } from '../../src/store/notices.ts';
import { databases } from '../support/databases.ts';
import { accountOf, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const daily: Cadence = { repeats: 'daily', at: '08:00' };

const arrange = (ledger: TestLedger, kind: string, payload: unknown = {}) =>
  ledger.run((db) => {
    const { personId, ledgerId, now } = ledger.asker;
    return addSchedule(db, { personId, ledgerId, kind, payload, cadence: daily, timeZone: 'Europe/Berlin' }, now);
  });

const watch = (ledger: TestLedger, amountMinor: bigint, categoryId: string | null = null) => {
  const { personId, ledgerId, now } = ledger.asker;
  const createdAt = new Date(now.epochMilliseconds);
  const row = { id: newId(), personId, ledgerId, amountMinor, currency: 'EUR', per: 'entry', categoryId, createdAt };
  return ledger.database.client.watch.create({ data: row });
};

const notice = (ledger: TestLedger, key: string, state: 'told' | 'held', facts = '{}') => {
  const at = new Date(ledger.asker.now.epochMilliseconds);
  const rest = { rule: 'budget', severity: 'low', stakeMinor: 1n, reason: null, decidedAt: at } as const;
  const sent = { messageId: null, conversation: null, toldAt: state === 'told' ? at : null };
  return ledger.run((db) => writeNotice(db, ledger.asker, { key, bucket: 'near', facts, state, ...rest, ...sent }));
};

const settle = (ledger: TestLedger, changes: Parameters<typeof changeSettings>[3]) =>
  ledger.run((db) => changeSettings(db, ledger.asker.personId, ledger.asker.personId, changes, ledger.asker.now));

/** "kind state" of what a person has over their own ledger. */
async function schedulesOf({ database, asker }: TestLedger): Promise<string[]> {
  const { personId, ledgerId } = asker;
  const rows = await database.client.schedule.findMany({ where: { personId, ledgerId }, orderBy: { id: 'asc' } });
  return rows.map(({ kind, state }) => `${kind} ${state}`);
}

async function categoryOf({ database, asker }: TestLedger, name: string): Promise<string> {
  const found = (await listCategories(database.client, asker.ledgerId)).find((each) => each.name === name);
  if (!found) throw new Error(`there is no category ${name}`);
  return found.id;
}

describe.each(databases)('what was arranged, on $name', ({ openTestDatabase }) => {
  async function open() {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    return { database, ann, bob, account: await accountOf(bob) };
  }

  test('schedules and watches come along, with their categories, and go back', async () => {
    const { database, ann, bob, account } = await open();
    await bob.run(async (db) => carryOut(db, bob.asker, await planNewCategory(db, bob.asker, 'hobbies', 'expense')));
    const hobbies = await categoryOf(bob, 'hobbies');
    const [charge, dining] = [{ kind: 'expense', categoryId: hobbies }, await categoryOf(bob, 'dining')];
    const entry = await arrange(bob, 'entry', charge);
    await watch(bob, 100n, dining);
    await watch(bob, 200n);
    await watch(ann, 200n);
    await link(ann, bob);
    expect(await schedulesOf(ann)).toEqual(['entry on']);
    expect(await schedulesOf(bob)).toEqual([]);
    const moved = await database.client.schedule.findUniqueOrThrow({ where: { id: entry.id } });
    expect(JSON.parse(moved.payload)).toEqual({ ...charge, categoryId: await categoryOf(ann, 'hobbies') });
    const hers = await database.client.watch.findMany({ where: { ledgerId: ann.asker.ledgerId } });
    expect(hers.map(({ amountMinor, categoryId }) => [amountMinor, categoryId])).toEqual(
      expect.arrayContaining([
        [100n, await categoryOf(ann, 'dining')],
        [200n, null],
      ]),
    );
    expect(hers).toHaveLength(2);
    await part(ann, account);
    expect(await schedulesOf(ann)).toEqual([]);
    expect(await schedulesOf(bob)).toEqual(['entry on']);
    const back = await database.client.schedule.findUniqueOrThrow({ where: { id: entry.id } });
    expect(JSON.parse(back.payload)).toEqual(charge);
    const his = await database.client.watch.findMany({ where: { personId: bob.asker.personId } });
    expect(his.map(({ amountMinor, categoryId }) => [amountMinor, categoryId])).toEqual(
      expect.arrayContaining([
        [100n, dining],
        [200n, null],
      ]),
    );
    expect(his).toHaveLength(2);
  });

  test('of two looks and digests one is left, by the settings of the kept one; each has their own again', async () => {
    const { database, ann, bob, account } = await open();
    for (const each of [ann, bob]) for (const kind of ['alerts', 'digest']) await arrange(each, kind);
    await settle(ann, { digest: 'daily', weeklyMost: 3 });
    await settle(bob, { digest: 'daily', weeklyMost: 5 });
    await link(ann, bob);
    expect(await schedulesOf(ann)).toEqual(['alerts on', 'digest on']);
    expect(await schedulesOf(bob)).toEqual(['alerts ended', 'digest ended']);
    expect((await settingsOf(database.client, ann.asker.personId)).weeklyMost).toBe(3);
    await part(ann, account);
    for (const each of [ann, bob]) expect(await schedulesOf(each)).toEqual(['alerts on', 'digest on']);
    expect((await settingsOf(database.client, bob.asker.personId)).weeklyMost).toBe(5);
  });

  test('settings come along where the kept one chose none, and are taken away again unless they were changed', async () => {
    const { database, ann, bob, account } = await open();
    await arrange(bob, 'digest');
    await settle(bob, { digest: 'daily', quiet: null });
    await link(ann, bob);
    expect(await settingsOf(database.client, ann.asker.personId)).toMatchObject({ digest: 'daily', quiet: null });
    expect(await schedulesOf(ann)).toEqual(['digest on']);
    await part(ann, account);
    expect(await database.client.alertSettings.findMany()).toMatchObject([{ id: bob.asker.personId }]);
    expect(await schedulesOf(bob)).toEqual(['digest on']);
  });

  test('what was ended or arranged since stays so', async () => {
    const { database, ann, bob, account } = await open();
    const ended = await arrange(bob, 'entry', { categoryId: await categoryOf(bob, 'dining') });
    await link(ann, bob);
    await ann.run((db) => end(db, ended.id, ann.asker.now));
    await arrange(ann, 'reminder');
    await part(ann, account);
    expect(await schedulesOf(ann)).toEqual(['entry ended', 'reminder on']);
    expect(await schedulesOf(bob)).toEqual([]);
    expect(await database.client.schedule.count()).toBe(2);
  });

  test('beyond what one person may have the newest are paused, with the reason, and go on once they part', async () => {
    const { database, ann, bob, account } = await open();
    const row = { personId: ann.asker.personId, ledgerId: ann.asker.ledgerId, kind: 'reminder', payload: '{}' };
    const at = new Date(ann.asker.now.epochMilliseconds);
    const rest = { cadence: JSON.stringify(daily), timeZone: 'UTC', nextAt: at, wakeAt: at, state: 'on' };
    const times = { createdAt: at, updatedAt: at };
    const many = Array.from({ length: MOST_SCHEDULES - 1 }, () => ({ id: newId(), ...row, ...rest, ...times }));
    await database.client.schedule.createMany({ data: many });
    const [first, second] = [await arrange(bob, 'reminder'), await arrange(bob, 'reminder')];
    await link(ann, bob);
    const stateOf = async (id: string) => {
      const { state, lastError } = await database.client.schedule.findUniqueOrThrow({ where: { id } });
      return [state, lastError];
    };
    expect(await stateOf(first.id)).toEqual(['on', null]);
    expect(await stateOf(second.id)).toEqual(['paused', `There are ${MOST_SCHEDULES} others already.`]);
    await part(ann, account);
    expect(await schedulesOf(bob)).toEqual(['reminder on', 'reminder on']);
    expect(await stateOf(second.id)).toEqual(['on', null]);
  });

  test('nothing is told twice: notices come along by the ids of what was copied, the told one of two stays', async () => {
    const { database, ann, bob, account } = await open();
    const dining = await categoryOf(bob, 'dining');
    await notice(bob, 'upcoming:gas', 'told', JSON.stringify({ categoryId: dining }));
    await notice(bob, 'upcoming:rent', 'told');
    await notice(ann, 'upcoming:rent', 'held');
    await notice(bob, 'upcoming:water', 'held');
    await notice(ann, 'upcoming:water', 'told');
    const before = await database.client.notice.findMany({ where: { personId: bob.asker.personId } });
    await link(ann, bob);
    const hers = await database.client.notice.findMany({ where: { ...owner(ann) }, orderBy: { key: 'asc' } });
    expect(hers.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'upcoming:gas told',
      'upcoming:rent told',
      'upcoming:water told',
    ]);
    expect(JSON.parse(hers[0]?.facts ?? '')).toEqual({ categoryId: await categoryOf(ann, 'dining') });
    await part(ann, account);
    const after = await database.client.notice.findMany({ where: { personId: bob.asker.personId } });
    const byId = (rows: typeof after) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(after)).toEqual(byId(before));
  });

  test('nobody else’s is touched', async () => {
    const { database, ann, bob, account } = await open();
    const eve = await openLedger(database);
    await arrange(eve, 'digest');
    await watch(eve, 100n);
    await notice(eve, 'upcoming:gas', 'told');
    await settle(eve, { weeklyMost: 2 });
    const { client } = database;
    const hers = async () => [
      await client.schedule.findMany({ where: owner(eve) }),
      await client.watch.findMany({ where: owner(eve) }),
      await client.notice.findMany({ where: owner(eve) }),
      await client.alertSettings.findMany({ where: { personId: eve.asker.personId } }),
    ];
    const before = await hers();
    for (const each of [ann, bob]) await arrange(each, 'digest');
    await link(ann, bob);
    await part(ann, account);
    expect(await hers()).toEqual(before);
  });
});

function owner({ asker: { personId, ledgerId } }: TestLedger) {
  return { personId, ledgerId };
}
