/** What each category cost in each whole month, its recurring charges apart: what advice about budgets rests on. */

import type { Asker } from '../domain/asker.ts';
import { scopeOf } from '../domain/budgets.ts';
import { valuesAtHome } from '../domain/rates.ts';
import { InputError } from '../errors.ts';
import { type DayAmount, exactNumber, groupBy } from '../insight/entry.ts';
import type { SpendingMonths } from '../insight/spending-months.ts';
import { MONTHS_OF_THE_TYPICAL, YEARS_FOR_A_SEASONAL_BUDGET } from '../insight/thresholds.ts';
import { completeUnits, unitTotals } from '../insight/unit-totals.ts';
import { parseMoney } from '../money.ts';
import { addMonths, type Day, later, unitAround } from '../period.ts';
import { TOTAL } from '../store/budgets.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import { amountsByMonth, firstDayOf } from './ledger-sums.ts';
import { recurringOf } from './recurring.ts';

export interface KnownMonths {
  /** By category, minor units of the ledger's currency; none for an empty ledger. */
  readonly history: readonly SpendingMonths[];
  /** The first of the days that are looked at; null for an empty ledger. */
  readonly since: Day | null;
  readonly uncounted: readonly Unvalued[];
}

/** Enough for a season to show: two of the same month before a year of the typical. */
const MONTHS_BACK = (YEARS_FOR_A_SEASONAL_BUDGET + 1) * MONTHS_OF_THE_TYPICAL;

/** Reads sums by month, and the entries of recurring charges; some 50 ms of computing where there are many of those. */
export async function spendingMonths(db: Queries, asker: Asker): Promise<KnownMonths> {
  const { today } = asker;
  const first = await firstDayOf(db, asker);
  if (first === null || first > today) return { history: [], since: null, uncounted: [] };
  const back = addMonths(unitAround(today, 'month').from, -MONTHS_BACK);
  const since = first > back ? first : back;
  const { rows, uncounted } = await amountsByMonth(db, asker, { from: since, to: today });
  const { found, entries } = await recurringOf(db, asker, 'expense');
  const charges = found.flatMap(({ entryIds }) => entryIds).flatMap((id) => entries.get(id) ?? []);
  const amounts = [
    ...rows.map(({ month, category, amount }) => ({ day: later(`${month}-01`, since), category, amount })),
    ...charges.map(({ day, category, amount }) => ({ day, category, amount: -amount })),
  ];
  const history = [...groupBy(amounts, ({ category }) => category)].map(([name, own]) => ({
    name,
    fixed: found
      .filter(({ category, status }) => category === name && status !== 'ended')
      .reduce((sum, { monthlyAmount }) => sum + monthlyAmount, 0),
    flexible: wholeMonths(own, since, today),
  }));
  return { history, since, uncounted };
}

/** All categories as one. */
export function allSpending(history: readonly SpendingMonths[]): SpendingMonths {
  const months = Math.max(0, ...history.map(({ flexible }) => flexible.length));
  return {
    name: TOTAL,
    fixed: history.reduce((sum, { fixed }) => sum + fixed, 0),
    flexible: Array.from({ length: months }, (_, at) =>
      history.reduce((sum, { flexible }) => sum + (flexible[at] ?? 0), 0),
    ),
  };
}

/** What a category is called in the history, or "total". Throws an InputError for an unknown one, or one of income. */
export async function subjectNamed(db: Queries, asker: Asker, category: string): Promise<string> {
  return (await scopeOf(db, asker, category)).name;
}

/**
 * An amount a month as the person says it, in their own currency, as minor units of the ledger's. Throws an InputError
 * for what is no amount, or where no rate is known.
 */
export async function amountAtHome(db: Queries, asker: Asker, decimal: string): Promise<number> {
  const amount = parseMoney(decimal, asker.preferences.currency);
  const [minor] = await valuesAtHome(db, asker.ledgerId, asker.homeCurrency, [{ amount, day: asker.today }]);
  if (minor != null) return exactNumber(minor);
  throw new InputError(
    `I know no rate from ${amount.currency} into ${asker.homeCurrency}.`,
    `Write it like "1 ${amount.currency} = 0.92 ${asker.homeCurrency}".`,
  );
}

/** The totals of whole months, oldest first, those without an amount as zero. */
export function wholeMonths(amounts: readonly DayAmount[], since: Day, today: Day): number[] {
  return completeUnits(unitTotals(amounts, { unit: 'month', since, today })).map(({ total }) => total);
}
