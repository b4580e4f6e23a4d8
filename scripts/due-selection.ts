/** Measures how long it takes to find and to claim what is due among very many schedules. */

import { newId } from '../src/id.ts';
import type { Database } from '../src/store/database.ts';
import { claimSchedules, dueSchedules, handBackSchedules, nextWake, scheduleOwners } from '../src/store/schedules.ts';

const MINUTE = 60_000;
const KINDS = ['digest', 'entry', 'reminder'];
const TIMES = 40;

export interface DueReport {
  readonly schedules: number;
  readonly due: number;
  /** Milliseconds, the middle one and the slowest but for one in twenty. */
  readonly find: Spread;
  readonly findNone: Spread;
  readonly claim: Spread;
  readonly nextWake: Spread;
  readonly owners: Spread;
}

interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** Fills an empty table with schedules of the next day, of which a thousandth is due. */
export async function measureDueSelection(database: Database, count: number): Promise<DueReport> {
  const { client } = database;
  const now = Date.now();
  const due = Math.max(Math.floor(count / 1000), 100);
  if ((await client.schedule.count()) === 0) {
    for (let from = 0; from < count; from += 2000) {
      const length = Math.min(2000, count - from);
      await client.schedule.createMany({ data: Array.from({ length }, (_, n) => rowOf(from + n, count, due, now)) });
    }
  }
  const at = new Date(now);
  const lease = { owner: 'host:1:1', until: new Date(now + MINUTE) };
  const claims: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const ids = await dueSchedules(client, KINDS, at, 100);
    const started = performance.now();
    await database.transaction((tx) => claimSchedules(tx, ids, lease, at));
    claims.push(performance.now() - started);
    await database.transaction((tx) => handBackSchedules(tx, lease.owner));
  }
  return {
    ...{ schedules: count, due },
    find: await spreadOf(() => dueSchedules(client, KINDS, at, 100)),
    findNone: await spreadOf(() => dueSchedules(client, KINDS, new Date(now - 1000 * MINUTE), 100)),
    claim: spread(claims),
    nextWake: await spreadOf(() => nextWake(client, KINDS)),
    owners: await spreadOf(() => scheduleOwners(client)),
  };
}

function rowOf(index: number, count: number, due: number, now: number) {
  // Spread over the day in an order that has nothing to do with that of the ids.
  const ahead = Math.floor(((index * 7919) % count) * ((24 * 60 * MINUTE) / count));
  const nextAt = new Date(index % Math.floor(count / due) === 0 ? now - 1000 - (index % 997) : now + MINUTE + ahead);
  return {
    ...{ id: newId(), personId: newId(), ledgerId: newId(), kind: KINDS[index % 3] as string },
    ...{ cadence: '{"repeats":"daily","at":"08:00"}', payload: '{}', timeZone: 'Europe/Berlin' },
    ...{ nextAt, wakeAt: nextAt, state: index % 20 === 1 ? 'paused' : 'on' },
    ...{ createdAt: new Date(now), updatedAt: new Date(now) },
  };
}

async function spreadOf(work: () => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return spread(times);
}

function spread(times: number[]): Spread {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
}
