/** What the kinds of schedules do, by their names. */

import type { Handlers } from '../scheduler/handler.ts';
import type { OpenHouse } from './open-house.ts';

export function createScheduleHandlers(_open: OpenHouse): Handlers {
  return {};
}
