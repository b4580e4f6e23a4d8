/** Whoever writes for the first time is looked after from then on, and hears nothing that is not worth it. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findAlerts } from '../../src/alerts/gather.ts';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import type { House } from '../../src/conversation/house.ts';
import { createLog } from '../../src/log.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse } from '../support/house.ts';

const group = { id: 'g', name: 'flat' };

async function runDue(house: House, time: string) {
  const clock = { now: () => Temporal.Instant.from(time) };
  const worker = { name: 'test', isGone: () => false };
  const { database } = house;
  const options = { database, clock, worker, log: createLog('silent'), handlers: alertHandlers(house) };
  return await createScheduler(options).tick();
}

describe.each(databases)('alerts from the start on $name', ({ openTestDatabase }) => {
  test('the first message switches them on, once, and an empty ledger has nothing to say', async () => {
    const database = await openTestDatabase();
    const { house, say } = openTestHouse(database, { now: '2026-06-15T13:00:00Z' });
    const profile = { timezone: 'America/New_York' };
    await Promise.all([say('hi', { profile }), say('hello', { profile })]);
    const schedules = () => database.client.schedule.findMany();
    expect(await schedules()).toMatchObject([
      { kind: 'alerts', state: 'on', timeZone: 'America/New_York', nextAt: new Date('2026-06-16T12:00:00Z') },
    ]);
    expect(await runDue(house, '2026-06-16T12:00:00Z')).toMatchObject({ ran: 1, failed: 0 });
    expect(await schedules()).toMatchObject([{ state: 'on', nextAt: new Date('2026-06-17T12:00:00Z') }]);
    expect(await database.client.notice.count()).toBe(0);
    expect(await database.client.outbox.count({ where: { reply: { not: null } } })).toBe(0);
  });

  test('nothing is looked at for a group, however many speak there', async () => {
    const database = await openTestDatabase();
    const { say } = openTestHouse(database);
    for (const sender of ['ann', 'bob']) await say('hi', { sender, group, conversation: 'test:g' });
    const shared = await database.client.ledger.findFirstOrThrow({ where: { kind: 'shared' } });
    const schedules = await database.client.schedule.findMany();
    expect(schedules.map(({ kind }) => kind)).toEqual(['alerts', 'alerts']);
    expect(schedules.filter(({ ledgerId }) => ledgerId === shared.id)).toEqual([]);
  });

  test('a time zone that the platform tells later moves the look; one that was chosen stays', async () => {
    const database = await openTestDatabase();
    const { say } = openTestHouse(database, { now: '2026-06-15T03:00:00Z' });
    await say('hi');
    const [first] = await database.client.schedule.findMany();
    expect(first).toMatchObject({ timeZone: 'Europe/Berlin', nextAt: new Date('2026-06-15T06:00:00Z') });
    await say('hi', { profile: { timezone: 'Asia/Tokyo' } });
    const tokyo = { id: first?.id, timeZone: 'Asia/Tokyo', nextAt: new Date('2026-06-15T23:00:00Z') };
    expect(await database.client.schedule.findMany()).toMatchObject([tokyo]);
    await say('hi', { profile: { timezone: 'America/Lima' } });
    await say('hi', { profile: { timezone: 'Not/AZone' } });
    expect(await database.client.schedule.findMany()).toMatchObject([tokyo]);
    expect(await database.client.person.findMany()).toMatchObject([{ timezone: 'Asia/Tokyo' }]);
  });

  test('the first answer says so in a line, and the second does not', async () => {
    const { say } = openTestHouse(await openTestDatabase());
    const profile = { language: 'de' };
    expect((await say('hallo', { profile })).text.split('\n').at(-1)).toBe(
      'Ich sage dir Bescheid, wenn ein Budget zur Neige geht oder etwas ungewöhnlich aussieht; mit „Meldungen“ siehst und änderst du das.',
    );
    expect((await say('hallo', { profile })).text).not.toContain('Meldungen');
  });

  test('a month of which fewer than two weeks are known is not reported on', async () => {
    const database = await openTestDatabase();
    const monthEnd = async (firstDay: string) => {
      const ledger = await openLedger(database, { now: '2026-07-01T06:00:00Z' });
      const entries = Array.from({ length: 10 }, (_, index) => ({
        kind: 'expense' as const,
        amount: `${20 + index}`,
        note: `thing ${index}`,
        date: index === 0 ? firstDay : '2026-06-28',
      }));
      await ledger.record(entries);
      const found = await findAlerts(database.client, ledger.asker);
      return found.map(({ facts }) => facts.rule);
    };
    expect(await monthEnd('2026-06-18')).toEqual([]);
    expect(await monthEnd('2026-06-17')).toEqual(['month-end']);
  });
});
