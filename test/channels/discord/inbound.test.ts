import { expect, test } from 'vitest';
import { wireMessageEvent } from '../../support/platforms/discord/wire-objects.ts';
import { openChannel } from './open-channel.ts';

test('a direct message comes in with its key, place, sender and name', async () => {
  const { server, received } = await openChannel();
  const ann = server.person('ann');
  const { id } = ann.dm('lunch 12.50');
  expect(await received()).toMatchObject({
    key: `discord:${ann.dms.id}:${id}`,
    platform: 'discord',
    conversation: `discord:${ann.dms.id}`,
    sender: ann.user.id,
    content: { kind: 'message', text: 'lunch 12.50' },
    profile: { name: 'ann' },
  });
  expect(await received()).not.toHaveProperty('group');
});

test('a direct message without channel_type, of a channel never seen, is heard', async () => {
  const { server, received } = await openChannel();
  const ann = server.person('ann');
  server.gateway.hold();
  const message = ann.dm('coffee 3');
  const { channel_type: _, ...event } = wireMessageEvent(message);
  server.gateway.publish('MESSAGE_CREATE', event);
  server.gateway.release();
  expect((await received()).content).toMatchObject({ text: 'coffee 3' });
});

test('a payload that calls a person a bot silences that payload, not the person', async () => {
  const { server, received, inbox } = await openChannel();
  const ann = server.person('ann');
  const event = wireMessageEvent(ann.dm('one'));
  await received();
  server.gateway.publish('MESSAGE_CREATE', { ...event, id: '1', author: { ...(event.author as object), bot: true } });
  ann.dm('two');
  expect((await received(2)).content).toMatchObject({ text: 'two' });
  expect(inbox).toHaveLength(2);
});

test('in a server only mentions, answers to Purser and commands are heard', async () => {
  const { server, received, inbox, send } = await openChannel();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const place = server.channel('flat');
  ann.say(place, 'pizza 99');
  ann.say(place, '@everyone party 50');
  ann.say(place, `<@${bob.user.id}> you owe me 5`);
  const mention = ann.mention(place, `<@${bob.user.id}> and I: pizza 20`);
  const first = await received();
  expect(first).toMatchObject({
    content: { text: '@bob and I: pizza 20' },
    group: { id: place.id, name: '#flat' },
    key: `discord:${place.id}:${mention.id}`,
  });
  const [[, answerKey] = []] = await send(first, { text: 'Recorded' });
  const answer = answerKey?.split(':')[2] as string;
  bob.say(place, 'no, 21', { replyTo: answer, ping: false });
  expect((await received(2)).content).toEqual({ kind: 'message', text: 'no, 21', replyTo: answerKey });
  bob.say(place, 'nice', { replyTo: mention.id });
  ann.slash('undo', {}, { channel: place });
  expect((await received(3)).content).toMatchObject({ text: 'undo' });
  expect(inbox).toHaveLength(3);
});

test('bots and Purser itself are ignored', async () => {
  const { server, received, inbox, send } = await openChannel();
  const robot = server.person('robot', { isBot: true });
  robot.mention(server.channel(), 'lunch 1');
  robot.dm('lunch 2');
  server.person('ann').dm('lunch 3');
  await send(await received(), { text: `<@${server.world.bot.id}> Recorded` });
  server.person('ann').dm('lunch 4');
  await received(2);
  expect(inbox.map(({ content }) => content)).toMatchObject([{ text: 'lunch 3' }, { text: 'lunch 4' }]);
});

test('an edit says which message it is of, once for each edit; previews of links are none', async () => {
  const { server, received, inbox } = await openChannel();
  const ann = server.person('ann');
  const message = ann.dm('lunch 12.50');
  server.gateway.publish('MESSAGE_UPDATE', { ...wireMessageEvent(message), embeds: [{ title: 'a preview' }] });
  ann.edit(message, 'lunch 15');
  const edit = await received(2);
  expect(edit.content).toEqual({ kind: 'edit', text: 'lunch 15', edits: `discord:${ann.dms.id}:${message.id}` });
  server.gateway.publish('MESSAGE_UPDATE', wireMessageEvent(message));
  await received(3);
  expect(inbox[2]?.key).toBe(edit.key);
});

test('a deleted message is told with its author, if it was Purser’s business', async () => {
  const { server, received, inbox } = await openChannel();
  const ann = server.person('ann');
  const place = server.channel('flat');
  const other = ann.say(place, 'pizza 99');
  const message = ann.mention(place, 'pizza 20');
  await received();
  ann.delete(other);
  ann.delete(message);
  expect(await received(2)).toMatchObject({
    sender: ann.user.id,
    content: { kind: 'delete', deletes: `discord:${place.id}:${message.id}` },
    group: { id: place.id },
  });
  expect(inbox).toHaveLength(2);
});

test('the same message again has the same key', async () => {
  const { server, received, inbox } = await openChannel();
  const { id } = server.person('ann').dm('coffee 3');
  server.redeliver(id);
  await received(2);
  expect(inbox[1]?.key).toBe(inbox[0]?.key);
});

test('a message that can not be taken in hurts nobody else, and nothing is unhandled', async () => {
  const { server, received, logged, broken } = await openChannel({
    receive: async ({ content }) => {
      if (content.kind === 'message' && content.text === 'poison') throw new Error('no');
    },
  });
  server.person('ann').dm('poison');
  server.person('bob').dm('tea 2');
  expect((await received()).content).toMatchObject({ text: 'tea 2' });
  await expect.poll(() => logged.join()).toContain('could not be taken in');
  expect(broken).toEqual([]);
});

test('a slow conversation does not hold up another', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { server, received, inbox } = await openChannel({
    receive: async ({ content }) => {
      if (content.kind === 'message' && content.text === 'slow') await promise;
    },
  });
  server.person('ann').dm('slow');
  server.person('bob').dm('quick');
  await received();
  expect(inbox).toMatchObject([{ content: { text: 'quick' } }]);
  resolve();
});

test('10,000 mangled events: nothing thrown, nothing taken in that is no message', { timeout: 60_000 }, async () => {
  const { server, received, inbox, broken } = await openChannel();
  const ann = server.person('ann');
  const shapes = [
    ['MESSAGE_CREATE', wireMessageEvent(ann.dm('lunch 1'))],
    ['MESSAGE_UPDATE', wireMessageEvent(ann.dm('lunch 2'))],
    ['MESSAGE_DELETE', { id: '1', channel_id: '2' }],
    ['INTERACTION_CREATE', { id: '1', token: 'x', type: 2, data: { name: 'log', options: [] }, channel: { id: '3' } }],
    ['GUILD_CREATE', { id: '1', channels: [{ id: '2', name: 'x' }] }],
    ['CHANNEL_UPDATE', { id: '1', name: 'x', guild_id: '2' }],
    ['NOTHING_KNOWN', {}],
  ] as const;
  await received(2);
  const odd = [null, undefined, 0, -1, '', 'x', [], {}, true, '\u0000', 1e308, { id: null }, [null]];
  const before = inbox.length;
  for (let count = 0; count < 10_000; count++) {
    const [t, d] = shapes[count % shapes.length] as (typeof shapes)[number];
    const fields = Object.keys(d);
    const field = fields[count % Math.max(1, fields.length)] ?? 'x';
    server.gateway.publish(t, { ...d, [field]: odd[count % odd.length] });
    // The session keeps what it sent; let the client read along.
    if (count % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  ann.dm('the end');
  await server.until(
    () => inbox.some(({ content }) => content.kind === 'message' && content.text === 'the end'),
    30_000,
  );
  expect(broken).toEqual([]);
  for (const message of inbox.slice(before)) expect(typeof message.sender).toBe('string');
});
