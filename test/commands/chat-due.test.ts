/** What happens by itself, in the processes that chats are in. */

import { expect, test } from 'vitest';
import { createClock } from '../../src/commands/open-house.ts';
import { openPostBox } from '../../src/commands/post-box.ts';
import { createLog } from '../../src/log.ts';
import { databases } from '../support/databases.ts';
import { repliesOf, runPurser } from './run-purser.ts';

const [sqlite] = databases;
const openSqlite = () => (sqlite as (typeof databases)[number]).openTestDatabase();

const chat = (url: string, now: string, lines: readonly (string | object)[], ...more: string[]) =>
  runPurser(['chat', ...more, '--db', url, '--now', now], {
    input: lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  });

test('a digest that came due is said first, to its own person, once; with --now by that clock', async () => {
  const { url } = await openSqlite();
  const before = [{ text: 'lunch 12.50' }, { text: 'daily digest at 9' }, { user: 'bob', text: 'taxi 8' }];
  await chat(url, '2026-06-15T12:00', before, '--json');
  const early = repliesOf(await chat(url, '2026-06-16T08:59', [{ text: 'coffee 3' }], '--json'));
  expect(early).toMatchObject([{ n: 1, text: expect.stringContaining('Recorded coffee') }]);

  const lines = [{ user: 'bob', text: 'coffee 2' }, { text: 'coffee 4' }, { text: 'coffee 5' }];
  const replies = repliesOf(await chat(url, '2026-06-16T09:00', lines, '--json'));
  const [digest, ...others] = replies.filter(({ unasked }) => unasked);
  expect(others).toEqual([]);
  expect(digest).toMatchObject({ unasked: true, chat: 'you', buttons: [], files: [] });
  expect(digest.text).toContain('Yesterday you spent €12.50');
  expect(digest.images).toMatchObject([{ file: expect.stringMatching(/\.png$/) }]);
  // Right before the first answer in that chat.
  expect(replies.indexOf(digest)).toBeLessThan(replies.findIndex(({ n }) => n === 2));
  const again = repliesOf(await chat(url, '2026-06-16T09:05', [{ text: 'coffee 6' }], '--json'));
  expect(again).toMatchObject([{ n: 1 }]);
});

test('plain lines: it stands before the answer, and a button of the screen before it keeps its meaning', async () => {
  const { url } = await openSqlite();
  await chat(url, '2026-06-15T12:00', ['lunch 12.50', 'daily digest at 9']);
  const { stdout } = await chat(url, '2026-06-16T09:30', ['taxi 8', '/undo']);
  expect(stdout).toMatch(/^Yesterday you spent €12\.50[\s\S]*\n\nRecorded taxi[\s\S]*\n\nUndone: taxi/);
});

test('three chats on one SQLite file at once: everything that is due runs once, and is shown once', async () => {
  const database = await openSqlite();
  const people = Array.from({ length: 6 }, (_, index) => `p${index}`);
  const setUp = people.flatMap((user) => [
    { user, text: 'lunch 12.50' },
    { user, text: 'daily digest at 9' },
  ]);
  await chat(database.url, '2026-06-15T12:00', setUp, '--json');
  const lines = people.map((user) => ({ user, text: 'what did I spend?' }));
  const runs = await Promise.all([0, 1, 2].map(() => chat(database.url, '2026-06-16T09:30', lines, '--json')));
  for (const { code, stderr } of runs) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const told = await database.client.notice.findMany({ where: { rule: 'digest', state: 'told' } });
  expect(told).toHaveLength(people.length);
  const shown = runs.flatMap(repliesOf).filter(({ unasked }) => unasked);
  expect(new Set(shown.map((each) => each.chat)).size).toBe(shown.length);
  // Whatever came after the line of its person waits for their next one.
  const postBox = openPostBox(database, { clock: createClock(), log: createLog('silent') });
  const waiting = [];
  for (const user of people) waiting.push(...(await postBox.take(`terminal:${user}`)).replies);
  expect(shown.length + waiting.length).toBe(people.length);
});
