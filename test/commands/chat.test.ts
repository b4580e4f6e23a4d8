import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createClock } from '../../src/commands/open-house.ts';
import { openPostBox } from '../../src/commands/post-box.ts';
import { plainReply } from '../../src/conversation/message.ts';
import { createLog } from '../../src/log.ts';
import type { Database } from '../../src/store/database.ts';
import { postMessage } from '../../src/store/outbox.ts';
import { databases } from '../support/databases.ts';
import { ended, repliesOf, runPurser, startPurser } from './run-purser.ts';

const now = ['--now', '2026-06-15T12:00'];
const [sqlite] = databases;
const postBox = (database: Database) => openPostBox(database, { clock: createClock(), log: createLog('silent') });

test('plain lines in, plain replies out', async () => {
  const input = 'lunch 12.50\n/1\n\nwhat did I spend this month?\n';
  const { code, stdout, stderr } = await runPurser(['chat', ...now], { input });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [recorded, undone, sum, rest] = stdout.split('\n\n');
  expect(recorded).toMatch(/^Recorded lunch €12\.50 .*\n\[\/1 Undo\] \[\/2 Edit\]$/);
  expect(undone).toMatch(/^Undone: .*\n\[\/1 Redo\]$/);
  expect(sum).toContain('Nothing recorded');
  expect(rest).toBe('');
});

test('without any command it serves, which means to chat with lines that are piped in', async () => {
  const { code, stdout } = await runPurser(now, { input: 'coffee 3\n' });
  expect(code).toBe(0);
  expect(stdout).toContain('Recorded coffee €3.00');
});

test('nobody to serve: one line, and 1', async () => {
  const child = startPurser(['serve'], { stdin: 'ignore' });
  const { code, stdout, stderr } = await ended(child);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^purser: There is nobody to serve: no channel is configured.*\n$/);
});

test('options stand in for what people chose not', async () => {
  const options = [
    '--currency',
    'usd',
    '--language',
    'de',
    '--timezone',
    'Asia/Tokyo',
    '--now',
    '2026-06-15T20:00:00Z',
  ];
  const run = await runPurser(['chat', '--json', ...options], { input: 'lunch 12\n' });
  const [{ text, tools }] = repliesOf(run);
  expect(text).toMatch(/12,00\s\$/);
  expect(tools[0].result.recorded[0].date).toBe('2026-06-16');
});

test.each(databases)('--json on $name: recording, editing, pressing, two users, the same id twice', async (each) => {
  const { url } = await each.openTestDatabase();
  const say = async (...lines: object[]) =>
    repliesOf(
      await runPurser(['chat', '--json', '--db', url, ...now], {
        input: lines.map((line) => JSON.stringify(line)).join('\n'),
      }),
    );
  const first = await say(
    { id: 'a', text: 'lunch 12' },
    { id: 'a', text: 'lunch 12' },
    { edit: 'a', text: 'lunch 15' },
    { user: 'bob', text: 'what did I spend this month?' },
    { text: 'what did I spend this month?' },
  );
  const texts = Object.fromEntries(first.map(({ n, text }) => [n, text]));
  expect(texts[2]).toBe(texts[1]);
  expect(texts[3]).toContain('12.00 · dining → lunch €15.00');
  expect(texts[4]).toContain('Nothing recorded');
  expect(texts[5]).toContain('€15.00');
  expect(first.filter(({ n }) => n !== 4).map(({ n }) => n)).toEqual([1, 2, 3, 5]);

  const undo = first.find(({ n }) => n === 3).buttons[0].id;
  const [again, pressed] = await say({ id: 'a', text: 'lunch 12' }, { press: undo });
  expect(again.text).toBe(texts[1]);
  expect(pressed.text).toContain('12.00');
});

test('a reader that leaves early ends it quietly; what it has not seen is kept for the next time', async () => {
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  const child = startPurser(['chat', '--json', '--db', database.url]);
  const run = ended(child);
  child.stdin.on('error', () => {});
  child.stdin.write('coffee 1\n');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  for (let n = 2; n <= 20; n++) child.stdin.write(`coffee ${n}\n`);
  child.stdin.end();
  expect(await run).toMatchObject({ code: 0, stderr: '' });
  const { replies, older } = await postBox(database).take('terminal:you');
  expect(replies.length).toBeGreaterThan(0);
  expect(replies[0]?.said).toMatch(/^coffee \d+$/);
  expect(replies.length + older).toBeLessThan(20);
});

test('a note that came meanwhile is told at the next start, as an answer to nothing', async () => {
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  const run = startPurser(['chat', '--json', '--db', database.url]);
  run.stdin.end('link\n');
  await ended(run);
  const [turn] = await database.client.turn.findMany();
  if (!turn) throw new Error('nothing was said');
  await database.transaction((tx) => postMessage(tx, turn, JSON.stringify(plainReply('It was used.')), new Date(0)));
  const opened = postBox(database);
  const { replies } = await opened.take('terminal:you');
  expect(replies).toMatchObject([{ said: null, answered: { turnId: turn.id, reply: { text: 'It was used.' } } }]);
  // Taken, it is not shown again, neither before it is marked nor after that.
  expect((await opened.take('terminal:you')).replies).toEqual([]);
  await replies[0]?.markShown();
  expect(await database.client.outbox.findMany({ where: { reply: { not: null } } })).toMatchObject([{ state: 'sent' }]);
});

test.each([
  ['SIGTERM', 0],
  ['SIGINT', 130],
] as const)('%s: answers what it has read, closes, and ends with %i', async (signal, code) => {
  const child = startPurser(['chat', '--json']);
  const run = ended(child);
  child.stdin.write('coffee 1\n');
  await once(child.stdout, 'data');
  child.kill(signal);
  const result = await run;
  expect(result).toMatchObject({ code, stderr: '' });
  expect(repliesOf(result)).toHaveLength(1);
});
