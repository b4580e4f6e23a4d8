import { describe, expect, test } from 'vitest';
import type { Fault } from '../../support/platforms/telegram/faults.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import { startTelegramServer } from '../../support/platforms/telegram/server.ts';
import { fastTime, manualTime } from '../../support/platforms/telegram/time.ts';
import { addFlat, createFakeDesk, createTestChannel, deliver, openChannel, toChat } from './open-channel.ts';

const chart = { alt: 'A chart.' } as never;

describe.each([
  ['a text', 'sendMessage', { text: 'hi' }],
  ['a photo', 'sendPhoto', { charts: [chart] }],
])('%s that does not go out', (_, method, reply) => {
  async function send(fault: Omit<Fault, 'method'>) {
    const opened = await openChannel({}, { timing: { call: fault.kind === 'stall' ? 400 : 2_000 } });
    opened.ann.open();
    opened.server.faults.add({ method, ...fault } as Fault);
    const sent = await deliver(opened.channel, toChat(opened.ann.chat), reply);
    // Never tried again by the channel itself.
    expect(opened.server.callsOf(method)).toHaveLength(1);
    const token = opened.server.token.split(':')[1] ?? '';
    expect(`${sent.error?.message} ${sent.error?.stack} ${opened.lines.join('')}`).not.toContain(token);
    return sent;
  }

  test.each<[string, Omit<Fault, 'method'>, string, number | null]>([
    ['429', { kind: 'too-many', retryAfter: 7 }, 'later', 7_000],
    ['500', { kind: 'refuse', code: 500, description: 'Internal Server Error' }, 'later', null],
    ['a page of a proxy with 502', { kind: 'status', status: 502 }, 'later', null],
    ['a page of a proxy with 403', { kind: 'status', status: 403 }, 'later', null],
    ['a page with 200', { kind: 'status', status: 200 }, 'later', null],
    ['504', { kind: 'status', status: 504 }, 'unsure', null],
    ['a line that broke before', { kind: 'drop', when: 'before' }, 'unsure', null],
    ['a line that broke after', { kind: 'drop', when: 'after' }, 'unsure', null],
    ['no answer', { kind: 'stall', when: 'after' }, 'unsure', null],
    ['another refusal', { kind: 'refuse', code: 400, description: 'Bad Request: odd' }, 'refused', null],
    [
      'no right to write',
      { kind: 'refuse', code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
      'gone',
      null,
    ],
    ['a chat that is gone', { kind: 'refuse', code: 400, description: 'Bad Request: chat not found' }, 'gone', null],
    ['a block', { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' }, 'gone', null],
  ] as never)('%s', async (_name, fault, outcome, retryAfterMs) => {
    expect((await send(fault)).error).toMatchObject({ name: 'DeliveryError', outcome, retryAfterMs });
  });
});

test('blocked by a person, kicked from a group: only they are gone', async () => {
  const { server, channel, desk, ann } = await openChannel();
  ann.open();
  ann.block();
  expect((await deliver(channel, toChat(ann.chat), 'x')).error).toMatchObject({ outcome: 'gone' });
  ann.unblock();
  const flat = addFlat({ server, ann });
  ann.send('/help', { chat: flat });
  await expect.poll(() => desk.messages.length).toBe(1);
  server.kick(flat, ann);
  expect((await deliver(channel, desk.messages[0] as never, 'x')).error).toMatchObject({ outcome: 'gone' });
  expect((await deliver(channel, toChat(ann.chat), 'x')).error).toBe(null);
  expect(desk.broken).toEqual([]);
});

test('nobody there: it waits until somebody is', async () => {
  const server = await startTelegramServer();
  await server.close();
  const { channel } = createTestChannel(server);
  const { error } = await deliver(channel, toChat(5), { text: 'x' });
  expect(error).toMatchObject({ outcome: 'away' });
  expect((await deliver(channel, toChat(5), { charts: [chart] })).error).toMatchObject({ outcome: 'away' });
});

test('another address of the Bot API is an origin: telegraf would drop a path without a word', () => {
  const at = (apiRoot: string) => () => createTestChannel({ url: apiRoot, token: '1:a' });
  expect(at('http://127.0.0.1:9/')).not.toThrow();
  expect(at('http://127.0.0.1:9/telegram')).toThrow(/TELEGRAM_API_ROOT is an origin/);
});

describe('the channel’s end', () => {
  const sentence = /^Telegram does not know this bot token: send \/token to @BotFather, set TELEGRAM_TOKEN/;

  test('a wrong token at the start', async () => {
    const { server } = await openTelegramServer();
    const { channel } = createTestChannel({ ...server, token: '1:wrong' });
    await expect(channel.start(createFakeDesk())).rejects.toThrow(sentence);
    const nonsense = createTestChannel({ ...server, token: 'nonsense/x' });
    await expect(nonsense.channel.start(createFakeDesk())).rejects.toThrow(sentence);
  });

  test('a token that is revoked while people talk, told once, and replies wait', async () => {
    const { server, channel, desk, ann } = await openChannel();
    ann.open();
    server.revokeToken();
    await expect.poll(() => desk.broken.map((why) => why.message)).toEqual([expect.stringMatching(sentence)]);
    expect((await deliver(channel, toChat(ann.chat), 'x')).error).toMatchObject({ outcome: 'away' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(desk.broken).toHaveLength(1);
    const count = server.log.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.log).toHaveLength(count);
  });

  test('a second program with the same token', async () => {
    const { bot, desk, server } = await openChannel();
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    await bot.call('getUpdates');
    await expect
      .poll(() => desk.broken[0]?.message)
      .toMatch(/^Another program asks Telegram for the messages of this bot/);
  });

  test('a webhook that somebody sets', async () => {
    const { bot, desk, server } = await openChannel({}, { timing: { pollSeconds: 0 } });
    await expect.poll(() => server.callsOf('getUpdates').length).toBeGreaterThan(1);
    await bot.call('setWebhook', { url: 'https://example.org/' });
    await expect.poll(() => desk.broken[0]?.message).toMatch(/^Something set a webhook for this Telegram bot/);
  });

  test('a bot that Telegram forbids', async () => {
    const { server } = await openTelegramServer();
    server.faults.add({ method: 'getMe', kind: 'refuse', code: 403, description: 'Forbidden' });
    await expect(createTestChannel(server).channel.start(createFakeDesk())).rejects.toThrow(
      /Telegram forbids this bot/,
    );
  });
});

describe('polling goes on', () => {
  test.each<[string, Omit<Fault, 'method'>]>([
    ['after 429', { kind: 'too-many', retryAfter: 0 }],
    ['after 500', { kind: 'refuse', code: 500, description: 'Internal Server Error' }],
    ['after a page of a proxy', { kind: 'status', status: 404 }],
    ['after a broken line', { kind: 'drop', when: 'before' }],
    ['after an answer that was lost on its way', { kind: 'drop', when: 'after' }],
  ] as never)('%s, and nothing is lost', async (_, fault) => {
    const { server, desk, ann, lines } = await openChannel();
    await expect.poll(() => server.callsOf('getUpdates').length).toBeGreaterThan(0);
    server.faults.add({ method: 'getUpdates', times: 3, ...fault } as Fault);
    for (const n of [1, 2, 3, 4, 5]) {
      ann.send(`m${n}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await expect.poll(() => new Set(desk.messages.map((each) => each.key)).size).toBe(5);
    expect(lines.join('')).toContain('Telegram gave no messages');
    expect(lines.join('')).not.toContain(server.token.split(':')[1]);
    expect(desk.broken).toEqual([]);
  });

  test('and the start waits for a Telegram that is away, then goes on by itself', async () => {
    const { server } = await openTelegramServer();
    const desk = createFakeDesk();
    server.faults.add({ method: 'getMe', kind: 'status', status: 502, times: 8 });
    await createTestChannel(server, { timing: { startPatience: 20 } }).channel.start(desk);
    server.addUser('Ann').send('hi');
    await expect.poll(() => desk.messages.length).toBe(1);
  });
});

describe('pace', () => {
  test('keeps within what Telegram allows, without being told', async () => {
    // Twenty times as fast as in life, on both sides.
    const { server } = await openTelegramServer({ time: fastTime(20) });
    const { channel } = createTestChannel(server, { timing: { perChat: 53 } });
    const ann = server.addUser('Ann');
    ann.open();
    const start = performance.now();
    for (let n = 0; n < 6; n++) expect((await deliver(channel, toChat(ann.chat), `${n}`)).error).toBe(null);
    expect(performance.now() - start).toBeGreaterThan(200);
    expect(server.callsOf('sendMessage').map((each) => each.status)).toEqual(Array(6).fill(200));
  });

  test('who would wait too long is told to come again, and so is who was told by Telegram', async () => {
    const time = manualTime();
    const { server } = await openTelegramServer({ time });
    let now = 0;
    const { channel } = createTestChannel(server, { now: () => now, timing: { perChat: 10_000 } });
    const ann = server.addUser('Ann');
    ann.open();
    for (const n of [1, 2]) await deliver(channel, toChat(ann.chat), `${n}`);
    const third = await deliver(channel, toChat(ann.chat), '3');
    expect(third.error).toMatchObject({ outcome: 'later', retryAfterMs: 10_000 });
    now += 60_000;
    server.faults.add({ method: 'sendMessage', kind: 'too-many', retryAfter: 30 });
    expect((await deliver(channel, toChat(ann.chat), '3')).error).toMatchObject({ retryAfterMs: 30_000 });
    now += 10_000;
    expect((await deliver(channel, toChat(ann.chat), '3')).error).toMatchObject({ retryAfterMs: 20_000 });
    expect(server.callsOf('sendMessage')).toHaveLength(3);
  });
});

test('stopping while busy ends the poll and leaves what was not committed', async () => {
  const { server, channel, desk, ann } = await openChannel();
  const commit = Promise.withResolvers<void>();
  desk.before = () => commit.promise;
  ann.send('coffee 3');
  await expect.poll(() => server.callsOf('getUpdates').length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const stopped = channel.stop();
  commit.resolve();
  await stopped;
  const count = server.log.length;
  ann.send('tea 2');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.log).toHaveLength(count);
  const next = createFakeDesk();
  await createTestChannel(server).channel.start(next);
  await expect
    .poll(() => next.messages.map((each) => each.key))
    .toEqual([`telegram:${ann.chat}:1`, `telegram:${ann.chat}:2`]);
});

test('no message text and no token in the log', async () => {
  const { server, desk, ann, lines } = await openChannel();
  desk.before = () => Promise.reject(new Error(`fetch to /bot${server.token}/x failed`));
  ann.send('a very private text');
  await expect.poll(() => lines.length).toBeGreaterThan(0);
  expect(lines.join('')).not.toMatch(/private text/);
  expect(lines.join('')).not.toContain(server.token.split(':')[1]);
});
