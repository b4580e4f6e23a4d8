/** Replays ledgers week by week, as if somebody asked each Sunday what is unusual, and counts what was found. */

import type { InsightEntry } from '../../src/insight/entry.ts';
import type { Finding, Reason } from '../../src/insight/finding.ts';
import { findUnusual } from '../../src/insight/unusual.ts';
import { addDays } from '../../src/period.ts';
import type { Anomaly, AnomalyKind } from './plant-anomalies.ts';

/** What may be said of a planted anomaly. */
const answers: Record<AnomalyKind, readonly Reason['kind'][]> = {
  'ten-times': ['unusual-amount', 'large-first'],
  duplicate: ['duplicate'],
  'price-rise': ['price-rise'],
  missing: ['missing'],
  'large-first': ['large-first'],
};

export interface Replay {
  readonly findings: readonly Finding[];
  readonly entries: number;
}

/** Every finding once, however often it is seen; somebody asks every few days about the last thirty. */
export function replay(entries: readonly InsightEntry[], days = 7): Replay {
  const sorted = [...entries].sort((a, b) => (a.day < b.day ? -1 : 1));
  const [first, last] = [sorted[0]?.day ?? '', sorted.at(-1)?.day ?? ''];
  const found = new Map<string, Finding>();
  for (let today = addDays(first, 28); today <= last; today = addDays(today, days)) {
    const answer = findUnusual(sorted, addDays(today, -30), today);
    if (answer.enough) for (const finding of answer.findings) found.set(`${finding.key} ${finding.fact}`, finding);
  }
  return { findings: [...found.values()], entries: sorted.length };
}

export function isAbout(finding: Finding, anomaly: Anomaly): boolean {
  if (!answers[anomaly.kind].includes(finding.reason.kind) || finding.merchant !== anomaly.merchant) return false;
  if (finding.reason.kind !== 'missing') return finding.entryIds.includes(anomaly.entryId);
  return Math.abs(Date.parse(finding.reason.expectedDay) - Date.parse(anomaly.day)) <= 10 * 86_400_000;
}

/** A finding about an entry that was tampered with is no false alarm, even when it says something else. */
export function isCaused(finding: Finding, anomalies: readonly Anomaly[]): boolean {
  return anomalies.some(
    (anomaly) => isAbout(finding, anomaly) || finding.entryIds.some((id) => id === anomaly.entryId),
  );
}
