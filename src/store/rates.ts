/** Exchange rates as rows: those that hold for everybody, and those that people told their ledgers. */

import type { Day } from '../period.ts';
import type { Queries } from './database.ts';

/** The ledger of rates that hold for everybody. */
export const EVERYBODY = '';

/** On this day one unit of `base` cost `rate` (a decimal string) of `quote`; both ISO 4217 codes. */
export interface RateRow {
  readonly base: string;
  readonly quote: string;
  readonly day: Day;
  readonly rate: string;
}

/** Two currencies, as `base` and `quote` of a rate. */
export type CurrencyPair = readonly [base: string, quote: string];

/** A ledger's own rates of these pairs, of all days. */
export async function ratesOf(db: Queries, ledgerId: string, pairs: readonly CurrencyPair[]): Promise<RateRow[]> {
  const rows = await db.rate.findMany({ where: { ledgerId, OR: anyOf(pairs) }, orderBy: { day: 'asc' } });
  return rows.map(toRate);
}

/** Rates of these pairs that hold for everybody, from the one day to the other inclusive, oldest first. */
export async function sharedRates(db: Queries, pairs: readonly CurrencyPair[], from: Day, to: Day): Promise<RateRow[]> {
  const day = { gte: from, lte: to };
  const where = { ledgerId: EVERYBODY, OR: anyOf(pairs).map((pair) => ({ ...pair, day })) };
  return (await db.rate.findMany({ where, orderBy: { day: 'asc' } })).map(toRate);
}

/** Everybody's rates against one base on the days from the first to the last, as "quote day" to the rate. */
export async function sharedRatesAgainst(db: Queries, base: string, from: Day, to: Day): Promise<Map<string, string>> {
  const rows = await db.rate.findMany({ where: { ledgerId: EVERYBODY, base, day: { gte: from, lte: to } } });
  return new Map(rows.map(({ quote, day, rate }) => [`${quote} ${day}`, rate]));
}

/** Keeps rates that hold for everybody; one of the same pair and day is replaced. */
export async function saveSharedRates(db: Queries, rates: readonly RateRow[]): Promise<void> {
  for (let start = 0; start < rates.length; start += ROWS) {
    const rows = rates.slice(start, start + ROWS).map((rate) => ({ ledgerId: EVERYBODY, ...rate }));
    // One statement where inserting needs to know which are there: both dialects have it.
    const values = rows.map(() => '(?, ?, ?, ?, ?)').join(', ');
    await db.$executeRawUnsafe(
      `REPLACE INTO \`Rate\` (\`ledgerId\`, \`base\`, \`quote\`, \`day\`, \`rate\`) VALUES ${values}`,
      ...rows.flatMap(({ ledgerId, base, quote, day, rate }) => [ledgerId, base, quote, day, rate]),
    );
  }
}

/** Copies the rates of one ledger that another has no word on. Gives their number. */
export async function copyRates(db: Queries, fromLedgerId: string, toLedgerId: string): Promise<number> {
  const known = new Set((await db.rate.findMany({ where: { ledgerId: toLedgerId } })).map(pairKey));
  const rows = await db.rate.findMany({ where: { ledgerId: fromLedgerId } });
  const missing = rows.filter((row) => !known.has(pairKey(row)));
  await db.rate.createMany({ data: missing.map((row) => ({ ...row, ledgerId: toLedgerId })) });
  return missing.length;
}

/** A database takes only so many values in one statement. */
const ROWS = 1_000;

function anyOf(pairs: readonly CurrencyPair[]) {
  return pairs.map(([base, quote]) => ({ base, quote }));
}

/** The same for both directions of a pair. */
function pairKey({ base, quote }: { base: string; quote: string }): string {
  return [base, quote].sort().join('/');
}

function toRate({ base, quote, day, rate }: RateRow): RateRow {
  return { base, quote, day, rate };
}
