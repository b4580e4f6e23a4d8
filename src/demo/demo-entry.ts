/** One made-up entry. */

import type { NewEntry } from '../domain/entries.ts';
import { toDecimal } from '../money.ts';
import type { Day } from '../period.ts';

/** A {@link NewEntry} that leaves nothing to guess. */
export interface DemoEntry extends NewEntry {
  readonly currency: string;
  readonly category: string;
  readonly merchant: string;
  readonly date: Day;
}

/** `minor` counts the currency's smallest units: cents, pence, yen. An expense in euros unless `more` says otherwise. */
export function demoEntry(
  date: Day,
  category: string,
  merchant: string,
  minor: number,
  more: { kind?: NewEntry['kind']; currency?: string; note?: string } = {},
): DemoEntry {
  const currency = more.currency ?? 'EUR';
  return {
    kind: more.kind ?? 'expense',
    amount: toDecimal({ minor: BigInt(minor), currency }),
    currency,
    category,
    merchant,
    ...(more.note === undefined ? {} : { note: more.note }),
    date,
  };
}
