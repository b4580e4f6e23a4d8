import { describe, expect, test } from 'vitest';
import { fakePng } from './bot-client.ts';
import { openTelegramChat } from './open-server.ts';
import { manualTime } from './time.ts';

describe('calls', () => {
  test('come as JSON, urlencoded, query or form, by GET or POST, in any case of letters', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    expect((await bot.call('SENDMESSAGE', { chat_id, text: 'json' })).ok).toBe(true);
    expect((await bot.upload('sendMessage', { chat_id: String(chat_id), text: 'form' })).ok).toBe(true);
    const body = new URLSearchParams({ chat_id: String(chat_id), text: 'coded' });
    expect((await bot.raw('sendMessage', { method: 'POST', body })).status).toBe(200);
    expect((await bot.raw(`sendMessage?${body.toString().replace('coded', 'asked')}`, {})).status).toBe(200);
    expect(server.transcript(chat_id).map((each) => each.text)).toEqual(['json', 'form', 'coded', 'asked']);
    expect(server.log.map((each) => each.method)).toEqual(Array(4).fill('sendMessage'));
  });

  test('take the form that SDKs write: no space, no type, chunked', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    const part = (head: string, content: string) => `--x\r\ncontent-disposition:form-data${head}\r\n\r\n${content}\r\n`;
    const text = [
      part(';name="chat_id"', String(chat_id)),
      part(';name="document";filename="a.csv"', 'a;b'),
      '--x--\r\n',
    ];
    const body = new ReadableStream({
      start(controller) {
        for (const each of text) controller.enqueue(Buffer.from(each));
        controller.close();
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    expect((await bot.raw('sendDocument', init)).status).toBe(200);
    expect(server.transcript(chat_id)[0]?.document).toMatchObject({ name: 'a.csv', content: Buffer.from('a;b') });
  });

  test.each([
    ['a method that is not there', 'fly', {}, 404, 'Not Found: method not found'],
    ['no chat', 'sendMessage', { text: 'x' }, 400, 'Bad Request: chat_id is empty'],
    ['an unknown chat', 'sendMessage', { chat_id: 5, text: 'x' }, 400, 'Bad Request: chat not found'],
  ])('refuse %s', async (_, method, fields, code, description) => {
    const { bot } = await openTelegramChat();
    expect(await bot.call(method, fields)).toEqual({ ok: false, error_code: code, description });
  });

  test('refuse a wrong and a revoked token', async () => {
    const { server, bot } = await openTelegramChat();
    expect((await fetch(`${server.url}/bot1:wrong/getMe`)).status).toBe(401);
    expect((await bot.call('getMe')).result).toMatchObject({ is_bot: true, username: 'PurserTestBot' });
    server.revokeToken();
    expect(await bot.call('getMe')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
  });

  test('refuse JSON that is none', async () => {
    const { bot } = await openTelegramChat();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' };
    expect((await bot.raw('getMe', init)).status).toBe(400);
  });
});

describe('texts', () => {
  const nested = '<b>'.repeat(2000) + 'x'.repeat(4096) + '</b>'.repeat(2000);
  test.each([
    ['nothing', { text: '' }, 'message text is empty'],
    ['only spaces', { text: ' \n ' }, 'text must be non-empty'],
    ['only tags', { text: '<b> </b>', parse_mode: 'HTML' }, 'text must be non-empty'],
    ['4097 characters', { text: 'x'.repeat(4097) }, 'message is too long'],
    ['4098 halves of emoji', { text: '😀'.repeat(2049) }, 'message is too long'],
    ['half an emoji', { text: '\ud83d' }, 'strings must be encoded in UTF-8'],
    ['wrong HTML', { text: 'a<b', parse_mode: 'HTML' }, "can't parse entities: Unclosed start tag at byte offset 1"],
    ['another parse mode', { text: 'x', parse_mode: 'RST' }, 'unsupported parse_mode'],
    ['a reply to nothing', { text: 'x', reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
    ['a broken reply', { text: 'x', reply_parameters: '[object Object]' }, "can't parse reply parameters JSON object"],
    ['a topic that is not there', { text: 'x', message_thread_id: 5 }, 'message thread not found'],
  ])('refuse %s', async (_, fields, description) => {
    const { bot, chat_id } = await openTelegramChat();
    expect((await bot.call('sendMessage', { chat_id, ...fields })).description).toBe(`Bad Request: ${description}`);
  });

  test('are measured after their tags are read, and trimmed', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    expect((await bot.call('sendMessage', { chat_id, text: nested, parse_mode: 'html' })).ok).toBe(true);
    await bot.call('sendMessage', { chat_id, text: '\n <b>x</b> @ann_b \n', parse_mode: 'HTML' });
    expect(server.transcript(chat_id)[1]).toMatchObject({
      text: 'x @ann_b',
      entities: [
        { type: 'bold', offset: 0, length: 1 },
        { type: 'mention', offset: 2, length: 6 },
      ],
    });
  });

  test('may answer a message, or what is gone where that is allowed', async () => {
    const { server, bot, ann, chat_id } = await openTelegramChat();
    const { message } = ann.send('hi');
    await bot.call('sendMessage', { chat_id, text: 'a', reply_parameters: { message_id: message.message_id } });
    const gone = { message_id: 99, allow_sending_without_reply: true };
    await bot.call('sendMessage', { chat_id, text: 'b', reply_parameters: JSON.stringify(gone) });
    expect(server.transcript(chat_id).map((each) => each.replyTo)).toEqual([undefined, 1, undefined]);
  });
});

describe('keyboards', () => {
  const row = (button: object, count = 1) => ({ inline_keyboard: [Array(count).fill(button)] });
  test.each([
    ['65 bytes of data', row({ text: 'x', callback_data: `${'é'.repeat(32)}x` }), 'BUTTON_DATA_INVALID'],
    [
      'no data',
      row({ text: 'x' }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'no text',
      row({ text: '', callback_data: 'x' }),
      'can\'t parse inline keyboard button: Field "text" must be a non-empty String',
    ],
    ['nine in a row', row({ text: 'x', callback_data: 'x' }, 9), 'REPLY_MARKUP_TOO_LONG'],
    ['a bad address', row({ text: 'x', url: 'javascript:x' }), 'BUTTON_URL_INVALID'],
    ['a list', [], 'object expected as reply markup'],
  ])('refuse %s', async (_, reply_markup, description) => {
    const { bot, chat_id } = await openTelegramChat();
    const answer = await bot.call('sendMessage', { chat_id, text: 'x', reply_markup });
    expect(answer.description).toBe(`Bad Request: ${description}`);
  });

  test('take 64 bytes of data', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    await bot.call('sendMessage', {
      chat_id,
      text: 'x',
      reply_markup: JSON.stringify(row({ text: 'x', callback_data: 'é'.repeat(32) })),
    });
    expect(server.transcript(chat_id)[0]?.buttons).toHaveLength(1);
  });
});

describe('edits', () => {
  test('change a text and its buttons', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    const keyboard = { inline_keyboard: [[{ text: 'Undo', callback_data: 'u' }]] };
    await bot.call('sendMessage', { chat_id, text: 'one', reply_markup: keyboard });
    expect((await bot.call('editMessageText', { chat_id, message_id: 1, text: 'two' })).result.edit_date).toBeTypeOf(
      'number',
    );
    expect(server.transcript(chat_id)[0]).toMatchObject({ text: 'two', buttons: [], isEdited: true });
    expect((await bot.call('editMessageReplyMarkup', { chat_id, message_id: 1, reply_markup: keyboard })).ok).toBe(
      true,
    );
    expect(server.transcript(chat_id)[0]?.buttons).toHaveLength(1);
  });

  test('are refused where there is nothing to edit', async () => {
    const { bot, ann, chat_id } = await openTelegramChat();
    ann.send('mine');
    await bot.call('sendMessage', { chat_id, text: 'same' });
    await bot.upload('sendPhoto', { chat_id: String(chat_id), photo: new Blob([fakePng(10, 10)]) });
    const edit = async (message_id: number, text: string) =>
      (await bot.call('editMessageText', { chat_id, message_id, text })).description;
    expect(await edit(99, 'x')).toBe('Bad Request: message to edit not found');
    expect(await edit(1, 'x')).toBe("Bad Request: message can't be edited");
    expect(await edit(2, 'same')).toMatch(/^Bad Request: message is not modified/);
    expect(await edit(3, 'x')).toBe('Bad Request: there is no text in the message to edit');
    expect((await bot.call('editMessageCaption', { chat_id, message_id: 3, caption: 'x' })).ok).toBe(true);
  });

  test('delete messages for two days', async () => {
    const time = manualTime();
    const { server, bot, chat_id } = await openTelegramChat({ time });
    await bot.call('sendMessage', { chat_id, text: 'a' });
    await bot.call('sendMessage', { chat_id, text: 'b' });
    expect((await bot.call('deleteMessage', { chat_id, message_id: 1 })).ok).toBe(true);
    expect((await bot.call('deleteMessage', { chat_id, message_id: 1 })).description).toMatch(
      /message to delete not found/,
    );
    time.advance(49 * 3_600_000);
    expect((await bot.call('deleteMessage', { chat_id, message_id: 2 })).description).toMatch(
      /message can't be deleted/,
    );
    expect(server.transcript(chat_id)).toHaveLength(1);
  });
});

test('chat actions and commands are checked', async () => {
  const { server, bot, chat_id } = await openTelegramChat();
  expect((await bot.call('sendChatAction', { chat_id, action: 'thinking' })).ok).toBe(false);
  await bot.call('sendChatAction', { chat_id, action: 'typing' });
  expect(server.actions(chat_id)).toEqual(['typing']);
  const set = (commands: unknown, more = {}) => bot.call('setMyCommands', { commands, ...more });
  expect((await set([{ command: 'Log', description: 'x' }])).description).toBe('Bad Request: BOT_COMMAND_INVALID');
  expect((await set([{ command: 'log', description: '' }])).description).toBe(
    'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
  );
  expect((await set([], { language_code: 'de-DE' })).description).toBe('Bad Request: invalid language code specified');
  const commands = [{ command: 'log', description: 'Notieren' }];
  expect((await set(commands, { language_code: 'de' })).ok).toBe(true);
  expect((await bot.call('getMyCommands', { language_code: 'de' })).result).toEqual(commands);
  expect((await bot.call('getMyCommands')).result).toEqual([]);
});
