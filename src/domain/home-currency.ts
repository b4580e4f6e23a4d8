/** The currency that a ledger adds up in, and what its entries are worth there. */

import type { Period } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { currenciesIn, reviseValues, setValues } from '../store/entry-values.ts';
import { recountTotals } from '../store/keep-totals.ts';
import { findLedger, setLedgerCurrency } from '../store/ledgers.ts';
import { touchLedger } from '../store/revision.ts';
import { ratesHome, valueAt } from './rates.ts';

/** The ledger's currency. One that has none, since it is older than this, gets `fallback` here and now. */
export async function homeCurrency(db: Queries, ledgerId: string, fallback: string): Promise<string> {
  const { currency } = await findLedger(db, ledgerId);
  if (currency !== null) return currency;
  await setLedgerCurrency(db, ledgerId, fallback);
  await revalue(db, ledgerId);
  return fallback;
}

/** Which entries: of a period, of a currency. */
export type Scope = Partial<Period> & { readonly currency?: string };

/**
 * Makes the values of the ledger's entries, all or those in the scope, what they are by the rates as they are now, and
 * counts their sums anew. In a ledger without a currency nothing has a value.
 */
export async function revalue(db: Queries, ledgerId: string, scope: Scope = {}): Promise<void> {
  await touchLedger(db, ledgerId);
  await revise(db, ledgerId, scope);
  await recountTotals(db, ledgerId, scope);
}

/** The same where only rates have changed: sums are counted when a value has. Gives how many entries have another one. */
export async function followRates(db: Queries, ledgerId: string, scope: Scope): Promise<number> {
  const revised = await revise(db, ledgerId, scope);
  if (revised === 0) return 0;
  await touchLedger(db, ledgerId);
  await recountTotals(db, ledgerId, scope);
  return revised;
}

async function revise(db: Queries, ledgerId: string, scope: Scope): Promise<number> {
  const { currency: home } = await findLedger(db, ledgerId);
  let revised = 0;
  for (const stretch of await currenciesIn(db, ledgerId, scope.from, scope.to)) {
    const { currency } = stretch;
    if (scope.currency !== undefined && currency !== scope.currency) continue;
    if (home === null || currency === home) {
      revised += await setValues(db, ledgerId, currency, currency === home);
    } else {
      const rateOn = await ratesHome(db, ledgerId, currency, home, stretch);
      const worth = (minor: bigint, day: string) => valueAt({ minor, currency }, home, rateOn(day));
      revised += await reviseValues(db, ledgerId, stretch, worth);
    }
  }
  return revised;
}
