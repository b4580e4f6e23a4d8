/** A year of people in thirty time zones, with the scheduler's clock stepped minute by minute, against a slow matcher. */

import { Temporal } from 'temporal-polyfill';
import { chanceFor } from '../src/demo/chance.ts';
import { newId } from '../src/id.ts';
import { createLog } from '../src/log.ts';
import type { Cadence, Once } from '../src/schedule/cadence.ts';
import { addSchedule } from '../src/scheduler/arrange.ts';
import type { Handler } from '../src/scheduler/handler.ts';
import { createScheduler } from '../src/scheduler/scheduler.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { nextWake } from '../src/store/schedules.ts';
import { fallsOn } from '../test/schedule/slow-matcher.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** With changes of the clocks on either half of the earth, of half an hour, at midnight, during Ramadan, and with none. */
export const zones = [
  ...['Europe/Berlin', 'Europe/London', 'Europe/Lisbon', 'Europe/Helsinki', 'Europe/Chisinau', 'Europe/Istanbul'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/St_Johns'],
  ...['America/Havana', 'America/Santiago', 'America/Asuncion', 'America/Sao_Paulo', 'America/Phoenix', 'America/Nuuk'],
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/Lagos', 'Asia/Beirut', 'Asia/Jerusalem', 'Asia/Kolkata'],
  ...['Asia/Kathmandu', 'Asia/Tokyo', 'Australia/Sydney', 'Australia/Lord_Howe', 'Pacific/Auckland'],
  ...['Pacific/Chatham', 'Pacific/Easter'],
] as const;

export interface YearReport {
  readonly people: number;
  readonly zones: number;
  readonly days: number;
  readonly expected: number;
  readonly ran: number;
  /** Of those expected, in a local day on which the clocks change. */
  readonly onChangingDays: number;
  readonly missing: number;
  readonly unexpected: number;
  readonly seconds: number;
}

/** Each person has one schedule. Runs on a database in memory. */
export async function simulateYear(people: number, from = '2026-01-01', days = 365): Promise<YearReport> {
  const started = performance.now();
  const database = await openDatabase('file::memory:');
  await migrate(database);
  const start = Date.parse(`${from}T00:00Z`);
  const end = start + days * 24 * 60 * MINUTE;
  let now = start - MINUTE;
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
  const ran: string[] = [];
  const note: Handler = {
    lateness: { policy: 'latest', usefulHours: 12 },
    async commit(tx, { schedule }) {
      await tx.linkAttempt.create({ data: { id: newId(), personId: schedule.id, createdAt: new Date(now) } });
      return null;
    },
  };
  const scheduler = createScheduler({
    ...{ database, clock, log: createLog('error'), handlers: { note } },
    worker: { name: 'here', isGone: () => false },
  });
  try {
    const chance = chanceFor('year', 1);
    const owned: { id: string; cadence: Repeating; zone: string }[] = [];
    for (let n = 0; n < people; n++) {
      const zone = zones[n % zones.length] as string;
      const cadence = cadenceOf(n, (to) => chance.between(0, to - 1), from);
      const rest = { personId: `person ${n}`, ledgerId: `ledger ${n}`, kind: 'note', payload: null };
      const { id } = await addSchedule(database.client, { ...rest, cadence, timeZone: zone }, clock.now());
      owned.push({ id, cadence, zone });
    }
    // As in a process: a minute in which nothing is due asks the database nothing.
    let wake = (await nextWake(database.client, ['note']))?.getTime() ?? end;
    for (now = start; now < end; now += MINUTE) {
      if (now < wake) continue;
      await scheduler.tick();
      wake = (await nextWake(database.client, ['note']))?.getTime() ?? end;
    }
    for (const row of await database.client.linkAttempt.findMany()) {
      ran.push(`${row.personId} ${row.createdAt.getTime()}`);
    }
    const expected: string[] = [];
    let onChangingDays = 0;
    for (const zone of zones) {
      const walls = wallTimes(zone, start, end);
      for (const { id, cadence } of owned.filter((each) => each.zone === zone)) {
        const matching = walls.filter(({ wanted }) => wanted.some(([day, time]) => fallsOn(cadence, day, time)));
        expected.push(...matching.map(({ instant }) => `${id} ${instant}`));
        onChangingDays += matching.filter(({ isOnChangingDay }) => isOnChangingDay).length;
      }
    }
    const [wanted, done] = [new Set(expected), new Set(ran)];
    return {
      ...{ people, zones: zones.length, days, expected: expected.length, ran: ran.length, onChangingDays },
      missing: expected.filter((each) => !done.has(each)).length,
      unexpected: ran.filter((each) => !wanted.has(each)).length + ran.length - done.size,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    await scheduler.stop();
    await database.close();
  }
}

type Repeating = Exclude<Cadence, Once>;

/** One of each kind in turn, at a quarter of an hour that is often one of those in which clocks change. */
function cadenceOf(n: number, below: (limit: number) => number, from: string): Repeating {
  const quarter = n % 3 === 0 ? below(13) : below(96);
  const at = new Date(quarter * QUARTER).toISOString().slice(11, 16);
  const weekday = (1 + below(7)) as 1;
  const all: Repeating[] = [
    { repeats: 'daily', at },
    { repeats: 'weekly', weekdays: [weekday], at },
    { repeats: 'monthly', day: 1 + below(31), at },
    { repeats: 'daily', at },
    { repeats: 'monthly-weekday', nth: -1, weekday, at },
    { repeats: 'every', count: 2, unit: 'week', from, at },
    { repeats: 'cron', expression: `30 ${Math.floor(quarter / 4)} * * 1-5` },
    { repeats: 'yearly', month: 1 + below(12), day: 1 + below(28), at },
  ];
  return all[n % all.length] as Repeating;
}

/**
 * For each quarter of an hour, the wall-clock times that are reached in it: none when they came before, several when the
 * clocks skip some. Zones and their changes keep to quarters.
 */
function wallTimes(timeZone: string, start: number, end: number) {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const shown = (instant: number) => Date.parse(`${clock.format(instant).replace(' ', 'T')}:00Z`);
  const found: { instant: number; wanted: [string, string][]; isOnChangingDay: boolean }[] = [];
  let reached = shown(start - QUARTER);
  for (let instant = start; instant < end; instant += QUARTER) {
    const wall = shown(instant);
    const wanted: [string, string][] = [];
    for (let each = reached + QUARTER; each <= wall; each += QUARTER) {
      const text = new Date(each).toISOString();
      wanted.push([text.slice(0, 10), text.slice(11, 16)]);
    }
    const offsets = [-12, 12].map((hours) => shown(instant + hours * 4 * QUARTER) - instant - hours * 4 * QUARTER);
    if (wanted.length > 0) found.push({ instant, wanted, isOnChangingDay: offsets[0] !== offsets[1] });
    reached = Math.max(reached, wall);
  }
  return found;
}
