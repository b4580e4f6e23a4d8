/** Amounts far beyond what a merchant, or its category, usually comes to; and merchants that begin large. */

import { addDays, type Day } from '../period.ts';
import type { InsightEntry } from './entry.ts';
import { bucketOf, type Finding, severityOf, type UsualRange } from './finding.ts';
import { entriesBefore, firstFrom, type LedgerHistory } from './ledger-history.ts';
import { logSpread, middle, modifiedZ, quantileOf } from './robust.ts';
import {
  BEYOND_SEEN,
  DAYS_BEFORE_FIRSTS,
  ENTRIES_OF_A_CATEGORY,
  ENTRIES_OF_A_MERCHANT,
  ENTRIES_OF_A_SEASON,
  FAR_BEYOND_SEEN,
  FIRSTS_TO_COMPARE,
  LARGE_FIRST,
  LEAST_FACTOR,
  LEAST_SIGMA,
  OUTLIER_Z,
  SEEN_FIRSTS_QUANTILE,
  SEEN_QUANTILE,
  YOUNG_SPREAD,
} from './thresholds.ts';

/** Each expense from `since` on is judged by those before it alone, so that a verdict does not change later. */
export function unusualAmounts(history: LedgerHistory, since: Day): Finding[] {
  const newcomers = firstVisits(history);
  return history.expenses.slice(firstFrom(history.expenses, since)).flatMap((entry) => {
    const own = history.byMerchant.get(entry.merchant) ?? [];
    const visits = entriesBefore(own, entry.day);
    const alike = entriesBefore(history.byCategory.get(entry.category) ?? [], entry.day);
    if (visits.length >= ENTRIES_OF_A_MERCHANT) return judge(history, entry, visits, 'merchant');
    if (own[0] === entry) return judgeFirst(history, entry, newcomers, alike);
    const isLikeBefore = entry.amount <= LEAST_FACTOR * Math.max(0, ...visits.map(({ amount }) => amount));
    return isLikeBefore ? [] : judge(history, entry, alike, 'category');
  });
}

function judge(
  history: LedgerHistory,
  entry: InsightEntry,
  earlier: readonly InsightEntry[],
  basis: 'merchant' | 'category',
): Finding[] {
  if (basis === 'category' && earlier.length < ENTRIES_OF_A_CATEGORY) return [];
  const amounts = earlier.map(({ amount }) => amount);
  const spread = logSpread(amounts, LEAST_SIGMA);
  const season = amountsOfSeason(earlier, entry.day);
  const isSeasonal = middle(season) > spread.center;
  const center = Math.max(spread.center, middle(season));
  // Few amounts show less of the spread than there is.
  const sigma = spread.sigma * (1 + YOUNG_SPREAD / amounts.length);
  const seen = quantileOf(amounts, SEEN_QUANTILE);
  const isFar = modifiedZ(entry.amount, { center, sigma }) >= OUTLIER_Z && entry.amount > BEYOND_SEEN * seen;
  const isUnheardOf = amounts.length >= ENTRIES_OF_A_CATEGORY && entry.amount > FAR_BEYOND_SEEN * seen;
  if (entry.amount < LEAST_FACTOR * center || !(isFar || isUnheardOf)) return [];
  const usual = usualRange(isSeasonal ? season : amounts);
  const reason = {
    kind: 'unusual-amount',
    basis,
    usual,
    times: entry.amount / usual.typical,
    isSeasonal,
  } as const;
  return [findingOf(history, entry, reason, entry.amount - usual.typical)];
}

/** Amounts of the same month in earlier years; none while there are too few to tell. */
function amountsOfSeason(earlier: readonly InsightEntry[], day: Day): number[] {
  const lastYear = addDays(day, -300);
  const same = earlier.filter((each) => each.day < lastYear && each.day.slice(5, 7) === day.slice(5, 7));
  return same.length < ENTRIES_OF_A_SEASON ? [] : same.map(({ amount }) => amount);
}

/** The first entry at each merchant, without those of the ledger's first weeks, in which all merchants are new. */
function firstVisits(history: LedgerHistory): InsightEntry[] {
  const settled = addDays(history.firstDay, DAYS_BEFORE_FIRSTS);
  const firsts = [...history.byMerchant.values()].flatMap(([first]) => (first && first.day >= settled ? [first] : []));
  return firsts.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Held against other merchants' first amounts, against the category, and against all spending. */
function judgeFirst(
  history: LedgerHistory,
  entry: InsightEntry,
  newcomers: readonly InsightEntry[],
  alike: readonly InsightEntry[],
): Finding[] {
  if (entry.day < addDays(history.firstDay, DAYS_BEFORE_FIRSTS)) return [];
  const firsts = entriesBefore(newcomers, entry.day).map(({ amount }) => amount);
  const sames = alike.map(({ amount }) => amount);
  const all = entriesBefore(history.expenses, entry.day).map(({ amount }) => amount);
  const isKnown = firsts.length >= FIRSTS_TO_COMPARE;
  const amounts = isKnown ? firsts : all;
  const seen = isKnown ? quantileOf(firsts, SEEN_FIRSTS_QUANTILE) : Math.max(0, ...all);
  const isLarge = entry.amount >= LARGE_FIRST * history.usualMonth;
  if (!isLarge || entry.amount <= BEYOND_SEEN * Math.max(seen, usuallyHigh(sames))) return [];
  const usual = usualRange(amounts);
  if (entry.amount < LEAST_FACTOR * usual.typical) return [];
  const reason = { kind: 'large-first', usual, times: entry.amount / usual.typical } as const;
  return [findingOf(history, entry, reason, entry.amount)];
}

/** 0 for fewer than two: one large amount is not yet what a category is used to. */
function usuallyHigh(amounts: readonly number[]): number {
  return amounts.length < 2 ? 0 : quantileOf(amounts, SEEN_FIRSTS_QUANTILE);
}

function usualRange(amounts: readonly number[]): UsualRange {
  return {
    typical: Math.round(middle(amounts)),
    from: Math.round(quantileOf(amounts, 0.05)),
    to: Math.round(quantileOf(amounts, 0.95)),
    count: amounts.length,
  };
}

function findingOf(history: LedgerHistory, entry: InsightEntry, reason: Finding['reason'], stake: number): Finding {
  return {
    key: reason.kind === 'large-first' ? `large-first:${entry.merchant}` : `${reason.kind}:${entry.id}`,
    fact: bucketOf(entry.amount),
    reason,
    merchant: entry.merchant,
    category: entry.category,
    day: entry.day,
    amount: entry.amount,
    stake,
    severity: severityOf(stake, history.usualMonth),
    entryIds: [entry.id],
  };
}
