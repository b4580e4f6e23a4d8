/** How often merchants come, month by month, from the sums that are kept: a row a merchant, however many entries. */

import type { Period } from '../period.ts';
import type { Queries } from './database.ts';
import type { EntryKind } from './entries.ts';
import type { Unvalued } from './totals.ts';

export interface MerchantMonths {
  /** The merchant, or else the note, folded; never empty. */
  readonly merchantKey: string;
  /** With an entry. */
  readonly months: number;
  readonly count: number;
  /** The squares of the months' counts added up: with these the variance from month to month. */
  readonly squares: number;
  /** In minor units of the ledger's currency: those entries that have a value there. */
  readonly homeMinor: bigint;
}

/** Of the months that the period touches, whole. */
export async function merchantMonths(
  db: Queries,
  ledgerId: string,
  period: Period,
  kind: EntryKind,
): Promise<MerchantMonths[]> {
  const rows = await db.$queryRawUnsafe<Record<keyof MerchantMonths, unknown>[]>(
    `SELECT \`merchantKey\`, COUNT(*) AS \`months\`, SUM(\`entries\`) AS \`count\`,
       SUM(\`entries\` * \`entries\`) AS \`squares\`, SUM(\`home\`) AS \`homeMinor\`
     FROM (SELECT \`merchantKey\`, \`month\`, SUM(\`count\`) AS \`entries\`, SUM(\`homeMinor\`) AS \`home\`
       FROM \`MerchantMonth\`
       WHERE \`ledgerId\` = ? AND \`month\` BETWEEN ? AND ? AND \`kind\` = ? AND \`merchantKey\` <> ''
       GROUP BY \`merchantKey\`, \`month\`) AS \`each\`
     GROUP BY \`merchantKey\` ORDER BY \`merchantKey\``,
    ...scope(ledgerId, period, kind),
  );
  return rows.map(({ merchantKey, months, count, squares, homeMinor }) => ({
    merchantKey: String(merchantKey),
    months: Number(months),
    count: Number(count),
    squares: Number(squares),
    homeMinor: BigInt(String(homeMinor)),
  }));
}

/** What of these months has no value in the ledger's currency, by currency in alphabetical order; mostly empty. */
export async function unvaluedMonths(
  db: Queries,
  ledgerId: string,
  period: Period,
  kind: EntryKind,
): Promise<Unvalued[]> {
  const rows = await db.$queryRawUnsafe<Record<keyof Unvalued, unknown>[]>(
    `SELECT \`currency\`, SUM(\`unvalued\`) AS \`count\`, SUM(\`unvaluedMinor\`) AS \`minor\` FROM \`MerchantMonth\`
     WHERE \`ledgerId\` = ? AND \`month\` BETWEEN ? AND ? AND \`kind\` = ? AND \`unvalued\` > 0
     GROUP BY \`currency\` ORDER BY \`currency\``,
    ...scope(ledgerId, period, kind),
  );
  return rows.map(({ currency, count, minor }) => ({
    currency: String(currency),
    count: Number(count),
    minor: BigInt(String(minor)),
  }));
}

function scope(ledgerId: string, { from, to }: Period, kind: EntryKind): string[] {
  return [ledgerId, from.slice(0, 7), to.slice(0, 7), kind];
}
