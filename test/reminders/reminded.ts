/** A house whose reminders come by a scheduler of its own, with a clock that a test steps. */

import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { createAnswerer } from '../../src/conversation/answer-unasked.ts';
import type { Reply } from '../../src/conversation/message.ts';
import { createLog } from '../../src/log.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { reminderHandlers } from '../../src/reminders/handlers.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import type { Database } from '../../src/store/database.ts';
import { openTestHouse, type TestHouseOptions } from '../support/house.ts';

const model = createOfflineModel();

export const flat = { conversation: 'test:flat', group: { id: 'flat', name: 'flat' } } as const;

export function openReminded(database: Database, options: TestHouseOptions = {}) {
  const opened = openTestHouse(database, { model, ...options });
  const { house } = opened;
  const scheduler = createScheduler({
    database,
    clock: house.clock,
    log: createLog('silent'),
    handlers: reminderHandlers({ ...house, answerer: createAnswerer(house) }),
    worker: { name: 'here', isGone: () => false },
  });
  onTestFinished(() => scheduler.stop());
  return {
    ...opened,
    /** Lets everything happen that is due by then; gives how it ended. */
    async goTo(time: string) {
      opened.setNow(time);
      return await scheduler.tick();
    },
    /** What came unasked, as "conversation: text", oldest first. */
    told: async () => (await unasked(database)).map(({ conversation, reply }) => `${conversation}: ${reply.text}`),
    /** The latest of them. */
    async latest(): Promise<Reply> {
      const last = (await unasked(database)).at(-1);
      if (!last) throw new Error('nothing came');
      return last.reply;
    },
    async untold(): Promise<string[]> {
      const rows = await database.client.notice.findMany({ where: { rule: 'reminder' }, orderBy: { id: 'asc' } });
      return rows.map(({ bucket, state, reason }) => `${bucket} ${state} ${reason}`);
    },
    /** "reminder on 2026-06-15T19:00:00Z", oldest first. */
    async schedules(): Promise<string[]> {
      const rows = await database.client.schedule.findMany({
        where: { kind: { in: ['reminder', 'question'] } },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ kind, state, nextAt }) => `${kind} ${state} ${Temporal.Instant.from(nextAt.toISOString())}`);
    },
  };
}

async function unasked({ client }: Database): Promise<{ conversation: string; reply: Reply }[]> {
  const rows = await client.outbox.findMany({ where: { reply: { not: null } }, orderBy: { id: 'asc' } });
  return rows.map(({ conversation, reply }) => ({ conversation, reply: JSON.parse(reply ?? '') as Reply }));
}
