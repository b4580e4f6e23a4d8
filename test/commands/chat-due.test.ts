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

test('what came due by --now is said before the next answer in its chat, once, in JSON and in plain lines', async () => {
  const { url } = await openSqlite();
  const digest = { text: 'daily digest at 9' };
  const before = [{ text: 'lunch 12.50' }, digest, { user: 'bob', text: 'taxi 8' }, { user: 'bob', ...digest }];
  await chat(url, '2026-06-15T12:00', before, '--json');

  const lines = [
    { user: 'bob', text: 'coffee 2' },
    { user: 'bob', text: 'coffee 4' },
  ];
  const replies = repliesOf(await chat(url, '2026-06-16T09:00', lines, '--json'));
  expect(replies).toMatchObject([
    { unasked: true, chat: 'bob', text: expect.stringContaining('Yesterday you spent €8.00'), buttons: [], files: [] },
    { n: 1 },
    { n: 2 },
  ]);
  expect(replies[0].images).toMatchObject([{ file: expect.stringMatching(/\.png$/) }]);

  // A command means the buttons of the answer before it.
  const { stdout } = await chat(url, '2026-06-16T09:30', ['taxi 8', '/undo']);
  expect(stdout).toMatch(/^Yesterday you spent €12\.50[\s\S]*\n\nRecorded taxi[\s\S]*\n\nUndone: taxi/);
});

test('three chats on one SQLite file at once: everything that is due runs once, and is shown once', async () => {
  const database = await openSqlite();
  const people = Array.from({ length: 4 }, (_, index) => `p${index}`);
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
