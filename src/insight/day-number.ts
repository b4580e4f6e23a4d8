/** Days as whole numbers, so that thousands of gaps are counted without a calendar object for each. */

import type { Day } from '../period.ts';

const MILLISECONDS = 86_400_000;

/** Remembered, since the same days come up thousands of times: a ledger has some 47,000 at most. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const firsts = new Map<number, number>();

/** Days since 1970-01-01 (0). A calendar day has no time zone, so none of them is 23 or 25 hours long. */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MILLISECONDS;
    numbers.set(day, number);
  }
  return number;
}

/** The day that {@link dayNumber} gave the number of. */
export function dayOfNumber(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MILLISECONDS).toISOString().slice(0, 10);
    days.set(number, day);
  }
  return day;
}

/** Monday is 1, Sunday is 7: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Months since year 0: 2026-03 is 2026 × 12 + 2. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The number of the day on `dayOfMonth` of a month; the last day of a month that is shorter. */
export function dayInMonth(month: number, dayOfMonth: number): number {
  const first = firstOfMonth(month);
  return Math.min(first + dayOfMonth - 1, firstOfMonth(month + 1) - 1);
}

/** The number of a month's first day. */
function firstOfMonth(month: number): number {
  let first = firsts.get(month);
  if (first === undefined) {
    first = Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
    firsts.set(month, first);
  }
  return first;
}
