import { describe, expect, test } from 'vitest';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { end, listSchedules, moveToZone, pause, rearrange, resume, skipOnce } from '../../src/scheduler/arrange.ts';
import { claimSchedules } from '../../src/store/schedules.ts';
import { databases } from '../support/databases.ts';
import { instant, noting, schedulerAt } from './scheduler-on-test.ts';

const daily: Cadence = { repeats: 'daily', at: '08:00' };
const none = { ran: 0, passed: 0, failed: 0, 'given up': 0, lost: 0 };

describe.each(databases)('the scheduler on $name', ({ openTestDatabase }) => {
  test('runs what is due once, and goes on to the next occurrence', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z');
    const { tick } = stage.make({ note: noting() });
    const id = await stage.add(daily, { timeZone: 'Europe/Berlin' });
    expect(await stage.row(id)).toMatchObject({ next: '2026-11-23T07:00:00.000Z', state: 'on' });
    expect(await tick()).toEqual(none);
    stage.set('2026-11-23T06:59:59Z');
    expect(await tick()).toEqual(none);
    stage.set('2026-11-23T07:00:00Z');
    expect(await tick()).toEqual({ ...none, ran: 1 });
    expect(await tick()).toEqual(none);
    expect(await stage.ran()).toEqual([`${id} 2026-11-23T07:00`]);
    expect(await stage.row(id)).toMatchObject({
      ...{ next: '2026-11-24T07:00:00.000Z', wake: '2026-11-24T07:00:00.000Z', state: 'on' },
      ...{ lastAt: new Date('2026-11-23T07:00Z'), leaseOwner: null, attempts: 0 },
    });
  });

  test('after downtime brings the newest digest once, and each entry', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T09:00Z');
    const { tick } = stage.make({ note: noting(), entry: noting({ lateness: { policy: 'each' } }) });
    const [digest, entry] = [await stage.add(daily), await stage.add(daily, { kind: 'entry' })];
    stage.set('2026-11-25T10:00Z');
    expect(await tick()).toEqual({ ...none, ran: 4 });
    const days = ['2026-11-23T08:00', '2026-11-24T08:00', '2026-11-25T08:00'];
    expect((await stage.ran()).toSorted()).toEqual(
      [`${digest} 2026-11-25T08:00`, ...days.map((day) => `${entry} ${day}`)].toSorted(),
    );
  });

  test('passes over what is of no use any more', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T09:00Z');
    const { tick } = stage.make({ note: noting({ lateness: { policy: 'latest', usefulHours: 2 } }) });
    const id = await stage.add(daily);
    stage.set('2026-11-25T12:00Z');
    expect(await tick()).toEqual({ ...none, passed: 1 });
    expect(await stage.ran()).toEqual([]);
    expect(await stage.row(id)).toMatchObject({ next: '2026-11-26T08:00:00.000Z', lastAt: null });
  });

  test('ends with the last occurrence', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T09:00Z');
    const { tick } = stage.make({ note: noting() });
    const id = await stage.add({ repeats: 'once', instant: '2026-11-22T10:00:00Z' });
    stage.set('2026-11-22T10:01Z');
    expect(await tick()).toEqual({ ...none, ran: 1 });
    expect(await stage.row(id)).toMatchObject({ state: 'ended' });
    stage.set('2026-12-22T10:01Z');
    expect(await tick()).toEqual(none);
  });

  test('tries again what failed, ever later, then gives the occurrence up and goes on', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z');
    const failing = noting({
      commit: async () => {
        throw new Error('no room on https://ana:secret@host/');
      },
    });
    const { tick } = stage.make({ note: failing, fine: noting() });
    const id = await stage.add(daily);
    const fine = await stage.add(daily, { kind: 'fine' });
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual({ ...none, failed: 1, ran: 1 });
    expect(await stage.ran()).toEqual([`${fine} 2026-11-22T08:00`]);
    expect(await stage.row(id)).toMatchObject({
      ...{ attempts: 1, lastError: 'no room on https://ana:[secret]@host/', next: '2026-11-22T08:00:00.000Z' },
      ...{ wake: '2026-11-22T08:00:15.000Z', leaseOwner: null },
    });
    expect(await tick()).toEqual(none);
    // 15 s, 1 min, 5 min, 15 min and an hour; the sixth try is the last.
    for (const time of ['08:00:15', '08:01:15', '08:06:15', '08:21:15']) {
      stage.set(`2026-11-22T${time}Z`);
      expect(await tick()).toEqual({ ...none, failed: 1 });
    }
    stage.set('2026-11-22T09:21:15Z');
    expect(await tick()).toEqual({ ...none, 'given up': 1 });
    expect(await stage.row(id)).toMatchObject({
      ...{ state: 'on', attempts: 0, next: '2026-11-23T08:00:00.000Z', lastAt: null },
      lastError: 'no room on https://ana:[secret]@host/',
    });
  });

  test('takes nothing of a failed run into the ledger', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z');
    let isBroken = true;
    const commit = async () => {
      if (isBroken) throw new Error('broken');
      return null;
    };
    const { tick } = stage.make({ note: noting({ commit }) });
    const id = await stage.add(daily);
    stage.set('2026-11-22T08:00Z');
    await tick();
    expect(await stage.ran()).toEqual([]);
    isBroken = false;
    stage.set('2026-11-22T08:05Z');
    expect(await tick()).toEqual({ ...none, ran: 1 });
    expect(await stage.ran()).toEqual([`${id} 2026-11-22T08:00`]);
    expect(await stage.row(id)).toMatchObject({ attempts: 0, lastError: null });
  });

  test('a run that takes too long to prepare fails; the others go on', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z', { limits: { longestPreparation: 50 } });
    const slow = noting({
      prepare: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', resolve)),
    });
    const { tick } = stage.make({ slow, note: noting() });
    const stuck = await stage.add(daily, { kind: 'slow' });
    const fine = await stage.add(daily);
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual({ ...none, ran: 1, failed: 1 });
    expect(await stage.ran()).toEqual([`${fine} 2026-11-22T08:00`]);
    expect(await stage.row(stuck)).toMatchObject({ lastError: 'It took too long to prepare.' });
  });

  test('a handler says what becomes of it', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z');
    const outcomes = {
      later: noting({
        commit: async (_, { now }) => ({ becomes: 'later', at: now.add({ hours: 2 }), payload: { n: 1 } }),
      }),
      paused: noting({ commit: async () => ({ becomes: 'paused', why: 'The chat is gone.' }) }),
      ended: noting({ commit: async () => ({ becomes: 'ended', why: 'The goal is reached.' }) }),
      on: noting({ commit: async () => ({ becomes: 'on', payload: { told: ['dining'] } }) }),
    } as const;
    const { tick } = stage.make(outcomes);
    const ids = new Map<string, string>();
    for (const kind of Object.keys(outcomes)) ids.set(kind, await stage.add(daily, { kind }));
    const rowOf = (kind: string) => stage.row(ids.get(kind) ?? '');
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual({ ...none, ran: 4 });
    expect(await rowOf('later')).toMatchObject({ wake: '2026-11-22T10:00:00.000Z', payload: '{"n":1}', lastAt: null });
    expect(await rowOf('paused')).toMatchObject({ state: 'paused', lastError: 'The chat is gone.' });
    expect(await rowOf('ended')).toMatchObject({ state: 'ended', lastError: 'The goal is reached.' });
    expect(await rowOf('on')).toMatchObject({ state: 'on', payload: '{"told":["dining"]}' });
    stage.set('2026-11-22T10:00Z');
    expect(await tick()).toEqual({ ...none, ran: 1 });
  });

  test('a row that can not be read is paused, and says why', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    const { tick } = stage.make({ note: noting() });
    const id = await stage.add(daily);
    await database.client.schedule.update({ where: { id }, data: { timeZone: 'Mars/Olympus' } });
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual({ ...none, 'given up': 1 });
    expect(await stage.row(id)).toMatchObject({ state: 'paused', lastError: expect.stringMatching(/time zone/i) });
  });

  test('leaves kinds alone that it has no handler for', async () => {
    const stage = schedulerAt(await openTestDatabase(), '2026-11-22T07:00Z');
    const { tick } = stage.make({ note: noting() });
    const id = await stage.add(daily, { kind: 'of a newer version' });
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual(none);
    expect(await stage.row(id)).toMatchObject({ wake: '2026-11-22T08:00:00.000Z', leaseOwner: null });
  });

  test('two at once share the work', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z', { limits: { batch: 5, sideBySide: 3 } });
    const [one, other] = [stage.make({ note: noting() }, 'one'), stage.make({ note: noting() }, 'other')];
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push(await stage.add(daily));
    stage.set('2026-11-22T08:00Z');
    const reports = await Promise.all([one.tick(), other.tick()]);
    expect((reports[0]?.ran ?? 0) + (reports[1]?.ran ?? 0)).toBe(40);
    expect(await stage.ran()).toEqual(ids.map((id) => `${id} 2026-11-22T08:00`).toSorted());
  });

  test('takes over what another had when its lease ends, and at once when it is gone', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    const blind = stage.make({ note: noting() }, 'blind');
    const id = await stage.add(daily);
    stage.set('2026-11-22T08:00Z');
    const lease = { owner: 'dead', until: new Date('2026-11-22T08:00:30Z') };
    const claim = () => claimSchedules(database.client, [id], lease, new Date('2026-11-22T08:00Z'));
    expect(await claim()).toBe(1);
    expect(await blind.tick()).toEqual(none);
    stage.set('2026-11-22T08:00:30Z');
    expect(await blind.tick()).toEqual({ ...none, ran: 1 });

    const seeing = schedulerAt(database, '2026-11-23T08:00Z', {
      worker: { name: 'seeing', isGone: (name) => name === 'dead' },
    });
    const nextLease = { owner: 'dead', until: new Date('2026-11-23T08:00:30Z') };
    expect(await claimSchedules(database.client, [id], nextLease, new Date('2026-11-23T08:00Z'))).toBe(1);
    expect(await seeing.make({ note: noting() }).tick()).toEqual({ ...none, ran: 1 });
    expect(await stage.ran()).toEqual([`${id} 2026-11-22T08:00`, `${id} 2026-11-23T08:00`]);
  });

  test('a stop hands back what was claimed and not begun, and finishes what runs', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z', { limits: { sideBySide: 1 } });
    const begun = Promise.withResolvers<void>();
    const commit = async () => {
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return null;
    };
    const scheduler = stage.make({ note: noting({ commit }) });
    for (let n = 0; n < 5; n++) await stage.add(daily);
    stage.set('2026-11-22T08:00Z');
    const ticked = scheduler.tick();
    await begun.promise;
    await scheduler.stop();
    expect(await ticked).toEqual({ ...none, ran: 1 });
    expect(await stage.ran()).toHaveLength(1);
    expect(await database.client.schedule.count({ where: { leaseOwner: { not: null } } })).toBe(0);
    expect(await stage.make({ note: noting() }, 'next').tick()).toEqual({ ...none, ran: 4 });
  });

  test('a stop does not wait for what is being prepared: it is handed back', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    const begun = Promise.withResolvers<void>();
    const prepare = async () => {
      begun.resolve();
      await new Promise(() => {});
    };
    const scheduler = stage.make({ note: noting({ prepare }) });
    const id = await stage.add(daily);
    stage.set('2026-11-22T08:00Z');
    const ticked = scheduler.tick();
    await begun.promise;
    const asked = performance.now();
    await scheduler.stop();
    expect(performance.now() - asked).toBeLessThan(8_000);
    expect(await ticked).toEqual({ ...none, lost: 1 });
    expect(await stage.row(id)).toMatchObject({ leaseOwner: null, attempts: 0, lastError: null });
    expect(await stage.make({ note: noting() }, 'next').tick()).toEqual({ ...none, ran: 1 });
  });

  test('once started, runs by itself what comes due', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:59:59Z');
    const origin = performance.now();
    const clock = {
      now: () => instant('2026-11-22T07:59:59Z').add({ milliseconds: Math.round(performance.now() - origin) }),
    };
    const id = await stage.add(daily);
    const moving = schedulerAt(database, '2026-11-22T07:59:59Z', { clock });
    moving.make({ note: noting() }).start();
    for (let tries = 0; (await stage.ran()).length === 0 && tries < 500; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await stage.ran()).toEqual([`${id} 2026-11-22T08:00`]);
  });

  test('what somebody changes while it runs does not run as it was', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    const id = await stage.add(daily);
    const prepare = async () => {
      await database.transaction((tx) => pause(tx, id, null, instant('2026-11-22T08:00Z')));
    };
    const { tick } = stage.make({ note: noting({ prepare }) });
    stage.set('2026-11-22T08:00Z');
    expect(await tick()).toEqual({ ...none, lost: 1 });
    expect(await stage.ran()).toEqual([]);
    expect(await stage.row(id)).toMatchObject({ state: 'paused', leaseOwner: null });
  });

  test('is arranged: other times, skipped once, paused, resumed, ended', async () => {
    const database = await openTestDatabase();
    const { client } = database;
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    const now = instant('2026-11-22T07:00Z');
    const id = await stage.add(daily);
    const read = async () => (await listSchedules(client, 'ana'))[0] ?? expect.unreachable();
    await rearrange(client, await read(), { cadence: { repeats: 'daily', at: '21:00' }, timeZone: 'Asia/Tokyo' }, now);
    expect(await stage.row(id)).toMatchObject({ next: '2026-11-22T12:00:00.000Z', wake: '2026-11-22T12:00:00.000Z' });
    await skipOnce(client, await read(), now);
    expect(await stage.row(id)).toMatchObject({ next: '2026-11-23T12:00:00.000Z' });
    await rearrange(client, await read(), { payload: { n: 3 } }, now);
    expect(await read()).toMatchObject({ payload: { n: 3 }, cadence: { at: '21:00', skip: ['2026-11-22'] } });
    await moveToZone(client, 'ana', 'UTC', now);
    expect(await stage.row(id)).toMatchObject({ next: '2026-11-23T21:00:00.000Z', timeZone: 'UTC' });
    await moveToZone(client, 'ana', 'Asia/Tokyo', now);
    await expect(moveToZone(client, 'ana', 'Mars/Olympus', now)).rejects.toThrow('There is no time zone');
    await pause(client, id, 'The chat is gone.', now);
    expect(await read()).toMatchObject({ state: 'paused', lastError: 'The chat is gone.' });
    stage.set('2026-11-30T00:00Z');
    expect(await stage.make({ note: noting() }).tick()).toEqual(none);
    await resume(client, await read(), stage.clock.now());
    expect(await stage.row(id)).toMatchObject({ state: 'on', next: '2026-11-30T12:00:00.000Z', lastError: null });
    await end(client, id, now);
    expect(await listSchedules(client, 'ana')).toEqual([]);
  });

  test('what never comes, or is one too many, is refused in a sentence', async () => {
    const database = await openTestDatabase();
    const stage = schedulerAt(database, '2026-11-22T07:00Z');
    await expect(stage.add({ repeats: 'once', instant: '2026-11-22T06:59:00Z' })).rejects.toThrow('That never comes.');
    await expect(stage.add({ repeats: 'monthly', day: 32, at: '08:00' })).rejects.toThrow('more than 31 days');
    const row = {
      ...{
        personId: 'ana',
        ledgerId: 'home',
        kind: 'note',
        cadence: '{}',
        payload: '{}',
        timeZone: 'UTC',
        state: 'on',
      },
      ...{ nextAt: new Date(0), wakeAt: new Date(0), createdAt: new Date(0), updatedAt: new Date(0) },
    };
    const many = Array.from({ length: 200 }, (_, n) => ({ ...row, id: `many ${n}` }));
    await database.client.schedule.createMany({ data: many });
    await expect(stage.add(daily)).rejects.toThrow('One person can have 200 schedules.');
    await stage.add(daily, { personId: 'ben' });
  });
});
