import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logSpread, middle, modifiedZ, quantileOf, robustSigma, theilSen } from '../../src/insight/robust.ts';

const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 });

/** The middle of a sorted copy. */
function sortedMiddle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

test('the middle is that of the sorted values, and zero of none', () => {
  expect(middle([])).toBe(0);
  fc.assert(
    fc.property(amounts, (values) => {
      expect(middle(values)).toBeCloseTo(sortedMiddle(values), 6);
    }),
  );
});

test('a quantile lies between its neighbours in proportion', () => {
  expect(quantileOf([], 0.5)).toBe(0);
  expect(quantileOf([40, 10, 20, 30], 0.9)).toBeCloseTo(37, 9);
});

test('the robust sigma of −1, 0 and 1 in equal parts is 1.4826', () => {
  expect(robustSigma([-1, 0, 1, -1, 1])).toBeCloseTo(1.4826, 9);
});

describe('modified z', () => {
  test('by hand: 80 against 10, 20, 40 on logarithms to base two is 2 / 1.4826', () => {
    // log2: 3.32, 4.32, 5.32: the median deviation is 1; 80 is two doublings above 20.
    expect(modifiedZ(80, logSpread([10, 20, 40], 0))).toBeCloseTo(2 / 1.4826, 6);
  });

  test('does not change when all amounts are in another currency', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 2, max: 150 }),
        (own, value, rate) => {
          const there = modifiedZ(
            value * rate,
            logSpread(
              own.map((each) => each * rate),
              0.2,
            ),
          );
          expect(there).toBeCloseTo(modifiedZ(value, logSpread(own, 0.2)), 6);
        },
      ),
    );
  });
});

describe('Theil–Sen', () => {
  test('by hand: slopes of 1, 2, 4, 7 are 1, 1.5, 2, 2, 2.5, 3', () => {
    expect(theilSen([1, 2, 4, 7])).toBe(2);
    expect(theilSen([5])).toBe(0);
  });

  test('is the slope of a line in spite of one wild value', () => {
    const any = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(
        any,
        any,
        fc.integer({ min: 7, max: 20 }),
        fc.nat(),
        fc.integer({ max: 1e9, min: -1e9 }),
        (start, slope, n, at, wild) => {
          const line = Array.from({ length: n }, (_, index) => start + slope * index);
          line[at % n] = wild;
          expect(theilSen(line)).toBeCloseTo(slope, 6);
        },
      ),
    );
  });
});
