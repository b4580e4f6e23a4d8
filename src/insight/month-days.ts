/** How spending lies within a month: after payday, or in which third. */

import { type Day, dayNumber, type Period } from '../period.ts';
import type { DayAmount } from './entry.ts';
import { columnScores, holm, signTest, twoSided } from './rank-tests.ts';
import { middle } from './robust.ts';
import { DAYS_AFTER_PAYDAY, HABIT_P, MONTHS_FOR_MONTH_DAYS, PAYDAYS_FOR_AN_EFFECT } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';

export interface PaydayEffect {
  readonly kind: 'more' | 'less' | 'none';
  /** Spending a day in the week from payday over that on the other days until the next: the median of the cycles. */
  readonly ratio: number;
  /** Cycles with more a day after payday, of `cycles` in all. */
  readonly cyclesWithMore: number;
  readonly cycles: number;
  /** Two-sided sign test. */
  readonly p: number;
}

/**
 * Whether more is spent just after money comes in. A cycle goes from a payday to the day before the next one; paydays
 * closer together than twice the days looked at are taken as one. Leave fixed charges out of the amounts.
 */
export function paydayEffect(amounts: readonly DayAmount[], paydays: readonly Day[]): Answer<PaydayEffect> {
  const starts: number[] = [];
  for (const payday of [...new Set(paydays)].sort().map(dayNumber)) {
    if (payday - (starts.at(-1) ?? Number.NEGATIVE_INFINITY) >= 2 * DAYS_AFTER_PAYDAY) starts.push(payday);
  }
  const sums = sumsByDay(amounts);
  const ratios: number[] = [];
  let withMore = 0;
  let decided = 0;
  for (let index = 0; index + 1 < starts.length; index++) {
    const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
    const after = between(sums, start, start + DAYS_AFTER_PAYDAY) / DAYS_AFTER_PAYDAY;
    const rest = between(sums, start + DAYS_AFTER_PAYDAY, end) / (end - start - DAYS_AFTER_PAYDAY);
    if (rest > 0) ratios.push(after / rest);
    if (after !== rest) decided++;
    if (after > rest) withMore++;
  }
  if (decided < PAYDAYS_FOR_AN_EFFECT) return tooLittle('paydays', decided, PAYDAYS_FOR_AN_EFFECT);
  const p = signTest(withMore, decided);
  const kind = p > HABIT_P ? 'none' : withMore * 2 > decided ? 'more' : 'less';
  return { enough: true, kind, ratio: middle(ratios), cyclesWithMore: withMore, cycles: decided, p };
}

export interface MonthThird {
  readonly third: 'first' | 'middle' | 'last';
  /** Days 1–10, 11–20, 21 to the end: minor units a day, the median of the months. */
  readonly typicalADay: number;
  readonly kind: 'more' | 'less' | 'usual';
  /** Two-sided, held to the standard of one test among three (Holm). */
  readonly p: number;
}

/** Which third of a month is dear, over complete months (each from its first to its last day). */
export function monthThirds(
  amounts: readonly DayAmount[],
  months: readonly Period[],
): Answer<{ readonly thirds: readonly MonthThird[]; readonly months: number }> {
  if (months.length < MONTHS_FOR_MONTH_DAYS) return tooLittle('months', months.length, MONTHS_FOR_MONTH_DAYS);
  const sums = sumsByDay(amounts);
  const rows = months.map(({ from, to }) => {
    const [start, end] = [dayNumber(from), dayNumber(to) + 1];
    return [
      between(sums, start, start + 10) / 10,
      between(sums, start + 10, start + 20) / 10,
      between(sums, start + 20, end) / (end - start - 20),
    ];
  });
  const scores = columnScores(rows);
  const ps = holm(scores.map(twoSided));
  const thirds = (['first', 'middle', 'last'] as const).map((third, column): MonthThird => {
    const p = ps[column] ?? 1;
    return {
      third,
      typicalADay: Math.round(middle(rows.map((row) => row[column] ?? 0))),
      kind: p > HABIT_P ? 'usual' : (scores[column] ?? 0) > 0 ? 'more' : 'less',
      p,
    };
  });
  return { enough: true, thirds, months: months.length };
}

function sumsByDay(amounts: readonly DayAmount[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { day, amount } of amounts) sums.set(dayNumber(day), (sums.get(dayNumber(day)) ?? 0) + amount);
  return sums;
}

function between(sums: ReadonlyMap<number, number>, from: number, before: number): number {
  let sum = 0;
  for (let day = from; day < before; day++) sum += sums.get(day) ?? 0;
  return sum;
}
