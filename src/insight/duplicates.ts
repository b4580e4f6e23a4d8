/** Purchases that were charged, or written down, twice. */

import { type Day, dayNumber } from '../period.ts';
import { groupBy, type InsightEntry } from './entry.ts';
import { bucketOf, type Finding, severityOf } from './finding.ts';
import { entriesBefore, inOrder } from './ledger-history.ts';
import type { Recurring } from './recurring.ts';
import { DUPLICATE_DAYS, DUPLICATE_P, IMAGINED_RETURN, IMAGINED_SAME_AMOUNT, IMAGINED_VISITS } from './thresholds.ts';

/**
 * Same merchant, kind and amount within three days, the later one from `since` on. How likely a pair is innocent is
 * read off the merchant's own history: how often a visit follows so soon, times how often the amount comes up. So two
 * coffees a day stay quiet where there often are two. A second charge within a fixed rhythm is always one too many.
 */
export function findDuplicates(
  entries: readonly InsightEntry[],
  recurring: readonly Recurring[],
  since: Day,
  usualMonth: number,
): Finding[] {
  const charges = new Set(
    recurring.filter(({ amountKind }) => amountKind === 'fixed').flatMap((each) => each.entryIds),
  );
  const named = entries.filter(({ kind, merchant }) => kind !== 'refund' && merchant !== '').sort(inOrder);
  return [...groupBy(named, ({ kind, merchant }) => `${kind}:${merchant}`).values()].flatMap((visits) => {
    if ((visits.at(-1)?.day ?? '') < since) return [];
    const chains: InsightEntry[][] = [];
    for (const alike of groupBy(visits, ({ amount }) => String(amount)).values()) {
      alike.slice(1).forEach((entry, index) => {
        const before = alike[index];
        if (!before || entry.day < since || daysApart(before, entry) > DUPLICATE_DAYS) return;
        if (!isOneTooMany(before, entry, charges) && innocence(visits, before, entry) > DUPLICATE_P) return;
        const chain = chains.find((each) => each.at(-1) === before);
        if (chain) chain.push(entry);
        else chains.push([before, entry]);
      });
    }
    return chains.map((chain) => findingOf(chain, usualMonth));
  });
}

function daysApart(before: InsightEntry, after: InsightEntry): number {
  return dayNumber(after.day) - dayNumber(before.day);
}

/** One of the two is a charge of a fixed rhythm, the other is not due. */
function isOneTooMany(before: InsightEntry, after: InsightEntry, charges: ReadonlySet<string>): boolean {
  return charges.has(before.id) !== charges.has(after.id);
}

/** The chance that a visit is followed by another so soon and at the same amount, with two imagined visits added. */
function innocence(visits: readonly InsightEntry[], before: InsightEntry, after: InsightEntry): number {
  const gap = daysApart(before, after);
  const known = entriesBefore(visits, before.day);
  const returns = known.filter((visit, index) => {
    const next = known[index + 1];
    return next !== undefined && daysApart(visit, next) <= gap;
  });
  const sames = known.filter(({ amount }) => amount === after.amount);
  const imagined = isRound(after.amount) ? IMAGINED_SAME_AMOUNT.round : IMAGINED_SAME_AMOUNT.other;
  const tries = known.length + IMAGINED_VISITS;
  // At a merchant seen once a year, a chance return within days is rarer still.
  const meanGap = known.length === 0 ? 0 : daysApart(known[0] ?? before, before) / known.length;
  const imaginedReturn = Math.min(IMAGINED_RETURN, meanGap > 0 ? 1 / meanGap : 1) * (gap + 1);
  const returnRate = (returns.length + IMAGINED_VISITS * imaginedReturn) / tries;
  return returnRate * ((sames.length + IMAGINED_VISITS * imagined) / tries);
}

/** Two digits at most before its zeros, in any currency: 12.00, 250, 3.50. */
function isRound(amount: number): boolean {
  return String(amount).replace(/0+$/, '').length <= 2;
}

function findingOf(chain: readonly InsightEntry[], usualMonth: number): Finding {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) throw new RangeError('no entries');
  const stake = last.amount * (chain.length - 1);
  return {
    key: `duplicate:${first.id}`,
    fact: `${chain.length}×${bucketOf(last.amount)}`,
    reason: { kind: 'duplicate', count: chain.length, daysApart: daysApart(first, last) },
    merchant: last.merchant,
    category: last.category,
    day: last.day,
    amount: last.amount,
    stake,
    severity: severityOf(stake, usualMonth),
    entryIds: chain.map(({ id }) => id),
  };
}
