import { expect, test } from 'vitest';
import { currencyCodes } from '../../../src/money.ts';
import { divisorOf, minorPerMajor } from '../../../src/store/reader/amount-scale.ts';

// By ISO 4217's list one, the column "minor units".
const listed = { EUR: 100, JPY: 1, KWD: 1_000, CLF: 10_000, MGA: 100, XOF: 1 };

test('minor units are counted by ISO 4217', () => {
  expect(Object.fromEntries(Object.keys(listed).map((code) => [code, minorPerMajor(code)]))).toEqual(listed);
});

/** The expression's value, by reading its cases one after another as SQL does. */
function valueFor(code: string, expression: string): number {
  for (const [, one, many, divisor] of expression.matchAll(/WHEN c (?:= '(\w+)'|IN \(([^)]*)\)) THEN (\d+\.0)/g)) {
    if (one === code || many?.includes(`'${code}'`)) return Number(divisor);
  }
  return Number(/ELSE (\d+\.0) END$/.exec(expression)?.[1]);
}

test.each([undefined, 'EUR', 'JPY', 'KWD'])('the expression has each currency right, with %s first', (usual) => {
  const expression = divisorOf('c', usual);
  expect(currencyCodes.filter((code) => valueFor(code, expression) !== minorPerMajor(code))).toEqual([]);
  if (usual) expect(expression).toMatch(new RegExp(`^CASE WHEN c = '${usual}'`));
});

test('what is no currency never gets into the expression', () => {
  expect(divisorOf('c', "x' OR 1=1")).toBe(divisorOf('c'));
});
