import { describe, expect, onTestFinished, test } from 'vitest';
import { DeliveryError } from '../../src/channels/channel.ts';
import { plainReply } from '../../src/conversation/message.ts';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import { openDesk } from '../../src/delivery/desk.ts';
import { createLog } from '../../src/log.ts';
import { postMessage, turnOfSentMessage, unaskedOfSentMessage } from '../../src/store/outbox.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse, scripted } from '../support/house.ts';
import { noAttachments, scriptedChannel } from '../support/scripted-channel.ts';

/** A busy machine takes more than the second that polls wait otherwise. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 4_000 });

describe.each(databases)('delivery on $name', ({ openTestDatabase }) => {
  async function open(scripts = scriptedChannel()) {
    const database = await openTestDatabase();
    const chat = openTestHouse(database, { model: scripted((text) => ({ text: `re ${text}` })) });
    let offset = 0;
    const clock = { ...chat.house.clock, leaseTime: () => chat.house.clock.leaseTime() + offset };
    const outcomes: string[] = [];
    const start = async (owner?: string) => {
      const deliverer = createDeliverer({
        database,
        channels: [scripts.channel],
        attachments: noAttachments,
        clock,
        log: createLog('silent'),
        ...(owner ? { owner } : {}),
        onOutcome: (_platform, outcome) => outcomes.push(outcome),
      });
      await deliverer.start();
      onTestFinished(() => deliverer.stop());
      const desk = openDesk(scripts.channel, { house: chat.house, inbox: chat.inbox, deliverer, onBroken: () => {} });
      return { deliverer, desk };
    };
    let count = 0;
    const message = (text: string, conversation = 'test:c') => {
      count += 1;
      const key = `test:${count}`;
      const content = { kind: 'message', text } as const;
      return { key, platform: 'test', conversation, sender: conversation, content, address: { chat: conversation } };
    };
    const states = async () =>
      (await database.client.outbox.findMany({ orderBy: { id: 'asc' } })).map((row) => row.state);
    return { ...scripts, database, chat, start, message, states, outcomes, skip: (ms: number) => (offset += ms) };
  }

  test('replies leave in order, with the address of what they answer, once', async () => {
    const { start, message, texts, deliveries, states } = await open();
    const { desk } = await start();
    for (const text of ['one', 'two', 'three']) await desk.receive(message(text));
    await soon(texts).toEqual(['re one', 're two', 're three']);
    expect(deliveries[0]).toMatchObject({ conversation: 'test:c', address: { chat: 'test:c' }, audience: 'everyone' });
    await soon(states).toEqual(['sent', 'sent', 'sent']);
  });

  test('a conversation that has to wait holds up nobody else', async () => {
    const { start, message, texts, answers, states } = await open();
    const { desk } = await start();
    answers.push(new DeliveryError('slow down', 'later', 700));
    await desk.receive(message('slow', 'test:a'));
    await soon(states).toEqual(['pending']);
    await desk.receive(message('after', 'test:a'));
    await desk.receive(message('quick', 'test:b'));
    await soon(texts).toEqual(['re slow', 're quick']);
    await expect.poll(texts, { timeout: 5_000 }).toEqual(['re slow', 're quick', 're slow', 're after']);
  });

  test('parts that have left are not sent again, and an answer to any of them is understood', async () => {
    const { start, message, deliveries, answers, states, database } = await open();
    const { desk } = await start();
    answers.push(async (delivery) => {
      await delivery.onSent('text', 'test:first-part');
      throw new DeliveryError('try later', 'later', 10);
    });
    await desk.receive(message('long'));
    await soon(states).toEqual(['sent']);
    expect(deliveries.map((delivery) => delivery.sent)).toEqual([[], ['text']]);
    expect(await database.client.sentMessage.count()).toBe(2);
  });

  test.each(['gone', 'refused', 'unsure'] as const)(
    '%s: written down with its reason, and the next one goes',
    async (outcome) => {
      const { start, message, texts, answers, states, database } = await open();
      const { desk } = await start();
      answers.push(new DeliveryError('the bot was blocked', outcome));
      await desk.receive(message('one'));
      await desk.receive(message('two'));
      await soon(texts).toEqual(['re one', 're two']);
      await soon(states).toEqual([outcome === 'unsure' ? 'unsure' : 'failed', 'sent']);
      const [first] = await database.client.outbox.findMany({ orderBy: { id: 'asc' } });
      expect(first?.lastError).toBe('the bot was blocked');
    },
  );

  test('what a process left behind is sent by the next, in order', async () => {
    const { start, message, texts, chat, states } = await open();
    for (const text of ['one', 'two']) await (await chat.inbox.receive(message(text))).answered;
    expect(texts()).toEqual([]);
    await start();
    await soon(texts).toEqual(['re one', 're two']);
    await soon(states).toEqual(['sent', 'sent']);
  });

  test('while the channel is away nothing is given up, however long; when it is back, all leaves in order', async () => {
    const { start, message, texts, channel, states, database, outcomes } = await open();
    const send = channel.send;
    channel.send = async () => {
      throw new DeliveryError('not connected', 'away');
    };
    const { desk, deliverer } = await start();
    await desk.receive(message('one'));
    const tries = async () => {
      await deliverer.look();
      return outcomes.length;
    };
    // More than the tries after which a reply is given up.
    await expect.poll(tries, { interval: 5, timeout: 4_000 }).toBeGreaterThan(10);
    const row = async () => (await database.client.outbox.findMany())[0];
    await expect
      .poll(row)
      .toMatchObject({ state: 'pending', attempts: 0, lastError: 'not connected', leaseOwner: null });
    channel.send = send;
    await desk.receive(message('two'));
    await soon(states).toEqual(['sent', 'sent']);
    expect(texts()).toEqual(['re one', 're two']);
  });

  test('a message that answers nothing leaves once, in its turn, with a name and a text of its own', async () => {
    const { start, message, texts, deliveries, chat, states, database, answers } = await open();
    const { turnId } = await (await chat.inbox.receive(message('one'))).answered;
    const note = JSON.stringify(plainReply('by the way'));
    const at = new Date(0);
    await database.transaction((tx) => postMessage(tx, { id: turnId, conversation: 'test:c' }, note, at));
    await (await chat.inbox.receive(message('two'))).answered;
    answers.push(async () => {}, new DeliveryError('try later', 'later', 10));
    await start();
    await soon(states).toEqual(['sent', 'sent', 'sent']);
    expect(texts()).toEqual(['re one', 'by the way', 'by the way', 're two']);
    expect(deliveries.map(({ address }) => address)).toEqual(deliveries.map(() => ({ chat: 'test:c' })));
    const [first, again, later] = deliveries.map(({ note: name }) => name).slice(1);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([again, later, deliveries[0]?.note]).toEqual([first, null, null]);
    // Whoever answers it does not answer the turn that it was addressed by.
    expect(await database.client.sentMessage.count()).toBe(2);
  });

  test('an answer to what was said unasked is about its notices, and not about the turn of its address', async () => {
    const { start, message, chat, states, database, answers } = await open();
    const { turnId } = await (await chat.inbox.receive(message('one'))).answered;
    const alert = JSON.stringify({ ...plainReply('Dining is over its budget.'), unasked: 'm1' });
    await database.transaction((tx) => postMessage(tx, { id: turnId, conversation: 'test:c' }, alert, new Date(0)));
    answers.push(
      async () => {},
      async (delivery) => await delivery.onSent('picture', 'test:picture'),
    );
    await start();
    await soon(states).toEqual(['sent', 'sent']);
    const { client } = database;
    const known = async (key: string) => [
      await turnOfSentMessage(client, key),
      await unaskedOfSentMessage(client, key),
    ];
    expect(await known('test:sent:1')).toEqual([turnId, null]);
    expect(await known('test:sent:2')).toEqual([null, 'm1']);
    expect(await known('test:picture')).toEqual([null, 'm1']);
    expect(await known('test:sent:9')).toEqual([null, null]);
  });

  test('three processes send a reply once', async () => {
    const { start, message, texts, chat, states } = await open();
    const messages = Array.from({ length: 10 }, (_, index) => message(`${index}`));
    for (const each of messages) await (await chat.inbox.receive(each)).answered;
    await Promise.all(['elsewhere:1:1', 'elsewhere:2:2', 'elsewhere:3:3'].map(start));
    await expect.poll(states, { timeout: 5_000 }).toEqual(messages.map(() => 'sent'));
    expect(texts()).toEqual(messages.map((_, index) => `re ${index}`));
  });
});
