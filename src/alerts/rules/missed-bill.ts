/** A bill, or a salary, that should have come by now. */

import { type Alert, type FindingFacts, graver } from '../alert.ts';
import { findingAlert, type NamedFinding } from './finding-alert.ts';

/** Rare, and there is something to do about it: never too small for a message of its own. */
export function missedBillAlerts(findings: readonly NamedFinding[]): Alert<FindingFacts>[] {
  return findings
    .filter(({ reason }) => reason.kind === 'missing')
    .map((finding) => findingAlert('missed-bill', finding, graver('medium', finding.severity)));
}
