import { expect, test } from 'vitest';
import { DeliveryError } from '../../../src/channels/channel.ts';
import type { Trouble } from '../../support/platforms/discord/faults.ts';
import { openChannel } from './open-channel.ts';

const failed = (work: Promise<unknown>): Promise<DeliveryError> =>
  work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error) => error,
  );
const SENDING = /^POST \/channels\/\d+\/messages/;

test.each<[string, Trouble['with'], string, number | null]>([
  ['429 with Retry-After', { retryAfter: 2.5 }, 'later', 2_550],
  ['429 for all', { retryAfter: 3, isGlobal: true }, 'later', 3_050],
  ['429 without Retry-After', { retryAfter: 5, header: false }, 'later', null],
  ['500', { status: 500 }, 'later', null],
  ['503 as HTML', { status: 503, html: true }, 'later', null],
  ['a connection cut before', { drop: 'before' }, 'later', null],
  ['a connection cut after', { drop: 'after' }, 'later', null],
  ['400', { status: 400, body: { message: 'Invalid Form Body', code: 50035 } }, 'refused', null],
])('%s is %j', async (_, trouble, outcome, retryAfterMs) => {
  const { server, received, send } = await openChannel();
  server.person('ann').dm('lunch 12.50');
  const message = await received();
  server.faults.next({ on: SENDING, with: trouble });
  const before = server.requests.length;
  const error = await failed(send(message, { text: 'Recorded' }));
  expect(error).toBeInstanceOf(DeliveryError);
  expect([error.outcome, error.retryAfterMs]).toEqual([outcome, retryAfterMs]);
  // One request: neither a hot loop nor a try that nobody ordered.
  expect(server.requests).toHaveLength(before + 1);
});

test('sent again after a connection that was cut when Discord had it already, it is there once', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.dm('lunch 12.50');
  const message = await received();
  const reply = { text: 'Recorded. '.repeat(300) };
  server.faults.next({ on: SENDING, with: { drop: 'after' } });
  expect((await failed(send(message, reply))).outcome).toBe('later');
  const told = await send(message, reply);
  expect(
    ann
      .sees()
      .slice(1)
      .map(({ id }) => `discord:${ann.dms.id}:${id}`),
  ).toEqual(told.map(([, key]) => key));
});

test('parts that were sent are not sent again', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.dm('show all');
  const told = await send(await received(), { text: 'word '.repeat(900) }, { sent: ['part-1', 'part-2'] });
  expect(told.map(([part]) => part)).toEqual(['part-3']);
  expect(ann.sees()).toHaveLength(2);
});

test('an edited message’s answer is another message than the first answer', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  const message = ann.dm('lunch 12.50');
  await send(await received(), { text: 'Recorded' });
  ann.edit(message, 'lunch 15');
  await send(await received(2), { text: 'Changed' });
  expect(ann.sees().map(({ text }) => text)).toEqual(['lunch 15', 'Recorded', 'Changed']);
});

test('an answer for one person whose fate is unknown is not sent twice', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.slash('ask', { text: 'privately: how much' }, { channel: server.channel('flat') });
  const message = await received();
  server.faults.next({ on: /^POST \/webhooks/, with: { drop: 'after' } });
  const error = await failed(send(message, { text: 'You spent €77' }, { audience: 'asker' }));
  expect(error.outcome).toBe('unsure');
});

test.each<[string, (opened: Awaited<ReturnType<typeof openChannel>>) => void]>([
  ['takes no direct messages', ({ server }) => void Object.assign(server.person('ann').user, { takesDms: false })],
  ['writes where Purser may not', ({ server }) => void server.person('ann').dms.denied.add('send')],
  ['writes where Purser is no more', ({ server }) => void server.person('ann').dms.denied.add('view')],
  ['is in a channel that is gone', ({ server }) => void server.world.channels.delete(server.person('ann').dms.id)],
])('somebody who %s is gone', async (_, prepare) => {
  const opened = await openChannel();
  opened.server.person('ann').dm('lunch 12.50');
  const message = await opened.received();
  prepare(opened);
  expect((await failed(opened.send(message, { text: 'Recorded' }))).outcome).toBe('gone');
});

test('a private answer to somebody who takes no direct messages is gone', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.user.takesDms = false;
  ann.mention(server.channel('flat'), 'privately: what did I spend');
  const error = await failed(send(await received(), { text: 'You spent €77' }, { audience: 'asker' }));
  expect([error.outcome, error.message]).toEqual(['gone', expect.stringContaining('no direct messages')]);
});

test('a token that is revoked while running is said once, with what to fix', async () => {
  const { server, received, send, broken } = await openChannel();
  server.person('ann').dm('lunch 12.50');
  const message = await received();
  server.faults.next({ on: SENDING, with: { status: 401, body: { message: '401: Unauthorized', code: 0 } } });
  for (let count = 0; count < 2; count++) {
    expect((await failed(send(message, { text: 'Recorded' }))).outcome).toBe('away');
  }
  expect(broken).toEqual([expect.stringContaining('Reset Token')]);
});

test('where no Discord is, it waits until there is one', async () => {
  const { server, received, send } = await openChannel();
  server.person('ann').dm('lunch 12.50');
  const message = await received();
  await server.close();
  expect((await failed(send(message, { text: 'Recorded' }))).outcome).toBe('away');
});

test('what Discord says is left of a limit is kept to', async () => {
  const { server, received, send } = await openChannel({ server: { rateLimits: { scale: 1 } } });
  const ann = server.person('ann');
  for (let count = 1; count <= 6; count++) ann.dm(`coffee ${count}`);
  await received(6);
  for (let count = 1; count <= 5; count++) await send(await received(count), { text: `Recorded ${count}` });
  const before = server.requests.length;
  const error = await failed(send(await received(6), { text: 'Recorded 6' }));
  expect(error.outcome).toBe('later');
  expect(error.retryAfterMs).toBeGreaterThan(3_000);
  // Not even asked: a 429 too many shuts the address out.
  expect(server.requests).toHaveLength(before);
});

test('more replies at once than Discord takes in a second wait for their turn, and none is refused', async () => {
  const { server, received, send } = await openChannel({ channel: { requestsPerSecond: 10 } });
  const people = Array.from({ length: 15 }, (_, index) => server.person(`p${index}`));
  for (const person of people) person.dm('coffee 3');
  await received(people.length);
  const messages = await Promise.all(people.map((_, index) => received(index + 1)));
  await Promise.all(messages.map((message) => send(message, { text: 'Recorded' })));
  expect(people.map((person) => person.sees().length)).toEqual(people.map(() => 2));
});

test('no message of an error carries a token', async () => {
  const { server, received, send, logged } = await openChannel();
  const ann = server.person('ann');
  const interaction = ann.slash('undo');
  const message = await received();
  server.faults.next({ on: /^PATCH \/webhooks/, with: { drop: 'before' } });
  const error = await failed(send(message, { text: 'Undone' }));
  for (const text of [error.message, ...logged]) {
    expect(text).not.toContain(interaction.token);
    expect(text).not.toContain(server.token);
  }
});
