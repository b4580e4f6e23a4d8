import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { PlatformError } from '../src/errors.ts';
import { createLog, strikeSecrets } from '../src/log.ts';
import { databases } from './support/databases.ts';
import { call, openTestHouse, scripted } from './support/house.ts';

test.each([
  ['https://api.telegram.org/bot123456:AAE-x_9/sendMessage', 'https://api.telegram.org/[secret]/sendMessage'],
  ['token xoxb-12-34-abC and xapp-1-A-2', 'token [secret] and [secret]'],
  ['xoxp-1 xoxe-2', '[secret] [secret]'],
  ['Incorrect API key provided: sk-proj-a_B-9.', 'Incorrect API key provided: [secret].'],
  // A Discord token: an id, a time and a signature, each in base 64. Made up.
  [`Bot ${'M'.repeat(24)}.GabcDe.${'x-_9'.repeat(7)} refused`, 'Bot [secret] refused'],
  ['mysql://purser:pa55word@db:3306/purser', 'mysql://purser:[secret]@db:3306/purser'],
  ['mysql://purser:p@55:w@db/purser', 'mysql://purser:[secret]@db/purser'],
  ['mariadb://:only@db/x', 'mariadb://:[secret]@db/x'],
  ['http://localhost:3000/a@b', 'http://localhost:3000/a@b'],
  ['lunch 12.50 at 12:30, desk-lamp, mail ann@example.org', 'lunch 12.50 at 12:30, desk-lamp, mail ann@example.org'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(strikeSecrets(text)).toBe(written);
});

function capture(level: string) {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines };
}

describe('a line', () => {
  test('is JSON with its level, time, facts and text, and nothing about the machine', () => {
    const { log, lines } = capture('info');
    log.info({ turn: 't1', retryInMs: 250 }, 'the database is away');
    const { time, ...rest } = JSON.parse(lines.join('')) as Record<string, unknown>;
    expect(rest).toEqual({ level: 'info', turn: 't1', retryInMs: 250, msg: 'the database is away' });
    expect(time).toEqual(expect.any(Number));
  });

  test('has an error with its secrets struck out, from the stack too', () => {
    const { log, lines } = capture('warn');
    log.warn({ err: new PlatformError('mysql://a:hunter2@db is down') }, 'away');
    const { err } = JSON.parse(lines.join('')) as { err: Record<string, string> };
    expect(err).toMatchObject({ type: 'PlatformError', message: 'mysql://a:[secret]@db is down' });
    expect(err.stack).toContain('log.test.ts');
    expect(lines.join('')).not.toContain('hunter2');
  });

  test.each([
    ['sk-abc is wrong', '[secret] is wrong'],
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
  ])('takes %j, which somebody threw, for an error', (thrown, message) => {
    const { log, lines } = capture('warn');
    log.error({ err: thrown }, 'odd');
    // pino leaves out what is undefined.
    if (thrown !== undefined) expect(JSON.parse(lines.join('')).err).toEqual({ message });
  });

  test('below the level is not written', () => {
    const { log, lines } = capture('warn');
    log.info('a');
    log.debug('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['c', 'd']);
  });
});

describe.each(databases)('whole turns on $name', ({ name, openTestDatabase }) => {
  test('never log what people write, whatever goes wrong', async () => {
    const database = await openTestDatabase();
    const model = scripted((text) => {
      if (text.startsWith('crash')) throw new Error('the model crashed');
      return call('record_entries', {
        entries: [{ kind: 'expense', amount: '66.60', merchant: 'Zanzibar', note: text }],
      });
    });
    const away = { ...model, name: 'connected', answer: () => Promise.reject(new PlatformError('429 from the model')) };
    const chat = openTestHouse(database, { model, connected: { model: away, prices: null, monthlyLimitMicros: null } });
    const { log, lines } = capture(readConfig({}, {}).logLevel);
    Object.assign(chat.house, { log });

    expect((await chat.say('hippopotamus 66.60')).text).toContain('Recorded');
    expect((await chat.say('crash hippopotamus')).text).toContain('Something went wrong');
    // A database that refuses the row, with the row in its hands.
    await database.client.$executeRawUnsafe(
      name === 'sqlite'
        ? "CREATE TRIGGER refuse BEFORE INSERT ON Entry BEGIN SELECT RAISE(ABORT, 'refused'); END"
        : "CREATE TRIGGER refuse BEFORE INSERT ON `Entry` FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused'",
    );
    try {
      expect((await chat.say('hippopotamus again')).text).toContain('Something went wrong');
    } finally {
      await database.client.$executeRawUnsafe('DROP TRIGGER refuse');
    }
    expect(lines.filter((line) => line.includes('a turn failed')).length).toBeGreaterThanOrEqual(2);
    expect(lines.join('')).toContain('the model crashed');
    for (const word of ['hippopotamus', 'Zanzibar', '66.60', '6660']) expect(lines.join('')).not.toContain(word);
  });
});
