import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/channels/telegram/read-update.ts';
import { deliver, openChannel } from './open-channel.ts';

const me = { id: 110201543, username: 'PurserTestBot' };
const ann = { id: 7, is_bot: false, first_name: 'Ann', language_code: 'de' };
const flat = { id: -1001, type: 'supergroup', title: 'Flat' };

const changed = (before: object, after: object, more: object = {}) =>
  readUpdate(
    {
      update_id: 500,
      my_chat_member: { chat: flat, from: ann, date: 1, old_chat_member: before, new_chat_member: after, ...more },
    },
    me,
  );
const status = (name: string, more: object = {}) => ({ user: me, status: name, ...more });

test('who added it, where, and what it is called there', () => {
  expect(changed(status('left'), status('member'))).toEqual({
    kind: 'message',
    message: {
      key: 'telegram:-1001:joined:500',
      platform: 'telegram',
      conversation: 'telegram:-1001',
      sender: '7',
      address: { chat: -1001, message: null, from: 7, thread: null, isGroup: true, language: 'de' },
      group: { id: '-1001', name: 'Flat' },
      profile: { name: 'Ann', language: 'de' },
      content: { kind: 'joined', name: '@PurserTestBot' },
    },
  });
});

describe('comes in', () => {
  test.each([
    [status('left'), status('administrator')],
    [status('kicked'), status('member')],
    [status('restricted', { is_member: false }), status('restricted', { is_member: true })],
  ])('%j → %j', (before, after) => {
    expect(changed(before, after).kind).toBe('message');
  });
});

describe('is no message', () => {
  test.each([
    [status('member'), status('administrator')],
    [status('administrator'), status('member')],
    [status('member'), status('left')],
    [status('member'), status('kicked')],
    [status('left'), status('kicked')],
    [status('kicked'), status('restricted', { is_member: false })],
    [{}, {}],
  ])('%j → %j', (before, after) => {
    expect(changed(before, after).kind).toBe('nothing');
  });

  test('a person who unblocks it, a channel, another bot that adds it', () => {
    const [before, after] = [status('kicked'), status('member')];
    expect(changed(before, after, { chat: { id: 7, type: 'private' } }).kind).toBe('nothing');
    expect(changed(before, after, { chat: { ...flat, type: 'channel' } }).kind).toBe('nothing');
    expect(changed(before, after, { from: { ...ann, is_bot: true } }).kind).toBe('nothing');
  });
});

test('the answer quotes nothing, since there is no message to quote', async () => {
  const { server, channel, desk, ann: person } = await openChannel();
  const chat = server.addGroup('Flat', [person]);
  server.addToGroup(chat, person);
  await expect.poll(() => desk.messages.length).toBe(1);
  server.kick(chat, person);
  server.addToGroup(chat, person);
  await expect.poll(() => desk.messages.length).toBe(2);
  const [first, second] = desk.messages;
  expect(first?.key).not.toBe(second?.key);
  expect((await deliver(channel, first as never, 'Hello')).error).toBeNull();
  const said = server.transcript(chat).filter(({ isBot }) => isBot);
  expect(said).toMatchObject([{ text: 'Hello' }]);
  expect(said[0]?.replyTo ?? null).toBeNull();
});
