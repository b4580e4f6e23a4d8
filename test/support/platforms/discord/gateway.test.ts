import { expect, test } from 'vitest';
import { connect, openServer } from './raw-client.ts';

const GUILD_MESSAGES = (1 << 0) | (1 << 9);
const identify = (token: string, more: object = {}) => ({
  op: 2,
  d: { token, intents: 1, properties: { os: 'linux' }, ...more },
});

test('hello, identify, ready, the guild, and heartbeats that are answered', async () => {
  const { server } = await openServer({ heartbeatInterval: 5_000 });
  const client = connect(server);
  expect((await client.event(10)).d.heartbeat_interval).toBe(5_000);
  const ready = await client.identify();
  expect(ready).toMatchObject({ op: 0, s: 1, d: { v: 10, user: { bot: true }, guilds: [{ unavailable: true }] } });
  expect(ready.d.application).toEqual({ id: server.world.bot.id, flags: 1 << 19 });
  expect(await client.event('GUILD_CREATE')).toMatchObject({
    s: 2,
    d: { id: ready.d.guilds[0].id, unavailable: false },
  });
  client.send({ op: 1, d: 2 });
  await client.event(11);
});

test.each([
  ['a wrong version', 4012, 'v=9&encoding=json', null],
  ['another encoding', 4002, 'v=10&encoding=etf', null],
  ['no JSON', 4002, undefined, '{'],
  ['an unknown opcode', 4001, undefined, { op: 99, d: null }],
  ['a request before identify', 4003, undefined, { op: 3, d: {} }],
  ['a wrong token', 4004, undefined, identify('wrong')],
  ['a wrong token to resume', 4004, undefined, { op: 6, d: { token: 'wrong', session_id: 'x', seq: 1 } }],
  ['an impossible shard', 4010, undefined, identify('right', { shard: [1, 1] })],
  ['impossible intents', 4013, undefined, identify('right', { intents: 1 << 30 })],
  ['intents that are switched off', 4014, undefined, identify('right', { intents: 1 << 15 })],
  ['the intent to see members', 4014, undefined, identify('right', { intents: 1 << 1 })],
])('%s ends the connection with %i', async (_, code, query, payload) => {
  const { server } = await openServer({ token: 'right', messageContentAllowed: false });
  const client = connect(server, query);
  if (payload) {
    await client.hello();
    client.send(payload);
  }
  expect(await client.closed()).toBe(code);
});

test('identifying twice ends the connection with 4005, and too many sends with 4008', async () => {
  const { server } = await openServer();
  const twice = connect(server);
  await twice.identify();
  twice.send(identify(server.token));
  expect(await twice.closed()).toBe(4005);
  const many = connect(server);
  await many.hello();
  for (let count = 0; count <= 120; count++) many.send({ op: 1, d: null });
  expect(await many.closed()).toBe(4008);
});

test('identifying again too soon is an invalid session', async () => {
  const { server } = await openServer({ identifyPause: 60_000 });
  await connect(server).identify();
  const second = connect(server);
  await second.hello();
  second.send(identify(server.token));
  expect((await second.event(9)).d).toBe(false);
});

test('a client without heartbeats is closed', async () => {
  const { server } = await openServer({ heartbeatInterval: 10 });
  const client = connect(server);
  await client.identify();
  expect(await client.closed()).toBe(4000);
});

test('a dropped session is resumed with all that happened since, in order', async () => {
  const { server } = await openServer();
  const ann = server.person('ann');
  const before = connect(server);
  const { d } = await before.identify();
  ann.dm('one');
  const { s: seq } = await before.event('MESSAGE_CREATE');
  server.gateway.drop(4000);
  expect(await before.closed()).toBe(4000);
  ann.dm('two');
  ann.dm('three');
  const after = connect(server);
  await after.hello();
  after.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq } });
  await after.event('RESUMED');
  expect(after.named('MESSAGE_CREATE').map((event) => event.d.content)).toEqual(['two', 'three']);
  expect(server.gateway.resumes).toBe(1);
});

test('a session that is unknown, or was closed normally, can not be resumed', async () => {
  const { server } = await openServer();
  const before = connect(server);
  const { d } = await before.identify();
  before.close(1000);
  await before.closed();
  const after = connect(server);
  await after.hello();
  after.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 2 } });
  expect((await after.event(9)).d).toBe(false);
});

test('a sequence that was never reached ends the connection with 4007', async () => {
  const { server } = await openServer();
  const before = connect(server);
  const { d } = await before.identify();
  server.gateway.drop(1006);
  await before.closed();
  const after = connect(server);
  await after.hello();
  after.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 99 } });
  expect(await after.closed()).toBe(4007);
});

test('it asks for a reconnect (op 7), and invalidates sessions (op 9)', async () => {
  const { server } = await openServer();
  const client = connect(server);
  await client.identify();
  server.gateway.askReconnect();
  await client.event(7);
  server.gateway.invalidateSessions();
  expect((await client.event(9)).d).toBe(false);
});

test('intents decide which events arrive', async () => {
  const { server } = await openServer();
  const ann = server.person('ann');
  const client = connect(server);
  await client.identify(GUILD_MESSAGES | (1 << 15));
  ann.dm('in private');
  ann.say(server.channel(), 'in the open');
  expect((await client.event('MESSAGE_CREATE')).d).toMatchObject({ content: 'in the open', channel_type: 0 });
  await server.until(() => server.gateway.connections === 1);
  expect(client.named('MESSAGE_CREATE')).toHaveLength(1);
});

test('without the intent only mentions of the bot show their content', async () => {
  const { server } = await openServer({ messageContentAllowed: false });
  const ann = server.person('ann');
  const client = connect(server);
  await client.identify(GUILD_MESSAGES);
  ann.say(server.channel(), 'not for you');
  ann.mention(server.channel(), 'for you');
  const [hidden, shown] = await client.count('MESSAGE_CREATE', 2);
  expect(hidden?.d.content).toBe('');
  expect(shown?.d).toMatchObject({ content: `<@${server.world.bot.id}> for you`, mentions: [{ bot: true }] });
});

test('direct messages, edits and deletions carry what Discord sends', async () => {
  const { server } = await openServer();
  const ann = server.person('ann');
  const client = connect(server);
  await client.identify();
  const message = ann.dm('lunch 12.50');
  ann.edit(message, 'lunch 15');
  ann.delete(message);
  const created = await client.event('MESSAGE_CREATE');
  expect(created.d).toMatchObject({ channel_type: 1, author: { username: 'ann' }, type: 0, edited_timestamp: null });
  expect(created.d).not.toHaveProperty('guild_id');
  expect((await client.event('MESSAGE_UPDATE')).d).toMatchObject({ content: 'lunch 15', id: message.id });
  expect((await client.event('MESSAGE_DELETE')).d).toEqual({ id: message.id, channel_id: ann.dms.id });
});

test('events can come twice, late and out of order', async () => {
  const { server } = await openServer();
  const ann = server.person('ann');
  const client = connect(server);
  await client.identify();
  server.gateway.copies = () => 3;
  ann.dm('thrice');
  expect(await client.count('MESSAGE_CREATE', 3)).toHaveLength(3);
  server.gateway.copies = () => 1;
  server.gateway.hold();
  for (const text of ['a', 'b', 'c', 'd']) ann.dm(text);
  server.gateway.release(1);
  const order = (await client.count('MESSAGE_CREATE', 7)).slice(3).map((event) => event.d.content);
  expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(order).not.toEqual(['a', 'b', 'c', 'd']);
});
