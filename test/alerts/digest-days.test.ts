import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import { createLog } from '../../src/log.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const model = scripted((text) =>
  text.startsWith('dinner')
    ? call('record_entries', { entries: [{ kind: 'expense', amount: '40', note: 'dinner', category: 'dining' }] })
    : call('alerts', { action: 'digest', cadence: 'daily', time: '07:30' }),
);

test('a daily digest comes once a day at its local time, also when the clocks change', async () => {
  const [sqlite] = databases;
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  // The clocks go back on 25 October in Berlin.
  let now = Temporal.Instant.from('2026-10-22T10:00:00Z');
  const { house, say, setNow } = openTestHouse(database, { model });
  setNow(now.toString());
  await say('dinner');
  await say('daily digest at 7:30');
  const scheduler = createScheduler({
    database,
    clock: { now: () => now },
    log: createLog('silent'),
    handlers: alertHandlers(house),
    worker: { name: 'test', isGone: () => false },
  });
  onTestFinished(() => scheduler.stop());
  const end = Temporal.Instant.from('2026-10-28T10:00:00Z');
  while (Temporal.Instant.compare(now, end) < 0) {
    now = now.add({ minutes: 30 });
    setNow(now.toString());
    await scheduler.tick();
  }
  const rows = await database.client.outbox.findMany({ where: { reply: { not: null } }, orderBy: { id: 'asc' } });
  const times = rows.map(({ createdAt }) =>
    Temporal.Instant.fromEpochMilliseconds(createdAt.getTime())
      .toZonedDateTimeISO('Europe/Berlin')
      .toPlainDateTime()
      .toString(),
  );
  expect(times).toEqual([23, 24, 25, 26, 27, 28].map((day) => `2026-10-${day}T07:30:00`));
  const texts = rows.map(({ reply }) => (JSON.parse(reply ?? '') as { text: string }).text.split('\n')[0]);
  expect(texts.slice(0, 2)).toEqual(['Yesterday you spent €40.00.', 'Nothing recorded yesterday.']);
  const looks = await database.client.schedule.findFirstOrThrow({ where: { kind: 'alerts' } });
  expect([looks.lastAt?.toISOString(), looks.nextAt.toISOString(), looks.lastError]).toEqual([
    '2026-10-28T07:00:00.000Z',
    '2026-10-29T07:00:00.000Z',
    null,
  ]);
});
