import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { newFolder, runPurser } from './run-purser.ts';

test.each(['serve', 'chat', 'migrate', 'eval', 'demo', 'rates'])(
  '%s --help says what it does, with examples',
  async (name) => {
    const { code, stdout, stderr } = await runPurser([name, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: purser ${name}`);
    expect(stdout).toContain(`Examples:\n  purser ${name}`);
  },
);

test('--help lists every command, --version the version', async () => {
  const [help, version] = await Promise.all([runPurser(['--help']), runPurser(['--version'])]);
  for (const name of ['serve', 'chat', 'migrate', 'eval', 'demo', 'rates']) expect(help.stdout).toMatch(`\n  ${name} `);
  expect(version).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('runs the same through the bin of the package', async () => {
  const script = 'bin/purser.js';
  const [version, wrong] = await Promise.all([
    runPurser(['--version'], { script }),
    runPurser(['frobnicate'], { script }),
  ]);
  expect(version).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  expect(wrong.code).toBe(2);
});

const wrongUsages: [string[], string][] = [
  [['frobnicate'], 'error: There is no command "frobnicate". See purser --help.'],
  [['chat', '--frobnicate'], "error: unknown option '--frobnicate'"],
  [['eval'], "error: missing required argument 'file'"],
  [['eval', 'nowhere.jsonl'], 'purser: nowhere.jsonl can not be read. Name a file of one JSON case a line.'],
  [['eval', 'x', '--repeat', '0'], "option '--repeat <k>' argument '0' is invalid. It takes a whole number from 1."],
  [['chat', '--currency', 'ZZZ'], 'purser: The option --currency is wrong. It takes an ISO 4217 code such as EUR.'],
  [['chat', '--now', 'later'], 'purser: --now later is not a time. Write it like 2026-11-21T12:00:00Z.'],
  [['migrate', '--db', 'purser.db'], 'purser: The option --db is wrong. It takes file:PATH, or mysql://USER:PASSWORD@'],
];

test.each(wrongUsages)('%j ends with 2 and one line', async (args, line) => {
  const { code, stdout, stderr } = await runPurser(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(line);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a wrong setting is named with its legal values, and never told', async () => {
  const environment = { LOG_LEVEL: 'hush-hush', OPENAI_API_KEY: 'sk-secret' };
  const { code, stdout, stderr } = await runPurser(['chat'], { environment, input: 'lunch 12\n' });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('purser: The setting LOG_LEVEL is wrong. It takes one of silent, error, warn, info, debug.\n');
});

test('settings are read from .env, after those of the environment', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=hush\nPURSER_CURRENCY=none\n');
  const fromFile = await runPurser(['chat'], { folder });
  expect(fromFile.stderr).toContain('PURSER_CURRENCY');
  const overridden = await runPurser(['chat'], { folder, environment: { PURSER_CURRENCY: 'USD' } });
  expect(overridden.stderr).toContain('LOG_LEVEL');
});

test('a database that can not be opened ends it with 1 and one line', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'text.db'), 'not a database, '.repeat(1000));
  const { code, stdout, stderr } = await runPurser(['chat', '--db', 'file:text.db'], { folder, input: 'hi\n' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^purser: text\.db is not a SQLite database.*\n$/);
});
