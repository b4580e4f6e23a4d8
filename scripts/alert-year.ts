/**
 * A year of the made-up person, day by day: all that is said unasked, how many messages a week, and whether any cause is
 * told twice. Some 40 seconds.
 *
 *     node scripts/alert-year.ts [--until 2026-11-21] [--seed 1]
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, addMonths } from '../src/period.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { liveThrough } from '../test/alerts/simulated-year.ts';

const { values } = parseArgs({ options: { until: { type: 'string' }, seed: { type: 'string' } } });
const until = values.until ?? '2026-11-21';
const from = addDays(addMonths(until, -12), 1);
const folder = await mkdtemp(join(tmpdir(), 'purser-year-'));
const database = await openDatabase(`file:${join(folder, 'year.db')}`);
try {
  await migrate(database);
  const { said } = await liveThrough(database, { from, until, seed: Number(values.seed ?? 1) });
  for (const { day, time, text, buttons, chart } of said) {
    const extras = [...(chart ? [`picture ${chart}`] : []), ...buttons.map((label) => `[${label}]`)].join(' ');
    process.stdout.write(`\n${day} ${time}\n${text}\n${extras}\n`);
  }
  await report(said.map(({ day }) => day));
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

async function report(days: readonly string[]): Promise<void> {
  const weeks: number[] = [];
  for (let monday = from; monday <= until; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    weeks.push(days.filter((day) => day >= monday && day <= sunday).length);
  }
  const notices = await database.client.notice.findMany({ select: { rule: true, state: true, reason: true } });
  const counts = new Map<string, number>();
  for (const { rule, state, reason } of notices) {
    const name = `${rule} ${state}${reason === null ? '' : ` (${reason})`}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const told = notices.filter(({ state }) => state === 'told').length;
  const sorted = weeks.toSorted((a, b) => a - b);
  process.stdout.write(
    `\n${days.length} messages in ${weeks.length} weeks: ${(days.length / weeks.length).toFixed(1)} a week, median ` +
      `${sorted[Math.floor(sorted.length / 2)]}, most ${sorted.at(-1)}, ${weeks.filter((count) => count === 0).length} weeks without.\n` +
      `${told} causes told.\nMessages by week: ${weeks.join(' ')}\n${[...counts]
        .sort()
        .map(([name, count]) => `  ${name}: ${count}\n`)
        .join('')}`,
  );
}
