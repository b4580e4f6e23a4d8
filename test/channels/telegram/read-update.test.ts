import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/channels/telegram/read-update.ts';

const me = { id: 110201543, username: 'PurserTestBot' };
const ann = { id: 7, is_bot: false, first_name: 'Ann', last_name: 'Lee', language_code: 'de' };
const own = { id: 7, type: 'private', first_name: 'Ann' };
const flat = { id: -1001, type: 'supergroup', title: 'Flat' };
const bot = { ...me, is_bot: true, first_name: 'Purser' };

const update = (message: object, kind = 'message') => ({
  update_id: 500,
  [kind]: { message_id: 12, date: 1, from: ann, chat: own, ...message },
});
const read = (message: object, kind?: string) => readUpdate(update(message, kind), me);
/** What Purser would be told, or the kind of reading where it is told nothing. */
const said = (message: object) => {
  const reading = read(message);
  if (reading.kind !== 'message') return reading.kind;
  return 'text' in reading.message.content ? reading.message.content.text : reading.message.content.kind;
};

test('a message: its key, where it was said, by whom', () => {
  expect(read({ text: 'lunch 12' })).toEqual({
    kind: 'message',
    message: {
      key: 'telegram:7:12',
      platform: 'telegram',
      conversation: 'telegram:7',
      sender: '7',
      address: { chat: 7, message: 12, from: 7, thread: null, isGroup: false, language: 'de' },
      profile: { name: 'Ann Lee', language: 'de' },
      content: { kind: 'message', text: 'lunch 12' },
    },
  });
});

test('a message in a topic of a group', () => {
  const reading = read({ chat: flat, text: '/log tea 3', message_thread_id: 4, is_topic_message: true });
  expect(reading).toMatchObject({
    message: {
      key: 'telegram:-1001:12',
      conversation: 'telegram:-1001:4',
      group: { id: '-1001', name: 'Flat' },
      address: { thread: 4, isGroup: true },
    },
  });
});

test('an answer names the message it answers, whoever wrote that', () => {
  const reading = read({ text: 'no, 15', reply_to_message: { message_id: 11, from: bot, chat: own } });
  expect(reading).toMatchObject({ message: { content: { replyTo: 'telegram:7:11' } } });
});

test('each edit has a key of its own, also within one second, and the same when it comes again', () => {
  const first = read({ text: 'lunch 13', edit_date: 9 }, 'edited_message');
  expect(first).toMatchObject({
    message: { key: 'telegram:7:12:edit:500', content: { kind: 'edit', text: 'lunch 13', edits: 'telegram:7:12' } },
  });
  expect(read({ text: 'lunch 13', edit_date: 9 }, 'edited_message')).toEqual(first);
  const next = readUpdate({ ...update({ text: 'lunch 14', edit_date: 9 }, 'edited_message'), update_id: 501 }, me);
  expect(next).toMatchObject({ message: { key: 'telegram:7:12:edit:501' } });
});

test('a press', () => {
  const query = { id: '99', from: ann, data: 'undo:1', message: { message_id: 13, chat: flat, from: bot, date: 1 } };
  expect(readUpdate({ update_id: 1, callback_query: query }, me)).toMatchObject({
    kind: 'press',
    query: '99',
    message: {
      key: 'telegram:-1001:13:press:99',
      sender: '7',
      conversation: 'telegram:-1001',
      content: { kind: 'press', button: 'undo:1' },
    },
  });
});

describe('in a group', () => {
  test.each([
    ['lunch 12', 'nothing'],
    ['@PurserTestBot lunch 12', 'lunch 12'],
    ['lunch 12 @pursertestbot', 'lunch 12'],
    ['hey @PurserTestBot, how much?', 'hey how much?'],
    ['@PurserTestBotty lunch 12', 'nothing'],
    ['mail me@PurserTestBot', 'nothing'],
    ['/log lunch 12', 'lunch 12'],
    ['/log@PurserTestBot lunch 12', 'lunch 12'],
    ['/LOG@pursertestbot lunch 12', 'lunch 12'],
    ['/log@OtherBot lunch 12', 'nothing'],
    ['/log@OtherBot @PurserTestBot lunch 12', 'nothing'],
    ['/roll 20', 'nothing'],
    ['/roll@PurserTestBot 20', 'roll 20'],
    ['@PurserTestBot /log tea 3', 'tea 3'],
    ['@PurserTestBot', ''],
  ])('%s', (text, expected) => {
    expect(said({ chat: flat, text })).toBe(expected);
  });

  test('an answer to Purser is meant for it, one to somebody else is not', () => {
    const answer = (from: object) => said({ chat: flat, text: 'no, 15', reply_to_message: { message_id: 3, from } });
    expect(answer(bot)).toBe('no, 15');
    expect(answer({ ...bot, id: 5 })).toBe('nothing');
    expect(answer(ann)).toBe('nothing');
  });
});

describe('alone', () => {
  test.each([
    ['/start', 'Hilfe'],
    ['/log', 'Hilfe'],
    ['/log $& 12', '$& 12'],
    ['/ask is 5 enough?', 'is 5 enough?'],
    ['/export', 'export csv'],
    ['/export json', 'export json'],
    ['/link', 'link'],
    ['/link AB12CD34', 'link AB12CD34'],
    ['/settings', 'settings'],
    ['/undo', 'rückgängig'],
    ['/unknown thing', 'unknown thing'],
    ['/log@OtherBot x', 'nothing'],
    ['lunch 5/6 a', 'lunch 5/6 a'],
    ['a\n/log b', 'a\n/log b'],
  ])('%s', (text, expected) => {
    expect(said({ text })).toBe(expected);
  });
});

describe('ignored', () => {
  test.each<[string, object]>([
    ['another bot', { from: { ...ann, is_bot: true } }],
    ['Purser itself', { from: { ...bot, is_bot: false } }],
    ['a channel', { chat: { ...flat, type: 'channel' } }],
    ['nobody', { from: undefined }],
  ])('%s', (_, message) => {
    expect(said({ text: 'lunch 12', ...message })).toBe('nothing');
  });

  test.each(['new_chat_members', 'left_chat_member', 'pinned_message', 'new_chat_title', 'migrate_to_chat_id'])(
    '%s',
    (kind) => {
      expect(said({ [kind]: {} })).toBe('nothing');
    },
  );
});

test('pictures, voices and stickers say nothing, but a caption does', () => {
  expect(said({ photo: [{}] })).toBe('no-text');
  expect(said({ voice: {} })).toBe('no-text');
  expect(said({ sticker: {} })).toBe('no-text');
  expect(said({ photo: [{}], caption: 'lunch 12' })).toBe('lunch 12');
  expect(said({ chat: flat, photo: [{}] })).toBe('nothing');
  expect(said({ chat: flat, voice: {}, reply_to_message: { message_id: 1, from: bot } })).toBe('no-text');
});

test('10,000 updates of any shape are read without a word', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(7, -1001, 'private', '/log x', true, me.id, '@PurserTestBot'));
  const chat = fc.oneof(value, fc.record({ id: fc.oneof(fc.constant(7), value), type: value, title: value }));
  const from = fc.oneof(value, fc.record({ id: fc.oneof(fc.constant(7), value), is_bot: value, language_code: value }));
  const message = fc.record(
    {
      message_id: fc.oneof(fc.constant(3), value),
      chat,
      from,
      text: value,
      caption: value,
      reply_to_message: value,
      photo: value,
    },
    { requiredKeys: [] },
  );
  const any = fc.oneof(
    value,
    fc.record({ update_id: fc.constant(1), message: fc.oneof(message, value) }),
    fc.record({ update_id: fc.constant(1), edited_message: message }),
    fc.record({
      update_id: fc.constant(1),
      my_chat_member: fc.record({ chat, from, old_chat_member: value, new_chat_member: fc.record({ status: value }) }),
    }),
    fc.record({ update_id: value, callback_query: fc.record({ id: value, data: value, from, message }) }),
  );
  const kinds = new Set<string>();
  fc.assert(
    fc.property(any, (given) => {
      const reading = readUpdate(given, me);
      kinds.add(reading.kind);
      if ('message' in reading)
        expect(reading.message.key).toMatch(/^telegram:-?\d+:(joined:1|-?\d+(:edit:-?\d+|:press:.*)?)$/s);
    }),
    { numRuns: 10_000 },
  );
  expect(kinds).toContain('message');
});
