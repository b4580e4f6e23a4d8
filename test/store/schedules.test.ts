import { describe, expect, test } from 'vitest';
import { newId } from '../../src/id.ts';
import type { Database } from '../../src/store/database.ts';
import {
  changeSchedule,
  claimSchedules,
  createSchedule,
  dueSchedules,
  findSchedule,
  handBackSchedules,
  heldSchedules,
  holdSchedule,
  nextWake,
  renewSchedules,
  scheduleOwners,
  schedulesOf,
  schedulesOfLedger,
  settleSchedule,
} from '../../src/store/schedules.ts';
import { databases } from '../support/databases.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute));
const lease = (owner: string, minute: number) => ({ owner, until: at(minute) });

/** A schedule that is due at this minute. */
async function add({ client }: Database, minute: number, kind = 'digest'): Promise<string> {
  const rest = { personId: 'ana', ledgerId: 'home', kind, cadence: '{}', payload: '{}', timeZone: 'UTC' };
  return (await createSchedule(client, { ...rest, nextAt: at(minute) }, at(0))).id;
}

describe.each(databases)('schedules on $name', ({ openTestDatabase }) => {
  test('are due from their moment on, the longest due first, as many as are asked for', async () => {
    const database = await openTestDatabase();
    const [late, early, later] = [await add(database, 5), await add(database, 3), await add(database, 9)];
    await add(database, 4, 'of another kind');
    const { client } = database;
    expect(await dueSchedules(client, ['digest'], at(2), 10)).toEqual([]);
    expect(await dueSchedules(client, ['digest'], at(5), 10)).toEqual([early, late]);
    expect(await dueSchedules(client, ['digest'], at(10), 2)).toEqual([early, late]);
    expect(await dueSchedules(client, ['digest'], at(10), 3)).toEqual([early, late, later]);
    expect(await nextWake(client, ['digest'])).toEqual(at(3));
    expect(await nextWake(client, ['none'])).toBeNull();
  });

  test('are taken by one worker, until its lease ends', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const ids = [await add(database, 1), await add(database, 2)];
    expect(await claimSchedules(client, ids.slice(0, 1), lease('one', 6), at(5))).toBe(1);
    expect(await claimSchedules(client, ids, lease('other', 6), at(5))).toBe(1);
    expect((await heldSchedules(client, ids, 'one')).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    expect((await heldSchedules(client, ids, 'other')).map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await scheduleOwners(client)).toSorted()).toEqual(['one', 'other']);
    expect(await dueSchedules(client, ['digest'], at(5), 10)).toEqual([]);
    expect(await dueSchedules(client, ['digest'], at(6), 10)).toHaveLength(2);
    expect(await renewSchedules(client, ids, lease('one', 8))).toBe(1);
    expect(await dueSchedules(client, ['digest'], at(6), 10)).toEqual(ids.slice(1));
    expect(await claimSchedules(client, ids, lease('heir', 9), at(6))).toBe(1);
    expect(await holdSchedule(client, ids[1] ?? '', lease('other', 9))).toBe(false);
    expect(await holdSchedule(client, ids[1] ?? '', lease('heir', 9))).toBe(true);
  });

  test('of any number of workers that ask at once, one has each', async () => {
    const database = await openTestDatabase();
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await add(database, 1));
    const workers = ['a', 'b', 'c', 'd', 'e'];
    const counts = await Promise.all(
      workers.map((name) => database.transaction((tx) => claimSchedules(tx, ids, lease(name, 6), at(5)))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    const held = await Promise.all(workers.map((name) => heldSchedules(database.client, ids, name)));
    expect(held.map((rows) => rows.length)).toEqual(counts);
  });

  test('that are handed back come first', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const [first, second, third] = [await add(database, 1), await add(database, 2), await add(database, 3)] as const;
    await claimSchedules(client, [first, third], lease('one', 9), at(5));
    expect(await handBackSchedules(client, 'one', [third])).toBe(1);
    expect(await dueSchedules(client, ['digest'], at(5), 10)).toEqual([third, second]);
    expect(await handBackSchedules(client, 'one')).toBe(1);
    expect(await dueSchedules(client, ['digest'], at(5), 10)).toHaveLength(3);
    expect(await findSchedule(client, third)).toMatchObject({ nextAt: at(3), leaseOwner: null });
    expect(await scheduleOwners(client)).toEqual([]);
  });

  test('that somebody changes are nobody’s, and due by their new moment', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const id = await add(database, 1);
    await claimSchedules(client, [id], lease('one', 9), at(5));
    await changeSchedule(client, id, { payload: '{"n":2}' }, at(5));
    expect(await holdSchedule(client, id, lease('one', 9))).toBe(false);
    expect(await findSchedule(client, id)).toMatchObject({ leaseOwner: null, wakeAt: at(1), payload: '{"n":2}' });
    await settleSchedule(client, id, { state: 'on', wakeAt: at(7), attempts: 2, lastError: 'no' }, at(5));
    await changeSchedule(client, id, { nextAt: at(30) }, at(6));
    expect(await findSchedule(client, id)).toMatchObject({ nextAt: at(30), wakeAt: at(30), attempts: 0 });
    await changeSchedule(client, newId(), { state: 'ended' }, at(6));
  });

  test('paused or ended are not due, and ended ones are not listed', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const [on, paused, ended] = [await add(database, 1), await add(database, 1), await add(database, 1)] as const;
    await changeSchedule(client, paused, { state: 'paused' }, at(0));
    await changeSchedule(client, ended, { state: 'ended' }, at(0));
    expect(await dueSchedules(client, ['digest'], at(5), 10)).toEqual([on]);
    expect(await claimSchedules(client, [on, paused, ended], lease('one', 9), at(5))).toBe(1);
    expect((await schedulesOf(client, 'ana')).map(({ id }) => id)).toEqual([on, paused]);
    expect((await schedulesOfLedger(client, 'home')).map(({ id }) => id)).toEqual([on, paused]);
    expect(await schedulesOf(client, 'ben')).toEqual([]);
  });

  test('are found by an index, however many there are', async () => {
    const { client, dialect } = await openTestDatabase();
    const sql =
      "SELECT id FROM Schedule WHERE state = 'on' AND wakeAt <= '2026-11-22 08:00:00' ORDER BY wakeAt LIMIT 100";
    const plan = await client.$queryRawUnsafe<Record<string, unknown>[]>(
      dialect === 'sqlite' ? `EXPLAIN QUERY PLAN ${sql}` : `EXPLAIN ${sql.replace('FROM Schedule', 'FROM `Schedule`')}`,
    );
    expect(JSON.stringify(plan, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).toContain(
      'Schedule_state_wakeAt_idx',
    );
  });
});
