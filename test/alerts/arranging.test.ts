/** Arranging alerts from message to schedule, and back with an undo; what is told at once, and not again in the morning. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findAlerts } from '../../src/alerts/gather.ts';
import { settingsOf } from '../../src/alerts/settings.ts';
import { tellAlerts } from '../../src/alerts/tell.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { preferencesOf } from '../../src/domain/preferences.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { dayAt } from '../../src/period.ts';
import type { Database } from '../../src/store/database.ts';
import { findPerson, personalLedger } from '../../src/store/people.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', language: 'en', firstDayOfWeek: 1 } as const;

async function askerOf(database: Database, sender: string, time: string): Promise<Asker> {
  const person = await findPerson(database.client, 'test', sender);
  if (!person) throw new Error(`${sender} has not spoken`);
  const now = Temporal.Instant.from(time);
  const preferences = preferencesOf(person, defaults);
  const home = await personalLedger(database.client, person.id);
  return {
    personId: person.id,
    ...home,
    homeCurrency: 'EUR',
    preferences,
    now,
    today: dayAt(now, 'Europe/Berlin'),
    turnId: null,
  };
}

async function schedules(database: Database, personId: string): Promise<string[]> {
  const rows = await database.client.schedule.findMany({
    where: { personId, state: { not: 'ended' } },
    orderBy: { kind: 'asc' },
  });
  return rows.map(({ kind, cadence, nextAt }) => {
    const { repeats, at, weekdays } = JSON.parse(cadence);
    return [kind, repeats, ...(weekdays ?? []), at, nextAt.toISOString().slice(0, 16)].join(' ');
  });
}

const look = 'alerts daily 08:00 2026-06-16T06:00';

/** The clock stands at noon in Berlin, on Monday, 15 June 2026. */
describe.each(databases)('arranging on $name', ({ openTestDatabase }) => {
  const open = async () => {
    const database = await openTestDatabase();
    const house = openTestHouse(database, { model: createOfflineModel() });
    await house.say('hello');
    const { personId } = await askerOf(database, 'ann', '2026-06-15T10:00:00Z');
    const settings = () => settingsOf(database.client, personId);
    return { ...house, database, personId, settings, schedules: () => schedules(database, personId) };
  };

  test('an undo takes back the mute and not an expense; schedules go back with their settings', async () => {
    const { say, settings, schedules, entries, setNow } = await open();
    await say('lunch 12');
    expect((await say('mute until Wednesday at 9')).text).toBe('Muted until Wed 17 Jun, 09:00; “unmute” ends that.');
    expect((await settings()).mutedUntil?.toString()).toBe('2026-06-17T07:00:00Z');
    expect((await say('undo')).text).toBe('Undone: how I write to you unasked');
    expect([(await settings()).mutedUntil, await entries()]).toEqual([null, ['12.00 EUR dining lunch 2026-06-15']]);
    await say('weekly digest on Thursday at 18:30');
    const weekly = 'digest weekly 4 18:30 2026-06-18T16:30';
    expect(await schedules()).toEqual([look, weekly]);
    // The weekday stays what it is, though the time is changed by quiet hours.
    await say('quiet 18-20');
    expect(await schedules()).toEqual([look, 'digest weekly 4 20:00 2026-06-18T18:00']);
    await say('undo');
    expect([await schedules(), (await settings()).quiet]).toEqual([[look, weekly], { from: '22:00', to: '07:00' }]);
    setNow('2026-06-15T10:01:00Z');
    await say('undo');
    expect([await schedules(), (await settings()).digest]).toEqual([[look], null]);
    await say('redo');
    expect([(await schedules())[0], (await settings()).digest]).toEqual([look, 'weekly']);
  });

  test('alerts off end the daily look, and its undo brings that back', async () => {
    const { say, schedules } = await open();
    await say('alerts off');
    expect(await schedules()).toEqual([]);
    expect((await say('alerts off')).text).toMatch(/^It is like that already\./);
    await say('undo');
    expect(await schedules()).toEqual([look]);
  });

  test('what can’t be is refused with what to write, and changes nothing', async () => {
    const { say, settings, database } = await open();
    const before = await settings();
    for (const [text, said] of [
      ['daily digest at 25:00', 'That is no time of day. Write one like 8, 18:30 or 6pm.'],
      [
        'mute until 2026-06-14',
        'That is over already. Write “mute 3 days”, “mute until Monday” or “mute until 1 December”.',
      ],
      ['mute', 'I can’t tell until when. Write “mute 3 days”, “mute until Monday” or “mute until 1 December”.'],
    ] as const) {
      expect((await say(text)).text).toBe(said);
    }
    expect(await settings()).toEqual(before);
    expect(await database.client.change.count({ where: { entity: 'alertSettings' } })).toBe(0);
  });

  test('days of a mute go by the calendar when the clocks change', async () => {
    const { say, settings, setNow } = await open();
    setNow('2026-10-21T13:00:00Z');
    // Five days and one hour by the clock: the clocks go back on Sunday.
    await say('mute 5 days');
    expect((await settings()).mutedUntil?.toString()).toBe('2026-10-26T14:00:00Z');
    await say('mute 5 hours');
    expect((await settings()).mutedUntil?.toString()).toBe('2026-10-21T18:00:00Z');
  });

  test('in a group nothing but the digest, and nobody’s own settings', async () => {
    const { say, settings, database } = await open();
    const place = { conversation: 'test:flat', group: { id: 'flat', name: 'flat' } };
    await say('dinner 40', place);
    for (const text of ['mute 3 days', 'alerts off', 'send alerts here', 'use my other chats']) {
      expect((await say(text, place)).text).toMatch(/^Alerts are about your own money/);
    }
    expect((await say('privately: send alerts here', place)).text).toMatch(/own money|did not get that/);
    expect(await settings()).toMatchObject({ alerts: true, mutedUntil: null, fallback: false, turnId: null });
    expect((await say('weekly digest on Friday at 9', place)).text).toMatch(/first Fri 19 Jun, 09:00\.$/);
    expect(await database.client.schedule.count({ where: { kind: 'digest', state: 'on' } })).toBe(1);
  });

  test('a connected model may do what the person asks for, and must ask for the rest', async () => {
    const database = await openTestDatabase();
    const model = scripted(
      (text) =>
        text.includes('spend')
          ? call('watch_spending', { action: 'add', amount: '100' })
          : call('alerts', { action: 'mute', count: 3, unit: 'days' }),
      'clever',
    );
    const prices = { input: '2', cachedInput: '0.50', output: '8' };
    const connected = { model, prices, monthlyLimitMicros: null };
    const { say } = openTestHouse(database, { model: createOfflineModel(), connected });
    expect((await say('mute 3 days')).text).toMatch(/^Muted until/);
    expect((await say('tell me when I spend over 100')).text).toMatch(/^I will tell you when you spend more than €100/);
    expect((await say('what a day')).text).toMatch(/^Shall I do that\? Then: Muted until/);
  });

  test('a budget that a recording crosses is told in its reply, once, and not again in the morning', async () => {
    const { say, setNow, database } = await open();
    await say('budget 100 for dining a month');
    expect((await say('lunch 70')).text).not.toContain('% of the budget');
    expect((await say('dinner 12')).text).toContain('82% of the budget is used.');
    expect((await say('snack 3')).text).not.toContain('% of the budget');
    expect((await say('dinner 30')).text).toContain('115% of the budget is used.');
    expect((await say('snack 2')).text).not.toContain('% of the budget');
    const morning = await askerOf(database, 'ann', '2026-06-16T06:00:00Z');
    const tell = async () => {
      const found = await findAlerts(database.client, morning, ['budget', 'watched']);
      return await database.transaction((tx) => tellAlerts(tx, morning, found, ['budget', 'watched'], 'en'));
    };
    expect((await tell()).tell).toEqual([]);
    // It does not count as a message, and is listed.
    const listed = (await say('alerts')).text;
    expect(listed).toContain('0 of at most 7 messages');
    expect(listed).toContain('Dining this month: €115.00 of €100.00, €15.00 over.');
    // What was passed without a reply is told by the day's look.
    setNow('2026-06-15T11:00:00Z');
    await say('tell me when I spend over 20 in one go');
    await say('taxi 25');
    const { ledgerId } = morning;
    const entry = await database.client.entry.findFirstOrThrow({ where: { ledgerId, note: 'taxi' } });
    await database.client.entry.create({ data: { ...entry, id: `${entry.id.slice(0, -2)}zz`, note: 'cab' } });
    const { tell: told } = await tell();
    expect(told.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({
        rule: 'watched',
        spent: 2500,
        limit: 2000,
        entry: expect.objectContaining({ name: 'cab' }),
      }),
    ]);
    expect((await tell()).tell).toEqual([]);
  });

  test('in a group it is said, and nothing is written down', async () => {
    const { say, database } = await open();
    const place = { conversation: 'test:flat', group: { id: 'flat', name: 'flat' } };
    await say('budget 100 for dining a month', place);
    expect((await say('dinner 85', place)).text).toContain('85% of the budget is used.');
    expect(await database.client.notice.count()).toBe(0);
  });

  test('a correction that crosses says so, one within the same bucket does not', async () => {
    const { send, say } = await open();
    await say('budget 100 for dining a month');
    const key = 'first';
    await say('dinner 20', { key });
    const edit = (text: string, at: string) => send({ kind: 'edit', edits: key, text }, { key: at });
    expect((await edit('dinner 90', 'e1')).text).toContain('90% of the budget is used.');
    expect((await edit('dinner 95', 'e2')).text).not.toContain('% of the budget');
    expect((await edit('dinner 10', 'e3')).text).not.toContain('% of the budget');
  });
});
