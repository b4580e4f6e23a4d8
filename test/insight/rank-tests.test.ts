import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnScores, holm, mannKendall, ranksOf, signTest, twoSided } from '../../src/insight/rank-tests.ts';

function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

describe('Mann–Kendall', () => {
  test.each([3, 4, 5, 6])('%i values: the share of all orders at least as extreme', (n) => {
    const orders = permutations(Array.from({ length: n }, (_, index) => index));
    const scores = orders.map((order) => mannKendall(order).s);
    for (const order of orders.slice(0, 40)) {
      const { s, p } = mannKendall(order);
      const extreme = scores.filter((other) => Math.abs(other) >= Math.abs(s)).length / orders.length;
      expect(p).toBeCloseTo(s === 0 ? 1 : extreme, 9);
    }
  });

  test.each([
    // Inversions by hand: 3 + 3 + 4, then one more by turning 8 and 10 round.
    [[3, 2, 1, 6, 5, 4, 9, 8, 10, 7], 25, 0.014],
    [[3, 2, 1, 6, 5, 4, 9, 10, 8, 7], 23, 0.023],
  ])('of ten values %j, S = %i is as likely as in the tables', (values, s, oneSided) => {
    const test = mannKendall(values);
    expect(test.s).toBe(s);
    expect(test.p / 2).toBeCloseTo(oneSided, 3);
  });

  test('ties: by hand, 1 1 2 2 3 3 has S = 12 and variance 25.33', () => {
    // 6·5·17/18 − 3 × 2·1·9/18 = 28.33 − 3; z = 11 / 5.03
    const { s, tau, p } = mannKendall([1, 1, 2, 2, 3, 3]);
    expect(s).toBe(12);
    expect(tau).toBeCloseTo(12 / 15, 9);
    expect(p).toBeCloseTo(twoSided(11 / Math.sqrt(25 + 1 / 3)), 9);
    expect(p).toBeCloseTo(0.0289, 3);
  });

  test('backwards it falls as it rose, and what does not move has no trend', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 25 }), (values) => {
        const [there, back] = [mannKendall(values), mannKendall([...values].reverse())];
        expect(back.s + there.s).toBe(0);
        expect(back.p).toBeCloseTo(there.p, 9);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
    expect(mannKendall([7, 7, 7, 7, 7, 7])).toEqual({ s: 0, tau: 0, p: 1 });
  });
});

test('ranks share what they have in common', () => {
  expect(ranksOf([30, 10, 30, 20])).toEqual([3.5, 1, 3.5, 2]);
});

describe('column scores', () => {
  test('by hand: the third of three is highest in four rows', () => {
    // Ranks deviate by −1, 0, 1; the variance of a row is 2/3.
    const scores = columnScores(Array.from({ length: 4 }, () => [10, 20, 30]));
    expect(scores).toEqual([-4 / Math.sqrt(8 / 3), 0, 4 / Math.sqrt(8 / 3)]);
  });

  test('one enormous amount counts as one high rank', () => {
    const rows = [
      [1, 2, 3],
      [3, 1, 2],
      [2, 3, 1],
    ];
    expect(columnScores(rows.map((row) => row.map((value) => (value === 3 ? 1e12 : value))))).toEqual(
      columnScores(rows),
    );
    expect(columnScores([[5, 5, 5]])).toEqual([0, 0, 0]);
  });
});

test('Holm by hand: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06', () => {
  expect(holm([0.01, 0.04, 0.03]).map((p) => Math.round(p * 1000) / 1000)).toEqual([0.03, 0.06, 0.06]);
});

test('the sign test counts coins: 8 of 8, 9 of 10, 5 of 10', () => {
  expect(signTest(8, 8)).toBeCloseTo(2 / 256, 12);
  expect(signTest(9, 10)).toBeCloseTo((2 * 11) / 1024, 12);
  expect(signTest(5, 10)).toBe(1);
});

test('1.96 standard deviations leave five per cent outside', () => {
  expect(twoSided(1.96)).toBeCloseTo(0.05, 3);
  expect(twoSided(-1.96)).toBeCloseTo(0.05, 3);
  // Far out the tables give 0.0000633 for four.
  expect(twoSided(4)).toBeCloseTo(0.0000633, 6);
});
