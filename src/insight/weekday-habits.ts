/** On which weekdays a person spends more, or less, than on the others. */

import { type Day, dayNumber, weekdayOfNumber } from '../period.ts';
import type { DayAmount } from './entry.ts';
import { columnScores, holm, twoSided } from './rank-tests.ts';
import { middle } from './robust.ts';
import { HABIT_P, WEEKS_FOR_HABITS } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

export interface WeekdayHabit {
  /** Monday is 1. */
  readonly weekday: number;
  /** The median of this weekday's totals, minor units. */
  readonly typical: number;
  /** Of all that was spent in those weeks. */
  readonly share: number;
  readonly kind: 'more' | 'less' | 'usual';
  /** Two-sided, held to the standard of one test among seven (Holm). */
  readonly p: number;
}

export interface WeekdayHabits {
  /** Monday to Sunday. */
  readonly weekdays: readonly WeekdayHabit[];
  readonly weeks: number;
}

/**
 * Ranks the days within each whole week (Monday to Sunday) between two days, so that one rent on a Tuesday counts as
 * one high Tuesday. Leave fixed charges out of the amounts where you can.
 */
export function weekdayHabits(amounts: readonly DayAmount[], from: Day, to: Day): Answer<WeekdayHabits> {
  const firstMonday = dayNumber(from) + ((8 - weekdayOfNumber(dayNumber(from))) % 7);
  const weeks = Math.max(0, Math.floor((dayNumber(to) + 1 - firstMonday) / 7));
  if (weeks < WEEKS_FOR_HABITS) return tooLittle('weeks', weeks, WEEKS_FOR_HABITS);
  const rows = Array.from({ length: weeks }, () => new Array<number>(7).fill(0));
  for (const { day, amount } of amounts) {
    const offset = dayNumber(day) - firstMonday;
    const row = rows[Math.floor(offset / 7)];
    if (row && offset >= 0) row[offset % 7] = (row[offset % 7] ?? 0) + amount;
  }
  const scores = columnScores(rows);
  const ps = holm(scores.map(twoSided));
  const all = rows.flat().reduce((sum, total) => sum + total, 0);
  const weekdays = scores.map((score, column): WeekdayHabit => {
    const totals = rows.map((row) => row[column] ?? 0);
    const p = ps[column] ?? 1;
    return {
      weekday: column + 1,
      typical: Math.round(middle(totals)),
      share: all === 0 ? 0 : totals.reduce((sum, total) => sum + total, 0) / all,
      kind: p > HABIT_P ? 'usual' : score > 0 ? 'more' : 'less',
      p,
    };
  });
  return { enough: true, weekdays, weeks };
}
