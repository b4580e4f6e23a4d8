import { describe, expect, test } from 'vitest';
import type { Update } from './bot-api.ts';
import { openTelegramServer } from './open-server.ts';
import { manualTime } from './time.ts';

async function withGroup(options = {}) {
  const { server, bot } = await openTelegramServer({ rates: null, ...options });
  const ann = server.addUser('Ann');
  const bob = server.addUser('Bob');
  const chat = server.addGroup('Flat', [ann, bob]);
  server.addToGroup(chat, ann);
  return { server, bot, ann, bob, chat };
}

const texts = async (bot: Awaited<ReturnType<typeof withGroup>>['bot']) =>
  ((await bot.call('getUpdates')).result as Update[]).flatMap((update) => update.message?.text ?? []);

describe('groups', () => {
  test('with privacy mode let the bot hear commands, mentions and replies to it', async () => {
    const { bot, ann, chat } = await withGroup();
    await bot.call('sendMessage', { chat_id: chat, text: 'Hello' });
    const messages = [
      'lunch 12',
      '/log lunch 12',
      '/log@PurserTestBot x',
      '/log@OtherBot x',
      '@pursertestbot hi',
      '@other hi',
    ];
    for (const text of messages) ann.send(text, { chat });
    ann.send('a reply', { chat, replyTo: 2 });
    ann.send('to a person', { chat, replyTo: 3 });
    expect(await texts(bot)).toEqual(['/log lunch 12', '/log@PurserTestBot x', '@pursertestbot hi', 'a reply']);
  });

  test('without it, everything', async () => {
    const { bot, ann, chat } = await withGroup({ privacyMode: false });
    ann.send('lunch 12', { chat });
    ann.send('/log@OtherBot x', { chat });
    expect(await texts(bot)).toEqual(['lunch 12', '/log@OtherBot x']);
    expect((await bot.call('getMe')).result.can_read_all_group_messages).toBe(true);
  });

  test('tell of being added and kicked, and refuse who is not there', async () => {
    const { server, bot, ann, chat } = await withGroup();
    server.kick(chat, ann);
    const updates = (await bot.call('getUpdates')).result as Update[];
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['my_chat_member', 'message', 'my_chat_member']);
    expect(await bot.call('sendMessage', { chat_id: chat, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    });
  });

  test('get another id when they grow', async () => {
    const { server, bot } = await openTelegramServer({ rates: null });
    const ann = server.addUser('Ann');
    const chat = server.addGroup('Flat', [ann], 'group');
    server.addToGroup(chat, ann);
    const grown = server.upgrade(chat, ann);
    expect(await bot.call('sendMessage', { chat_id: chat, text: 'x' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: grown },
    });
    expect((await bot.call('sendMessage', { chat_id: grown, text: 'x' })).ok).toBe(true);
  });

  test('count their messages each for itself', async () => {
    const { bot, ann, chat } = await withGroup();
    expect(ann.send('hi').message.message_id).toBe(1);
    expect((await bot.call('sendMessage', { chat_id: ann.chat, text: 'x' })).result.message_id).toBe(2);
    expect((await bot.call('sendMessage', { chat_id: chat, text: 'x' })).result.message_id).toBe(2);
  });
});

test('nobody is written to who did not begin, who blocked, who is gone', async () => {
  const { server, bot } = await openTelegramServer({ rates: null });
  const ann = server.addUser('Ann');
  const send = async () => (await bot.call('sendMessage', { chat_id: ann.chat, text: 'x' })).description;
  expect(await send()).toBe("Forbidden: bot can't initiate conversation with a user");
  ann.send('/start');
  expect(await send()).toBe(undefined);
  ann.block();
  expect(await send()).toBe('Forbidden: bot was blocked by the user');
  ann.unblock();
  expect(await send()).toBe(undefined);
  ann.deactivate();
  expect(await send()).toBe('Forbidden: user is deactivated');
});

describe('presses', () => {
  const reply_markup = { inline_keyboard: [[{ text: 'Undo', callback_data: 'undo:1' }]] };

  test('bring the message and the data, and are answered once, in time', async () => {
    const time = manualTime();
    const { server, bot } = await openTelegramServer({ time, callbackSeconds: 15 });
    const ann = server.addUser('Ann');
    ann.open();
    await bot.call('sendMessage', { chat_id: ann.chat, text: 'Recorded.', reply_markup });
    const press = ann.press('Undo');
    const [update] = (await bot.call('getUpdates')).result as Update[];
    expect(update?.callback_query).toMatchObject({
      data: 'undo:1',
      message: { message_id: 1 },
      from: { first_name: 'Ann' },
    });
    const answer = async (id: string) =>
      (await bot.call('answerCallbackQuery', { callback_query_id: id, text: 'Done' })).ok;
    expect(press.answer()).toBe(null);
    expect(await answer(press.id)).toBe(true);
    expect(press.answer()).toEqual({ text: 'Done', alert: false });
    expect(await answer(press.id)).toBe(false);
    const late = ann.press('Undo');
    time.advance(16_000);
    expect(await answer(late.id)).toBe(false);
    expect(await answer('nothing')).toBe(false);
  });

  test('reach buttons that were seen, not others', async () => {
    const { server, bot } = await openTelegramServer({ rates: null });
    const ann = server.addUser('Ann');
    ann.open();
    await bot.call('sendMessage', { chat_id: ann.chat, text: 'x', reply_markup });
    await bot.call('editMessageText', { chat_id: ann.chat, message_id: 1, text: 'y' });
    expect(() => ann.press('Undo')).toThrow('nobody sees a button');
    expect(ann.press({ text: 'Undo', callback_data: 'undo:1' }, { message: 1 }).id).toBeTypeOf('string');
    expect((await bot.call('getUpdates')).result).toHaveLength(1);
  });
});
