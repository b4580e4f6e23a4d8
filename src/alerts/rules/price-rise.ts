/** A subscription that became dearer, or an income that became smaller. */

import { addDays, type Day } from '../../period.ts';
import { type Alert, type FindingFacts, graver } from '../alert.ts';
import { PRICE_RISE_DAYS } from '../thresholds.ts';
import { findingAlert, type NamedFinding } from './finding-alert.ts';

/** Nobody tells of it as long as it can still be cancelled, so it is never too small for a message of its own. */
export function priceRiseAlerts(findings: readonly NamedFinding[], today: Day): Alert<FindingFacts>[] {
  const since = addDays(today, 1 - PRICE_RISE_DAYS);
  return findings
    .filter(({ reason, day }) => (reason.kind === 'price-rise' || reason.kind === 'income-fall') && day >= since)
    .map((finding) => findingAlert('price-rise', finding, graver('medium', finding.severity)));
}
