import { describe, expect, test } from 'vitest';
import { type Environment, readConfig } from '../src/config.ts';
import { InputError } from '../src/errors.ts';

const read = (environment: Environment) => readConfig({}, environment);

function faultOf(environment: Environment): string {
  try {
    return `no fault: ${JSON.stringify(read(environment))}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

test('with no setting at all: embedded database, no model, charts drawn here', () => {
  expect(read({})).toEqual({
    databaseUrl: 'file:./data/purser.db',
    readerUrls: null,
    dataFolder: './data',
    roles: ['http', 'gateway', 'scheduler'],
    defaults: {
      currency: 'EUR',
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: 'en',
      firstDayOfWeek: 1,
    },
    model: null,
    charts: { renderer: 'local', quickchartUrl: null },
    logLevel: 'warn',
    isTest: false,
    channels: { slack: null, discord: null, telegram: null },
    mail: null,
    http: { host: '127.0.0.1', port: null },
  });
});

test('every setting reaches its place', () => {
  const config = read({
    DATABASE_URL: 'mysql://u:p@db:3306/purser',
    PURSER_DATA_DIR: '/var/purser',
    PURSER_ROLES: 'scheduler, http',
    PURSER_CURRENCY: 'JPY',
    PURSER_TIMEZONE: 'Asia/Tokyo',
    PURSER_LANGUAGE: 'pt',
    PURSER_FIRST_DAY_OF_WEEK: '7',
    OPENAI_API_KEY: 'sk-1',
    OPENAI_BASE_URL: 'http://localhost:11434/v1',
    PURSER_MODEL: 'qwen3',
    PURSER_MODEL_PRICE_INPUT: '0.40',
    PURSER_MODEL_PRICE_CACHED_INPUT: '0.10',
    PURSER_MODEL_PRICE_OUTPUT: '1.60',
    PURSER_MONTHLY_COST_LIMIT: '5',
    CHART_RENDERER: 'quickchart',
    QUICKCHART_URL: 'https://charts.example',
    LOG_LEVEL: 'debug',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 'signed',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    PURSER_READER_URL: 'mysql://r1:p@db:3306/purser mysql://r2:p@db:3306/purser',
    DISCORD_TOKEN: 'discord-1',
    DISCORD_API_URL: 'http://127.0.0.1:2/api',
    TELEGRAM_TOKEN: '12:AB',
    TELEGRAM_WEBHOOK_URL: 'https://purser.example/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'hook_1',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:3',
    PURSER_SMTP_URL: 'smtps://me:p%40ss@mail.example.org:465',
    PURSER_MAIL_FROM: 'Our Purser <Purser@Bücher.example>',
    PURSER_HTTP_HOST: '0.0.0.0',
    PURSER_HTTP_PORT: '9000',
    LANG: 'de_DE.UTF-8',
  });
  expect(config).toEqual({
    databaseUrl: 'mysql://u:p@db:3306/purser',
    readerUrls: 'mysql://r1:p@db:3306/purser mysql://r2:p@db:3306/purser',
    dataFolder: '/var/purser',
    roles: ['http', 'scheduler'],
    defaults: { currency: 'JPY', timezone: 'Asia/Tokyo', language: 'pt', firstDayOfWeek: 7 },
    model: {
      name: 'qwen3',
      apiKey: 'sk-1',
      baseUrl: 'http://localhost:11434/v1',
      prices: { input: '0.40', cachedInput: '0.10', output: '1.60' },
      monthlyCostLimit: '5',
    },
    charts: { renderer: 'quickchart', quickchartUrl: 'https://charts.example' },
    logLevel: 'debug',
    isTest: false,
    channels: {
      slack: { botToken: 'xoxb-1', signingSecret: 'signed', appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:1/api/' },
      discord: { token: 'discord-1', apiUrl: 'http://127.0.0.1:2/api' },
      telegram: {
        token: '12:AB',
        webhook: { url: 'https://purser.example/telegram', secret: 'hook_1' },
        apiRoot: 'http://127.0.0.1:3',
      },
    },
    mail: {
      smtpUrl: 'smtps://me:p%40ss@mail.example.org:465',
      from: { name: 'Our Purser', address: 'purser@xn--bcher-kva.example' },
    },
    http: { host: '0.0.0.0', port: 9000 },
  });
});

describe('a malformed setting is named with what it takes, in one line', () => {
  test.each([
    [{ DATABASE_URL: 'postgres://h/d' }, /DATABASE_URL .*file:PATH, or mysql:\/\/USER:PASSWORD@HOST:PORT\/NAME/],
    [{ DATABASE_URL: 'file:' }, /DATABASE_URL .*file:PATH/],
    [{ PURSER_CURRENCY: 'euro' }, /PURSER_CURRENCY .*ISO 4217 code such as EUR/],
    [{ PURSER_TIMEZONE: 'Berlin' }, /PURSER_TIMEZONE .*IANA time zone such as Europe\/Berlin/],
    [{ PURSER_LANGUAGE: 'it' }, /PURSER_LANGUAGE .*en, es, de, fr, pt/],
    [{ PURSER_ROLES: 'web' }, /PURSER_ROLES .*one or more of http, gateway, scheduler/],
    [{ PURSER_ROLES: 'http,' }, /PURSER_ROLES .*one or more of http, gateway, scheduler/],
    [{ PURSER_FIRST_DAY_OF_WEEK: '0' }, /PURSER_FIRST_DAY_OF_WEEK .*1 \(Monday\) to 7 \(Sunday\)/],
    [{ PURSER_FIRST_DAY_OF_WEEK: 'Sunday' }, /PURSER_FIRST_DAY_OF_WEEK .*1 \(Monday\) to 7 \(Sunday\)/],
    [{ OPENAI_BASE_URL: 'localhost:11434' }, /OPENAI_BASE_URL .*http or https address/],
    [{ OPENAI_BASE_URL: 'ftp://host' }, /OPENAI_BASE_URL .*http or https address/],
    [{ PURSER_MODEL_PRICE_INPUT: '$0.40' }, /PURSER_MODEL_PRICE_INPUT .*a number such as 0\.40/],
    [{ PURSER_MODEL_PRICE_CACHED_INPUT: '0,40' }, /PURSER_MODEL_PRICE_CACHED_INPUT .*a number such as 0\.40/],
    [{ PURSER_MODEL_PRICE_OUTPUT: '-1' }, /PURSER_MODEL_PRICE_OUTPUT .*a number such as 0\.40/],
    [{ PURSER_MONTHLY_COST_LIMIT: 'ten' }, /PURSER_MONTHLY_COST_LIMIT .*a number such as 0\.40/],
    [{ CHART_RENDERER: 'gd' }, /CHART_RENDERER .*local or quickchart/],
    [{ CHART_RENDERER: 'quickchart' }, /CHART_RENDERER=quickchart needs QUICKCHART_URL/],
    [{ QUICKCHART_URL: 'charts' }, /QUICKCHART_URL .*http or https address/],
    ...[
      'mail.example.org',
      'http://h',
      'smtp://',
      'smtp://user@h',
      'smtp://u:p@ss@h',
      'smtp://u:%zz@h',
      'smtp://h:x',
    ].map((url) => [{ PURSER_SMTP_URL: url }, /PURSER_SMTP_URL .*smtp:\/\/USER:PASSWORD@HOST:PORT/] as const),
    ...['purser', 'purser@localhost', 'a@b.org, c@d.org', 'P <a@b.org> x', 'P\nBcc: <a@b.org>'].map(
      (from) => [{ PURSER_MAIL_FROM: from }, /PURSER_MAIL_FROM .*purser@example\.org/] as const,
    ),
    [{ PURSER_SMTP_URL: 'smtp://h' }, /PURSER_SMTP_URL and PURSER_MAIL_FROM go together/],
    [{ PURSER_MAIL_FROM: 'a@b.org' }, /PURSER_SMTP_URL and PURSER_MAIL_FROM go together/],
    [{ SLACK_BOT_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN .*xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET/],
    [{ SLACK_SIGNING_SECRET: 's' }, /Slack needs SLACK_BOT_TOKEN/],
    [{ SLACK_APP_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN .*xapp-/],
    [{ TELEGRAM_TOKEN: 'nonsense' }, /TELEGRAM_TOKEN .*BotFather/],
    [{ TELEGRAM_WEBHOOK_URL: 'https://x.example' }, /TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET go together/],
    [{ TELEGRAM_WEBHOOK_SECRET: 'no spaces!' }, /TELEGRAM_WEBHOOK_SECRET .*letters, digits/],
    [{ PURSER_HTTP_PORT: 'eighty' }, /PURSER_HTTP_PORT .*a port number/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL .*silent, error, warn, info, debug/],
    // A limit that no price ever reaches would not limit anything.
    [{ PURSER_MONTHLY_COST_LIMIT: '5' }, /PURSER_MONTHLY_COST_LIMIT needs .*PRICE_INPUT .*PRICE_OUTPUT/],
    [{ PURSER_MODEL_PRICE_INPUT: '0.40' }, /PURSER_MODEL_PRICE_INPUT needs .*PRICE_OUTPUT/],
    [{ PURSER_MODEL_PRICE_CACHED_INPUT: '0.40' }, /PURSER_MODEL_PRICE_CACHED_INPUT needs/],
  ] as [Environment, RegExp][])('%o', (environment, sentence) => {
    const fault = faultOf(environment);
    expect(fault).toMatch(sentence);
    expect(fault).not.toContain('\n');
    expect(fault).not.toMatch(/^no fault/);
  });

  test('and no value is repeated, for it may be a secret', () => {
    const secret = 'hunter2-';
    const wrong = [
      'TELEGRAM_TOKEN',
      'SLACK_BOT_TOKEN',
      'DATABASE_URL',
      'OPENAI_BASE_URL',
      'PURSER_MODEL_PRICE_INPUT',
      'QUICKCHART_URL',
      'LOG_LEVEL',
    ];
    for (const name of wrong) {
      const fault = faultOf({ OPENAI_API_KEY: 'sk-hunter2-', [name]: `postgres://user:${secret}@host` });
      expect(fault).toContain(name);
      expect(fault).not.toContain(secret);
    }
  });
});

test.each([
  ['de_DE.UTF-8', 'de', 'EUR'],
  ['en_US.UTF-8', 'en', 'USD'],
  ['en_GB', 'en', 'GBP'],
  ['pt_BR.UTF-8', 'pt', 'BRL'],
  ['pt_PT.UTF-8', 'pt', 'EUR'],
  ['es_MX.UTF-8', 'es', 'MXN'],
  ['fr_CH.UTF-8', 'fr', 'CHF'],
  ['ja_JP.UTF-8', 'en', 'JPY'],
  ['C.UTF-8', 'en', 'EUR'],
  ['POSIX', 'en', 'EUR'],
  ['', 'en', 'EUR'],
  ['nonsense\u0000', 'en', 'EUR'],
])('LANG=%j gives %s and %s', (lang, language, currency) => {
  expect(read({ LANG: lang }).defaults).toMatchObject({ language, currency });
});

test('an empty setting is as good as none', () => {
  expect(read({ OPENAI_API_KEY: '', PURSER_CURRENCY: '', LOG_LEVEL: '' })).toEqual(read({}));
});

test('a model without a key is one on an own server', () => {
  expect(read({ OPENAI_BASE_URL: 'http://localhost:1/v1' }).model).toMatchObject({
    prices: null,
    monthlyCostLimit: null,
  });
  expect(read({ PURSER_MODEL: 'gpt-x' }).model).toBeNull();
});

test("without a price of its own, cached input costs as much as the rest, and '0' is a price", () => {
  const prices = { PURSER_MODEL_PRICE_INPUT: '0', PURSER_MODEL_PRICE_OUTPUT: '0' };
  expect(read({ OPENAI_API_KEY: 'k', ...prices }).model?.prices).toEqual({ input: '0', cachedInput: '0', output: '0' });
});

test("a command line's settings stand before the environment's", () => {
  const environment = { PURSER_CURRENCY: 'USD', PURSER_LANGUAGE: 'fr', PURSER_TIMEZONE: 'Nowhere' };
  const { defaults } = readConfig({ PURSER_TIMEZONE: 'UTC', PURSER_CURRENCY: undefined }, environment);
  expect(defaults).toMatchObject({ currency: 'USD', language: 'fr', timezone: 'UTC' });
});

test('nothing of it can be changed afterwards', () => {
  const config = read({ OPENAI_API_KEY: 'k', PURSER_MODEL_PRICE_INPUT: '1', PURSER_MODEL_PRICE_OUTPUT: '1' });
  const unfrozen: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) unfrozen.push(path);
    for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
  };
  visit(config, 'config');
  expect(unfrozen).toEqual([]);
});
