/** When something happens again and again: plain data that JSON can hold, by the wall clock of a person's time zone. */

import type { Day, Weekday } from '../period.ts';

/** "HH:MM", 00:00 to 23:59, by the wall clock. */
export type WallTime = string;

/** The first and last day it may happen on, both included, and days on which it is left out. */
export interface Bounds {
  readonly from?: Day;
  readonly until?: Day;
  readonly skip?: readonly Day[];
}

export type Repetition =
  | { readonly repeats: 'daily'; readonly at: WallTime }
  | { readonly repeats: 'weekly'; readonly weekdays: readonly Weekday[]; readonly at: WallTime }
  /** A month without that day takes its last one: 31 is the last day of every month. */
  | { readonly repeats: 'monthly'; readonly day: number; readonly at: WallTime }
  /** The first to fourth of that weekday in a month, or with -1 its last. */
  | {
      readonly repeats: 'monthly-weekday';
      readonly nth: 1 | 2 | 3 | 4 | -1;
      readonly weekday: Weekday;
      readonly at: WallTime;
    }
  /** 29 February is the 28th in other years. */
  | { readonly repeats: 'yearly'; readonly month: number; readonly day: number; readonly at: WallTime }
  /** Counted from the day `from`, which is the first; months keep its day as "monthly" does. */
  | {
      readonly repeats: 'every';
      readonly count: number;
      readonly unit: 'day' | 'week' | 'month';
      readonly from: Day;
      readonly at: WallTime;
    }
  /** Five fields as in crontab(5): minute, hour, day of month, month, day of week. */
  | { readonly repeats: 'cron'; readonly expression: string };

/** One moment, ISO 8601 with an offset or Z. */
export interface Once {
  readonly repeats: 'once';
  readonly instant: string;
}

export type Cadence = (Repetition & Bounds) | Once;
