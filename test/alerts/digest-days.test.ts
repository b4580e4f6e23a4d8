import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import { createLog } from '../../src/log.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const model = scripted((text) => {
  const [, amount] = /^dinner (\d+)/.exec(text) ?? [];
  return amount
    ? call('record_entries', { entries: [{ kind: 'expense', amount, note: 'dinner', category: 'dining' }] })
    : call('alerts', { action: 'digest', ...JSON.parse(text) });
});

/** A clock, a chat and a scheduler that looks every half hour. */
async function openDays(start: string) {
  const [sqlite] = databases;
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  let now = Temporal.Instant.from(start);
  const { house, say, setNow } = openTestHouse(database, { model, now: start });
  const scheduler = createScheduler({
    database,
    clock: { now: () => now },
    log: createLog('silent'),
    handlers: alertHandlers(house),
    worker: { name: 'test', isGone: () => false },
  });
  onTestFinished(() => scheduler.stop());
  return {
    database,
    say,
    async goOnUntil(end: string) {
      while (Temporal.Instant.compare(now, Temporal.Instant.from(end)) < 0) {
        now = now.add({ minutes: 30 });
        setNow(now.toString());
        await scheduler.tick();
      }
    },
    /** What came unasked: when by the clock of Berlin, and its first line. */
    async told() {
      const rows = await database.client.outbox.findMany({ where: { reply: { not: null } }, orderBy: { id: 'asc' } });
      return rows.map(({ createdAt, reply }) => ({
        at: Temporal.Instant.fromEpochMilliseconds(createdAt.getTime())
          .toZonedDateTimeISO('Europe/Berlin')
          .toPlainDateTime()
          .toString(),
        line: (JSON.parse(reply ?? '') as { text: string }).text.split('\n')[0],
      }));
    },
  };
}

test('a daily digest comes once a day at its local time, also when the clocks change', async () => {
  // The clocks go back on 25 October in Berlin.
  const { database, say, goOnUntil, told } = await openDays('2026-10-22T10:00:00Z');
  await say('dinner 40');
  await say('{ "cadence": "daily", "time": "07:30" }');
  await goOnUntil('2026-10-28T10:00:00Z');
  const digests = await told();
  expect(digests.map(({ at }) => at)).toEqual([23, 24, 25, 26, 27, 28].map((day) => `2026-10-${day}T07:30:00`));
  expect(digests.slice(0, 2).map(({ line }) => line)).toEqual([
    'Yesterday you spent €40.00.',
    'Nothing recorded yesterday.',
  ]);
  const looks = await database.client.schedule.findFirstOrThrow({ where: { kind: 'alerts' } });
  expect([looks.lastAt?.toISOString(), looks.nextAt.toISOString(), looks.lastError]).toEqual([
    '2026-10-28T07:00:00.000Z',
    '2026-10-29T07:00:00.000Z',
    null,
  ]);
});

test('a weekly digest on a Sunday evening is about the seven days up to that one', async () => {
  const { say, goOnUntil, told } = await openDays('2026-11-15T10:00:00Z');
  await say('dinner 100');
  await say('{ "cadence": "weekly", "weekday": 7, "time": "18:00" }');
  await goOnUntil('2026-11-16T10:00:00Z');
  await say('dinner 10');
  await goOnUntil('2026-11-22T10:00:00Z');
  await say('dinner 5');
  await goOnUntil('2026-11-22T20:00:00Z');
  expect(await told()).toEqual([
    { at: '2026-11-15T18:00:00', line: expect.stringContaining('€100.00') },
    { at: '2026-11-22T18:00:00', line: expect.stringContaining('€15.00') },
  ]);
});
