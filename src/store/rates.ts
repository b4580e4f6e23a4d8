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

export interface KnownRates {
  /** The ledger's own, of all days. */
  readonly own: readonly RateRow[];
  /** Everybody's, of the days asked for. */
  readonly shared: readonly RateRow[];
}

/** The ledger's own rates of one pair or its inverse, and everybody's of several pairs in a period; oldest first. */
export async function knownRates(
  db: Queries,
  ledgerId: string,
  [base, quote]: CurrencyPair,
  shared: { readonly pairs: readonly CurrencyPair[]; readonly from: Day; readonly to: Day },
): Promise<KnownRates> {
  const day = { gte: shared.from, lte: shared.to };
  const rows = await db.rate.findMany({
    where: {
      OR: [
        { ledgerId, base, quote },
        { ledgerId, base: quote, quote: base },
        ...shared.pairs.map(([one, other]) => ({ ledgerId: EVERYBODY, base: one, quote: other, day })),
      ],
    },
    orderBy: { day: 'asc' },
  });
  return {
    own: rows.filter((row) => row.ledgerId === ledgerId),
    shared: rows.filter((row) => row.ledgerId === EVERYBODY),
  };
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

/** The same for both directions of a pair. */
function pairKey({ base, quote }: { base: string; quote: string }): string {
  return [base, quote].sort().join('/');
}
