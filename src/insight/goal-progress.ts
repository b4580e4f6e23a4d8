/** How far a savings goal has come, and whether it will be reached by its day. */

import { addDays, addMonths, type Day, daysIn, LAST_DAY } from '../period.ts';
import type { DayAmount } from './entry.ts';
import { DAYS_IN_A_MONTH } from './rhythm.ts';
import { DAYS_FOR_A_PACE, MONTHS_OF_A_PACE } from './thresholds.ts';
import type { TooLittle } from './too-little.ts';
import { tooLittle } from './too-little.ts';

export interface SavingsGoal {
  /** Minor units. */
  readonly target: number;
  readonly startDay: Day;
  /** Null for a goal without a day. */
  readonly byDay: Day | null;
}

export interface GoalProgress {
  /** Since the start, `startDay` and `today` included; below zero when more was spent than came in. */
  readonly saved: number;
  /** At least zero. */
  readonly remaining: number;
  /** Saved of the target; may pass 1 or be below 0. */
  readonly share: number;
  /** Whole days after today up to `byDay`; null without a day, 0 when it has passed. */
  readonly daysLeft: number | null;
  /** Minor units a month from now on, rounded up; null without a day or with none left. */
  readonly paceNeeded: number | null;
  /** Minor units a month at present; too little when the goal is younger than a fortnight. */
  readonly paceNow: number | TooLittle;
  /** When it is reached at the present pace; null for never, or while the pace is unknown. */
  readonly expectedDay: Day | null;
  readonly state: 'reached' | 'on-course' | 'behind' | 'missed' | 'unknown';
}

/**
 * `net` is income less spending by day (or payments into the goal); days outside of startDay to today don't count.
 * The present pace is the mean of the last whole months since the start, up to six: money comes in lumps, so parts of
 * a month would mislead. In its first month it is what was saved so far, scaled to a month, from a fortnight on.
 */
export function goalProgress(goal: SavingsGoal, net: readonly DayAmount[], today: Day): GoalProgress {
  const { target, startDay, byDay } = goal;
  const own = net.filter(({ day }) => day >= startDay && day <= today);
  const saved = own.reduce((sum, { amount }) => sum + amount, 0);
  const remaining = Math.max(0, target - saved);
  const daysLeft = byDay === null ? null : byDay <= today ? 0 : daysIn({ from: today, to: byDay }) - 1;
  const paceNeeded = daysLeft === null || daysLeft === 0 ? null : Math.ceil((remaining * DAYS_IN_A_MONTH) / daysLeft);
  const paceNow = presentPace(startDay, own, today);
  const expected = typeof paceNow === 'number' ? expectedDay(remaining, paceNow, today) : null;
  const progress = { saved, remaining, share: target === 0 ? 1 : saved / target, daysLeft, paceNeeded, paceNow };
  return { ...progress, expectedDay: expected, state: stateOf(goal, remaining, paceNow, expected, today) };
}

/** The day on which `remaining` is saved at `pace` minor units a month; null for never, or beyond the calendar. */
export function expectedDay(remaining: number, pace: number, today: Day): Day | null {
  if (remaining <= 0) return today;
  const days = Math.ceil((remaining / pace) * DAYS_IN_A_MONTH);
  if (pace <= 0 || days >= daysIn({ from: today, to: LAST_DAY })) return null;
  return addDays(today, days);
}

function presentPace(startDay: Day, net: readonly DayAmount[], today: Day): number | TooLittle {
  const starts: Day[] = [startDay];
  // Each from the start itself, so that a goal begun on the 31st keeps its day after February.
  for (let month = 1; addMonths(startDay, month) <= addDays(today, 1); month++) starts.push(addMonths(startDay, month));
  const months = starts.length - 1;
  if (months >= 1) {
    const used = Math.min(months, MONTHS_OF_A_PACE);
    const [from, before] = [starts[months - used] ?? startDay, starts[months] ?? today];
    const saved = net.filter(({ day }) => day >= from && day < before).reduce((sum, { amount }) => sum + amount, 0);
    return Math.round(saved / used);
  }
  const days = today < startDay ? 0 : daysIn({ from: startDay, to: today });
  if (days < DAYS_FOR_A_PACE) return tooLittle('days', days, DAYS_FOR_A_PACE);
  return Math.round((net.reduce((sum, { amount }) => sum + amount, 0) * DAYS_IN_A_MONTH) / days);
}

function stateOf(
  { byDay }: SavingsGoal,
  remaining: number,
  pace: number | TooLittle,
  expected: Day | null,
  today: Day,
): GoalProgress['state'] {
  if (remaining === 0) return 'reached';
  if (byDay !== null && byDay <= today) return 'missed';
  if (typeof pace !== 'number') return 'unknown';
  return expected !== null && (byDay === null || expected <= byDay) ? 'on-course' : 'behind';
}
