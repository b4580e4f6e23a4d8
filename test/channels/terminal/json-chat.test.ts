import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chatInJson } from '../../../src/channels/terminal/json-chat.ts';
import { barChart, fakeHouse, type Script, undoButtons } from './fake-house.ts';

interface Options {
  readonly script?: Script;
  /** The error that a write of this number ends with, counted from 0. */
  readonly failing?: (write: number) => Error | null;
  readonly saveChart?: () => Promise<string>;
}

/** The replies to the lines, strings as they are and objects as JSON. */
async function chatWith(lines: Iterable<string | object>, { script, failing, saveChart }: Options = {}) {
  const house = fakeHouse(script);
  const text = [...lines].map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const written: string[] = [];
  let writes = 0;
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      const error = failing?.(writes++) ?? null;
      if (!error) written.push(chunk);
      done(error);
    },
  });
  output.on('error', () => {});
  await chatInJson({
    ...house,
    attachments: { ...house.attachments, ...(saveChart ? { saveChart } : {}) },
    input: Readable.from([text]),
    output,
    onSent: house.onShown,
    run: 'run',
    stopwatch: () => performance.now(),
  });
  for (const line of written) expect(line).toMatch(/^\{.*\}\n$/);
  return { ...house, replies: written.map((line) => JSON.parse(line)) };
}

test('a reply has the line, text, buttons, pictures, files, tools, model and time', async () => {
  const tools = [{ name: 'spending_summary', args: {}, result: {} }];
  const files = [{ name: 'all.csv', type: 'text/csv', text: 'a' }];
  const { replies, shown } = await chatWith(['sum'], {
    script: () => ({ buttons: undoButtons, charts: [barChart], files, tools, model: 'offline' }),
  });
  expect(replies).toEqual([
    {
      n: 1,
      text: 'You said sum.',
      buttons: undoButtons,
      images: [{ file: '/charts/Groceries.png', alt: 'Groceries by month' }],
      files: ['/files/all.csv'],
      tools,
      model: 'offline',
      ms: expect.any(Number),
    },
  ]);
  expect(shown).toEqual(['turn 1']);
});

test('a chart that can not be drawn does not keep the reply back', async () => {
  const { replies } = await chatWith(['sum'], {
    script: () => ({ charts: [barChart] }),
    saveChart: () => Promise.reject(new Error('no space')),
  });
  expect(replies).toMatchObject([{ text: 'You said sum.', images: [] }]);
});

test('the same id is handled once and answered alike each time', async () => {
  const line = { id: 'a', text: 'lunch 12' };
  const { replies, messages } = await chatWith([line, line, { ...line, id: 'b' }]);
  expect(replies.map(({ n, id }) => [n, id])).toEqual([
    [1, 'a'],
    [2, 'a'],
    [3, 'b'],
  ]);
  expect(messages.map(({ key }) => key)).toEqual(['terminal:you:a', 'terminal:you:b']);
});

test('edits name an earlier line by its number or its id; replies do too', async () => {
  const { replies, messages } = await chatWith([
    'lunch 12',
    { id: 'x', text: 'taxi 8' },
    { edit: 1, text: 'lunch 15' },
    { edit: 'x', text: 'taxi 9' },
    { replyTo: 'x', text: 'it was 10' },
    { edit: 77, text: 'nothing' },
    { replyTo: 77, text: 'nothing' },
  ]);
  expect(messages.slice(2).map(({ content }) => content)).toEqual([
    { kind: 'edit', text: 'lunch 15', edits: 'terminal:you:run.1' },
    { kind: 'edit', text: 'taxi 9', edits: 'terminal:you:x' },
    { kind: 'message', text: 'it was 10', replyTo: 'terminal:you:x' },
  ]);
  expect(replies.slice(-2).map(({ n, text }) => [n, text])).toEqual([
    [6, 'There is no earlier line 77 to edit.'],
    [7, 'There is no earlier line 77.'],
  ]);
});

test('presses a button', async () => {
  const { messages } = await chatWith([{ press: 'undo:7' }]);
  expect(messages[0]?.content).toEqual({ kind: 'press', button: 'undo:7' });
});

test('users have conversations of their own, unless they share a chat', async () => {
  const { messages } = await chatWith([
    { user: 'ann', text: 'a' },
    { user: 'bob', text: 'b' },
    { user: 'bob', chat: 'home', text: 'c' },
  ]);
  expect(messages.map(({ sender, conversation }) => `${sender} ${conversation}`)).toEqual([
    'ann terminal:ann',
    'bob terminal:bob',
    'bob terminal:home',
  ]);
});

test.each(['{"text":', '{not json}', '[1]', '"text"', '', '\u{1f355} ٢٠'])('%j is a plain text', async (line) => {
  const { messages } = await chatWith([line]);
  expect(messages[0]?.content).toEqual({ kind: 'message', text: line });
});

test('an object without anything to say is told so', async () => {
  const { replies, messages } = await chatWith([{ id: 'a' }]);
  expect(messages).toEqual([]);
  expect(replies).toMatchObject([{ n: 1, text: 'A line needs "text", "press", or "edit" with "text".' }]);
});

test('replies of one conversation keep the order of its lines, also when an early picture takes its time', async () => {
  const { replies } = await chatWith(['chart', 'two', { user: 'bob', text: 'three' }], {
    script: ({ content }) => (content.kind === 'message' && content.text === 'chart' ? { charts: [barChart] } : {}),
    saveChart: () => sleep(30, '/slow.png'),
  });
  expect(replies.map(({ n }) => n)).toEqual([3, 1, 2]);
});

test('a message that fails has a reply as well, and the others are answered', async () => {
  const { replies } = await chatWith(['bad', 'good'], {
    script: ({ content }) => {
      if (content.kind === 'message' && content.text === 'bad') throw new Error('no');
      return {};
    },
  });
  expect(replies.map(({ n, text }) => [n, text])).toEqual([
    [1, expect.stringContaining('Something went wrong')],
    [2, 'You said good.'],
  ]);
});

test('a reader that leaves ends the chat without a word; other faults of the output are told', async () => {
  const failsAt = (code: string) => (write: number) => (write === 2 ? Object.assign(new Error(code), { code }) : null);
  const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`);
  const { replies, shown } = await chatWith(lines, { failing: failsAt('EPIPE') });
  expect(replies).toHaveLength(2);
  expect(shown).toHaveLength(2);
  await expect(chatWith(lines, { failing: failsAt('ENOSPC') })).rejects.toThrow('ENOSPC');
});

test('10,000 lines', async () => {
  const started = performance.now();
  const { replies } = await chatWith(Array.from({ length: 10_000 }, (_, index) => `line ${index + 1}`));
  expect(replies.map(({ n }) => n)).toEqual(Array.from({ length: 10_000 }, (_, index) => index + 1));
  expect(performance.now() - started).toBeLessThan(5_000);
});
