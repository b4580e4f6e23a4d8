/** Forecasts of made-up ledgers of which the end is known: asked on past days, held against what then came. */

import { forecastComingMonths, forecastRunningMonth } from '../../src/analytics/forecast.ts';
import { newId } from '../../src/id.ts';
import { addDays, addMonths, type Day, unitAround } from '../../src/period.ts';
import type { Database } from '../../src/store/database.ts';
import { recountTotals } from '../../src/store/keep-totals.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';

export interface PastEntry {
  readonly kind: 'expense' | 'income' | 'refund';
  readonly day: Day;
  /** Minor units of EUR. */
  readonly amount: number;
  readonly merchant: string;
}

export interface Judged {
  /** Months ahead; 0 is the running one. */
  readonly ahead: number;
  readonly isWithin: boolean;
  /** |actual − expected|, and the same for the month a year before (the last whole one in a young ledger). */
  readonly error: number;
  readonly naiveError: number;
}

export interface Score {
  readonly cases: number;
  /** Shares of 1. */
  readonly within: number;
  readonly better: number;
  /** Mean absolute error by that of seasonal naive. */
  readonly relativeError: number;
}

/** Days of the month on which the running month is asked about. */
const ASKED_ON = [5, 10, 15, 20, 25];
const MONTHS_AHEAD = 3;
/** Whole months before the first one that is asked about. */
const WARM_UP = 3;

export async function judgeLedger(
  database: Database,
  entries: readonly PastEntry[],
  warmUp = WARM_UP,
): Promise<Judged[]> {
  const ledger = await fillLedger(database, entries);
  const days = entries.map(({ day }) => day).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const spent = new Map<string, number>();
  for (const { kind, day, amount } of entries) {
    if (kind === 'income') continue;
    const month = day.slice(0, 7);
    spent.set(month, (spent.get(month) ?? 0) + (kind === 'refund' ? -amount : amount));
  }
  const begin = first.endsWith('-01') ? first : addMonths(`${first.slice(0, 7)}-01`, 1);
  const of = (month: Day) => spent.get(month.slice(0, 7)) ?? 0;
  const naive = (month: Day, known: Day) => of(addMonths(month, -12) >= begin ? addMonths(month, -12) : known);
  const judged: Judged[] = [];
  for (let month = addMonths(begin, warmUp); unitAround(month, 'month').to <= last; month = addMonths(month, 1)) {
    const judge = (
      ahead: number,
      about: Day,
      known: Day,
      forecast: { low: number; expected: number; high: number },
    ) => {
      const actual = of(about);
      judged.push({
        ahead,
        isWithin: actual >= forecast.low - 1 && actual <= forecast.high + 1,
        error: Math.abs(actual - forecast.expected),
        naiveError: Math.abs(actual - naive(about, known)),
      });
    };
    const before = addMonths(month, -1);
    for (const day of ASKED_ON) {
      const asker = { ...ledger.asker, today: addDays(month, day - 1) };
      const answer = await forecastRunningMonth(database.client, asker, null);
      if (answer.enough) judge(0, month, before, answer.forecast);
    }
    const asker = { ...ledger.asker, today: month };
    const answer = await forecastComingMonths(database.client, asker, MONTHS_AHEAD, null);
    if (!answer.enough) continue;
    for (const [index, { point, interval80 }] of answer.steps.entries()) {
      const about = addMonths(month, index + 1);
      if (unitAround(about, 'month').to > last) break;
      judge(index + 1, about, before, { ...interval80, expected: point });
    }
  }
  return judged;
}

export function scoreOf(judged: readonly Judged[]): Score {
  const share = (those: (each: Judged) => boolean) => judged.filter(those).length / judged.length;
  const total = (amount: (each: Judged) => number) => judged.reduce((sum, each) => sum + amount(each), 0);
  return {
    cases: judged.length,
    within: share(({ isWithin }) => isWithin),
    better: share(({ error, naiveError }) => error < naiveError),
    relativeError: total(({ error }) => error) / total(({ naiveError }) => naiveError),
  };
}

async function fillLedger(database: Database, entries: readonly PastEntry[]): Promise<TestLedger> {
  const ledger = await openLedger(database);
  const { ledgerId, personId } = ledger.asker;
  const category = await database.client.category.findFirstOrThrow({ where: { ledgerId } });
  const [createdAt, updatedAt] = [new Date(0), new Date(0)];
  const rows = entries.map(({ kind, day, amount, merchant }) => ({
    ...{ id: newId(), ledgerId, personId, kind, day, currency: 'EUR', categoryId: category.id, createdAt, updatedAt },
    ...{ amountMinor: BigInt(amount), homeMinor: BigInt(amount), merchant, merchantKey: merchant, searchText: '' },
  }));
  for (let start = 0; start < rows.length; start += 1_000) {
    await database.client.entry.createMany({ data: rows.slice(start, start + 1_000) });
  }
  await ledger.run((tx) => recountTotals(tx, ledgerId));
  return ledger;
}
