import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import type { PlannedChange } from '../../src/domain/planned-change.ts';
import { RECURRING } from '../../src/domain/recurring-payload.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { MOST_SCHEDULES } from '../../src/schedule/limits.ts';
import { listSchedules } from '../../src/scheduler/arrange.ts';
import type { Schedule } from '../../src/scheduler/handler.ts';
import { planAddition, planChange, planEnd, planSkip } from '../../src/scheduler/plan-arrangement.ts';
import { createSchedule } from '../../src/store/schedules.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { noting, schedulerAt } from './scheduler-on-test.ts';

const daily: Cadence = { repeats: 'daily', at: '08:00' };
const monthly: Cadence = { repeats: 'monthly', day: 1, at: '08:00' };

/** The ledger at another moment. */
const at = (ledger: TestLedger, now: string): TestLedger => ({
  ...ledger,
  asker: { ...ledger.asker, now: Temporal.Instant.from(now) },
});
const carry = (ledger: TestLedger, plan: (asker: TestLedger['asker']) => Promise<readonly PlannedChange[]>) =>
  ledger.run(async (db) => carryOut(db, ledger.asker, await plan(ledger.asker)));
const add = (ledger: TestLedger, cadence: Cadence, payload: unknown = { n: 1 }, kind = 'note') =>
  ledger.run(async (db) => {
    const { personId, ledgerId, now } = ledger.asker;
    const wanted = { personId, ledgerId, kind, cadence, payload, timeZone: 'UTC' };
    const plan = await planAddition(db, wanted, now);
    return { ...plan, operationId: await carryOut(db, ledger.asker, plan.changes) };
  });
const all = ({ database, asker }: TestLedger) => listSchedules(database.client, asker.personId);
const only = async (ledger: TestLedger) => {
  const [first, ...more] = await all(ledger);
  expect(more).toEqual([]);
  return first as Schedule;
};
const next = async (ledger: TestLedger) => (await only(ledger)).nextAt.toString();

describe.each(databases)('what is arranged on $name', ({ openTestDatabase }) => {
  const open = async () => openLedger(await openTestDatabase(), { now: '2026-06-15T10:00:00Z' });

  test('is on, goes with an undo and comes again with a redo', async () => {
    const ledger = await open();
    const plan = await add(ledger, daily);
    expect(plan.next.toString()).toBe('2026-06-16T08:00:00Z');
    expect(await only(ledger)).toMatchObject({ id: plan.id, kind: 'note', cadence: daily, payload: { n: 1 } });
    expect(await next(ledger)).toBe('2026-06-16T08:00:00Z');
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await all(ledger)).toEqual([]);
    await ledger.run((db) => redo(db, ledger.asker));
    expect(await only(ledger)).toMatchObject({ id: plan.id, state: 'on' });
    expect(await next(ledger)).toBe('2026-06-16T08:00:00Z');
  });

  test('at other times comes next by these, and by the former after an undo', async () => {
    const ledger = await open();
    await add(ledger, daily);
    const before = await ledger.state();
    const schedule = await only(ledger);
    await carry(ledger, async ({ now }) => {
      const plan = await planChange(ledger.database.client, schedule, { cadence: monthly, payload: { n: 2 } }, now);
      expect(plan.next.toString()).toBe('2026-07-01T08:00:00Z');
      return plan.changes;
    });
    expect(await only(ledger)).toMatchObject({ cadence: monthly, payload: { n: 2 } });
    expect(await next(ledger)).toBe('2026-07-01T08:00:00Z');
    const later = at(ledger, '2026-06-20T09:00:00Z');
    await later.run((db) => undo(db, later.asker));
    expect(await ledger.state()).toEqual(before);
    expect(await next(ledger)).toBe('2026-06-21T08:00:00Z');
  });

  test('leaves its next time out, once, and an undo brings it back', async () => {
    const ledger = await open();
    await add(ledger, daily);
    const schedule = await only(ledger);
    await carry(ledger, async ({ now }) => (await planSkip(ledger.database.client, schedule, now)).changes);
    expect(await next(ledger)).toBe('2026-06-17T08:00:00Z');
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await next(ledger)).toBe('2026-06-16T08:00:00Z');
  });

  test('of which another payload is arranged keeps its times, what is overdue included', async () => {
    const ledger = await open();
    await add(ledger, daily);
    const late = at(ledger, '2026-06-18T09:00:00Z');
    const schedule = await only(ledger);
    await carry(
      late,
      async ({ now }) => (await planChange(late.database.client, schedule, { payload: { n: 2 } }, now)).changes,
    );
    expect(await next(ledger)).toBe('2026-06-16T08:00:00Z');
  });

  test.each([
    // By the 1st of July in Tokyo, it is still June in Berlin: that month is not lost.
    ['2026-06-30T23:30:00Z', 'Asia/Tokyo', ['2026-06-30T23:00', '2026-07-31T23:00']],
    // July has come in Berlin: it does not come again in New York.
    ['2026-07-01T06:30:00Z', 'America/New_York', ['2026-07-01T06:00', '2026-08-01T12:00']],
  ])(
    'as an entry moves at %s from Berlin to %s: no month is left out, and none comes twice',
    async (when, to, runs) => {
      const ledger = await open();
      await add(ledger, monthly, {}, RECURRING);
      const stage = schedulerAt(ledger.database, '2026-06-15T10:00:00Z');
      const { tick } = stage.make({ [RECURRING]: noting({ lateness: { policy: 'each' } }) });
      const { client } = ledger.database;
      const move = (timeZone: string, now: string) =>
        carry(at(ledger, now), async (asker) => {
          return (await planChange(client, await only(ledger), { timeZone }, asker.now)).changes;
        });
      await move('Europe/Berlin', '2026-06-15T10:00:00Z');
      expect(await next(ledger)).toBe('2026-07-01T06:00:00Z');
      stage.set(when);
      await tick();
      const before = await next(ledger);
      await move(to, when);
      const there = at(ledger, when);
      await there.run((db) => undo(db, there.asker));
      expect(await next(ledger)).toBe(before);
      await there.run((db) => redo(db, there.asker));
      stage.set('2026-08-02T00:00:00Z');
      await tick();
      expect((await stage.ran()).map((text) => text.split(' ')[1])).toEqual(runs);
    },
  );

  test('and ended goes on, after an undo, from where it was: each time that it missed, none twice', async () => {
    const ledger = await open();
    const stage = schedulerAt(ledger.database, '2026-06-15T10:00:00Z');
    const { tick } = stage.make({ note: noting({ lateness: { policy: 'each' } }) });
    const { id } = await add(ledger, daily);
    stage.set('2026-06-16T08:00:00Z');
    await tick();
    const then = at(ledger, '2026-06-16T09:00:00Z');
    const schedule = await only(ledger);
    await carry(then, () => planEnd(ledger.database.client, schedule));
    stage.set('2026-06-18T08:30:00Z');
    await tick();
    expect(await stage.ran()).toEqual([`${id} 2026-06-16T08:00`]);
    const back = at(ledger, '2026-06-18T09:00:00Z');
    await back.run((db) => undo(db, back.asker));
    await tick();
    const days = ['16', '17', '18'].map((day) => `${id} 2026-06-${day}T08:00`);
    expect(await stage.ran()).toEqual(days);
  });

  test('that has had its last time does not come again', async () => {
    const ledger = await open();
    const stage = schedulerAt(ledger.database, '2026-06-15T10:00:00Z');
    const { tick } = stage.make({ note: noting() });
    await add(ledger, { repeats: 'once', instant: '2026-06-15T11:00:00Z' });
    stage.set('2026-06-15T11:00:00Z');
    await tick();
    const late = at(ledger, '2026-06-15T12:00:00Z');
    await late.run((db) => undo(db, late.asker));
    expect(await all(ledger)).toEqual([]);
    await expect(late.run((db) => redo(db, late.asker))).rejects.toThrow('The last time of that is over.');
    await tick();
    expect(await stage.ran()).toHaveLength(1);
  });

  test('and paused by a failure can still be taken back', async () => {
    const ledger = await open();
    const { id } = await add(ledger, daily);
    await ledger.database.client.schedule.update({ where: { id }, data: { state: 'paused', lastError: 'no' } });
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await all(ledger)).toEqual([]);
  });

  test('does not come back beside its like', async () => {
    const ledger = await open();
    await add(ledger, daily);
    const schedule = await only(ledger);
    const ending = await carry(ledger, () => planEnd(ledger.database.client, schedule));
    await add(ledger, daily);
    await expect(ledger.run((db) => undo(db, ledger.asker, ending))).rejects.toThrow('That was changed again since.');
    expect(await all(ledger)).toHaveLength(1);
  });

  test('is a person’s in one ledger, and nothing to others', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    const { operationId } = await add(ann, daily);
    await expect(bob.run((db) => undo(db, bob.asker, operationId))).rejects.toThrow('That is not yours to undo.');
    expect(await all(bob)).toEqual([]);
    expect(await all(ann)).toHaveLength(1);
  });

  test('is refused where it never comes, or beyond what one person may have', async () => {
    const ledger = await open();
    const over = { ...daily, until: '2026-06-15' } as const;
    await expect(add(ledger, over)).rejects.toThrow('That never comes.');
    await expect(add(ledger, { repeats: 'daily', at: '25:00' })).rejects.toThrow('"25:00" is no time of day.');
    const { personId, ledgerId } = ledger.asker;
    const rest = { personId, ledgerId, kind: 'note', cadence: '{}', payload: '{}', timeZone: 'UTC' };
    const nextAt = new Date('2026-06-16T08:00:00Z');
    await ledger.run(async (db) => {
      for (let n = 0; n < MOST_SCHEDULES; n++) await createSchedule(db, { ...rest, nextAt }, nextAt);
    });
    await expect(add(ledger, daily)).rejects.toThrow(`One person can have ${MOST_SCHEDULES} schedules.`);
  });
});
