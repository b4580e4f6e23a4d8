/** From what is found to what leaves, on both databases: who is told, where, and what about it. */

import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { allRules, findAlerts } from '../../src/alerts/gather.ts';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import { changeSettings } from '../../src/alerts/settings.ts';
import { tellAlerts } from '../../src/alerts/tell.ts';
import type { InboundMessage, Reply } from '../../src/conversation/message.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { planBudget } from '../../src/domain/budgets.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { preferencesOf } from '../../src/domain/preferences.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { dayAt } from '../../src/period.ts';
import type { Schedule } from '../../src/scheduler/handler.ts';
import type { Database } from '../../src/store/database.ts';
import { findPerson, personalLedger } from '../../src/store/people.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse } from '../support/house.ts';

const model = createOfflineModel();

const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', language: 'en', firstDayOfWeek: 1 } as const;

const openUnasked = (database: Database) => openTestHouse(database, { model });

async function askerOf(database: Database, sender: string, time: string): Promise<Asker> {
  const person = await findPerson(database.client, 'test', sender);
  if (!person) throw new Error(`${sender} has not spoken`);
  const now = Temporal.Instant.from(time);
  const preferences = preferencesOf(person, defaults);
  const home = await personalLedger(database.client, person.id);
  const today = dayAt(now, preferences.timezone);
  return { personId: person.id, ...home, homeCurrency: 'EUR', preferences, now, today, turnId: null };
}

async function withBudget(database: Database, asker: Asker): Promise<void> {
  await database.transaction(async (tx) => {
    const wanted = { category: 'dining', amount: '100', period: 'monthly' } as const;
    await carryOut(tx, asker, (await planBudget(tx, asker, wanted)).changes);
  });
}

async function unasked({ client }: Database): Promise<{ conversation: string; reply: Reply }[]> {
  const rows = await client.outbox.findMany({ where: { reply: { not: null } }, orderBy: { id: 'asc' } });
  return rows.map(({ conversation, reply }) => ({ conversation, reply: JSON.parse(reply ?? '') as Reply }));
}

const bill = (key: string, stake = 1_000): Alert => ({
  key,
  bucket: '2026-06-18',
  severity: 'medium',
  stake,
  facts: { rule: 'upcoming-bill', name: key, amount: stake, isFixed: true, day: '2026-06-18', rhythm: 'monthly' },
});

describe.each(databases)('telling on $name', ({ openTestDatabase }) => {
  const tell = async (database: Database, asker: Asker, found: readonly Alert[]) =>
    await database.transaction((tx) => tellAlerts(tx, asker, found, allRules, 'en'));

  test('a budget that is exceeded is told once, to its own person alone, with its rows behind a button', async () => {
    const database = await openTestDatabase();
    const { say, press } = openUnasked(database);
    await say('dinner 60', { sender: 'bob' });
    await say('dinner 120');
    const [ann, bob] = [
      await askerOf(database, 'ann', '2026-06-15T10:05:00Z'),
      await askerOf(database, 'bob', '2026-06-15T10:05:00Z'),
    ];
    for (const asker of [ann, bob]) await withBudget(database, asker);
    for (const asker of [ann, bob, ann]) {
      const found = await findAlerts(database.client, asker, ['budget']);
      await database.transaction((tx) => tellAlerts(tx, asker, found, ['budget'], 'en'));
    }
    const sent = await unasked(database);
    expect(sent.map(({ conversation, reply }) => `${conversation}: ${reply.text}`)).toEqual([
      'test:ann: Dining this month: €120.00 of €100.00, €20.00 over.',
    ]);
    const [message] = sent;
    expect(message?.reply.charts[0]).toMatchObject({ kind: 'budget', rows: [{ spent: 12_000, budget: 10_000 }] });
    const rows = await press(message?.reply as Reply, 'notice-rows');
    expect(rows.text).toContain('dinner €120.00');
    const stranger = await press(message?.reply as Reply, 'notice-rows', { sender: 'bob' });
    expect(stranger.text).toBe(
      'I can’t find what that was about any more. Write “alerts” to see what I told you lately.',
    );
    expect((await press(message?.reply as Reply, 'notice-fine')).text).toBe('Fine; I will not bring that up again.');
  });

  test('what is held over night comes in one message in the morning, without what is not true any more', async () => {
    const database = await openTestDatabase();
    const { say } = openUnasked(database);
    await say('hello');
    const night = await askerOf(database, 'ann', '2026-06-15T21:00:00Z');
    await tell(database, night, [bill('gas'), bill('gone')]);
    expect(await unasked(database)).toEqual([]);
    const listed = (await say('alerts')).text;
    expect(listed).toContain('Coming up: gas, €10.00 on 18 Jun. (it was quiet hours)');
    const morning = await askerOf(database, 'ann', '2026-06-16T06:00:00Z');
    await tell(database, morning, [bill('gas'), bill('water', 2_000)]);
    const [message, ...more] = await unasked(database);
    expect(message?.reply.text).toBe('Coming up: water, €20.00 on 18 Jun.\nComing up: gas, €10.00 on 18 Jun.');
    expect(more).toEqual([]);
    const states = await database.client.notice.findMany({ orderBy: { key: 'asc' } });
    expect(states.map(({ key, state, reason }) => `${key} ${state} ${reason}`)).toEqual([
      'gas told null',
      'gone dropped no-longer-true',
      'water told null',
    ]);
  });

  test('after four messages that went by unseen, one asks whether to stop, and none after it', async () => {
    const database = await openTestDatabase();
    const { say, press } = openUnasked(database);
    await say('hello');
    await database.client.turn.updateMany({ data: { receivedAt: new Date('2026-06-15T10:00:00Z') } });
    for (let count = 0; count < 6; count++) {
      await tell(database, await askerOf(database, 'ann', `2026-06-${17 + 2 * count}T06:00:00Z`), [bill(`b${count}`)]);
    }
    const sent = await unasked(database);
    const asks = sent.map(({ reply }) => reply.buttons.some(({ id }) => id.startsWith('alerts-stop:')));
    expect(asks).toEqual([false, false, false, false, true, false]);
    const stopped = await press(sent[4]?.reply as Reply, 'alerts-stop');
    expect(stopped.text).toMatch(/^I will not write unasked any more/);
    await tell(database, await askerOf(database, 'ann', '2026-07-20T06:00:00Z'), [bill('late')]);
    expect(await unasked(database)).toHaveLength(6);
  });

  test('nothing goes to an account that is not theirs any more, to a group, or where the platform refused', async () => {
    const database = await openTestDatabase();
    const { say } = openUnasked(database);
    await say('hello', { sender: 'ann' });
    await say('hello', { sender: 'ann', conversation: 'test:group', group: { id: 'g', name: 'flat' } });
    await say('hello', { sender: 'bob' });
    const ann = await askerOf(database, 'ann', '2026-06-15T10:05:00Z');
    const bob = await askerOf(database, 'bob', '2026-06-15T10:05:00Z');
    await tell(database, ann, [bill('a')]);
    expect((await unasked(database)).map(({ conversation }) => conversation)).toEqual(['test:ann']);
    const paused = { at: ann.now, on: ['test'] };
    await database.transaction((tx) => changeSettings(tx, ann.personId, ann.personId, { paused }, ann.now));
    const refused = await tell(database, ann, [bill('b')]);
    expect(refused.hold.map(({ reason }) => reason)).toEqual(['refused']);
    // As "unlink" leaves it: Ann's conversation is now Bob's account.
    await database.client.outbox.deleteMany({});
    await database.client.identity.updateMany({ where: { personId: ann.personId }, data: { personId: bob.personId } });
    const parted = await tell(database, ann, [bill('b')]);
    expect(parted.hold.map(({ reason }) => reason)).toEqual(['nowhere']);
    expect(await unasked(database)).toEqual([]);
  });
});

describe('commands', () => {
  let database: Database;
  beforeAll(async () => {
    const [sqlite] = databases;
    database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  });

  test('arrange what the scheduler runs, by the person’s own clock and outside of their quiet hours', async () => {
    const { say } = openUnasked(database);
    const cat = { sender: 'cat' };
    expect((await say('weekly digest at 6', cat)).text).toBe(
      'Your digest comes each week from now on; first Mon 22 Jun, 07:00.',
    );
    await say('quiet 23-9', cat);
    const { personId } = await askerOf(database, 'cat', '2026-06-15T10:00:00Z');
    const rows = await database.client.schedule.findMany({ where: { personId }, orderBy: { kind: 'asc' } });
    expect(rows.map(({ kind, cadence, timeZone, state }) => [kind, JSON.parse(cadence), timeZone, state])).toEqual([
      ['alerts', { repeats: 'daily', at: '09:00' }, 'Europe/Berlin', 'on'],
      ['digest', { repeats: 'weekly', weekdays: [1], at: '09:00' }, 'Europe/Berlin', 'on'],
    ]);
    expect((await say('fewer of these', cat)).text).toBe('At most 3 messages in seven days from now on.');
    const listed = (await say('alerts', cat)).text;
    for (const part of [
      'Alerts are on',
      'Quiet from 23:00 to 09:00',
      '0 of at most 3 messages',
      'Nothing is held back',
    ]) {
      expect(listed).toContain(part);
    }
    await say('digest off', cat);
    expect(await database.client.schedule.count({ where: { personId, kind: 'digest', state: 'on' } })).toBe(0);
    expect((await say('quiet 25-7', cat)).text).toBe('That is no time of day. Write one like 8, 18:30 or 6pm.');
  });

  test('of a group are about its digest alone', async () => {
    const { say } = openUnasked(database);
    const place = { sender: 'dan', conversation: 'test:flat', group: { id: 'flat', name: 'flat' } };
    await say('dinner 40', place);
    expect((await say('send alerts here', place)).text).toMatch(/^Alerts are about your own money/);
    await say('daily digest at 9', place);
    const schedule = await database.client.schedule.findFirstOrThrow({ where: { kind: 'digest', state: 'on' } });
    const { personId } = await askerOf(database, 'dan', '2026-06-16T07:00:00Z');
    const now = Temporal.Instant.from('2026-06-16T07:00:00Z');
    const run = { schedule: { ...schedule } as unknown as Schedule, at: now, now, next: null };
    const { digest } = alertHandlers({ database, defaults });
    const send = async () => {
      const prepared = await digest.prepare?.(run, new AbortController().signal);
      return await database.transaction((tx) => digest.commit(tx, run, prepared));
    };
    await say('taxi 90', { sender: 'dan' });
    // A second run of the same occurrence sends nothing.
    for (const _ of [1, 2]) expect(await send()).toBeNull();
    const sent = (await unasked(database)).filter(({ conversation }) => conversation === 'test:flat');
    expect(sent.map(({ reply }) => reply.text.split('\n')[0])).toEqual(['Yesterday you spent €40.00.']);
    await database.client.member.deleteMany({ where: { personId, ledgerId: schedule.ledgerId } });
    expect(await send()).toMatchObject({ becomes: 'ended' });
  });

  test('a digest that is late does not come in quiet hours, and by another clock after a move', async () => {
    const { say } = openUnasked(database);
    await say('dinner 40', { sender: 'hal' });
    await say('daily digest at 20', { sender: 'hal' });
    const { personId } = await askerOf(database, 'hal', '2026-06-15T10:00:00Z');
    const row = await database.client.schedule.findFirstOrThrow({ where: { personId, kind: 'digest' } });
    const { digest } = alertHandlers({ database, defaults });
    const run = async (time: string) => {
      const now = Temporal.Instant.from(time);
      const occasion = {
        schedule: row as unknown as Schedule,
        at: Temporal.Instant.from('2026-06-15T18:00:00Z'),
        now,
        next: null,
      };
      const prepared = await digest.prepare?.(occasion, new AbortController().signal);
      return await database.transaction((tx) => digest.commit(tx, occasion, prepared));
    };
    const mine = async () => (await unasked(database)).filter(({ conversation }) => conversation === 'test:hal').length;
    // Half past ten in the evening; quiet until seven in the morning.
    const outcome = await run('2026-06-15T20:30:00Z');
    expect([outcome?.becomes, outcome?.at?.toString(), await mine()]).toEqual(['later', '2026-06-16T05:00:00Z', 0]);
    await database.client.person.update({ where: { id: personId }, data: { timezone: 'America/Lima' } });
    expect([await run('2026-06-16T13:00:00Z'), await mine()]).toEqual([null, 1]);
    const moved = await database.client.schedule.findUniqueOrThrow({ where: { id: row.id } });
    expect(moved.timeZone).toBe('America/Lima');
  });

  test('“why?” is an ordinary word where nothing was told', async () => {
    expect((await openUnasked(database).say('why?', { sender: 'fay' })).text).toMatch(/^I only know what you record/);
  });

  test('an answer to an alert is about it, as long as nothing else was said', async () => {
    const { say, setNow } = openUnasked(database);
    const gil: Partial<InboundMessage> = { sender: 'gil' };
    await say('hello', { ...gil, key: 'g1' });
    const asker = await askerOf(database, 'gil', '2026-06-15T10:05:00Z');
    await database.transaction((tx) => tellAlerts(tx, asker, [bill('gas')], allRules, 'en'));
    setNow('2026-06-15T10:10:00Z');
    expect((await say('why?', { ...gil, key: 'g2' })).text).toMatch(
      /^Coming up: gas, €10.00 on 18 Jun. \(Alerts are on/,
    );
    expect((await say('that’s fine, ignore it', { ...gil, key: 'g3' })).text).toBe(
      'Fine; I will not bring that up again.',
    );
    const again = await askerOf(database, 'gil', '2026-06-16T10:05:00Z');
    const next = { ...bill('gas'), bucket: '2026-07-18' };
    const { tell } = await database.transaction((tx) => tellAlerts(tx, again, [next], allRules, 'en'));
    expect(tell).toEqual([]);
    await say('hello', { ...gil, key: 'g4' });
    expect((await say('why?', { ...gil, key: 'g5' })).text).toMatch(/^I only know what you record/);
  });

  test('a reply to an alert is about that one, whenever it was sent, and nobody else’s', async () => {
    const { say, setNow } = openUnasked(database);
    for (const sender of ['ida', 'jon']) await say('hello', { sender, key: `${sender}1` });
    const told = async (key: string, time: string) => {
      const asker = await askerOf(database, 'ida', time);
      await database.transaction((tx) => tellAlerts(tx, asker, [bill(key)], allRules, 'en'));
      const notice = await database.client.notice.findFirstOrThrow({ where: { personId: asker.personId, key } });
      await database.client.sentMessage.create({
        data: { key: `sent:${key}`, turnId: '', unasked: notice.messageId, createdAt: new Date(time) },
      });
    };
    await told('tram', '2026-06-15T10:05:00Z');
    await told('hall', '2026-06-15T11:05:00Z');
    setNow('2026-06-20T10:00:00Z');
    await say('hello', { sender: 'ida', key: 'ida2' });
    const reply = (sender: string, text: string, key: string) => say(text, { sender, replyTo: 'sent:tram', key });
    expect((await reply('ida', 'warum?', 'ida3')).text).toMatch(/^Demnächst: tram,/);
    expect((await reply('jon', 'why?', 'jon2')).text).not.toContain('tram');
    expect((await reply('ida', 'está bien, ignóralo', 'ida4')).text).toBe('De acuerdo, no vuelvo a mencionarlo.');
    const { personId } = await askerOf(database, 'ida', '2026-06-20T10:00:00Z');
    const ignored = await database.client.notice.findMany({ where: { personId, reason: 'dismissed' } });
    expect(ignored.map(({ key }) => key)).toEqual(['tram']);
  });

  test('a change of settings keeps the others', async () => {
    const now = Temporal.Instant.from('2026-06-15T10:00:00Z');
    await database.transaction((tx) => changeSettings(tx, 'x', 'x', { quiet: null, weeklyMost: 2 }, now));
    const mutedUntil = now.add({ hours: 1 });
    const settings = await database.transaction((tx) => changeSettings(tx, 'x', 'x', { mutedUntil }, now));
    expect(settings).toMatchObject({ quiet: null, weeklyMost: 2, digest: null, alerts: true });
    expect(settings.mutedUntil?.equals(mutedUntil)).toBe(true);
  });
});
