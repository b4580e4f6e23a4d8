/**
 * What it costs to speak first: the daily digests of very many people through the real scheduler, pictures of some of
 * them, and finding what is due among a million schedules.
 *
 *     npm run bench -- alerts [10000 100000] [--due 1000000] [--db mysql://…] [--json]
 *
 * Of the counts of people only the first has pictures drawn. On a file of SQLite; with `--db` on an empty database of a
 * server, and there with the first count alone.
 */

import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { type DueReport, measureDueSelection } from '../scripts/due-selection.ts';
import { alertHandlers } from '../src/alerts/handlers.ts';
import type { ChartSpec } from '../src/charts/chart-spec.ts';
import { createChartRenderer } from '../src/charts/renderer.ts';
import { createLog } from '../src/log.ts';
import { createScheduler } from '../src/scheduler/scheduler.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { fillWithPeople } from './copied-people.ts';
import { type BenchDatabase, onBenchFile, serverAt } from './entry-rows.ts';

/** When all digests are due: eight in the morning where everybody lives. */
const NOW = '2026-10-15T06:00:00Z';
const PICTURE_OF = 10;
const DUE_GOAL = 20;
const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', firstDayOfWeek: 1, language: 'en' } as const;

export interface DigestCost {
  readonly people: number;
  readonly entries: number;
  /** Computed and queued: seconds by the clock, and of processor. */
  readonly seconds: number;
  readonly processor: number;
  /** Milliseconds of processor for one. */
  readonly each: number;
  /** MiB, the most that was seen. */
  readonly resident: number;
  readonly heap: number;
}

export interface PictureCost {
  readonly pictures: number;
  readonly seconds: number;
  readonly processor: number;
}

export async function benchAlerts(print: (line: string) => void, args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { db: { type: 'string' }, due: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { db } = values;
  const counts = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
  const say = values.json ? () => {} : print;
  const digests: DigestCost[] = [];
  let pictures: PictureCost | null = null;
  const onDatabase = (work: (database: BenchDatabase) => Promise<void>) =>
    db === undefined ? onBenchFile(work) : onServer(db, work);
  say('people   entries   computed and queued           processor   of one    resident');
  for (const count of db === undefined ? counts : counts.slice(0, 1)) {
    await onDatabase(async (bench) => {
      progress(`${count} people are made`);
      await fillWithPeople(bench, count, NOW);
      const database = await openDatabase(bench.url);
      try {
        const cost = await sendDigests(database, count);
        digests.push(cost);
        say(digestLine(cost));
        if (digests.length === 1) pictures = await drawPictures(database);
      } finally {
        await database.close();
      }
    });
  }
  const drawn = pictures as PictureCost | null;
  if (drawn) say(pictureLine(drawn));
  const growth = (digests.at(-1)?.each ?? 0) / (digests[0]?.each ?? 1);
  if (digests.length > 1) say(`a digest of ${counts.at(-1)} people costs ×${growth.toFixed(2)} one of ${counts[0]}`);
  let due: DueReport | null = null;
  await onDatabase(async ({ url }) => {
    const database = await openDatabase(url);
    await database.client.schedule.deleteMany();
    progress('schedules are made, to find among them what is due');
    due = await measureDueSelection(database, Number(values.due ?? 1_000_000)).finally(() => database.close());
    say(dueLine(due));
  });
  if (values.json) print(JSON.stringify({ digests, pictures: drawn, growth, due }));
}

/** All that are due, as a process would that was started at that moment. Throws unless each was queued once. */
async function sendDigests(database: Database, people: number): Promise<DigestCost> {
  const { client } = database;
  const now = Temporal.Instant.from(NOW);
  const scheduler = createScheduler({
    ...{ database, clock: { now: () => now }, log: createLog('error') },
    handlers: { digest: alertHandlers({ database, defaults }).digest },
    worker: { name: 'bench', isGone: () => false },
  });
  const entries = await client.entry.count();
  const most = { rss: 0, heapUsed: 0 };
  const watch = setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    most.rss = Math.max(most.rss, rss);
    most.heapUsed = Math.max(most.heapUsed, heapUsed);
    client.outbox.count().then(
      (count) => progress(`${count} of ${people} digests`),
      () => {},
    );
  }, 5_000);
  const [started, before] = [performance.now(), process.cpuUsage()];
  await scheduler.tick();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  await scheduler.stop();
  const queued = await client.outbox.count();
  if (queued !== people) throw new Error(`${queued} digests were queued for ${people} people`);
  const { rss, heapUsed } = process.memoryUsage();
  return {
    ...{ people, entries: Math.round(entries / people), seconds },
    processor: (user + system) / 1e6,
    each: (user + system) / 1000 / people,
    resident: Math.round(Math.max(rss, most.rss) / 2 ** 20),
    heap: Math.round(Math.max(heapUsed, most.heapUsed) / 2 ** 20),
  };
}

/** Of every tenth digest. */
async function drawPictures({ client }: Database): Promise<PictureCost> {
  const renderer = createChartRenderer();
  const rows = await client.outbox.findMany({ select: { reply: true }, orderBy: { id: 'asc' } });
  const specs = rows.flatMap(({ reply }) => (JSON.parse(reply ?? '{}') as { charts: ChartSpec[] }).charts);
  const some = specs.filter((_, index) => index % PICTURE_OF === 0);
  progress(`${some.length} pictures are drawn`);
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (const spec of some) await renderer.render(spec);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  await renderer.close();
  return { pictures: some.length, seconds, processor: (user + system) / 1e6 };
}

async function onServer(url: string, work: (database: BenchDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase(url);
  await migrate(database);
  await database.close();
  await work(serverAt(url));
}

function digestLine({ people, entries, seconds, processor, each, resident, heap }: DigestCost): string {
  const rate = `${seconds.toFixed(1)} s, ${(people / seconds).toFixed(0)} a second`;
  return `${String(people).padEnd(8)} ${String(entries).padEnd(9)} ${rate.padEnd(29)} ${`${processor.toFixed(1)} s`.padEnd(11)} ${`${each.toFixed(2)} ms`.padEnd(9)} ${resident} MiB, ${heap} of them heap`;
}

function pictureLine({ pictures, seconds, processor }: PictureCost): string {
  const each = ((1000 * processor) / Math.max(1, pictures)).toFixed(1);
  return `${pictures} pictures drawn in ${seconds.toFixed(1)} s, ${each} ms of processor each`;
}

function dueLine({ schedules, due, find, findNone, claim, nextWake }: DueReport): string {
  const spread = ({ median, p95 }: DueReport['find']) => `${median}/${p95}`;
  return (
    `${due} due of ${schedules} schedules, milliseconds p50/p95: a hundred found ${spread(find)} (the goal is ${DUE_GOAL}), ` +
    `none found ${spread(findNone)}, a hundred claimed ${spread(claim)}, the next moment ${spread(nextWake)}`
  );
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
