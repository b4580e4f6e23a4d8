import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../src/insight/allocate.ts';
import { type BudgetPlan, recommendBudgets } from '../../src/insight/budget-advice.ts';
import { findRecurring } from '../../src/insight/recurring.ts';
import { type SpendingMonths, spendingHistory, typicalMonth } from '../../src/insight/spending-months.ts';
import { addDays, addMonths } from '../../src/period.ts';
import { entriesOf } from './entries.ts';

function planOf(history: readonly SpendingMonths[], wishes = {}): BudgetPlan {
  const plan = recommendBudgets(history, wishes);
  if (!plan.enough) throw new Error(`needs ${plan.needs}`);
  return plan;
}

describe('allocation', () => {
  test('by hand: 100 in three equal parts, 10 by 1, 2 and 4', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    // 1.43, 2.86, 5.71: the two left over go to the second and the third.
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6]);
    expect(allocate(10, [0, 0])).toEqual([0, 0]);
    expect(allocate(0, [3, 4])).toEqual([0, 0]);
  });

  test('loses nothing, and no part is off its share by as much as one', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (total, parts) => {
        const sum = parts.reduce((all, each) => all + each, 0);
        fc.pre(sum > 0);
        const given = allocate(total, parts);
        expect(given.reduce((all, each) => all + each, 0)).toBe(total);
        given.forEach((part, index) => {
          // In whole numbers: part × sum within one sum of total × weight.
          const off = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(parts[index] ?? 0);
          expect(off < BigInt(sum) && -off < BigInt(sum)).toBe(true);
        });
      }),
    );
  });
});

describe('a typical month', () => {
  test('is the median of the last twelve, whatever one month was like', () => {
    expect(typicalMonth([90, 100, 5000, 110])).toEqual({ amount: 105, basis: 'usual' });
    expect(typicalMonth([9, 9, 9, 9, ...Array<number>(12).fill(50)])).toEqual({ amount: 50, basis: 'usual' });
  });

  test('is the mean where most months have nothing', () => {
    expect(typicalMonth([0, 0, 60_000, 0, 0, 0, 0, 0, 84_000, 0, 0, 0])).toEqual({ amount: 12_000, basis: 'rare' });
  });

  test('is that of its season where two years agree', () => {
    const year = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 300];
    // January to November of a third year: December comes next.
    const history = [...year, ...year.slice(0, 11), 340, ...year.slice(0, 11)];
    expect(typicalMonth(history)).toEqual({ amount: 320, basis: 'season' });
    expect(typicalMonth(history, 2)).toEqual({ amount: 100, basis: 'usual' });
    // One December alone is no season.
    expect(typicalMonth([...year, ...year.slice(0, 11)])).toEqual({ amount: 100, basis: 'usual' });
  });

  test('is never below zero, though refunds be', () => {
    expect(typicalMonth([-300, -200]).amount).toBe(0);
  });
});

describe('recommended budgets', () => {
  const history: SpendingMonths[] = [
    { name: 'housing', fixed: 90_000, flexible: [0, 0, 0, 0] },
    { name: 'groceries', fixed: 0, flexible: [38_000, 41_000, 40_000, 43_210] },
    { name: 'dining', fixed: 1000, flexible: [18_000, 22_000, 19_000, 90_000] },
    { name: 'empty', fixed: 0, flexible: [0, 0, 0, 0] },
  ];

  test('are what is usual, rounded up to a step', () => {
    const plan = planOf(history, { step: 500 });
    expect(plan.budgets.map(({ name, limit, fixed }) => [name, limit, fixed])).toEqual([
      ['housing', 90_000, 90_000],
      // The median of 38, 40, 41, 43.21 is 40.50; of 18, 19, 22, 90 it is 20.50.
      ['groceries', 40_500, 0],
      ['dining', 21_500, 1000],
    ]);
    expect(plan).toMatchObject({ total: 152_000, months: 4, withinIncome: null });
  });

  test('leave what is over when the income is ample', () => {
    const plan = planOf(history, { income: 200_000, saving: 20_000, step: 500 });
    expect(plan.withinIncome).toEqual({ income: 200_000, saving: 20_000, left: 28_000, cut: 0, fit: 'roomy' });
  });

  test('share out what fixed charges and savings leave', () => {
    // 150,000 − 20,000 − 91,000 leaves 39,000 of 61,000: 78 steps of 500 by 81 and 41.
    const plan = planOf(history, { income: 150_000, saving: 20_000, step: 500 });
    expect(plan.budgets.map(({ name, flexible }) => [name, flexible])).toEqual([
      ['housing', 0],
      ['groceries', 26_000],
      ['dining', 13_000],
    ]);
    expect(plan.withinIncome).toMatchObject({ left: 0, fit: 'tight' });
    expect(plan.withinIncome?.cut).toBeCloseTo(22 / 61, 9);
  });

  test('say so when it can hardly be done, or not at all', () => {
    expect(planOf(history, { income: 120_000 }).withinIncome?.fit).toBe('harsh');
    const impossible = planOf(history, { income: 100_000, saving: 30_000 });
    expect(impossible.withinIncome).toMatchObject({ fit: 'impossible', left: -21_000, cut: 1 });
    expect(impossible.total).toBe(91_000);
  });

  test('need two complete months', () => {
    expect(recommendBudgets([{ name: 'a', fixed: 5, flexible: [100] }])).toEqual({
      enough: false,
      unit: 'months',
      has: 1,
      needs: 2,
    });
    expect(recommendBudgets([])).toMatchObject({ enough: false, has: 0 });
  });

  test('always add up', () => {
    const category = fc.record({
      name: fc.string(),
      fixed: fc.integer({ min: 0, max: 200_000 }),
      flexible: fc.array(fc.integer({ min: -5000, max: 300_000 }), { minLength: 3, maxLength: 3 }),
    });
    const wishes = fc.record({
      income: fc.integer({ min: 0, max: 2_000_000 }),
      saving: fc.integer({ min: 0, max: 300_000 }),
      step: fc.constantFrom(1, 100, 500),
    });
    fc.assert(
      fc.property(
        fc.array(category, { minLength: 1, maxLength: 8 }),
        wishes,
        (categories, { income, saving, step }) => {
          const plan = planOf(categories, { income, saving, step });
          expect(plan.total).toBe(plan.budgets.reduce((sum, { limit }) => sum + limit, 0));
          expect(plan.total + saving + (plan.withinIncome?.left ?? 0)).toBe(income);
          if (plan.withinIncome?.fit !== 'impossible') expect(plan.withinIncome?.left).toBeGreaterThanOrEqual(0);
          for (const { limit, fixed, flexible, typical } of plan.budgets) {
            expect(limit).toBe(fixed + flexible);
            expect(flexible).toBeLessThanOrEqual(typical);
            expect(flexible % step).toBe(0);
          }
        },
      ),
    );
  });
});

test('a ledger falls apart into fixed charges and the rest, refunds taken off', () => {
  const rent = Array.from({ length: 5 }, (_, index) => [addMonths('2026-01-02', index), 80_000] as const);
  const sofa = entriesOf('sofa', [['2026-02-10', 120_000]], { category: 'housing' });
  const back = entriesOf('sofa', [['2026-03-10', 20_000]], { category: 'housing', kind: 'refund' });
  const entries = [...entriesOf('landlord', rent, { category: 'housing' }), ...sofa, ...back].map((each, index) => ({
    ...each,
    id: `${index}`,
  }));
  const history = spendingHistory(entries, findRecurring(entries, '2026-05-20'), '2026-01-01', '2026-05-20');
  expect(history).toEqual({
    categories: [{ name: 'housing', fixed: 80_000, flexible: [0, 120_000, -20_000, 0] }],
    months: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'],
  });
  // Once the rent has ended it is no part of a month any more.
  const ended = spendingHistory(entries, findRecurring(entries, '2026-12-20'), '2026-01-01', addDays('2026-12-20', 0));
  expect(ended.categories[0]?.fixed).toBe(0);
});
