import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openChannel, openOn, testFolder } from './open-channel.ts';

const clock = { leaseTime: () => Date.now() };
const texts = (inbox: readonly { content: object }[]) => inbox.map(({ content }) => (content as { text: string }).text);

test('it identifies with the intents it needs and no more', async () => {
  const { server } = await openChannel();
  expect(server.gateway.identifies).toMatchObject([{ intents: (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15) }]);
});

test.each([
  ['4000', 4000],
  ['a cut connection', 1006],
  ['a reconnect asked for (op 7)', null],
])('after %s the session is resumed, and nothing said meanwhile is lost or out of order', async (_, code) => {
  const { server, inbox, received } = await openChannel();
  const ann = server.person('ann');
  ann.dm('one');
  await received();
  if (code === null) server.gateway.askReconnect();
  else server.gateway.drop(code);
  await server.until(() => server.gateway.connections === 0);
  for (const text of ['two', 'three', 'four']) ann.dm(text);
  await received(4);
  expect(texts(inbox)).toEqual(['one', 'two', 'three', 'four']);
  expect(server.gateway.resumes).toBe(1);
  expect(server.gateway.identifies).toHaveLength(1);
});

test('a connection whose heartbeats go unanswered is given up and resumed', async () => {
  const { server, inbox, received } = await openChannel({ server: { heartbeatInterval: 30 } });
  server.gateway.isMute = true;
  await server.until(() => server.gateway.connections === 0);
  server.gateway.isMute = false;
  server.person('ann').dm('still there?');
  await received();
  expect(texts(inbox)).toEqual(['still there?']);
  expect(server.gateway.resumes).toBeGreaterThan(0);
});

test('a session that Discord gave up (op 9) is begun anew', async () => {
  const { server, received } = await openChannel();
  server.gateway.invalidateSessions();
  await server.until(() => server.gateway.identifies.length === 2);
  await server.until(() => server.gateway.connections === 1);
  server.person('ann').dm('again');
  await received();
});

test('one who identifies too soon after another process waits, and is let in', async () => {
  const { server } = await openChannel({ server: { identifyPause: 200 } });
  const second = await openOn(server);
  server.person('ann').dm('hello');
  await second.received();
  expect(server.gateway.identifies).toHaveLength(2);
});

test.each([
  ['Message Content Intent', { messageContentAllowed: false }, {}],
  ['Reset Token', {}, { token: 'wrong' }],
])('a start that Discord refuses says what to fix: %s', async (hint, server, channel) => {
  const opened = await openChannel({ isStopped: true, server, channel });
  await expect(opened.start()).rejects.toThrow(hint);
  expect(opened.broken).toEqual([]);
});

test('a Discord that can not be reached is tried again, then said', async () => {
  const opened = await openChannel({ isStopped: true });
  opened.server.faults.next({ on: /applications/, times: 1, with: { status: 502, html: true } });
  await opened.start();
  expect(opened.server.gateway.connections).toBe(1);
});

test.each([
  [4004, 'Reset Token'],
  [4014, 'Message Content Intent'],
])('a connection closed for good with %i says what to fix, and does not come back', async (code, hint) => {
  const { server, broken } = await openChannel();
  server.gateway.drop(code);
  await server.until(() => broken.length > 0);
  expect(broken).toEqual([expect.stringContaining(hint)]);
  expect(server.gateway.identifies).toHaveLength(1);
});

test('what is said while no process runs is taken in by the next', async () => {
  const sessionFile = join(testFolder(), 'discord.json');
  const first = await openChannel({ channel: { sessionFile } });
  const { server } = first;
  const ann = server.person('ann');
  const message = ann.dm('one');
  await first.received();
  await first.channel.stop();
  server.person('bob').dm('two');
  ann.edit(message, 'one and a half');
  const second = await openOn(server, { channel: { sessionFile } });
  await second.received(2);
  expect(texts(second.inbox)).toEqual(['two', 'one and a half']);
  expect(server.gateway.identifies).toHaveLength(1);
});

test('what a dead process had not taken in comes again', async () => {
  const sessionFile = join(testFolder(), 'discord.json');
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = await openChannel({
    channel: { sessionFile },
    receive: async ({ content }) => {
      if (content.kind === 'message' && content.text === 'two') await promise;
    },
  });
  const { server } = first;
  const ann = server.person('ann');
  ann.dm('one');
  ann.dm('two');
  await first.received();
  // The file is a little behind; a process that is killed leaves it as it is.
  await expect.poll(() => JSON.parse(readFileSync(sessionFile, 'utf8')).session.sequence).toBe(3);
  const left = readFileSync(sessionFile, 'utf8');
  server.gateway.drop(1006);
  resolve();
  await first.channel.stop();
  writeFileSync(sessionFile, left);
  const second = await openOn(server, { channel: { sessionFile } });
  await second.received();
  expect(texts(second.inbox)).toEqual(['two']);
});

test('what was said while no session was open is read afterwards, once and by the same rules', async () => {
  const sessionFile = join(testFolder(), 'discord.json');
  const first = await openChannel({ channel: { sessionFile, clock } });
  const { server } = first;
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const flat = server.channel('flat');
  ann.dm('one');
  bob.mention(flat, 'two');
  await first.received(2);
  await first.channel.stop();
  server.gateway.forgetSessions();
  for (const text of ['three', 'four']) ann.dm(text);
  bob.say(flat, 'chatter');
  for (let count = 0; count < 120; count++) ann.say(flat, `more chatter ${count}`);
  const mention = bob.mention(flat, 'five');
  const second = await openOn(server, { channel: { sessionFile, clock } });
  await second.received(3);
  expect(texts(second.inbox).sort()).toEqual(['five', 'four', 'three']);
  expect(second.inbox.find(({ group }) => group)?.key).toBe(`discord:${flat.id}:${mention.id}`);
  expect(texts(second.inbox.filter(({ group }) => !group))).toEqual(['three', 'four']);
});

test('after a long silence old messages are left alone, and places that are gone do no harm', async () => {
  const sessionFile = join(testFolder(), 'discord.json');
  const first = await openChannel({ channel: { sessionFile, clock } });
  const { server } = first;
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  for (const person of [ann, bob]) person.dm('hello');
  await first.received(2);
  await first.channel.stop();
  server.gateway.forgetSessions();
  ann.dm('lunch 12.50');
  bob.dm('lunch 12.50');
  server.world.channels.delete(bob.dms.id);
  const later = { leaseTime: () => Date.now() + 13 * 60 * 60_000 };
  const second = await openOn(server, { channel: { sessionFile, clock: later } });
  ann.dm('now');
  await second.received();
  await second.channel.stop();
  expect(texts(second.inbox)).toEqual(['now']);
});

test.each([
  ['torn', '{"session":'],
  [
    'of another bot',
    '{"bot":"x","session":{"sessionId":"s","sequence":5,"shardCount":1,"resumeURL":"ws://127.0.0.1:1"}}',
  ],
])('a session file that is %s does no harm', async (_, content) => {
  const sessionFile = join(testFolder(), 'discord.json');
  writeFileSync(sessionFile, content);
  const { server, received } = await openChannel({ channel: { sessionFile } });
  server.person('ann').dm('hello');
  await received();
});

test('a place to resume that is no longer there is left for a fresh session', async () => {
  const sessionFile = join(testFolder(), 'discord.json');
  const first = await openChannel({ channel: { sessionFile } });
  await first.channel.stop();
  const left = JSON.parse(readFileSync(sessionFile, 'utf8'));
  left.session.resumeURL = 'ws://127.0.0.1:1';
  writeFileSync(sessionFile, JSON.stringify(left));
  const second = await openOn(first.server, { channel: { sessionFile } });
  first.server.person('ann').dm('hello');
  await second.received();
  expect(first.server.gateway.identifies).toHaveLength(2);
});

test('stopping ends the connection', async () => {
  const { server, channel } = await openChannel();
  await channel.stop();
  await server.until(() => server.gateway.connections === 0);
  server.person('ann').dm('anybody?');
  expect(server.gateway.resumes).toBe(0);
});

test('the token is in no line of the log', async () => {
  const { server, logged, received } = await openChannel();
  server.person('ann').dm('lunch 12.50');
  await received();
  server.gateway.drop(4014);
  await expect.poll(() => logged.length).toBeGreaterThan(0);
  expect(logged.join()).not.toContain(server.token);
  expect(logged.join()).not.toContain('lunch');
});
