import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Channel, RawRequest } from '../../../src/channels/channel.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import { fastTime } from '../../support/platforms/telegram/time.ts';
import { createFakeDesk, createTestChannel } from './open-channel.ts';

const secret = 'a-Secret_1';
const webhook = { url: 'https://purser.example.org/telegram', secret };

/** An HTTP port with the channel's webhooks on it. */
async function listen(channel: () => Channel): Promise<string> {
  const local = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const hook = channel().webHooks?.find((each) => each.path === request.url);
    const answer = await hook?.handle({
      method: request.method ?? '',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer?.status ?? 404).end(answer?.body);
  });
  await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void local.close());
  return `http://127.0.0.1:${(local.address() as AddressInfo).port}`;
}

async function openHook() {
  let channel: Channel | undefined;
  const origin = await listen(() => channel as Channel);
  const route = (url: string) => origin + new URL(url).pathname;
  const { server, bot } = await openTelegramServer({ time: fastTime(50), rates: null, route });
  const test = createTestChannel(server, { webhook });
  channel = test.channel;
  const desk = createFakeDesk();
  await channel.start(desk);
  const [hook] = channel.webHooks ?? [];
  const post = (body: string | Buffer, more: Partial<RawRequest> = {}) =>
    hook?.handle({
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: Buffer.from(body),
      ...more,
    });
  return { server, bot, channel, desk, post, lines: test.lines };
}

test('messages are brought, and none is asked for', async () => {
  const { server, desk } = await openHook();
  const ann = server.addUser('Ann');
  ann.send('one');
  ann.send('two');
  await expect.poll(() => desk.messages.map((each) => each.content)).toMatchObject([{ text: 'one' }, { text: 'two' }]);
  expect(server.callsOf('getUpdates')).toEqual([]);
  await expect
    .poll(() => server.webhook.deliveries)
    .toMatchObject([
      { status: 200, body: '' },
      { status: 200, body: '' },
    ]);
  expect(server.webhook.setting).toMatchObject({ url: webhook.url, secretToken: secret });
});

test('what could not be committed is not acknowledged, and comes again', async () => {
  const { server, desk } = await openHook();
  let failures = 0;
  desk.before = () => {
    failures += 1;
    if (failures < 3) throw new Error('no room on the disk');
  };
  server.addUser('Ann').send('coffee 3');
  await expect.poll(() => server.webhook.deliveries.map((each) => each.status)).toEqual([503, 503, 200]);
  expect(desk.messages).toHaveLength(1);
});

test('a press is answered by a call, never in the webhook’s response', async () => {
  const { server, bot, desk } = await openHook();
  const ann = server.addUser('Ann');
  ann.open();
  await bot.call('sendMessage', {
    chat_id: ann.chat,
    text: 'x',
    reply_markup: { inline_keyboard: [[{ text: 'Undo', callback_data: 'u' }]] },
  });
  const press = ann.press('Undo');
  await expect.poll(press.answer).toEqual({ text: '', alert: false });
  expect(desk.messages[0]?.content).toEqual({ kind: 'press', button: 'u' });
  expect(server.webhook.deliveries.map((each) => each.body)).toEqual(['']);
});

describe('requests', () => {
  test.each<[string, string, Partial<RawRequest>, number]>([
    ['without the secret', '{}', { headers: {} }, 401],
    ['with another secret', '{}', { headers: { 'x-telegram-bot-api-secret-token': 'a-Secret_2' } }, 401],
    ['with a longer secret', '{}', { headers: { 'x-telegram-bot-api-secret-token': `${secret}1` } }, 401],
    ['by GET', '', { method: 'GET' }, 405],
    ['that are no JSON', '{"a":', {}, 400],
    ['that are a list', '[]', {}, 400],
    ['that are empty', '', {}, 400],
    ['over a megabyte', 'x'.repeat(1024 * 1024 + 1), {}, 413],
    ['of a kind that is not known', '{"update_id":1,"story":{}}', {}, 200],
  ])('%s', async (_, body, more, status) => {
    const { post, desk } = await openHook();
    expect(await post(body, more)).toMatchObject({ status });
    expect(desk.messages).toEqual([]);
  });

  test('before the start and after the stop are asked to come again', async () => {
    const { post, channel } = await openHook();
    await channel.stop();
    expect(await post('{"update_id":1}')).toEqual({ status: 503 });
  });

  test('10,000 of any shape: none fails, none leaves anything behind', async () => {
    const { post, desk, lines } = await openHook();
    const message = fc.record({
      message_id: fc.integer(),
      chat: fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'supergroup', 'x') }),
      from: fc.record({ id: fc.integer() }),
      text: fc.oneof(fc.string(), fc.jsonValue()),
    });
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ update_id: fc.integer(), message: fc.oneof(message, fc.jsonValue()) })
        .map((value) => JSON.stringify(value)),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(body, async (given) => {
        const status = (await post(given))?.status ?? 0;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { numRuns: 10_000 },
    );
    expect([...statuses.keys()].sort()).toEqual([200, 400]);
    expect(desk.messages.length).toBeGreaterThan(100);
    expect(lines.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([]);
  });
});

test('a webhook that Telegram does not take is said at the start', async () => {
  const { server } = await openTelegramServer();
  const { channel } = createTestChannel(server, {
    webhook: { ...webhook, url: 'https://purser.example.org:3000/telegram' },
  });
  await expect(channel.start(createFakeDesk())).rejects.toThrow(
    /Telegram does not take the webhook, so check TELEGRAM_WEBHOOK_URL/,
  );
});
