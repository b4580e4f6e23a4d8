import { describe, expect, test } from 'vitest';
import type { Person } from './person.ts';
import { type Ask, connect, openServer } from './raw-client.ts';
import type { DiscordServer } from './server.ts';
import type { Interaction } from './world.ts';

const EPHEMERAL = 64;
const command = {
  name: 'log',
  description: 'Record an expense',
  options: [{ type: 3, name: 'text', description: 'What it was', required: true, max_length: 100 }],
};
const undo = { type: 1, components: [{ type: 2, style: 2, label: 'Undo', custom_id: 'undo:1' }] };
const modal = {
  title: 'Edit',
  custom_id: 'edit:1',
  components: [{ type: 1, components: [{ type: 4, custom_id: 'amount', label: 'Amount', style: 1, value: '12.50' }] }],
};

async function open() {
  const { server, ask } = await openServer();
  await ask('PUT', `/applications/${server.world.bot.id}/commands`, { json: [command] });
  const ann = server.person('ann', { locale: 'de' });
  return {
    server,
    ask,
    ann,
    slash: () => ann.slash('log', { text: 'lunch 12.50' }),
    answer: (interaction: Interaction, type: number, data?: object, query = '') =>
      ask('POST', `/interactions/${interaction.id}/${interaction.token}/callback${query}`, { json: { type, data } }),
    hook: (interaction: Interaction, rest = '') => `/webhooks/${server.world.bot.id}/${interaction.token}${rest}`,
  };
}

/** A message of the bot with a button, in a guild. */
async function offer(server: DiscordServer, ask: Ask): Promise<void> {
  await ask('POST', `/channels/${server.channel().id}/messages`, { json: { content: 'Recorded', components: [undo] } });
}

const pressUndo = (ann: Person, server: DiscordServer) => ann.press('Undo', { channel: server.channel() });

describe('commands', () => {
  test('arrive with all that Discord sends', async () => {
    const { server, ann, slash } = await open();
    const client = connect(server);
    await client.identify(0);
    const interaction = slash();
    const { d } = await client.event('INTERACTION_CREATE');
    expect(d).toMatchObject({
      id: interaction.id,
      type: 2,
      application_id: server.world.bot.id,
      channel: { type: 1 },
      context: 1,
      locale: 'de',
      entitlements: [],
      user: { id: ann.user.id },
      data: { name: 'log', options: [{ type: 3, name: 'text', value: 'lunch 12.50' }] },
    });
    expect(d).not.toHaveProperty('member');
    ann.slash('log', { text: 'x' }, { channel: server.channel() });
    const [, inGuild] = await client.count('INTERACTION_CREATE', 2);
    expect(inGuild?.d).toMatchObject({ context: 0, member: { user: { id: ann.user.id } } });
  });

  test('are those that were registered, with their options', async () => {
    const { ann } = await open();
    expect(() => ann.slash('nothing')).toThrow('there is no command /nothing');
    expect(() => ann.slash('log')).toThrow('needs text');
    expect(() => ann.slash('log', { text: 'x', colour: 1 })).toThrow('no option colour');
    expect(() => ann.slash('log', { text: 'x'.repeat(101) })).toThrow('too long');
  });
});

describe('the first answer', () => {
  test('comes once, within 3 seconds, without the bot’s own token', async () => {
    const { server, ask, ann, slash, answer } = await open();
    const interaction = slash();
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    const json = { type: 4, data: { content: 'Recorded' } };
    expect(await ask('POST', path, { json, headers: { authorization: '' } })).toMatchObject({ status: 204, body: '' });
    expect((await answer(interaction, 5)).body.code).toBe(40060);
    const late = slash();
    expect(ann.stateOf(late)).toBe('waiting');
    server.pass(3_001);
    expect((await answer(late, 5)).body).toEqual({ message: 'Unknown interaction', code: 10062 });
    expect(ann.stateOf(late)).toBe('failed');
    expect((await ask('POST', `/interactions/1/x/callback`, { json })).status).toBe(404);
    expect(ann.sees().map((message) => message.text)).toEqual(['Recorded']);
  });

  test('tells the message it made, when asked', async () => {
    const { slash, answer } = await open();
    const { status, body } = await answer(slash(), 5, { flags: EPHEMERAL }, '?with_response=true');
    expect(status).toBe(200);
    expect(body.interaction).toMatchObject({
      type: 2,
      response_message_loading: true,
      response_message_ephemeral: true,
    });
    expect(body.resource).toMatchObject({ type: 5, message: { id: body.interaction.response_message_id } });
  });

  test.each([
    ['a command', 6],
    ['a command', 7],
    ['a command', 8],
    ['a command', 1],
  ])('of %s is not of type %i', async (_, type) => {
    const { slash, answer } = await open();
    expect((await answer(slash(), type)).body).toMatchObject({ code: 50035, errors: { type: {} } });
  });

  test('obeys the rules of messages and of forms', async () => {
    const { slash, answer } = await open();
    const interaction = slash();
    expect((await answer(interaction, 4, { content: 'x'.repeat(2001) })).body.code).toBe(50035);
    expect((await answer(interaction, 4, {})).body.code).toBe(50006);
    expect((await answer(interaction, 9, { ...modal, title: 'x'.repeat(46) })).body.code).toBe(50035);
    expect((await answer(interaction, 9, { ...modal, components: [] })).body.code).toBe(50035);
    expect((await answer(interaction, 9, modal)).status).toBe(204);
  });
});

describe('after a deferral', () => {
  test('the thinking message is edited, then followed by others, for 15 minutes', async () => {
    const { server, ask, ann, slash, answer, hook } = await open();
    const interaction = slash();
    await answer(interaction, 5);
    expect(ann.sees()).toMatchObject([{ isThinking: true }]);
    const edited = await ask('PATCH', hook(interaction, '/messages/%40original'), { json: { content: 'Recorded' } });
    expect(edited.status).toBe(200);
    expect((await ask('GET', hook(interaction, '/messages/@original'))).body.id).toBe(edited.body.id);
    const followed = await ask('POST', hook(interaction, '?wait=true'), { json: { content: 'and more' } });
    expect(followed.body.content).toBe('and more');
    expect(ann.sees().map(({ text, isThinking }) => [text, isThinking])).toEqual([
      ['Recorded', false],
      ['and more', false],
    ]);
    server.pass(15 * 60_000 + 1);
    const late = await ask('PATCH', hook(interaction, '/messages/@original'), { json: { content: 'late' } });
    expect(late).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  test('the first follow-up takes the place of the thinking message', async () => {
    const { ask, ann, slash, answer, hook } = await open();
    const interaction = slash();
    await answer(interaction, 5);
    await ask('POST', hook(interaction), { json: { content: 'Recorded' } });
    expect(ann.sees()).toMatchObject([{ text: 'Recorded', isThinking: false }]);
  });

  test('there is nothing to edit before an answer, after a deletion, or by a made-up token', async () => {
    const { ask, slash, answer, hook } = await open();
    const interaction = slash();
    const original = hook(interaction, '/messages/@original');
    expect((await ask('PATCH', original, { json: { content: 'x' } })).body.code).toBe(10015);
    await answer(interaction, 4, { content: 'x' });
    expect((await ask('DELETE', original)).status).toBe(204);
    expect((await ask('PATCH', original, { json: { content: 'x' } })).body.code).toBe(10008);
    expect((await ask('PATCH', `/webhooks/1/x/messages/@original`, { json: {} })).body.code).toBe(10015);
  });

  test('webhooks are limited to 5 in 2 seconds', async () => {
    const { server, ask } = await openServer({ rateLimits: { scale: 1 } });
    await ask('PUT', `/applications/${server.world.bot.id}/commands`, { json: [command] });
    const interaction = server.person('ann').slash('log', { text: 'x' });
    await ask('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, { json: { type: 5 } });
    const statuses = [];
    for (let count = 0; count < 6; count++) {
      const path = `/webhooks/${server.world.bot.id}/${interaction.token}/messages/@original`;
      statuses.push((await ask('PATCH', path, { json: { content: `${count}` } })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

test('an ephemeral answer is seen by one person, and is no message of the channel', async () => {
  const { server, ask, ann, answer } = await open();
  const bob = server.person('bob');
  const interaction = ann.slash('log', { text: 'x' }, { channel: server.channel() });
  await answer(interaction, 4, { content: 'psst', flags: EPHEMERAL });
  const [message] = ann.sees(server.channel());
  expect(message).toMatchObject({ text: 'psst', onlyFor: 'ann' });
  expect(bob.sees(server.channel())).toEqual([]);
  expect((await ask('PATCH', `/channels/${server.channel().id}/messages/${message?.id}`, { json: {} })).body.code).toBe(
    10008,
  );
});

describe('buttons', () => {
  test('are pressed by those who see them', async () => {
    const { server, ask, ann } = await open();
    const client = connect(server);
    await client.identify(0);
    expect(() => pressUndo(ann, server)).toThrow('sees no button');
    await offer(server, ask);
    pressUndo(ann, server);
    expect((await client.event('INTERACTION_CREATE')).d).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: 'undo:1' },
      message: { content: 'Recorded', author: { bot: true } },
    });
  });

  test('may update their message at once or later, or open a form', async () => {
    const { server, ask, ann, answer, hook } = await open();
    await offer(server, ask);
    expect((await answer(pressUndo(ann, server), 7, { content: 'Undone' })).status).toBe(204);
    const deferred = pressUndo(ann, server);
    await answer(deferred, 6);
    await ask('PATCH', hook(deferred, '/messages/@original'), { json: { components: [] } });
    expect(ann.sees(server.channel())).toMatchObject([{ text: 'Undone', buttons: [] }]);
  });

  test('open a form, which is sent in with its values', async () => {
    const { server, ask, ann, answer } = await open();
    const client = connect(server);
    await client.identify(0);
    await offer(server, ask);
    await answer(pressUndo(ann, server), 9, modal);
    expect(ann.modal).toMatchObject({ title: 'Edit' });
    const sent = ann.submitModal({ amount: '15' });
    const [, submitted] = await client.count('INTERACTION_CREATE', 2);
    expect(submitted?.d).toMatchObject({
      type: 5,
      data: { custom_id: 'edit:1', components: [{ type: 1, components: [{ custom_id: 'amount', value: '15' }] }] },
      message: { content: 'Recorded' },
    });
    expect(() => ann.submitModal({})).toThrow('no form is open');
    expect((await answer(sent, 9, modal)).body.code).toBe(50035);
    expect((await answer(sent, 6)).status).toBe(204);
  });
});
