/** Entries of the last days that are not like those before them: odd amounts, duplicates, large newcomers. */

import { addDays, type Day } from '../../period.ts';
import type { Alert, FindingFacts } from '../alert.ts';
import { UNUSUAL_DAYS } from '../thresholds.ts';
import { findingAlert, type NamedFinding } from './finding-alert.ts';

const kinds: readonly string[] = ['unusual-amount', 'duplicate', 'large-first'];

export function unusualAlerts(findings: readonly NamedFinding[], today: Day): Alert<FindingFacts>[] {
  const since = addDays(today, 1 - UNUSUAL_DAYS);
  return findings
    .filter(({ reason, day }) => kinds.includes(reason.kind) && day >= since)
    .map((finding) => findingAlert('unusual', finding));
}
