import { describe, expect, test } from 'vitest';
import { fakePng } from './bot-client.ts';
import { openTelegramChat } from './open-server.ts';

describe('pictures and files', () => {
  const send = async (fields: Record<string, string | Blob>, method = 'sendPhoto') => {
    const { server, bot, chat_id } = await openTelegramChat();
    const answer = await bot.upload(method, { chat_id: String(chat_id), ...fields });
    return { answer, seen: server.transcript(chat_id) };
  };

  test.each([
    ['nothing', {}, 'there is no photo in the request'],
    ['an empty file', { photo: new Blob([]) }, 'file must be non-empty'],
    ['a text', { photo: new Blob(['hello']) }, 'IMAGE_PROCESS_FAILED'],
    ['a thread', { photo: new Blob([fakePng(10, 201)]) }, 'PHOTO_INVALID_DIMENSIONS'],
    ['a poster', { photo: new Blob([fakePng(6000, 4001)]) }, 'PHOTO_INVALID_DIMENSIONS'],
    ['a file that is not there', { photo: 'AgAC99' }, 'wrong file identifier/HTTP URL specified'],
    ['a long caption', { photo: new Blob([fakePng(9, 9)]), caption: 'x'.repeat(1025) }, 'message caption is too long'],
    [
      'a wrong caption',
      { photo: new Blob([fakePng(9, 9)]), caption: '<x>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
  ])('refuse %s', async (_, fields, description) => {
    expect((await send(fields as Record<string, Blob>)).answer.description).toBe(`Bad Request: ${description}`);
  });

  test('refuse a photo over 10 MB', async () => {
    const big = await send({ photo: new Blob([fakePng(10, 10, 10 * 1024 * 1024 + 1)]) });
    expect(big.answer.description).toMatch(/too big for a photo/);
  });

  test('are shown with their caption', async () => {
    const { seen } = await send({ photo: new Blob([fakePng(640, 480)]), caption: '<i>June</i>', parse_mode: 'HTML' });
    expect(seen[0]).toMatchObject({ text: 'June', photo: { width: 640, height: 480 }, entities: [{ type: 'italic' }] });
  });

  test('come as albums of two to ten of a kind', async () => {
    const { server, bot, chat_id } = await openTelegramChat();
    const album = async (types: string[]) => {
      const media = types.map((type, index) => ({ type, media: `attach://f${index}`, caption: `c${index}` }));
      const files = Object.fromEntries(types.map((_, index) => [`f${index}`, new Blob([fakePng(10, 10)])]));
      return await bot.upload('sendMediaGroup', { chat_id: String(chat_id), media: JSON.stringify(media), ...files });
    };
    expect((await album(['photo'])).description).toBe('Bad Request: media group must include 2-10 items');
    expect((await album(['photo', 'document'])).description).toMatch(/invalid mix/);
    expect((await album(['photo', 'photo'])).result).toHaveLength(2);
    expect(server.transcript(chat_id).map((each) => each.text)).toEqual(['c0', 'c1']);
  });

  test('of people can be fetched, up to 20 MB', async () => {
    const { server, bot, ann } = await openTelegramChat();
    const { message } = ann.sendPhoto(Buffer.from('picture'));
    const { result } = await bot.call('getFile', { file_id: message.photo?.[0]?.file_id });
    expect(await (await fetch(`${server.url}/file/bot${server.token}/${result.file_path}`)).text()).toBe('picture');
    expect((await fetch(`${server.url}/file/bot1:x/${result.file_path}`)).status).toBe(401);
    const big = ann.sendDocument('big.bin', Buffer.alloc(20 * 1024 * 1024 + 1)).message;
    expect((await bot.call('getFile', { file_id: big.document?.file_id })).description).toBe(
      'Bad Request: file is too big',
    );
    expect((await bot.call('getFile', { file_id: 'x' })).description).toBe('Bad Request: invalid file_id');
  });
});
