/** Reminders and questions that come back, from what is said to what comes, on both databases. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/alerts/settings.ts';
import { PlatformError } from '../../src/errors.ts';
import { MOST_SCHEDULES } from '../../src/schedule/limits.ts';
import { findPerson } from '../../src/store/people.ts';
import { databases } from '../support/databases.ts';
import { call, scripted } from '../support/house.ts';
import { flat, openReminded } from './reminded.ts';

// It is Monday, 15 June 2026, 12:00 in Berlin.
describe.each(databases)('reminders on $name', ({ openTestDatabase }) => {
  test('come at their time, each once, and tell when they come next', async () => {
    const { say, goTo, told, schedules } = openReminded(await openTestDatabase());
    const set = await say('remind me to log cash every evening at 9');
    expect(set.text).toBe('I will remind you every day at 21:00: log cash. Next on Mon 15 Jun at 21:00.');
    await goTo('2026-06-15T18:59:59Z');
    expect(await told()).toEqual([]);
    await goTo('2026-06-15T19:00:00Z');
    await goTo('2026-06-15T19:00:30Z');
    expect(await told()).toEqual(['test:ann: ⏰ Log cash']);
    expect(await schedules()).toEqual(['reminder on 2026-06-16T19:00:00Z']);
  });

  test('come in quiet hours, for their time was named, and a late one within three hours, once', async () => {
    const { say, goTo, told } = openReminded(await openTestDatabase());
    await say('remind me every night at 11 to lock the door');
    await goTo('2026-06-15T21:00:00Z');
    await goTo('2026-06-16T23:30:00Z');
    expect(await told()).toHaveLength(2);
    // Two days away, and then four hours late.
    await goTo('2026-06-19T01:00:01Z');
    expect(await told()).toHaveLength(2);
    await goTo('2026-06-19T21:00:00Z');
    expect(await told()).toHaveLength(3);
  });

  test('keep their time of day over a change of the clocks', async () => {
    const { say, goTo, told, setNow } = openReminded(await openTestDatabase());
    setNow('2026-10-23T10:00:00Z');
    await say('remind me every day at 20:00 to log cash');
    await goTo('2026-10-24T18:00:00Z');
    expect(await told()).toHaveLength(1);
    // Clocks went back in the night.
    await goTo('2026-10-25T18:59:59Z');
    expect(await told()).toHaveLength(1);
    await goTo('2026-10-25T19:00:00Z');
    expect(await told()).toHaveLength(2);
  });

  test('that come once are over then', async () => {
    const { say, goTo, told, schedules, latest } = openReminded(await openTestDatabase());
    await say('remind me tomorrow at 9 to call the bank.');
    await say('remind me in 20 minutes to check the oven');
    await goTo('2026-06-15T10:20:00Z');
    expect(await told()).toEqual(['test:ann: ⏰ Check the oven']);
    expect((await latest()).buttons).toEqual([]);
    await goTo('2026-06-16T07:00:00Z');
    await goTo('2026-06-17T07:00:00Z');
    expect(await told()).toEqual(['test:ann: ⏰ Check the oven', 'test:ann: ⏰ Call the bank']);
    expect((await schedules()).map((each) => each.split(' ')[1])).toEqual(['ended', 'ended']);
  });

  test('are silent while muted, and that is written down', async () => {
    const database = await openTestDatabase();
    const { house, say, goTo, told, untold } = openReminded(database);
    await say('remind me to log cash every evening at 9');
    const ann = await findPerson(database.client, 'test', 'ann');
    const mutedUntil = Temporal.Instant.from('2026-06-16T10:00:00Z');
    const now = house.clock.now();
    await database.transaction((tx) => changeSettings(tx, ann?.id ?? '', ann?.id ?? '', { mutedUntil }, now));
    await goTo('2026-06-15T19:00:00Z');
    expect(await told()).toEqual([]);
    expect(await untold()).toEqual(['2026-06-15T19:00:00Z dropped muted']);
    expect((await say('alerts')).text).toContain('⏰ Log cash (you had muted me)');
    await goTo('2026-06-16T19:00:00Z');
    expect(await told()).toHaveLength(1);
  });

  test('are one where the same is said twice, and no more than there may be', async () => {
    const database = await openTestDatabase();
    const { say, schedules } = openReminded(database);
    await say('remind me to log cash every evening at 9');
    expect((await say('Remind me every evening at 9 to log cash!')).text).toBe(
      'That is arranged already: log cash, every day at 21:00.',
    );
    expect(await schedules()).toHaveLength(1);
    const row = await database.client.schedule.findFirstOrThrow({ where: { kind: 'reminder' } });
    const present = await database.client.schedule.count();
    await database.client.schedule.createMany({
      data: Array.from({ length: MOST_SCHEDULES - present }, (_, index) => ({ ...row, id: `${row.id}-${index}` })),
    });
    expect((await say('remind me to drink water every morning')).text).toContain(`${MOST_SCHEDULES} schedules`);
  });

  test('are listed, skipped, changed and stopped; undo takes back each', async () => {
    const { say, press, schedules } = openReminded(await openTestDatabase());
    await say('remind me to log cash every evening at 9');
    await say('remind me tomorrow at 9 to call the bank');
    expect((await say('reminders')).text).toBe(
      'Your reminders here:\n' +
        '1. Log cash: every day at 21:00; next on Mon 15 Jun at 21:00\n' +
        '2. Call the bank: Tue 16 Jun at 9:00',
    );
    const skipped = await say('skip reminder 1');
    expect(skipped.text).toBe('Left out on Mon 15 Jun at 21:00: log cash. Next on Tue 16 Jun at 21:00.');
    await press(skipped, 'undo');
    expect(await schedules()).toEqual(['reminder on 2026-06-15T19:00:00Z', 'reminder on 2026-06-16T07:00:00Z']);
    const changed = await say('change reminder 1 to 8 in the morning');
    expect(changed.text).toBe('Changed: log cash, every day at 8:00 from now on. Next on Tue 16 Jun at 8:00.');
    expect((await say('undo')).text).toContain('Log cash: on, every day at 21:00');
    expect((await say('stop reminding me to log cash')).text).toBe('Stopped: log cash.');
    expect(await schedules()).toEqual(['reminder ended 2026-06-15T19:00:00Z', 'reminder on 2026-06-16T07:00:00Z']);
    await say('undo');
    expect(await schedules()).toEqual(['reminder on 2026-06-15T19:00:00Z', 'reminder on 2026-06-16T07:00:00Z']);
    expect((await say('stop the reminder to feed the cat')).text).toMatch(
      /^No reminder says “feed the cat”\. There are: 1/,
    );
  });

  test('are stopped by their button, by nobody else', async () => {
    const { say, press, goTo, told, latest, schedules } = openReminded(await openTestDatabase());
    await say('hello', { sender: 'bob' });
    await say('remind me to log cash every evening at 9');
    await goTo('2026-06-15T19:00:00Z');
    const message = await latest();
    const stranger = await press(message, 'reminder-stop', { sender: 'bob' });
    expect(stranger.text).toMatch(/^I can find no such reminder of yours here\./);
    expect(await schedules()).toEqual(['reminder on 2026-06-16T19:00:00Z']);
    const stopped = await press(message, 'reminder-stop');
    expect(stopped.text).toBe('Stopped: log cash.');
    await goTo('2026-06-16T19:00:00Z');
    expect(await told()).toHaveLength(1);
    await press(stopped, 'undo');
    await goTo('2026-06-17T19:00:00Z');
    expect(await told()).toHaveLength(2);
  });

  test('of a group come into the group, as long as whoever arranged them is a member', async () => {
    const database = await openTestDatabase();
    const { say, goTo, told, schedules } = openReminded(database);
    const set = await say('remind us every Sunday at 18:00 to settle up', flat);
    expect(set.text).toMatch(/It comes here, where everybody sees it\.$/);
    await say('remind me to log cash every evening at 9');
    expect((await say('reminders')).text).not.toContain('ettle up');
    expect((await say('reminders', { ...flat, sender: 'bob' })).text).toMatch(/^You have no reminders here\./);
    expect((await say('stop reminder 1', { ...flat, sender: 'bob' })).text).toMatch(/^You have no reminders here\./);
    await goTo('2026-06-21T16:00:00Z');
    expect(await told()).toEqual(['test:flat: ⏰ Settle up']);
    const ann = await findPerson(database.client, 'test', 'ann');
    await database.client.member.deleteMany({ where: { personId: ann?.id, ledger: undefined, role: 'owner' } });
    const kept = await database.client.schedule.findFirstOrThrow({ where: { kind: 'reminder' } });
    await database.client.member.deleteMany({ where: { personId: ann?.id, ledgerId: kept.ledgerId } });
    await goTo('2026-06-28T16:00:00Z');
    expect(await told()).toHaveLength(1);
    expect((await schedules())[0]).toMatch(/^reminder ended/);
  });

  test('go to no account that is not theirs any more', async () => {
    const database = await openTestDatabase();
    const { say, goTo, told, untold } = openReminded(database);
    await say('remind me to log cash every evening at 9');
    await say('hello', { sender: 'bob' });
    const [ann, bob] = [
      await findPerson(database.client, 'test', 'ann'),
      await findPerson(database.client, 'test', 'bob'),
    ];
    await database.client.identity.updateMany({ where: { personId: ann?.id }, data: { personId: bob?.id ?? '' } });
    await goTo('2026-06-15T19:00:00Z');
    expect(await told()).toEqual([]);
    expect(await untold()).toEqual(['2026-06-15T19:00:00Z dropped nowhere']);
  });
});

describe.each(databases)('questions that come back on $name', ({ openTestDatabase }) => {
  test('are answered as if they were asked then, with their picture, from the ledger where they were arranged', async () => {
    const { say, goTo, told, latest } = openReminded(await openTestDatabase());
    await say('dinner 30');
    await say('dinner 70', { sender: 'bob' });
    const set = await say('every Friday at 6 chart my dining this week by day');
    expect(set.text).toBe(
      'I will answer “chart my dining this week by day” every Friday at 18:00. Next on Fri 19 Jun at 18:00.',
    );
    await goTo('2026-06-18T16:00:00Z');
    await say('dinner 12.50');
    await goTo('2026-06-19T16:00:00Z');
    const [first, ...more] = await told();
    expect(more).toEqual([]);
    expect(first).toMatch(/^test:ann: ⏰ “chart my dining this week by day”\n/);
    expect(first).toContain('€42.50');
    expect(first).not.toContain('70');
    const { charts, buttons } = await latest();
    expect(charts).toHaveLength(1);
    expect(buttons.map(({ label }) => label)).toEqual(['Stop it']);
    await goTo('2026-06-26T16:00:00Z');
    expect((await told())[1]).not.toContain('€42.50');
  });

  test('change nothing, and are refused where answering would', async () => {
    const database = await openTestDatabase();
    const { say, schedules, entries } = openReminded(database);
    await say('every Friday at 6 record dinner 30');
    expect((await schedules()).filter((each) => each.startsWith('question'))).toEqual([]);
    const connected = scripted(() =>
      call('reminders', {
        action: 'add',
        kind: 'question',
        text: 'record dinner 30',
        when: { repeats: 'weekly', weekdays: ['friday'], at: '18:00' },
      }),
    );
    const other = openReminded(database, { connected: { model: connected, prices: null, monthlyLimitMicros: null } });
    expect((await other.say('every Friday at 6 show me dining', { key: 'other' })).text).toContain(
      'by looking things up',
    );
    expect(await schedules()).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  test('say plainly what stands in the way, and how to stop them', async () => {
    const database = await openTestDatabase();
    const model = scripted(
      () => call('spending_summary', { from: '2026-06-15', to: '2026-06-19', groupBy: 'none', category: 'zeppelins' }),
      'clever',
    );
    const { goTo, told, latest } = openReminded(database, {
      connected: { model, prices: null, monthlyLimitMicros: null },
    });
    const offline = openReminded(database);
    await offline.say('dinner 30', { key: 'zero' });
    await offline.say('add category zeppelins', { key: 'one' });
    await offline.say('every Friday at 6 how much did I spend on zeppelins this week?', { key: 'two' });
    await offline.say('merge zeppelins into dining', { key: 'three' });
    await offline.say('yes', { key: 'yes' });
    await goTo('2026-06-19T16:00:00Z');
    const { text, buttons } = await latest();
    expect(text).toContain('There is no category "zeppelins"');
    expect(text).toContain('To end this question, write “stop reminder” or press the button.');
    expect(buttons).toHaveLength(1);
    await offline.say('stop reminder', { key: 'four' });
    await offline.say('every Friday at 6 how much did I spend this week?', { key: 'five' });
    // Something that was understood when it was arranged, and is not any more.
    const payload = JSON.stringify({ text: 'gibberish', language: 'en', turnId: null });
    await database.client.schedule.updateMany({ where: { kind: 'question', state: 'on' }, data: { payload } });
    await offline.goTo('2026-06-26T16:00:00Z');
    expect((await told()).at(-1)).toBe(
      'test:ann: ⏰ You wanted to know “gibberish”, but this time I could not answer it.',
    );
  });

  test('are chosen by a connected model that only reads; the offline one takes over from one that is away', async () => {
    const database = await openTestDatabase();
    const offline = openReminded(database);
    await offline.say('dinner 30');
    await offline.say('every Friday at 6 how much did I spend this week?');
    const connect = (model: ReturnType<typeof scripted>) =>
      openReminded(database, { connected: { model, prices: null, monthlyLimitMicros: null } });
    const usage = { inputTokens: 100, cachedInputTokens: 0, outputTokens: 10 };
    const args = { from: '2026-06-15', to: '2026-06-19', groupBy: 'none' };
    const reading = connect(scripted(() => ({ ...call('spending_summary', args), usage }), 'clever'));
    await reading.goTo('2026-06-19T16:00:00Z');
    expect(await reading.latest()).toMatchObject({ model: 'clever', text: expect.stringContaining('€30.00') });
    const [used] = await database.client.modelUsage.findMany();
    expect(used).toMatchObject({ model: 'clever', inputTokens: 100 });
    const writing = connect(scripted(() => call('record_entries', { entries: [{ kind: 'expense', amount: '5' }] })));
    await writing.goTo('2026-06-26T16:00:00Z');
    expect(await writing.latest()).toMatchObject({ model: 'offline', text: expect.stringContaining('this week') });
    const away = connect({ name: 'away', answer: () => Promise.reject(new PlatformError('away')) });
    await away.goTo('2026-07-03T16:00:00Z');
    expect(await away.latest()).toMatchObject({ model: 'offline' });
    expect(await offline.entries()).toHaveLength(1);
    expect(await offline.told()).toHaveLength(3);
  });
});
