/** Recurring charges that cost more than before, or did not come. */

import type { Day } from '../period.ts';
import { bucketOf, type Finding, severityOf } from './finding.ts';
import type { Recurring } from './recurring.ts';

import { LEAST_PRICE_CHANGE, MISSING_CONFIDENCE } from './thresholds.ts';

/** Each charge's latest price, where it was first charged from `since` on: dearer expenses, smaller income. */
export function priceFindings(recurring: readonly Recurring[], since: Day, usualMonth: number): Finding[] {
  return recurring.flatMap((each) =>
    each.priceChanges.slice(-1).flatMap((change): Finding[] => {
      const share = change.to / change.from - 1;
      const isBad = each.kind === 'income' ? share <= -LEAST_PRICE_CHANGE : share >= LEAST_PRICE_CHANGE;
      if (!isBad || change.day < since) return [];
      const kind = each.kind === 'income' ? 'income-fall' : 'price-rise';
      // What the change makes in a year.
      const stake = Math.round((Math.abs(change.to - change.from) * 12 * each.monthlyAmount) / each.amount);
      return [
        {
          key: `${kind}:${each.key}`,
          fact: bucketOf(change.to),
          reason: { kind, from: change.from, to: change.to, share, rhythm: each.rhythm },
          merchant: each.merchant,
          category: each.category,
          day: change.day,
          amount: change.to,
          stake,
          severity: severityOf(stake, usualMonth),
          entryIds: [change.entryId],
        },
      ];
    }),
  );
}

/**
 * Charges and income that are overdue. Silent while the ledger has no entry since the charge became late, for then it
 * is rather the ledger that is behind.
 */
export function missingFindings(recurring: readonly Recurring[], lastDay: Day, usualMonth: number): Finding[] {
  return recurring
    .filter((each) => each.status === 'overdue' && each.confidence >= MISSING_CONFIDENCE && lastDay > each.lateAfter)
    .map((each) => ({
      key: `missing:${each.key}`,
      fact: each.nextDay,
      reason: {
        kind: 'missing',
        expectedDay: each.nextDay,
        rhythm: each.rhythm,
        lastDay: each.lastDay,
        isIncome: each.kind === 'income',
      },
      merchant: each.merchant,
      category: each.category,
      day: each.nextDay,
      amount: each.amount,
      stake: each.amount,
      severity: severityOf(each.amount, usualMonth),
      entryIds: each.entryIds.slice(-1),
    }));
}
