/** What entries are worth in their ledger's currency, written for many of them at once. Sums are not touched. */

import type { Day } from '../period.ts';
import type { Queries } from './database.ts';
import { dialectOf } from './dialect.ts';

/** The first and last day of a currency's standing entries. */
export interface CurrencyStretch {
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
}

/** The currencies of the ledger's standing entries within a period. */
export async function currenciesIn(db: Queries, ledgerId: string, from = '', to = '9'): Promise<CurrencyStretch[]> {
  return await db.$queryRaw<CurrencyStretch[]>`
    SELECT currency, MIN(day) AS \`from\`, MAX(day) AS \`to\` FROM Entry
    WHERE ledgerId = ${ledgerId} AND deletedAt IS NULL AND day BETWEEN ${from} AND ${to}
    GROUP BY currency ORDER BY currency`;
}

/** Each standing entry of the currency is worth what it says (`asSaid`), or has no value. Gives how many were not so. */
export async function setValues(db: Queries, ledgerId: string, currency: string, asSaid: boolean): Promise<number> {
  return await db.$executeRawUnsafe(
    `UPDATE Entry SET homeMinor = ${asSaid ? 'amountMinor' : 'NULL'}
     WHERE ledgerId = ? AND currency = ? AND deletedAt IS NULL
       AND ${asSaid ? '(homeMinor IS NULL OR homeMinor <> amountMinor)' : 'homeMinor IS NOT NULL'}`,
    ledgerId,
    currency,
  );
}

interface Valued {
  readonly id: string;
  readonly day: Day;
  readonly amountMinor: bigint;
  readonly homeMinor: bigint | null;
}

/** So many entries are read and written at a time. */
const PAGE = 2_000;

/** Gives each standing entry of a currency and its period the value that `worth` finds for it, and how many had another. */
export async function reviseValues(
  db: Queries,
  ledgerId: string,
  { currency, from, to }: CurrencyStretch,
  worth: (amountMinor: bigint, day: Day) => bigint | null,
): Promise<number> {
  let count = 0;
  for (let last = { day: from, id: '' }; ; ) {
    const page = await db.$queryRaw<Valued[]>`
      SELECT id, day, amountMinor, homeMinor FROM Entry
      WHERE ledgerId = ${ledgerId} AND currency = ${currency} AND deletedAt IS NULL
        AND day BETWEEN ${last.day} AND ${to} AND (day > ${last.day} OR id > ${last.id})
      ORDER BY day, id LIMIT ${PAGE}`;
    const revised = page.flatMap(({ id, day, amountMinor, homeMinor }) => {
      const value = worth(BigInt(amountMinor), day);
      return value === (homeMinor === null ? null : BigInt(homeMinor)) ? [] : [[id, value] as const];
    });
    if (revised.length > 0) await writeValues(db, revised);
    count += revised.length;
    const end = page.at(-1);
    if (!end || page.length < PAGE) return count;
    last = end;
  }
}

/** One statement for them all: the values travel as JSON, which both dialects read as a table. */
async function writeValues(db: Queries, values: readonly (readonly [id: string, value: bigint | null])[]) {
  const json = `[${values.map(([id, value]) => `[${JSON.stringify(id)},${value}]`).join(',')}]`;
  if (dialectOf(db) === 'sqlite') {
    await db.$executeRaw`
      UPDATE Entry SET homeMinor = v.value ->> 1 FROM json_each(${json}) AS v WHERE Entry.id = v.value ->> 0`;
  } else {
    await db.$executeRaw`
      UPDATE Entry JOIN JSON_TABLE(${json}, '$[*]' COLUMNS (id VARCHAR(191) PATH '$[0]', value BIGINT PATH '$[1]')) v
      ON Entry.id = v.id SET Entry.homeMinor = v.value`;
  }
}
