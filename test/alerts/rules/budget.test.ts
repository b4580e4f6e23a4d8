import { describe, expect, test } from 'vitest';
import { budgetAlerts, type RunningBudget } from '../../../src/alerts/rules/budget.ts';
import type { BudgetPace } from '../../../src/insight/budget-pace.ts';
import type { Answer } from '../../../src/insight/too-little.ts';

const USUAL_MONTH = 250_000;
const onCourse: BudgetPace = {
  spent: 0,
  left: 0,
  chargesToCome: 0,
  expected: 40_000,
  passingDay: null,
  state: 'on-course',
  perDay: null,
};
const off = { ...onCourse, expected: 60_000, passingDay: '2026-06-23', state: 'will-pass' } as const;

/** €500 for dining in June. */
function june(spent: number, pace: BudgetPace | null): RunningBudget {
  const known: Answer<BudgetPace> = pace
    ? { enough: true, ...pace }
    : { enough: false, unit: 'days', has: 1, needs: 3 };
  const amount = { minor: 50_000n, currency: 'EUR' };
  return {
    name: 'dining',
    budget: { id: 'b', scope: 'c', period: 'monthly', amount },
    limit: 50_000,
    period: { from: '2026-06-01', to: '2026-06-30' },
    spent,
    pace: known,
  };
}

const found = (budget: RunningBudget, today = '2026-06-12', since = '2025-01-01') =>
  budgetAlerts([budget], { today, since, usualMonth: USUAL_MONTH });
const levels = (...known: Parameters<typeof found>) =>
  found(...known).map(({ bucket, severity }) => `${bucket} ${severity}`);

describe('a budget', () => {
  test.each([
    [39_999, onCourse, []],
    [40_000, onCourse, ['near medium']],
    [50_000, onCourse, ['near medium']],
    [50_001, onCourse, ['passed medium']],
    // A tenth of a usual month over.
    [75_000, onCourse, ['passed high']],
    [20_000, off, ['course medium']],
    [20_000, null, []],
    [45_000, null, ['near medium']],
  ])('with %d of 50,000 spent: %s', (spent, pace, expected) => {
    expect(levels(june(spent, pace))).toEqual(expected);
  });

  test('is not said to be on course to be exceeded in its first days, or by a hair', () => {
    expect(levels(june(4_000, off), '2026-06-05')).toEqual([]);
    expect(levels(june(4_000, off), '2026-06-06')).toEqual(['course medium']);
    expect(levels(june(20_000, { ...off, expected: 55_000 }))).toEqual([]);
    // A ledger that began on the 10th knows three days of June.
    expect(levels(june(20_000, off), '2026-06-12', '2026-06-10')).toEqual([]);
  });

  test('that is nearly used up when its month is nearly over is no message by itself', () => {
    expect(levels(june(42_000, onCourse), '2026-06-28')).toEqual(['near low']);
    expect(levels(june(42_000, off), '2026-06-28')).toEqual(['near medium']);
  });

  test('tells each of its causes under one key, which is another in the next month and for another limit', () => {
    const [first] = found(june(45_000, off));
    expect(first?.covers).toEqual(['course']);
    expect(first?.facts).toMatchObject({ level: 'near', passingDay: '2026-06-23', expected: 60_000, categoryId: 'c' });
    expect(first?.stake).toBe(10_000);
    const keys = [
      june(50_001, off),
      june(45_000, off),
      { ...june(45_000, off), period: { from: '2026-07-01', to: '2026-07-31' } },
      { ...june(45_000, off), budget: { ...june(0, off).budget, amount: { minor: 50_001n, currency: 'EUR' } } },
    ].flatMap((budget) => found(budget, '2026-07-12').map(({ key }) => key));
    expect(keys[0]).toBe(keys[1]);
    expect(new Set(keys).size).toBe(3);
  });
});
