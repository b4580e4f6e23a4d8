/** Months as whole numbers, and the numbers of their days. */

import { type Day, dayOfNumber } from '../period.ts';

const MILLISECONDS = 86_400_000;

/** Remembered, since the same ones come up thousands of times: a ledger has some 47,000 days at most. */
const firsts = new Map<number, number>();
const months = new Map<number, number>();

/** Months since year 0: 2026-03 is 2026 × 12 + 2. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** {@link monthNumber} of the day with this number. */
export function monthOfDay(number: number): number {
  let month = months.get(number);
  if (month === undefined) {
    month = monthNumber(dayOfNumber(number));
    months.set(number, month);
  }
  return month;
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
