/** What in a ledger deserves a look: odd amounts, duplicates, new prices, large newcomers, missing charges. */

import type { Day } from '../period.ts';
import { missingFindings, priceFindings } from './charge-findings.ts';
import { findDuplicates } from './duplicates.ts';
import type { InsightEntry } from './entry.ts';
import type { Finding } from './finding.ts';
import { ledgerHistory } from './ledger-history.ts';
import { findRecurring, type Recurring } from './recurring.ts';
import { ENTRIES_FOR_FINDINGS, LEAST_ODD_STAKE, LEAST_STAKE } from './thresholds.ts';
import { type Answer, tooLittle } from './too-little.ts';
import { unusualAmounts } from './unusual-amounts.ts';

export interface Unusual {
  /** The highest stake first. */
  readonly findings: readonly Finding[];
  /** Entries looked at: those from `since` to `today`. */
  readonly judged: number;
}

/**
 * Findings about days from `since` to `today`; entries before `since` say what is usual. Give at least two years of
 * them where there are. `recurring` spares finding it again. Leave dismissed ones out with `withoutDismissed`.
 */
export function findUnusual(
  entries: readonly InsightEntry[],
  since: Day,
  today: Day,
  recurring: readonly Recurring[] = findRecurring(entries, today),
): Answer<Unusual> {
  const history = ledgerHistory(entries, today);
  if (!history || history.expenses.length < ENTRIES_FOR_FINDINGS) {
    return tooLittle('entries', history?.expenses.length ?? 0, ENTRIES_FOR_FINDINGS);
  }
  const known = entries.filter(({ day }) => day <= today);
  const { usualMonth } = history;
  const findings = [
    ...unusualAmounts(history, since),
    ...findDuplicates(known, recurring, since, usualMonth),
    ...priceFindings(recurring, since, usualMonth),
    ...missingFindings(recurring, history.lastDay, usualMonth),
  ];
  return {
    enough: true,
    findings: findings
      .filter(
        ({ stake, reason }) => stake >= usualMonth * (reason.kind === 'unusual-amount' ? LEAST_ODD_STAKE : LEAST_STAKE),
      )
      .sort((a, b) => b.stake - a.stake || (a.key < b.key ? -1 : 1)),
    judged: known.filter(({ day }) => day >= since).length,
  };
}
