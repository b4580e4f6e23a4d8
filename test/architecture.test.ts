import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url).pathname;

/** What each room may import from `src`: whole rooms, or single files of them. Its own files it always may. */
const rooms: Record<string, readonly string[]> = {
  // money.ts, period.ts, errors.ts, log.ts, language.ts, id.ts, mail-address.ts: anyone may import them.
  alphabet: [],
  config: ['alphabet'],
  store: ['alphabet'],
  charts: ['alphabet'],
  models: ['alphabet'],
  // Reads queries before the database does; what there is to read, and how a query is refused, the store says.
  sql: ['alphabet', 'store/reader/views.ts', 'store/reader/ledger-reader.ts'],
  domain: ['alphabet', 'store', 'sql', 'schedule'],
  // Arrays in, numbers out: knows no ledger, no words.
  insight: ['alphabet'],
  // Fetches sums for the statistics; no words.
  analytics: ['alphabet', 'domain', 'store', 'insight', 'forecast'],
  // What is said unasked: what the statistics found, put into words, and when.
  alerts: [
    'alphabet',
    'domain',
    'store',
    'analytics',
    'insight',
    'wording',
    'schedule',
    'scheduler',
    'charts/chart-spec.ts',
  ],
  wording: ['alphabet', 'domain', 'schedule/cadence.ts', 'insight/too-little.ts', 'insight/rhythm.ts'],
  // When things happen: calendars and clocks alone.
  schedule: ['alphabet'],
  // Makes them happen; what they do is handed in.
  scheduler: ['alphabet', 'schedule', 'store', 'domain/planned-change.ts'],
  // Entries that come by themselves: arranged, and posted when they are due.
  recurring: ['alphabet', 'domain', 'store', 'insight', 'schedule', 'scheduler', 'alerts/absent-asker.ts'],
  // Arranged, and told at their time; how a question is answered is handed in.
  reminders: ['alphabet', 'domain', 'store', 'alerts', 'wording', 'schedule', 'scheduler', 'charts/chart-spec.ts'],
  // Tools read rows of the store where the domain would only hand them through.
  tools: [
    'alphabet',
    'domain',
    'store',
    'alerts',
    'insight',
    'analytics',
    'wording',
    'recurring',
    'reminders',
    'schedule',
    'scheduler',
    'charts/chart-spec.ts',
    'models/model.ts',
    'sql/column-units.ts',
  ],
  // A model that reads the message and nothing else: of the domain it takes words, never rows.
  offline: [
    'alphabet',
    'models/model.ts',
    'domain/fold.ts',
    'domain/category-words.ts',
    'domain/default-categories.ts',
  ],
  conversation: [
    'alphabet',
    'domain',
    'store',
    'sql',
    'wording',
    'tools',
    'alerts',
    'reminders',
    'scheduler/arrange.ts',
    'recurring/offers.ts',
    'models',
    'offline',
    'charts/chart-spec.ts',
  ],
  // A terminal shows charts as text.
  channels: [
    'alphabet',
    'conversation/message.ts',
    'charts/chart-spec.ts',
    'charts/bars-in-text.ts',
    'charts/display-width.ts',
    'tools/tool.ts',
  ],
  // Ties channels to the inbox and the outbox.
  delivery: ['alphabet', 'store', 'conversation', 'alerts/pause.ts', 'channels/channel.ts'],
  // The port itself; what comes in by it is a channel's.
  http: ['alphabet', 'channels/channel.ts'],
  evaluation: ['alphabet', 'conversation/message.ts'],
  // Figures in, figures out: it knows no ledger.
  forecast: ['alphabet'],
  demo: ['alphabet', 'domain', 'store'],
  commands: ['*'],
  main: ['*'],
};

const alphabet = ['money.ts', 'period.ts', 'errors.ts', 'log.ts', 'language.ts', 'id.ts', 'mail-address.ts'];

/** The places that own a library; nobody else imports it, so that it can be exchanged there. */
const owners: Record<string, readonly string[]> = {
  '@prisma/client': ['store'],
  '@prisma/adapter-better-sqlite3': ['store'],
  '@prisma/adapter-mariadb': ['store'],
  'better-sqlite3': ['store'],
  mysql2: ['store'],
  zod: ['config', 'tools', 'evaluation'],
  'dinero.js': ['money.ts'],
  pino: ['log.ts'],
  uuid: ['id.ts'],
  'chart.js': ['charts'],
  '@napi-rs/canvas': ['charts'],
  'quickchart-js': ['charts'],
  '@expo-google-fonts/inter': ['charts'],
  '@polyglot-sql/sdk': ['sql'],
  langchain: ['models'],
  '@langchain/core': ['models'],
  '@langchain/openai': ['models'],
  openai: ['models'],
  'chrono-node': ['offline'],
  fastify: ['http'],
  'prom-client': ['http'],
  commander: ['main.ts'],
  '@slack/bolt': ['channels/slack'],
  'discord.js': ['channels/discord'],
  '@discordjs/ws': ['channels/discord'],
  nodemailer: ['channels/mail'],
  telegraf: ['channels/telegram'],
  '@bsull/augurs': ['forecast'],
  arima: ['forecast'],
  'simple-statistics': ['forecast', 'insight'],
  'node-cron': ['scheduler'],
  'temporal-polyfill': ['*'],
};

const files = globSync('**/*.ts', { cwd: source })
  .filter((file) => !file.startsWith('store/generated/'))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));

interface Import {
  readonly file: string;
  /** A path in `src`, or the name of a package. */
  readonly target: string;
  readonly isOurs: boolean;
}

const imports = files.flatMap((file) => importsOf(file, texts.get(file) ?? ''));

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([\w@./-]+)'/g)].map(([, name = '']) =>
    name.startsWith('.')
      ? { file, target: normalize(join(dirname(file), name)), isOurs: true }
      : { file, target: name, isOurs: false },
  );
}

function roomOf(file: string): string {
  const [first = ''] = file.split('/');
  if (alphabet.includes(file)) return 'alphabet';
  return first.replace(/\.ts$/, '');
}

const isOf = (file: string, places: readonly string[]) =>
  places.some((place) => place === '*' || place === roomOf(file) || place === file || file.startsWith(`${place}/`));

/** "file:line" of each place in `src` that the pattern stands in, outside of comments. */
function placesOf(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    (texts.get(file) ?? '')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line.replace(/\/\/.*|^\s*\/?\*.*/, '')) ? [`${file}:${index + 1}`] : [])),
  );
}

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(imports.filter((each) => each.isOurs).length).toBeGreaterThan(200);
  expect(imports.filter((each) => !each.isOurs).length).toBeGreaterThan(30);
  for (const file of alphabet) expect(files).toContain(file);
  expect(
    importsOf('a/b.ts', "import {\n  x,\n} from '../c.ts';\nawait import('zod');\nexport * from './d.ts';"),
  ).toEqual([
    { file: 'a/b.ts', target: 'c.ts', isOurs: true },
    { file: 'a/b.ts', target: 'zod', isOurs: false },
    { file: 'a/b.ts', target: 'a/d.ts', isOurs: true },
  ]);
});

test('every import of ours leads to a file that is there', () => {
  const missing = imports.filter((each) => each.isOurs && !existsSync(join(source, each.target)));
  expect(missing.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

describe('rooms', () => {
  test('are those of the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in rooms))).toEqual([]);
  });

  test.each(Object.entries(rooms))('%s imports only what it may', (room, allowed) => {
    const wrong = imports.filter(
      ({ file, target, isOurs }) => isOurs && roomOf(file) === room && !isOf(target, [room, ...allowed]),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test('have no cycle between them', () => {
    const edges = new Map<string, Set<string>>();
    for (const { file, target, isOurs } of imports) {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (isOurs && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    expect([...edges.keys()].filter((room) => reaches(room, room))).toEqual([]);
  });
});

describe('libraries', () => {
  const nameOf = (target: string) => (target.startsWith('@') ? target.split('/').slice(0, 2) : [target.split('/')[0]]);
  const outside = imports
    .filter((each) => !each.isOurs && !each.target.startsWith('node:'))
    .map(({ file, target }) => ({ file, name: nameOf(target).join('/') }));

  test('each have an owner', () => {
    expect([...new Set(outside.map(({ name }) => name))].filter((name) => !(name in owners))).toEqual([]);
  });

  test.each(Object.entries(owners))('%s is imported only by %j', (library, places) => {
    const wrong = outside.filter(({ file, name }) => name === library && !isOf(file, places));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  test("the database's generated client stays in the store", () => {
    const wrong = imports.filter(({ file, target }) => /^store\/generated/.test(target) && roomOf(file) !== 'store');
    expect(wrong).toEqual([]);
  });

  test('Node is asked by its own name', () => {
    const bare = ['fs', 'path', 'os', 'crypto', 'url', 'util', 'stream', 'http', 'child_process', 'worker_threads'];
    expect(imports.filter(({ isOurs, target }) => !isOurs && bare.includes(target.split('/')[0] ?? ''))).toEqual([]);
  });
});

describe('the world outside comes in by one door', () => {
  const outsideOf = (places: readonly string[]) => (place: string) => !isOf(place.replace(/:\d+$/, ''), places);

  test('the environment by config.ts', () => {
    const places = placesOf(/process\.env\b/);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(outsideOf(['config']))).toEqual([]);
  });

  test('the time by the commands', () => {
    const places = placesOf(/Date\.now\b|new Date\(\)|Temporal\.Now\b/);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(outsideOf(['commands']))).toEqual([]);
  });

  test('chance by the store alone, where two processes that met must part', () => {
    expect(placesOf(/Math\.random\b/).filter(outsideOf(['commands', 'store/database.ts']))).toEqual([]);
  });
});

test('no file or folder is a drawer for odds and ends', () => {
  const names = files.flatMap((file) => file.replace(/\.ts$/, '').split('/'));
  expect(names.filter((name) => /^(utils?|helpers?|common|lib|shared|misc|index)$/.test(name))).toEqual([]);
  expect([...new Set(names)].filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
});
