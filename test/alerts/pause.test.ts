/** What becomes of messages that a platform will not take, and of the person whom they were for. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { allRules } from '../../src/alerts/gather.ts';
import { type AlertSettings, changeSettings, settingsOf } from '../../src/alerts/settings.ts';
import { tellAlerts } from '../../src/alerts/tell.ts';
import { DeliveryError } from '../../src/channels/channel.ts';
import { plainReply } from '../../src/conversation/message.ts';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { preferencesOf } from '../../src/domain/preferences.ts';
import { languages } from '../../src/language.ts';
import { createLog } from '../../src/log.ts';
import { postMessage } from '../../src/store/outbox.ts';
import { findPerson, personalLedger } from '../../src/store/people.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse, scripted } from '../support/house.ts';
import { noAttachments, scriptedChannel } from '../support/scripted-channel.ts';

const bill = (key: string): Alert => ({
  key,
  bucket: '2026-06-18',
  severity: 'medium',
  stake: 1_000,
  facts: { rule: 'upcoming-bill', name: key, amount: 1_000, isFixed: true, day: '2026-06-18', rhythm: 'monthly' },
});

const blocked = () => new DeliveryError('the bot was blocked', 'gone');

const NOON = Temporal.Instant.from('2026-06-15T10:00:00Z');
const note =
  'My messages to you on Telegram have not got through since 15 Jun 2026, so I held them back; they go on from now.';

describe.each(databases)('a platform that takes nothing, on $name', ({ openTestDatabase }) => {
  async function open() {
    const database = await openTestDatabase();
    const chat = openTestHouse(database, { model: scripted((text) => ({ text: `re ${text}` })) });
    const telegram = scriptedChannel('telegram');
    const slack = scriptedChannel('slack');
    const deliverer = createDeliverer({
      ...{ database, clock: chat.house.clock, log: createLog('silent'), attachments: noAttachments },
      channels: [telegram.channel, slack.channel],
    });
    onTestFinished(() => deliverer.stop());
    const on = (platform: string, sender = 'ann') => ({ platform, sender, conversation: `${platform}:${sender}` });
    const askerOf = async (sender: string, platform = 'telegram'): Promise<Asker> => {
      const person = await findPerson(database.client, platform, sender);
      if (!person) throw new Error(`${sender} has not spoken`);
      const preferences = preferencesOf(person, chat.house.defaults);
      const home = await personalLedger(database.client, person.id);
      return {
        personId: person.id,
        ...home,
        homeCurrency: 'EUR',
        preferences,
        now: NOON,
        today: '2026-06-15',
        turnId: null,
      };
    };
    const change = (asker: Asker, changes: Partial<AlertSettings>) =>
      database.transaction((tx) => changeSettings(tx, asker.personId, asker.personId, changes, NOON));
    const tell = (asker: Asker, key: string) =>
      database.transaction((tx) => tellAlerts(tx, asker, [bill(key)], allRules, 'en'));
    /** Until all has left or failed. */
    const deliver = async () => {
      const waits = () => database.client.outbox.count({ where: { state: 'pending' } });
      await expect
        .poll(
          async () => {
            await deliverer.look();
            return await waits();
          },
          { timeout: 4_000 },
        )
        .toBe(0);
    };
    /** Ann on both platforms, as one person, with all that was said so far delivered. */
    const link = async (asker: Asker, sender = 'ann') => {
      await chat.say('hello', { ...on('slack', sender), key: `slack:${sender}` });
      await database.client.identity.updateMany({ where: { platform: 'slack' }, data: { personId: asker.personId } });
      await database.client.turn.updateMany({ where: { platform: 'slack' }, data: { personId: asker.personId } });
      await deliver();
    };
    return { database, chat, telegram, slack, on, askerOf, change, tell, deliver, link };
  }

  test('gets nothing more until its person speaks; they are told, exactly once', async () => {
    const { database, chat, telegram, on, askerOf, tell, deliver } = await open();
    await chat.say('hello', { ...on('telegram'), key: 'a1' });
    await chat.say('hello', { ...on('telegram', 'bob'), key: 'b1' });
    const [ann, bob] = [await askerOf('ann'), await askerOf('bob')];
    await deliver();
    telegram.answers.push(blocked());
    await tell(ann, 'gas');
    await deliver();
    expect((await settingsOf(database.client, ann.personId)).paused).toMatchObject({ on: ['telegram'] });
    expect((await tell(ann, 'water')).hold.map(({ reason }) => reason)).toEqual(['refused']);
    // Nobody else's messages are held back.
    expect((await tell(bob, 'water')).tell).toHaveLength(1);

    const again = { ...on('telegram'), key: 'a2' };
    const answers = await Promise.all([
      chat.say('one', again),
      chat.say('one', again),
      chat.say('two', { ...on('telegram'), conversation: 'telegram:ann:2', key: 'a3' }),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    const told = answers.slice(1).filter(({ text }) => text.endsWith(`\n${note}`));
    expect(told).toHaveLength(1);
    expect((await chat.say('three', { ...on('telegram'), key: 'a4' })).text).toBe('re three');
    expect((await chat.say('three', { ...on('telegram', 'bob'), key: 'b4' })).text).toBe('re three');
    expect((await settingsOf(database.client, ann.personId)).paused).toBeNull();
    expect((await tell(ann, 'water')).tell).toHaveLength(1);
  });

  test.each(['refused', 'gone'] as const)(
    '%s: nothing is noted about an ordinary answer, nor another note',
    async (outcome) => {
      const { database, chat, telegram, on, deliver } = await open();
      telegram.answers.push(new DeliveryError('no', outcome), new DeliveryError('no', outcome));
      await chat.say('hello', on('telegram'));
      const turn = await database.client.turn.findFirstOrThrow();
      const joined = JSON.stringify(plainReply('Your account was linked.'));
      await database.transaction((tx) => postMessage(tx, turn, joined, new Date(0)));
      await deliver();
      expect(telegram.deliveries).toHaveLength(2);
      expect(await database.client.alertSettings.count()).toBe(0);
    },
  );

  test('what may be tried again, or may have arrived, holds nothing back', async () => {
    const { database, chat, telegram, on, askerOf, tell, deliver } = await open();
    await chat.say('hello', on('telegram'));
    const ann = await askerOf('ann');
    await deliver();
    telegram.answers.push(new DeliveryError('slow', 'later', 5), new DeliveryError('perhaps', 'unsure'));
    await tell(ann, 'gas');
    await deliver();
    expect((await settingsOf(database.client, ann.personId)).paused).toBeNull();
  });

  test('with another chat allowed, it is sent on there, once, and so is what comes later', async () => {
    const { database, chat, telegram, slack, on, askerOf, change, tell, deliver, link } = await open();
    await chat.say('hello', on('telegram'));
    const ann = await askerOf('ann');
    const { id: turnId } = await database.client.turn.findFirstOrThrow();
    await link(ann);
    await change(ann, { turnId, fallback: true });
    telegram.answers.push(blocked());
    await tell(ann, 'gas');
    await deliver();
    await tell(ann, 'water');
    await deliver();
    expect(slack.texts().slice(1)).toEqual([
      'Coming up: gas, €10.00 on 18 Jun.',
      'Coming up: water, €10.00 on 18 Jun.',
    ]);
    const told = await database.client.notice.findMany({ where: { state: 'told' } });
    expect(told.map(({ conversation }) => conversation)).toEqual(['slack:ann', 'slack:ann']);
    const answer = await chat.say('hi', { ...on('slack'), key: 's2' });
    expect(answer.text).toBe(`re hi\n${note} To get them in this chat instead, write “send alerts here”.`);
  });

  test('where neither takes it, it is tried once in each, and both are named', async () => {
    const { chat, telegram, slack, on, askerOf, change, tell, deliver, link } = await open();
    await chat.say('hello', on('telegram'));
    const ann = await askerOf('ann');
    await link(ann);
    await chat.say('hello', { ...on('telegram'), key: 't2' });
    await change(ann, { fallback: true });
    await deliver();
    const before = [telegram.deliveries.length, slack.deliveries.length];
    telegram.answers.push(blocked());
    slack.answers.push(blocked());
    await tell(ann, 'gas');
    await deliver();
    expect([telegram.deliveries.length, slack.deliveries.length]).toEqual(before.map((count) => count + 1));
    expect((await tell(ann, 'water')).hold.map(({ reason }) => reason)).toEqual(['refused']);
    expect((await chat.say('hi', { ...on('slack'), key: 's3' })).text).toContain('on Telegram and on Slack');
  });

  test('what was sent on is not sent back, even where its person has been told meanwhile', async () => {
    const { chat, telegram, slack, on, askerOf, change, tell, deliver, link } = await open();
    await chat.say('hello', on('telegram'));
    const ann = await askerOf('ann');
    await link(ann);
    await chat.say('hello', { ...on('telegram'), key: 't2' });
    await change(ann, { fallback: true });
    await deliver();
    const count = telegram.deliveries.length;
    telegram.answers.push(blocked());
    slack.answers.push(async () => {
      await change(ann, { paused: null });
      throw blocked();
    });
    await tell(ann, 'gas');
    await deliver();
    expect(telegram.deliveries).toHaveLength(count + 1);
  });

  test('another chat is neither a group nor an account that is not theirs, nor used without leave', async () => {
    const { database, chat, telegram, slack, on, askerOf, change, tell, deliver, link } = await open();
    await chat.say('hello', { ...on('telegram', 'bob'), key: 'bob' });
    await chat.say('hello', on('telegram'));
    const [ann, bob] = [await askerOf('ann'), await askerOf('bob')];
    const { id: turnId } = await database.client.turn.findFirstOrThrow({ where: { personId: ann.personId } });
    await link(ann);
    await change(ann, { turnId });
    telegram.answers.push(blocked());
    const count = slack.deliveries.length;
    await tell(ann, 'a');
    await deliver();
    expect(slack.deliveries).toHaveLength(count);
    await change(ann, { paused: null, fallback: true });
    // What Ann said there stays hers; the account is Bob's now, and with her other one she spoke in a group alone.
    await database.client.identity.updateMany({ where: { platform: 'slack' }, data: { personId: bob.personId } });
    const other = { platform: 'slack', externalId: 'ann-2', personId: ann.personId, createdAt: new Date(0) };
    await database.client.identity.create({ data: other });
    const group = { group: { id: 'flat', name: 'Flat' }, conversation: 'slack:flat' };
    await chat.say('hello', { ...on('slack', 'ann-2'), ...group, key: 'g' });
    await deliver();
    const before = slack.deliveries.length;
    telegram.answers.push(blocked());
    await tell(ann, 'b');
    await deliver();
    expect(slack.deliveries).toHaveLength(before);
    expect(telegram.deliveries.filter(({ reply }) => reply.text.startsWith('Coming up'))).toHaveLength(2);
    expect((await settingsOf(database.client, ann.personId)).paused).toMatchObject({ on: ['telegram'] });
  });

  test('a group: whoever speaks there next is told, nobody elsewhere', async () => {
    const { database, chat, telegram, on, deliver } = await open();
    const group = { group: { id: 'flat', name: 'Flat' }, conversation: 'telegram:flat' };
    await chat.say('hello', { ...on('telegram'), ...group, key: 'g1' });
    await chat.say('hello', { ...on('telegram', 'bob'), ...group, key: 'g2' });
    await deliver();
    const { ledgerId } = await database.client.chatGroup.findFirstOrThrow();
    const turn = await database.client.turn.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const personId = turn.personId as string;
    await database.transaction(async (tx) => {
      await changeSettings(tx, ledgerId, personId, { digest: 'weekly', turnId: turn.id, fallback: true }, NOON);
      const digest = { ...plainReply('Last week you spent €12.00.'), unasked: 'm', settingsId: ledgerId };
      await postMessage(tx, turn, JSON.stringify(digest), new Date(0));
    });
    telegram.answers.push(blocked());
    await deliver();
    expect((await settingsOf(database.client, ledgerId)).paused).toMatchObject({ on: ['telegram'] });
    expect((await chat.say('hi', { ...on('telegram', 'bob'), key: 'p1' })).text).toBe('re hi');
    const said = 'This group’s digest has not got through since 15 Jun 2026, so I held it back; it goes on from now.';
    expect((await chat.say('hi', { ...on('telegram', 'bob'), ...group, key: 'g3' })).text).toBe(`re hi\n${said}`);
    expect((await chat.say('hi', { ...on('telegram'), ...group, key: 'g4' })).text).toBe('re hi');
    // What comes without the group ever having chosen anything, such as a reminder.
    await deliver();
    await database.client.alertSettings.deleteMany({});
    const reminder = JSON.stringify({ ...plainReply('Rent.'), unasked: 'r', settingsId: ledgerId });
    await database.transaction((tx) => postMessage(tx, turn, reminder, new Date(0)));
    telegram.answers.push(blocked());
    await deliver();
    expect(await database.client.alertSettings.findMany()).toMatchObject([{ id: ledgerId, personId }]);
  });

  test('is told in each language', async () => {
    const { database, chat, on, askerOf, change } = await open();
    await chat.say('hello', on('telegram'));
    const ann = await askerOf('ann');
    const said: string[] = [];
    for (const language of languages) {
      await database.client.person.update({ where: { id: ann.personId }, data: { language } });
      await change(ann, { paused: { at: NOON, on: ['telegram', 'mail'] } });
      const { text } = await chat.say('hi', { ...on('telegram'), key: `l-${language}` });
      said.push(text.split('\n').at(-1) as string);
    }
    expect(said).toEqual([
      'My messages to you on Telegram and by e-mail have not got through since 15 Jun 2026, so I held them back; they go on from now.',
      'Mis mensajes para ti por Telegram y por correo no llegan desde el 15 jun 2026, así que los retuve; a partir de ahora vuelven a salir.',
      'Meine Nachrichten an dich auf Telegram und per E-Mail kamen seit dem 15. Juni 2026 nicht an, deshalb habe ich sie zurückgehalten; ab jetzt geht es weiter.',
      'Mes messages pour toi sur Telegram et par e-mail n’arrivent plus depuis le 15 juin 2026, je les ai donc retenus\u202f; ils reprennent dès maintenant.',
      'Minhas mensagens para você no Telegram e por e-mail não chegam desde 15 de jun. de 2026, por isso as segurei; a partir de agora elas voltam a sair.',
    ]);
  });
});
