/** Whether the running period's budget will hold, and the day on which it would not. */

import { addDays, type Day, dayNumber, daysIn, type Period, weekdayOfNumber } from '../period.ts';
import type { DayAmount } from './entry.ts';
import { middle, quantileOf } from './robust.ts';
import {
  CLOSE_TO_LIMIT,
  DAYS_FOR_A_BUDGET_PACE,
  DEAREST_DAYS,
  ONCE_TIMES,
  SPENDING_DAYS_FOR_ONCE,
  USUAL_DAYS_WEIGHT,
  WEEKS_FOR_HABITS,
} from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

export interface RunningBudget extends Period {
  readonly limit: number;
  readonly today: Day;
  /** Spent in the period up to today, recurring charges left out. */
  readonly flexible: readonly DayAmount[];
  /** Recurring charges of the period: those paid, and those still to come (an overdue one with a day after today). */
  readonly charges: readonly DayAmount[];
  /** Spent on days before the period, recurring charges left out; may be empty. */
  readonly earlier: readonly DayAmount[];
  /** The first day that `earlier` knows about: days since then without an amount were days without spending. */
  readonly earlierSince: Day;
}

export interface BudgetPace {
  readonly spent: number;
  /** Below zero when it is passed. */
  readonly left: number;
  /** Recurring charges that are still to come. */
  readonly chargesToCome: number;
  /** What the period will come to, rounded. */
  readonly expected: number;
  /** The day on which spending passes, or passed, the limit; null when it holds. */
  readonly passingDay: Day | null;
  readonly state: 'passed' | 'will-pass' | 'close' | 'on-course';
  /** What may be spent on each day after today beside the charges to come; null with no day left. Never below zero. */
  readonly perDay: number | null;
}

/**
 * The days to come at the present pace, each at the weight of its weekday, and the known charges on their days. The
 * pace is that of the days so far, with the usual one counting as a week of days, so that one dear Monday does not
 * write off the month. Recurring charges are never part of the pace, nor is, in a young ledger, a day far dearer than
 * others: its first rent is not known yet for what it is.
 */
export function budgetPace(budget: RunningBudget): Answer<BudgetPace> {
  const { from, to, limit, today } = budget;
  const end = today < to ? today : to;
  const soFar = today < from ? 0 : daysIn({ from, to: end });
  const usual = usualWeeks(budget);
  if (soFar < DAYS_FOR_A_BUDGET_PACE && usual.weeks === 0) return tooLittle('days', soFar, DAYS_FOR_A_BUDGET_PACE);
  const spentByDay = sumsByDay([...budget.flexible, ...budget.charges]);
  const dearest = usual.weeks < WEEKS_FOR_HABITS ? dearestOfPace(budget) : Number.POSITIVE_INFINITY;
  const flexible = [...sumsByDay(budget.flexible).values()]
    .filter((amount) => amount <= dearest)
    .reduce((sum, amount) => sum + amount, 0);
  const weightSoFar = weightBetween(usual.weights, from, soFar);
  const trust = usual.weeks > 0 ? USUAL_DAYS_WEIGHT : 0;
  const rate = Math.max(0, (flexible + trust * usual.perDay) / (weightSoFar + trust));
  let [total, passingDay] = [0, null as Day | null];
  let spent = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    total += spentByDay.get(day) ?? 0;
    if (day > today) total += rate * weightOf(usual.weights, day);
    else spent = total;
    if (passingDay === null && total > limit) passingDay = day;
  }
  const chargesToCome = budget.charges.filter(({ day }) => day > today).reduce((sum, { amount }) => sum + amount, 0);
  const daysLeft = Math.max(0, daysIn({ from, to }) - soFar);
  const isClose = total > limit * (1 - CLOSE_TO_LIMIT);
  return {
    enough: true,
    spent,
    left: limit - spent,
    chargesToCome,
    expected: Math.round(total),
    passingDay,
    state: spent > limit ? 'passed' : passingDay !== null ? 'will-pass' : isClose ? 'close' : 'on-course',
    perDay: daysLeft === 0 ? null : Math.max(0, Math.floor((limit - spent - chargesToCome) / daysLeft)),
  };
}

/** What a day may cost to be part of the pace, by the median day with spending. */
function dearestOfPace({ flexible, earlier }: RunningBudget): number {
  const days = [...sumsByDay([...earlier, ...flexible]).values()].filter((amount) => amount > 0);
  return days.length < SPENDING_DAYS_FOR_ONCE ? Number.POSITIVE_INFINITY : ONCE_TIMES * middle(days);
}

interface UsualWeeks {
  readonly weeks: number;
  /** Of a median week, a day's part. */
  readonly perDay: number;
  /** Monday to Sunday, 1 in the mean. */
  readonly weights: readonly number[];
}

/** From whole weeks counted back from the period's first day; equal weights while there are fewer than eight. */
function usualWeeks({ from, earlier, earlierSince }: RunningBudget): UsualWeeks {
  const start = dayNumber(from);
  const weeks = Math.max(0, Math.floor((start - dayNumber(earlierSince)) / 7));
  const byWeek = new Array<number>(weeks).fill(0);
  const byWeekday = new Array<number>(7).fill(0);
  const days = [...sumsByDay(earlier)].filter(([day]) => day < from && dayNumber(day) >= start - 7 * weeks);
  // One new sofa makes no dear Tuesdays.
  const most = quantileOf(
    days.map(([, amount]) => amount),
    DEAREST_DAYS,
  );
  for (const [day, amount] of days) {
    const week = Math.floor((start - 1 - dayNumber(day)) / 7);
    byWeek[week] = (byWeek[week] ?? 0) + amount;
    const column = weekdayOfNumber(dayNumber(day)) - 1;
    byWeekday[column] = (byWeekday[column] ?? 0) + Math.min(most, Math.max(0, amount));
  }
  const all = byWeekday.reduce((sum, total) => sum + total, 0);
  const isKnown = weeks >= WEEKS_FOR_HABITS && all > 0;
  return {
    weeks,
    perDay: middle(byWeek) / 7,
    weights: byWeekday.map((total) => (isKnown ? (7 * total) / all : 1)),
  };
}

function weightOf(weights: readonly number[], day: Day): number {
  return weights[weekdayOfNumber(dayNumber(day)) - 1] ?? 1;
}

function weightBetween(weights: readonly number[], from: Day, days: number): number {
  let weight = 0;
  for (let index = 0; index < days; index++) weight += weightOf(weights, addDays(from, index));
  return weight;
}

function sumsByDay(amounts: readonly DayAmount[]): Map<Day, number> {
  const sums = new Map<Day, number>();
  for (const { day, amount } of amounts) sums.set(day, (sums.get(day) ?? 0) + amount);
  return sums;
}
