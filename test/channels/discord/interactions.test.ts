import { expect, test } from 'vitest';
import { wireInteraction } from '../../support/platforms/discord/wire-objects.ts';
import type { Interaction } from '../../support/platforms/discord/world.ts';
import { openChannel } from './open-channel.ts';

const form = {
  title: 'Edit entry',
  submitLabel: 'Save',
  fields: [
    { id: 'amount', label: 'Amount', value: '12.50 EUR' },
    { id: 'note', label: 'What for', value: '' },
  ],
};
const buttons = [
  { id: 'undo:1', label: 'Undo' },
  { id: 'edit:1', label: 'Edit' },
];

test('a command is promised an answer once it is in the inbox, and the answer takes the place of the promise', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { server, received, send } = await openChannel({ receive: () => promise });
  const ann = server.person('ann', { locale: 'de' });
  const interaction = ann.slash('log', { text: 'Mittagessen 12,50' });
  await new Promise((done) => setTimeout(done, 20));
  expect(ann.stateOf(interaction)).toBe('waiting');
  resolve();
  const message = await received();
  expect(message).toMatchObject({
    key: `discord:interaction:${interaction.id}`,
    content: { kind: 'message', text: 'Mittagessen 12,50' },
    profile: { name: 'ann', language: 'de' },
  });
  await server.until(() => ann.stateOf(interaction) === 'answered');
  expect(ann.sees()).toMatchObject([{ isThinking: true }]);
  const told = await send(message, { text: 'Notiert' });
  expect(ann.sees()).toMatchObject([{ text: 'Notiert', isThinking: false }]);
  expect(told).toEqual([['part-1', `discord:${ann.dms.id}:${ann.sees()[0]?.id}`]]);
});

test('an answer that is ready before the promise is out waits for it', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  server.faults.next({ on: /callback/, with: { delay: 30 } });
  ann.slash('undo');
  await send(await received(), { text: 'Undone' });
  expect(ann.sees()).toMatchObject([{ text: 'Undone', isThinking: false }]);
});

test('delivered three times, a command is promised one answer', async () => {
  const { server, received } = await openChannel();
  server.gateway.copies = () => 3;
  const ann = server.person('ann');
  const interaction = ann.slash('undo');
  await received(3);
  await server.until(() => server.requests.filter(({ path }) => path.endsWith('/callback')).length === 3);
  expect(ann.stateOf(interaction)).toBe('answered');
  expect(ann.sees()).toHaveLength(1);
});

test('a promise that meets trouble is tried again', async () => {
  const { server, received } = await openChannel();
  server.faults.next({ on: /callback/, times: 2, with: { status: 503 } });
  const ann = server.person('ann');
  const interaction = ann.slash('undo');
  await received();
  await server.until(() => ann.stateOf(interaction) === 'answered');
});

test.each([
  ['the promise came too late (3 seconds)', 3_001, 0],
  ['the token is no longer good (15 minutes)', 0, 15 * 60_000 + 1],
])('where %s, the answer goes to the channel', async (_, before, after) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { server, received, send } = await openChannel({ receive: () => promise });
  const ann = server.person('ann');
  const interaction = ann.slash('spent');
  server.pass(before);
  resolve();
  const message = await received();
  await server.until(() => ann.stateOf(interaction) !== 'waiting');
  server.pass(after);
  await send(message, { text: 'You spent nothing' });
  expect(ann.sees().at(-1)).toMatchObject({ text: 'You spent nothing', isThinking: false });
});

test('a process that knows the interaction only from the inbox answers it as well', async () => {
  const { server, received, send, pass } = await openChannel();
  const ann = server.person('ann');
  const interaction = ann.slash('undo');
  const message = await received();
  await server.until(() => ann.stateOf(interaction) === 'answered');
  await send({ ...message, address: JSON.parse(JSON.stringify(message.address)) }, { text: 'Undone' });
  expect(ann.sees()).toMatchObject([{ text: 'Undone' }]);
  // By our own clock it is over; nothing is asked in vain.
  pass(15 * 60_000);
  const before = server.requests.length;
  await send(message, { text: 'Undone' });
  expect(server.requests.slice(before).map(({ path }) => path)).toEqual([`/channels/${ann.dms.id}/messages`]);
});

test.each([
  ['everyone', 'spent'],
  ['asker', 'ask'],
] as const)(
  'promised nothing by a process that died, it is answered at once, and a late promise is none (%s)',
  async (audience, name) => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    const place = server.channel('flat');
    server.faults.next({ on: /callback/, times: 3, with: { drop: 'before' } });
    ann.slash(name, { text: 'this month' }, { channel: place });
    const message = await received();
    const reply = { text: 'You spent €12.50', files: [{ name: 'rows.csv', type: 'text/csv', text: 'a,b' }] };
    await send(message, reply, { audience });
    const seen = [
      { text: 'You spent €12.50', onlyFor: audience === 'asker' ? 'ann' : null, files: [{ name: 'rows.csv' }] },
    ];
    expect(ann.sees(place)).toMatchObject(seen);
    // The event comes again: its promise must not leave "thinking" behind.
    server.gateway.publish(
      'INTERACTION_CREATE',
      wireInteraction(server.world, [...server.world.interactions.values()][0] as Interaction),
    );
    await received(2);
    await server.until(() => server.requests.filter(({ path }) => path.endsWith('/callback')).length === 5);
    expect(ann.sees(place)).toMatchObject(seen);
  },
);

test('a pressed button comes in with its id', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.dm('lunch 12.50');
  await send(await received(), { text: 'Recorded', buttons });
  ann.press('Undo');
  const press = await received(2);
  expect(press.content).toEqual({ kind: 'press', button: 'undo:1' });
  await send(press, { text: 'Undone' });
  expect(ann.sees().map(({ text }) => text)).toEqual(['lunch 12.50', 'Recorded', 'Undone']);
});

test('Edit opens a form with what stands there, and the form comes in', async () => {
  const { server, received, send, inbox, formsAsked } = await openChannel({ form });
  const ann = server.person('ann');
  ann.dm('lunch 12.50');
  await send(await received(), { text: 'Recorded', buttons });
  ann.press('Edit');
  await server.until(() => ann.modal !== null);
  expect(ann.modal).toMatchObject({ title: 'Edit entry', components: [{ label: 'Amount' }, { label: 'What for' }] });
  expect(inbox).toHaveLength(1);
  ann.submitModal({ amount: '15' });
  const filled = await received(2);
  expect(filled.content).toEqual({ kind: 'form', button: 'edit:1', fields: { amount: '15', note: '' } });
  await send(filled, { text: 'Changed' });
  expect(ann.sees().at(-1)).toMatchObject({ text: 'Changed' });
  expect(formsAsked).toEqual(['edit:1']);
});

test('a button that opens no form is a press', async () => {
  const { server, received, send, formsAsked } = await openChannel();
  const ann = server.person('ann');
  ann.dm('lunch 12.50');
  await send(await received(), { text: 'Recorded', buttons });
  ann.press('Edit');
  expect((await received(2)).content).toEqual({ kind: 'press', button: 'edit:1' });
  expect(formsAsked).toEqual(['edit:1']);
});

test('in a server, codes and files are for those who asked', async () => {
  const { server, received, send } = await openChannel();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const place = server.channel('flat');
  ann.slash('link', {}, { channel: place });
  await send(await received(), { text: 'Your code is ABCD2345' }, { audience: 'asker' });
  expect(ann.sees(place)).toMatchObject([{ text: 'Your code is ABCD2345', onlyFor: 'ann' }]);
  expect(bob.sees(place)).toEqual([]);
});

test('an answer for one person takes back the promise that all have seen', async () => {
  const { server, received, send } = await openChannel();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const place = server.channel('flat');
  ann.slash('ask', { text: 'privately: what did I spend' }, { channel: place });
  const message = await received();
  await server.until(() => bob.sees(place).length === 1);
  const long = { text: 'You spent €77. '.repeat(200) };
  await send(message, long, { audience: 'asker' });
  expect(bob.sees(place)).toEqual([]);
  expect(ann.sees(place).map(({ onlyFor }) => onlyFor)).toEqual(['ann', 'ann']);
});

test('mentioned in a server, what is for one person goes to their direct messages', async () => {
  const { server, received, send } = await openChannel();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const place = server.channel('flat');
  ann.mention(place, 'privately: what did I spend');
  await send(await received(), { text: 'You spent €77' }, { audience: 'asker' });
  expect(ann.sees()).toMatchObject([{ text: 'You spent €77' }]);
  expect(bob.sees(place).map(({ text }) => text)).not.toContain('You spent €77');
});

test('in a server where Purser may not write, a command’s long answer comes whole', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  const place = server.channel('flat');
  place.denied.add('send');
  ann.slash('spent', {}, { channel: place });
  await send(await received(), { text: 'word '.repeat(900) });
  expect(ann.sees(place)).toHaveLength(3);
});
