/** Minor units to major ones inside a query: 1250 of EUR is 12.5, of JPY 1250, of KWD 1.25. */

import { currencyCodes, currencyDigits } from '../../money.ts';

/** How many minor units the currency's major unit has: 100 for EUR. Throws an InputError for an unknown code. */
export function minorPerMajor(currency: string): number {
  return 10 ** currencyDigits(currency);
}

/**
 * An SQL expression for the minor units in one major unit of the currency that `column` (an SQL expression) holds,
 * as a number with a decimal point, so that dividing by it keeps the cents on every database. `usual` is tried first:
 * the ledger's own currency, which most rows have. A code outside of ISO 4217 counts as one with two decimals.
 */
export function divisorOf(column: string, usual?: string): string {
  const byDivisor = Map.groupBy(currencyCodes, minorPerMajor);
  byDivisor.delete(hundred);
  const cases = [...byDivisor].map(
    ([divisor, codes]) => `WHEN ${column} IN (${codes.map((code) => `'${code}'`).join(', ')}) THEN ${divisor}.0`,
  );
  // Unknown codes are left out: what stands here becomes a part of a query.
  if (usual && currencyCodes.includes(usual))
    cases.unshift(`WHEN ${column} = '${usual}' THEN ${minorPerMajor(usual)}.0`);
  return `CASE ${cases.join(' ')} ELSE ${hundred}.0 END`;
}

const hundred = 100;
