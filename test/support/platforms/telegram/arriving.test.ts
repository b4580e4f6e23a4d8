import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Update } from './bot-api.ts';
import { openTelegramServer } from './open-server.ts';
import { fastTime, manualTime } from './time.ts';

const ids = (updates: Update[]) => updates.map((update) => update.update_id);

describe('polling', () => {
  test('an offset confirms; what is not confirmed comes again, in hundreds at most', async () => {
    const { server, bot } = await openTelegramServer();
    const ann = server.addUser('Ann');
    for (let n = 0; n < 120; n++) ann.send(`m${n}`);
    const first = (await bot.call('getUpdates')).result as Update[];
    expect(first).toHaveLength(100);
    expect((await bot.call('getUpdates', { limit: 2 })).result).toEqual(first.slice(0, 2));
    const rest = (await bot.call('getUpdates', { offset: (first.at(-1) as Update).update_id + 1 })).result as Update[];
    expect(rest.map((update) => update.message?.text)).toEqual(Array.from({ length: 20 }, (_, n) => `m${n + 100}`));
    expect(ids((await bot.call('getUpdates', { offset: -1 })).result)).toEqual(ids(rest).slice(-1));
    expect((await bot.call('getUpdates', { limit: 101 })).ok).toBe(false);
  });

  test('is held until something comes, or the time is over', async () => {
    const time = manualTime();
    const { server, bot } = await openTelegramServer({ time });
    const ann = server.addUser('Ann');
    const held = bot.call('getUpdates', { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    ann.send('hi');
    expect((await held).result).toHaveLength(1);
    const empty = bot.call('getUpdates', { timeout: 50, offset: 710_000_002 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    time.advance(50_000);
    expect((await empty).result).toEqual([]);
  });

  test('a second poller ends the first; a webhook ends both', async () => {
    const { bot } = await openTelegramServer();
    const first = bot.call('getUpdates', { timeout: 50 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = bot.call('getUpdates', { timeout: 50 });
    expect((await first).description).toMatch(/^Conflict: terminated by other getUpdates request/);
    await bot.call('setWebhook', { url: 'https://example.org/hook' });
    expect(await second).toMatchObject({ error_code: 409, description: 'Conflict: terminated by setWebhook request' });
    expect((await bot.call('getUpdates')).description).toMatch(/can't use getUpdates method while webhook is active/);
    await bot.call('deleteWebhook');
    expect((await bot.call('getUpdates')).ok).toBe(true);
  });

  test('who hangs up takes nothing along', async () => {
    const { server, bot } = await openTelegramServer();
    const hangUp = new AbortController();
    const held = bot.call('getUpdates', { timeout: 50 }, hangUp.signal).catch(() => 'gone');
    await new Promise((resolve) => setTimeout(resolve, 20));
    hangUp.abort();
    expect(await held).toBe('gone');
    server.addUser('Ann').send('hi');
    expect((await bot.call('getUpdates')).result).toHaveLength(1);
  });

  test('brings the kinds that were asked for, and forgets after a day', async () => {
    const time = manualTime();
    const { server, bot } = await openTelegramServer({ time });
    await bot.call('getUpdates', { allowed_updates: ['edited_message'] });
    const ann = server.addUser('Ann');
    const { message } = ann.send('one');
    ann.edit(message.message_id, 'two');
    const [update] = (await bot.call('getUpdates')).result as Update[];
    expect(update?.edited_message).toMatchObject({ text: 'two', message_id: 1 });
    time.advance(25 * 3_600_000);
    expect((await bot.call('getUpdates')).result).toEqual([]);
  });

  test('repeats and mixes where it is told to', async () => {
    const { server, bot } = await openTelegramServer();
    Object.assign(server.updates.faults, { repeat: 2, shuffle: (batch: Update[]) => batch.reverse() });
    const ann = server.addUser('Ann');
    const [one, two] = [ann.send('one').update, ann.send('two').update].map((update) => update?.update_id);
    expect(ids((await bot.call('getUpdates')).result)).toEqual([two, two, one, one]);
  });
});

describe('webhooks', () => {
  test.each([
    ['http', 'http://example.org/', 'bad webhook: An HTTPS URL must be provided for webhook'],
    ['a port', 'https://example.org:3000/', 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'],
    ['no address', 'example', 'bad webhook: invalid webhook URL specified'],
  ])('refuse %s', async (_, url, description) => {
    const { bot } = await openTelegramServer();
    expect((await bot.call('setWebhook', { url })).description).toBe(`Bad Request: ${description}`);
  });

  test('refuse a secret with other characters', async () => {
    const { bot } = await openTelegramServer();
    const answer = await bot.call('setWebhook', { url: 'https://example.org/', secret_token: 'a b' });
    expect(answer.description).toBe('Bad Request: secret token contains unallowed characters');
  });

  test('carry the secret, deliver again until 2xx, and run a call in the response', async () => {
    const seen: { secret: unknown; text: unknown }[] = [];
    const local = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Update;
      seen.push({ secret: request.headers['x-telegram-bot-api-secret-token'], text: update.message?.text });
      const call = { method: 'sendChatAction', chat_id: update.message?.chat.id, action: 'typing' };
      response.writeHead(seen.length < 3 ? 500 : 200).end(JSON.stringify(call));
    });
    await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void local.close());
    const { port } = local.address() as AddressInfo;
    const { server, bot } = await openTelegramServer({
      time: fastTime(50),
      route: () => `http://127.0.0.1:${port}/`,
    });
    await bot.call('setWebhook', { url: 'https://example.org/hook', secret_token: 'se-cret_1' });
    const ann = server.addUser('Ann');
    ann.send('hi');
    await expect.poll(() => seen.length).toBe(3);
    await expect.poll(() => server.actions(ann.chat)).toEqual(['typing']);
    expect(seen).toEqual(Array(3).fill({ secret: 'se-cret_1', text: 'hi' }));
    const { result } = await bot.call('getWebhookInfo');
    expect(result).toMatchObject({ url: 'https://example.org/hook', pending_update_count: 0, max_connections: 40 });
    expect(result.last_error_message).toMatch(/Wrong response from the webhook: 500/);
  });
});
