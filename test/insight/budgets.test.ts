import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BudgetPace, budgetPace, type RunningBudget } from '../../src/insight/budget-pace.ts';
import { type BudgetPeriod, budgetRecord } from '../../src/insight/budget-record.ts';
import { addDays, addMonths, unitAround } from '../../src/period.ts';

describe('the record of a budget', () => {
  const periods = (spent: readonly number[], limit = 30_000): BudgetPeriod[] =>
    spent.map((each, index) => ({ ...unitAround(addMonths('2026-01-01', index), 'month'), limit, spent: each }));

  test('kept and passed, by how much, and the latest in a row', () => {
    expect(budgetRecord(periods([29_000, 33_000, 45_000, 30_000, 12_000]))).toEqual({
      enough: true,
      kept: 3,
      passed: 2,
      typicalUse: 1,
      typicalOverrun: 9000,
      worst: { from: '2026-03-01', to: '2026-03-31', limit: 30_000, spent: 45_000 },
      streak: { kind: 'kept', count: 2 },
      trend: 'unknown',
    });
  });

  test('always kept, always passed', () => {
    expect(budgetRecord(periods([1, 2, 3]))).toMatchObject({
      passed: 0,
      worst: null,
      typicalOverrun: 0,
      streak: { kind: 'kept', count: 3 },
    });
    expect(budgetRecord(periods([31_000, 32_000]))).toMatchObject({ kept: 0, streak: { kind: 'passed', count: 2 } });
  });

  test('used more and more, less and less, or neither; a limit that was raised is taken into account', () => {
    const rising = [20_000, 22_000, 24_000, 26_000, 28_000, 30_000];
    expect(budgetRecord(periods(rising))).toMatchObject({ trend: 'worsening' });
    expect(budgetRecord(periods([...rising].reverse()))).toMatchObject({ trend: 'improving' });
    const raised = periods(rising).map((period) => ({ ...period, limit: period.spent * 2 }));
    expect(budgetRecord(raised)).toMatchObject({ trend: 'none', typicalUse: 0.5 });
  });

  test('needs two periods', () => {
    expect(budgetRecord(periods([1]))).toEqual({ enough: false, unit: 'periods', has: 1, needs: 2 });
  });
});

describe('the running budget', () => {
  const each = (from: string, days: number, amountOn: (day: string) => number) =>
    Array.from({ length: days }, (_, index) => addDays(from, index)).map((day) => ({ day, amount: amountOn(day) }));
  const isSaturday = (day: string) => new Date(day).getUTCDay() === 6;
  const november = { from: '2026-11-01', to: '2026-11-30', limit: 60_000 };

  function paceOf(budget: Partial<RunningBudget>): BudgetPace {
    const pace = budgetPace({
      ...november,
      today: '2026-11-10',
      flexible: [],
      charges: [],
      earlier: [],
      earlierSince: '2026-11-01',
      ...budget,
    });
    if (!pace.enough) throw new Error(`needs ${pace.needs}`);
    return pace;
  }

  test('by hand: the first rent of a young ledger is spent once, not each day', () => {
    const rent = { day: '2026-11-01', amount: 90_000 };
    const pace = paceOf({ limit: 150_000, flexible: [rent, ...each('2026-11-01', 10, () => 1000)] });
    // 1,000.00 is spent; nine days of 10.00 over ten days make 9.00 for each of the twenty to come.
    expect(pace).toMatchObject({ spent: 100_000, expected: 118_000, passingDay: null, state: 'on-course' });
  });

  test('by hand: 25.00 a day passes 600.00 on the 25th', () => {
    const pace = paceOf({ flexible: each('2026-11-01', 10, () => 2500) });
    // 24 days make exactly 600.00: that is still kept.
    expect(pace).toMatchObject({
      spent: 25_000,
      left: 35_000,
      expected: 75_000,
      passingDay: '2026-11-25',
      state: 'will-pass',
      perDay: 1750,
    });
  });

  test('a known charge passes it on its own day, and is no part of the pace', () => {
    const flexible = each('2026-11-01', 10, () => 1000);
    expect(paceOf({ flexible })).toMatchObject({ expected: 30_000, passingDay: null, state: 'on-course' });
    const charges = [
      { day: '2026-11-02', amount: 20_000 },
      { day: '2026-11-28', amount: 15_000 },
    ];
    expect(paceOf({ flexible, charges })).toMatchObject({
      spent: 30_000,
      chargesToCome: 15_000,
      expected: 65_000,
      passingDay: '2026-11-28',
      // 60,000 − 30,000 − 15,000 over twenty days.
      perDay: 750,
    });
  });

  test('close to the limit is said, passed is said with its day', () => {
    expect(paceOf({ flexible: each('2026-11-01', 10, () => 1950) })).toMatchObject({
      state: 'close',
      passingDay: null,
    });
    expect(paceOf({ flexible: each('2026-11-01', 10, () => 7000) })).toMatchObject({
      state: 'passed',
      passingDay: '2026-11-09',
      left: -10_000,
      perDay: 0,
    });
  });

  test('Saturdays to come weigh as Saturdays have', () => {
    // Ten weeks before: 100.00 on Saturdays, nothing else.
    const earlier = each('2026-08-23', 70, (day) => (isSaturday(day) ? 10_000 : 0));
    const flexible = each('2026-11-01', 10, (day) => (isSaturday(day) ? 10_000 : 0));
    const pace = paceOf({ earlier, earlierSince: '2026-08-23', flexible, limit: 35_000 });
    // 7, 14, 21 and 28 November: the pace is exactly the usual one only on the whole of both.
    expect(pace.passingDay).toBe('2026-11-28');
    expect(pace.expected).toBeGreaterThan(36_000);
    expect(pace.expected).toBeLessThan(44_000);
  });

  test('the usual pace keeps one dear first day from writing off the month', () => {
    const earlier = each('2026-08-23', 70, () => 1000);
    const dear = [{ day: '2026-11-01', amount: 15_000 }];
    const known = paceOf({ earlier, earlierSince: '2026-08-23', flexible: dear, today: '2026-11-01' });
    // (15,000 + 7 × 1,000) / 8 on 29 days.
    expect(known.expected).toBe(Math.round(15_000 + (29 * 22_000) / 8));
    expect(known.expected).toBeLessThan(15_000 * 30);
  });

  test('over and not begun', () => {
    const flexible = each('2026-11-01', 30, () => 1000);
    expect(paceOf({ flexible, today: '2026-11-30' })).toMatchObject({
      spent: 30_000,
      expected: 30_000,
      perDay: null,
      state: 'on-course',
    });
    expect(paceOf({ flexible, today: '2026-12-15' })).toMatchObject({ spent: 30_000, expected: 30_000 });
    const unknown = budgetPace({
      ...november,
      today: '2026-11-02',
      flexible: [],
      charges: [],
      earlier: [],
      earlierSince: '2026-11-01',
    });
    expect(unknown).toEqual({ enough: false, unit: 'days', has: 2, needs: 3 });
  });

  test('a larger limit is never passed earlier, and what is expected is never less than what is spent', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        (spent, limit, more) => {
          const flexible = spent.map((amount, index) => ({ day: addDays('2026-11-01', index), amount }));
          const [small, large] = [paceOf({ flexible, limit }), paceOf({ flexible, limit: limit + more })];
          expect(small.expected).toBe(large.expected);
          expect(small.expected).toBeGreaterThanOrEqual(small.spent);
          if (large.passingDay !== null) expect((small.passingDay ?? '9') <= large.passingDay).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
