import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellBytes, toCell } from '../../../src/store/reader/sqlite-cells.ts';

test.each([
  [0.1 + 0.2, 0.3],
  [12.299999999999999, 12.3],
  [1 / 3, 0.333333],
  [-0.0000001, 0],
  [1e300, 1e300],
  [Number.POSITIVE_INFINITY, null],
  [Number.NaN, null],
  [null, null],
  ['12.30', '12.30'],
  [7n, 7],
  [-999_999_999_999_999n, -999_999_999_999_999],
  [1_000_000_000_000_000n, '1000000000000000'],
  [-9_223_372_036_854_775_808n, '-9223372036854775808'],
  [Uint8Array.of(0, 171), '00ab'],
])('%s is shown as %s', (value, cell) => {
  expect(Object.is(toCell(value), cell)).toBe(true);
});

test('sums of cents show as cents', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { maxLength: 200 }), (cents) => {
      const floats = cents.reduce((sum, each) => sum + each / 100, 0);
      expect(toCell(floats)).toBe(cents.reduce((sum, each) => sum + each, 0) / 100 + 0);
    }),
    { numRuns: 200 },
  );
});

test('bytes are those of the text', () => {
  expect(['é', '€12', '', null, 12.5].map(cellBytes)).toEqual([2, 5, 0, 0, 4]);
});
