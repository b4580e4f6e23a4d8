import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createRole, type RoleOptions } from '../../src/scheduler/role.ts';
import type { Database } from '../../src/store/database.ts';
import { takeRole } from '../../src/store/role-leases.ts';
import { databases } from '../support/databases.ts';

const NAME = 'gateway:discord';

/** A candidate for one role, with a clock of its own that a test sets (milliseconds). */
function candidate(database: Database, worker: string, options: Partial<RoleOptions> = {}) {
  const said: string[] = [];
  const time = { now: 0 };
  const role = createRole({
    database,
    name: NAME,
    worker: { name: worker, isGone: () => false },
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(time.now) },
    log: createLog('silent'),
    timing: { lease: 20_000, pause: 10, doubt: 14_000 },
    onGained: async () => void said.push('gained'),
    onLost: async () => void said.push('lost'),
    ...options,
  });
  onTestFinished(() => role.stop());
  return { role, said, time };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition() && tries < 500; tries++) await sleep(10);
  expect(condition()).toBe(true);
}

describe.each(databases)('a role on $name', ({ openTestDatabase }) => {
  test('is one process’s at a time, and another’s once it is handed back', async () => {
    const database = await openTestDatabase();
    const [one, other] = [candidate(database, 'one'), candidate(database, 'other')];
    expect(await one.role.start()).toBe(true);
    expect(await other.role.start()).toBe(false);
    // Renewed all along, though its first lease is over.
    for (const time of [12_000, 24_000]) {
      one.time.now = time;
      await sleep(100);
    }
    other.time.now = 24_000;
    await sleep(100);
    expect(other.said).toEqual([]);
    await one.role.stop();
    expect(one.said).toEqual(['gained', 'lost']);
    await until(() => other.said.length > 0);
    expect(other.said).toEqual(['gained']);
  });

  test('is taken over when the lease of a holder that says nothing ends', async () => {
    const database = await openTestDatabase();
    await database.transaction((tx) => takeRole(tx, NAME, { owner: 'dead', until: new Date(20_000) }, new Date(0)));
    const { role, said, time } = candidate(database, 'heir');
    expect(await role.start()).toBe(false);
    time.now = 20_000;
    await sleep(60);
    expect(said).toEqual([]);
    time.now = 20_001;
    await until(() => said.length > 0);
  });

  test('is taken over at once from a holder that is gone', async () => {
    const database = await openTestDatabase();
    await database.transaction((tx) => takeRole(tx, NAME, { owner: 'dead', until: new Date(20_000) }, new Date(0)));
    const worker = { name: 'heir', isGone: (name: string) => name === 'dead' };
    expect(await candidate(database, 'heir', { worker }).role.start()).toBe(true);
  });

  test('a holder that slept too long stops, and another has it', async () => {
    const database = await openTestDatabase();
    const { role, said } = candidate(database, 'sleepy');
    await role.start();
    await database.transaction((tx) =>
      takeRole(tx, NAME, { owner: 'awake', until: new Date(60_000) }, new Date(30_000)),
    );
    await until(() => said.length === 2);
    expect(said).toEqual(['gained', 'lost']);
  });

  test('of many that start at once, one has it', async () => {
    const database = await openTestDatabase();
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => candidate(database, name));
    const had = await Promise.all(all.map(({ role }) => role.start()));
    expect(had.filter(Boolean)).toHaveLength(1);
  });

  test('a holder that can not reach the database stops before its lease ends', async () => {
    const database = await openTestDatabase();
    let isAway = false;
    const transaction: Database['transaction'] = (work) =>
      isAway ? Promise.reject(new Error('away')) : database.transaction(work);
    const { role, said, time } = candidate({ ...database, transaction }, 'cut off');
    await role.start();
    isAway = true;
    time.now = 13_999;
    await sleep(60);
    expect(said).toEqual(['gained']);
    time.now = 14_000;
    await until(() => said.length === 2);
    expect(said).toEqual(['gained', 'lost']);
  });
});
