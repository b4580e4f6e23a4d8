/** Rows into schedules. */

import { Temporal } from 'temporal-polyfill';
import type { Cadence } from '../schedule/cadence.ts';
import type { ScheduleRow } from '../store/schedules.ts';
import type { Schedule } from './handler.ts';

/** Throws a SyntaxError for JSON that is none. */
export function readSchedule(row: ScheduleRow): Schedule {
  const { id, personId, ledgerId, kind, timeZone, lastError } = row;
  return {
    ...{ id, personId, ledgerId, kind, timeZone, lastError },
    cadence: JSON.parse(row.cadence) as Cadence,
    payload: JSON.parse(row.payload),
    nextAt: instantOf(row.nextAt),
    lastAt: row.lastAt && instantOf(row.lastAt),
    state: row.state as Schedule['state'],
  };
}

export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
