/** A finding of the statistics as an alert. */

import type { Finding } from '../../insight/finding.ts';
import type { Day } from '../../period.ts';
import { type Alert, causeKey, type FindingFacts, type Severity } from '../alert.ts';

export interface NamedFinding extends Finding {
  /** As it was written; null where the entry has no name. */
  readonly name: string | null;
  readonly entries: readonly { readonly id: string; readonly day: Day }[];
  readonly earlier: readonly number[];
}

export function findingAlert(
  rule: FindingFacts['rule'],
  found: NamedFinding,
  severity: Severity = found.severity,
): Alert<FindingFacts> {
  const { key, fact, reason, name, merchant, category, day, amount, stake, entries, earlier } = found;
  return {
    key: causeKey(rule, key),
    bucket: fact,
    severity,
    stake,
    facts: {
      rule,
      reason,
      finding: { key, fact },
      name: name ?? (merchant || category),
      category,
      day,
      amount,
      entries: entries.map((entry) => ({ id: entry.id, day: entry.day })),
      earlier,
    },
  };
}
