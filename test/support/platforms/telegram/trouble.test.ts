import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBotClient } from './bot-client.ts';
import type { FaultKind } from './faults.ts';
import { openTelegramServer } from './open-server.ts';
import { manualTime } from './time.ts';

describe('rates', () => {
  test('a chat takes three at once, then one a second, and a hasty bot waits', async () => {
    const time = manualTime();
    const { server, bot } = await openTelegramServer({ time });
    const ann = server.addUser('Ann');
    ann.open();
    const send = async () => (await bot.call('sendMessage', { chat_id: ann.chat, text: 'x' })).parameters?.retry_after;
    expect([await send(), await send(), await send(), await send()]).toEqual([undefined, undefined, undefined, 1]);
    time.advance(500);
    expect(await send()).toBe(1);
    time.advance(500);
    expect([await send(), await send()]).toEqual([undefined, 1]);
  });

  test('a group takes twenty a minute', async () => {
    const time = manualTime();
    const { server, bot } = await openTelegramServer({
      time,
      rates: { perChatBurst: 99, perGroupMinute: 20, overallSecond: 99 },
    });
    const ann = server.addUser('Ann');
    const chat_id = server.addGroup('Flat', [ann]);
    server.addToGroup(chat_id, ann);
    const send = () => bot.call('sendMessage', { chat_id, text: 'x' });
    for (let n = 0; n < 20; n++) expect((await send()).ok).toBe(true);
    expect(await send()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
  });

  test('all chats together take thirty a second', async () => {
    const { server, bot } = await openTelegramServer({ time: manualTime() });
    const people = Array.from({ length: 31 }, () => server.addUser('P'));
    for (const person of people) person.open();
    const sent = await Promise.all(
      people.map((person) => bot.call('sendMessage', { chat_id: person.chat, text: 'x' })),
    );
    expect(sent.filter((answer) => answer.error_code === 429)).toHaveLength(1);
  });
});

describe('faults', () => {
  async function hit(fault: FaultKind) {
    const { server, bot } = await openTelegramServer({ rates: null });
    const ann = server.addUser('Ann');
    ann.open();
    server.faults.add({ method: 'sendMessage', after: 1, ...fault });
    const send = (signal?: AbortSignal) => bot.call('sendMessage', { chat_id: ann.chat, text: 'x' }, signal);
    await send();
    const hangUp = AbortSignal.timeout(100);
    const answer = await send(hangUp).catch((error: Error) => error.name);
    await send();
    return { answer, sent: server.transcript(ann.chat).length - 2 };
  }

  test.each<[string, FaultKind, unknown, number]>([
    ['429', { kind: 'too-many', retryAfter: 7 }, expect.objectContaining({ parameters: { retry_after: 7 } }), 0],
    ['a page of a proxy', { kind: 'status', status: 502 }, 'SyntaxError', 0],
    ['a connection dropped before', { kind: 'drop', when: 'before' }, 'TypeError', 0],
    ['a connection dropped after', { kind: 'drop', when: 'after' }, 'TypeError', 1],
    ['a stall before', { kind: 'stall', when: 'before' }, 'TimeoutError', 0],
    ['a stall after', { kind: 'stall', when: 'after' }, 'TimeoutError', 1],
    ['a late answer', { kind: 'slow', milliseconds: 5 }, expect.objectContaining({ ok: true }), 1],
    [
      'any refusal',
      { kind: 'refuse', code: 400, description: 'Bad Request: odd' },
      expect.objectContaining({ description: 'Bad Request: odd' }),
      0,
    ],
  ])('%s', async (_, fault, expected, count) => {
    const { answer, sent } = await hit(fault);
    expect(answer).toEqual(expected);
    expect(sent).toBe(count);
  });

  test('at random, as often as said', async () => {
    const { server, bot } = await openTelegramServer({ rates: null });
    let n = 0;
    server.faults.setRandom({
      methods: ['getMe'],
      share: 0.1,
      kinds: [{ kind: 'too-many', retryAfter: 1 }],
      random: () => (n++ % 10) / 10,
    });
    const answers = [];
    for (let count = 0; count < 30; count++) answers.push((await bot.call('getMe')).ok);
    expect(answers.filter((ok) => !ok)).toHaveLength(server.faults.hits);
    expect(server.faults.hits).toBeGreaterThan(1);
  });
});

test('runs as a process of its own', async () => {
  const main = new URL('./main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--fast', '100', '--no-rates'], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string);
  const order = async (value: object) => {
    child.stdin.write(`${JSON.stringify(value)}\n`);
    return await next();
  };
  const bot = createBotClient(await next());
  const { user } = await order({ do: 'addUser', name: 'Ann' });
  expect(await order({ do: 'send', user, text: 'coffee 3' })).toEqual({ message: 1 });
  await bot.call('sendMessage', { chat_id: user, text: 'Recorded.' });
  expect((await order({ do: 'transcript', chat: user })).messages).toMatchObject([
    { text: 'coffee 3' },
    { text: 'Recorded.' },
  ]);
  expect(await order({ do: 'dance' })).toMatchObject({ error: expect.stringContaining('there is no order dance') });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  expect(await ended).toBe(0);
});
