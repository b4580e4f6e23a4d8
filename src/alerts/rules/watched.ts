/** Thresholds that somebody set themselves, passed: once for each entry, or for each day, week or month. */

import { severityOf } from '../../insight/finding.ts';
import { type Alert, causeKey, graver, type WatchedFacts } from '../alert.ts';

/** Spending that is held against a watch. Amounts are minor units of the ledger's currency. */
export interface WatchedSpending extends Omit<WatchedFacts, 'rule'> {
  readonly watchId: string;
}

/** What they asked for is never too small for a message of its own. */
export function watchedAlerts(spending: readonly WatchedSpending[], usualMonth: number): Alert<WatchedFacts>[] {
  return spending
    .filter(({ spent, limit }) => spent > limit)
    .map(({ watchId, ...facts }) => ({
      key: causeKey('watch', watchId, facts.entry?.id ?? facts.period.from),
      bucket: 'over',
      severity: graver('medium', severityOf(facts.spent - facts.limit, usualMonth)),
      stake: facts.spent - facts.limit,
      facts: { rule: 'watched', ...facts },
    }));
}
