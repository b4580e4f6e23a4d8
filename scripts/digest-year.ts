/**
 * People in thirty time zones and their digests, each with what there is to tell, over a year of which the clock is stepped
 * through: every one must come once, at its own time, and none in quiet hours.
 *
 *     node scripts/digest-year.ts [--people 1000] [--from 2026-01-01] [--days 365] [--seed 1] [--every-minute]
 *
 * Minutes in which nothing is due are skipped, unless `--every-minute` asks for each of them. Exits with 1 when one is
 * missing, or too many. Some 15 ms of processor a digest.
 */

import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { alertHandlers } from '../src/alerts/handlers.ts';
import { changeSettings } from '../src/alerts/settings.ts';
import { createLog } from '../src/log.ts';
import { createScheduler } from '../src/scheduler/scheduler.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { nextWake } from '../src/store/schedules.ts';
import { expectedDigests, isOnChangingDay, isQuietAt } from './digest-days.ts';
import { type DigestReader, openReader } from './digest-readers.ts';

const MINUTE = 60_000;
const KIND = 'digest';

export interface DigestYear {
  readonly people: number;
  readonly from?: string;
  readonly days?: number;
  readonly seed?: number;
  readonly everyMinute?: boolean;
  /** Told now and then what was reached. */
  readonly onDay?: (day: string, sent: number) => void;
}

export interface DigestYearReport {
  readonly people: number;
  readonly zones: number;
  /** Who hears in a group, of them. */
  readonly groups: number;
  readonly days: number;
  readonly expected: number;
  readonly sent: number;
  readonly missing: number;
  readonly unexpected: number;
  /** By the clocks of those who got them. */
  readonly inQuietHours: number;
  readonly withoutText: number;
  /** Of those expected, on a local day on which the clocks change. */
  readonly onChangingDays: number;
  /** Left out because their reader had asked for silence. */
  readonly muted: number;
  readonly seconds: number;
  readonly processor: number;
}

/** Runs on a database in memory. */
export async function simulateDigests(options: DigestYear): Promise<DigestYearReport> {
  const { people, from = '2026-01-01', days = 365, seed = 1 } = options;
  const [started, before] = [performance.now(), process.cpuUsage()];
  const database = await openDatabase('file::memory:');
  try {
    await migrate(database);
    const start = Temporal.Instant.from(`${from}T00:00Z`);
    const end = start.add({ hours: 24 * days });
    const readers: DigestReader[] = [];
    for (let n = 0; n < people; n++) readers.push(await openReader(database, n, seed, start, end));
    await live(database, readers, start, end, options);
    const report = await compare(database, readers, start, end);
    const { user, system } = process.cpuUsage(before);
    return {
      ...{ people, zones: new Set(readers.map(({ zone }) => zone)).size, days, ...report },
      groups: readers.filter(({ isGroup }) => isGroup).length,
      seconds: Math.round((performance.now() - started) / 1000),
      processor: Math.round((user + system) / 1e6),
    };
  } finally {
    await database.close();
  }
}

/** The scheduler's clock, from minute to minute; who wants silence says so at their moment. */
async function live(
  database: Database,
  readers: readonly DigestReader[],
  start: Temporal.Instant,
  end: Temporal.Instant,
  { everyMinute, onDay }: DigestYear,
): Promise<void> {
  const { client } = database;
  let now = start.epochMilliseconds;
  const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);
  const defaults = { currency: 'EUR', timezone: 'UTC', firstDayOfWeek: 1, language: 'en' } as const;
  const scheduler = createScheduler({
    ...{ database, clock: { now: () => at(now) }, log: createLog('error') },
    handlers: { [KIND]: alertHandlers({ database, defaults })[KIND] },
    worker: { name: 'here', isGone: () => false },
  });
  const silences = readers
    .flatMap((reader) => reader.silences.map((silence) => ({ reader, ...silence })))
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  let day = '';
  let wake = 0;
  try {
    for (; now < end.epochMilliseconds; now += MINUTE) {
      while ((silences[0]?.from.epochMilliseconds ?? Number.POSITIVE_INFINITY) <= now) {
        const { reader, from, until } = silences.shift() as (typeof silences)[number];
        await database.transaction((tx) =>
          changeSettings(tx, reader.settingsId, reader.personId, { mutedUntil: until }, from),
        );
      }
      // As in a process: a minute in which nothing is due asks the database nothing.
      if (!everyMinute && now < wake) continue;
      await scheduler.tick();
      wake = (await nextWake(client, [KIND]))?.getTime() ?? end.epochMilliseconds;
      const today = at(now).toString().slice(0, 10);
      if (today !== day) onDay?.(today, await client.outbox.count());
      day = today;
    }
  } finally {
    await scheduler.stop();
  }
}

/** What left against what should have, by the calendar alone. */
async function compare(
  { client }: Database,
  readers: readonly DigestReader[],
  start: Temporal.Instant,
  end: Temporal.Instant,
) {
  const byTurn = new Map(readers.map((reader) => [reader.turnId, reader]));
  const sent: string[] = [];
  const seen = { inQuietHours: 0, withoutText: 0 };
  for (const { turnId, reply, createdAt } of await client.outbox.findMany()) {
    const reader = byTurn.get(turnId ?? '');
    const instant = Temporal.Instant.fromEpochMilliseconds(createdAt.getTime());
    sent.push(`${turnId} ${instant}`);
    if (!reader || isQuietAt(instant, reader)) seen.inQuietHours += 1;
    if (!(JSON.parse(reply ?? '{}').text?.length > 10)) seen.withoutText += 1;
  }
  const expected: string[] = [];
  const counts = { onChangingDays: 0, muted: 0 };
  for (const reader of readers) {
    for (const instant of expectedDigests(reader, start, end)) {
      // The wish that was said last counts.
      const silence = reader.silences.findLast(({ from }) => Temporal.Instant.compare(from, instant) <= 0);
      const isMuted = silence !== undefined && Temporal.Instant.compare(instant, silence.until) < 0;
      if (isMuted) counts.muted += 1;
      else {
        expected.push(`${reader.turnId} ${instant}`);
        if (isOnChangingDay(instant, reader.zone)) counts.onChangingDays += 1;
      }
    }
  }
  const [wanted, done] = [new Set(expected), new Set(sent)];
  return {
    ...{ expected: expected.length, sent: sent.length },
    missing: expected.filter((each) => !done.has(each)).length,
    unexpected: sent.filter((each) => !wanted.has(each)).length + sent.length - done.size,
    ...seen,
    ...counts,
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '1000' },
      from: { type: 'string' },
      days: { type: 'string', default: '365' },
      seed: { type: 'string', default: '1' },
      'every-minute': { type: 'boolean', default: false },
    },
  });
  const report = await simulateDigests({
    people: Number(values.people),
    from: values.from,
    days: Number(values.days),
    seed: Number(values.seed),
    everyMinute: values['every-minute'],
    onDay: (day, sent) => {
      if (day.endsWith('01')) process.stderr.write(`${day}: ${sent} digests\n`);
    },
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  const { missing, unexpected, inQuietHours, withoutText } = report;
  process.exitCode = missing + unexpected + inQuietHours + withoutText > 0 ? 1 : 0;
}
