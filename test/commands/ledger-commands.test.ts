import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { newFolder, repliesOf, runPurser } from './run-purser.ts';

test.each(databases)('migrate on $name applies what is missing, and then nothing', async ({ openBareDatabase }) => {
  const { url } = await openBareDatabase();
  const first = await runPurser(['migrate', '--db', url]);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^(Applied \d{14}_\w+\.\n)+$/);
  expect(await runPurser(['migrate', '--db', url])).toEqual({
    code: 0,
    stdout: 'Nothing to do: the database is up to date.\n',
    stderr: '',
  });
});

test.each(databases)('demo on $name fills a ledger that can be asked at once', async ({ openTestDatabase }) => {
  const { url, client } = await openTestDatabase();
  const now = ['--now', '2026-06-15T12:00', '--db', url];
  const filled = await runPurser(['demo', ...now]);
  expect(filled).toMatchObject({ code: 0, stderr: '' });
  expect(filled.stdout).toMatch(/^Filled the ledger of you with [\d,]{4,} made-up entries in EUR, GBP, JPY /);

  expect(await client.entry.count({ where: { homeMinor: null } })).toBe(0);
  const foreign = await client.dayTotal.aggregate({
    where: { currency: 'GBP' },
    _sum: { minor: true, homeMinor: true },
  });
  expect(Number(foreign._sum.homeMinor) / Number(foreign._sum.minor)).toBeCloseTo(1.15, 3);

  const input = 'how am I doing this month?\nwhat did I spend on groceries in May?\n';
  const [status, sum] = repliesOf(await runPurser(['chat', '--json', ...now], { input }));
  expect(status.text).toMatch(/Groceries this month: €[\d.]+ of €300\.00/);
  expect(sum.text).toMatch(/You spent €\d+\.\d\d .*on groceries last month/);
});

test('demo leaves a ledger with entries alone, unless it is told not to', async () => {
  const folder = newFolder();
  await runPurser(['chat'], { folder, input: 'coffee 3\n' });
  const refused = await runPurser(['demo'], { folder });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^purser: The ledger of you already has 1 entry.* --force.*\n$/);
  const forced = await runPurser(['demo', '--force', '--seed', '2'], { folder });
  expect(forced).toMatchObject({ code: 0, stderr: '' });
});

const coffee = { now: '2026-06-15T12:00:00', currency: 'EUR', timezone: 'Europe/Berlin', lang: 'en' };
const cases = [
  { ...coffee, id: 'record', text: 'coffee 3', tags: ['record'], expect: { records: [{ amount: '3.00' }] } },
  {
    ...coffee,
    id: 'ask',
    text: 'what did I spend this month?',
    tags: ['ask'],
    expect: { tools: ['spending_summary'], writes: false },
  },
  { ...coffee, id: 'miss', text: 'coffee 3', tags: ['record'], expect: { records: [{ amount: '4.00' }] } },
];

test('eval tells misses and passes by tag, and with --json ends with an object', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'cases.jsonl'), cases.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const [table, json] = await Promise.all([
    runPurser(['eval', 'cases.jsonl', '--model', 'offline'], { folder }),
    runPurser(['eval', 'cases.jsonl', '--model', 'offline', '--json', '--repeat', '2', '--parallel', '2'], { folder }),
  ]);
  expect(table).toMatchObject({ code: 0, stderr: '' });
  expect(table.stdout).toMatch(/^MISS miss {2}"coffee 3"\n/);
  expect(table.stdout).toMatch(/record +1 of 2\nall +2 of 3\n/);
  expect(json.code).toBe(0);
  expect(JSON.parse(json.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    cases: 3,
    passed: 2,
    byTag: { record: { cases: 2, passed: 1 }, ask: { cases: 1, passed: 1 } },
    msPerCase: expect.any(Number),
    repeat: 2,
  });
});
