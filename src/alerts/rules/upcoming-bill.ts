/** Bills of the next days that are large, or come so rarely that one forgets them. */

import { severityOf } from '../../insight/finding.ts';
import type { Recurring } from '../../insight/recurring.ts';
import { addDays, type Day } from '../../period.ts';
import { type Alert, causeKey, graver, type UpcomingFacts } from '../alert.ts';
import { UPCOMING_CONFIDENCE, UPCOMING_DAYS, UPCOMING_MONTHLY_SHARE, UPCOMING_RARE_SHARE } from '../thresholds.ts';

const rare: readonly Recurring['rhythm'][] = ['quarterly', 'half-yearly', 'yearly'];

export interface NamedCharge extends Recurring {
  /** As it was last written. */
  readonly name: string;
}

export function upcomingBillAlerts(
  charges: readonly NamedCharge[],
  today: Day,
  usualMonth: number,
): Alert<UpcomingFacts>[] {
  return upcomingCharges(charges, today, UPCOMING_DAYS)
    .filter(({ amount, rhythm }) => {
      const share = rare.includes(rhythm) ? UPCOMING_RARE_SHARE : UPCOMING_MONTHLY_SHARE;
      return amount >= share * usualMonth;
    })
    .map(({ key, name, amount, amountKind, nextDay, rhythm }) => ({
      key: causeKey('upcoming', key),
      bucket: nextDay,
      severity: isRoutine({ rhythm, amountKind }) ? 'low' : graver('medium', severityOf(amount, usualMonth)),
      stake: amount,
      facts: { rule: 'upcoming-bill', name, amount, isFixed: amountKind === 'fixed', day: nextDay, rhythm },
    }));
}

/** The rent is the same each month: it comes along with other news, and makes no message of its own. */
function isRoutine({ rhythm, amountKind }: Pick<Recurring, 'rhythm' | 'amountKind'>): boolean {
  return amountKind === 'fixed' && !rare.includes(rhythm);
}

/** What surely comes within so many days after today, soonest first. */
export function upcomingCharges<Charge extends Recurring>(
  charges: readonly Charge[],
  today: Day,
  days: number,
): Charge[] {
  const last = addDays(today, days);
  return charges
    .filter(
      ({ kind, status, confidence, nextDay }) =>
        kind === 'expense' &&
        status === 'active' &&
        confidence >= UPCOMING_CONFIDENCE &&
        nextDay > today &&
        nextDay <= last,
    )
    .sort((a, b) => (a.nextDay === b.nextDay ? b.amount - a.amount : a.nextDay < b.nextDay ? -1 : 1));
}
