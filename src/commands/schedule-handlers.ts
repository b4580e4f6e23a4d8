/** What the kinds of schedules do, by their names, and what is done every night. */

import type { Temporal } from 'temporal-polyfill';
import { alertHandlers } from '../alerts/handlers.ts';
import { createAnswerer } from '../conversation/answer-unasked.ts';
import { phraseBy } from '../conversation/phrase-lines.ts';
import { recurringHandlers } from '../recurring/post-entry.ts';
import { reminderHandlers } from '../reminders/handlers.ts';
import type { Handlers } from '../scheduler/handler.ts';
import type { Database } from '../store/database.ts';
import { forgetOld } from '../store/housekeeping.ts';
import type { OpenHouse } from './open-house.ts';

/** How long replies that left and codes that ended are kept, for whoever looks into what went wrong. */
const KEEP_DAYS = 30;

export function createScheduleHandlers({ house }: OpenHouse): Handlers {
  const phrase = house.connected ? { phrase: phraseBy(house) } : {};
  return {
    ...alertHandlers({ ...house, ...phrase }),
    ...recurringHandlers(house.defaults),
    ...reminderHandlers({ ...house, answerer: createAnswerer(house) }),
  };
}

export function createHousekeeping(database: Database): (now: Temporal.Instant) => Promise<void> {
  return async (now) => {
    const before = new Date(now.subtract({ hours: 24 * KEEP_DAYS }).epochMilliseconds);
    await database.transaction((tx) => forgetOld(tx, before));
  };
}
