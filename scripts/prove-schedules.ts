/**
 * Two schedulers share the due schedules of one database, and one of them is killed half-way: each must have run exactly
 * once.
 *
 *     node scripts/prove-schedules.ts crash --db mysql://root@127.0.0.1:3306/proof --schedules 10000
 *     node scripts/prove-schedules.ts crash --db … --elsewhere        # as if the two were on different hosts
 *     node scripts/prove-schedules.ts year --people 1000              # a simulated year, see schedule-year.ts
 *     node scripts/prove-schedules.ts due --db … --schedules 1000000  # how long it takes to find what is due
 *
 * The database must be empty. Exits with 1 when a promise is broken.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newId } from '../src/id.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { measureDueSelection } from './due-selection.ts';
import { simulateYear } from './schedule-year.ts';

export interface CrashReport {
  readonly schedules: number;
  /** Runs that had taken effect when one process was killed. */
  readonly atKill: number;
  /** Schedules that the killed process had claimed then. */
  readonly heldByDead: number;
  readonly lost: number;
  readonly twice: number;
  /** From the kill until everything the dead process had was run by the other. */
  readonly takeoverMs: number;
  /** From the start of both until all was run. */
  readonly totalMs: number;
  /** From SIGTERM until the survivor had ended. */
  readonly stopMs: number;
}

const worker = fileURLToPath(new URL('schedule-worker.ts', import.meta.url));

/** The database must be migrated and without schedules. `elsewhere`: neither process can see whether the other lives. */
export async function proveCrash(url: string, schedules: number, elsewhere = false): Promise<CrashReport> {
  const database = await openDatabase(url);
  const children: ChildProcess[] = [];
  try {
    await fillWithDue(database, schedules);
    for (let n = 0; n < 2; n++) {
      children.push(
        spawn(process.execPath, [worker, url, elsewhere ? 'elsewhere:' : ''], { stdio: ['ignore', 'pipe', 'inherit'] }),
      );
    }
    const [victim, survivor] = children as [ChildProcess, ChildProcess];
    await Promise.all(children.map((child) => once(child.stdout as NodeJS.ReadableStream, 'data')));
    const started = performance.now();
    await until(async () => (await database.client.linkAttempt.count()) >= schedules / 2);
    const gone = once(victim, 'exit');
    victim.kill('SIGKILL');
    await gone;
    const killedAt = performance.now();
    const held = await heldBy(database, victim.pid);
    const atKill = await database.client.linkAttempt.count();
    await until(async () => (await countRun(database, held)) === held.length);
    const takeoverMs = performance.now() - killedAt;
    await until(async () => (await database.client.schedule.count({ where: { lastAt: null } })) === 0);
    const totalMs = performance.now() - started;
    const stopAsked = performance.now();
    const ended = once(survivor, 'exit');
    survivor.kill('SIGTERM');
    await ended;
    const stopMs = performance.now() - stopAsked;
    const rows = await database.client.linkAttempt.findMany({ select: { personId: true } });
    const distinct = new Set(rows.map(({ personId }) => personId)).size;
    return {
      ...{ schedules, atKill, heldByDead: held.length },
      ...{ lost: schedules - distinct, twice: rows.length - distinct },
      ...{ takeoverMs: Math.round(takeoverMs), totalMs: Math.round(totalMs), stopMs: Math.round(stopMs) },
    };
  } finally {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await database.close();
  }
}

/** Daily at a time that has just passed. */
async function fillWithDue({ client }: Database, count: number): Promise<void> {
  const now = new Date();
  const cadence = JSON.stringify({ repeats: 'daily', at: now.toISOString().slice(11, 16) });
  const due = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const rest = { kind: 'proof', cadence, payload: 'null', timeZone: 'UTC', state: 'on', nextAt: due, wakeAt: due };
  for (let from = 0; from < count; from += 1000) {
    await client.schedule.createMany({
      data: Array.from({ length: Math.min(1000, count - from) }, () => ({
        ...{ id: newId(), personId: newId(), ledgerId: newId(), createdAt: now, updatedAt: now },
        ...rest,
      })),
    });
  }
}

async function heldBy({ client }: Database, pid: number | undefined): Promise<string[]> {
  const rows = await client.schedule.findMany({
    where: { leaseOwner: { contains: `:${pid}:` } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function countRun({ client }: Database, ids: readonly string[]): Promise<number> {
  return await client.schedule.count({ where: { id: { in: [...ids] }, lastAt: { not: null } } });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 300_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it took more than five minutes');
    await sleep(20);
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      db: { type: 'string' },
      schedules: { type: 'string' },
      people: { type: 'string', default: '1000' },
      elsewhere: { type: 'boolean', default: false },
    },
  });
  const say = (report: object) => process.stdout.write(`${JSON.stringify(report)}\n`);
  const [what = 'crash'] = positionals;
  if (what === 'year') {
    const report = await simulateYear(Number(values.people));
    say(report);
    process.exitCode = report.missing + report.unexpected > 0 ? 1 : 0;
  } else {
    if (!values.db) throw new Error('say which database to use: --db URL (an empty one)');
    const database = await openDatabase(values.db);
    await migrate(database);
    if (what === 'due') say(await measureDueSelection(database, Number(values.schedules ?? 1_000_000)));
    await database.close();
    if (what === 'crash') {
      const report = await proveCrash(values.db, Number(values.schedules ?? 10_000), values.elsewhere);
      say(report);
      process.exitCode = report.lost + report.twice > 0 ? 1 : 0;
    }
  }
}
