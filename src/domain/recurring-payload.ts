/** What a schedule keeps of the entry that it posts, as JSON. */

import type { Money } from '../money.ts';

/** The kind of schedules that post entries. */
export const RECURRING = 'entry';

/** An entry without its day. */
export interface RecurringCharge {
  readonly kind: 'expense' | 'income';
  readonly amount: Money;
  readonly categoryId: string;
  readonly merchant: string | null;
  readonly note: string | null;
}

/** As JSON can hold it: the amount in minor units as digits. */
export function payloadOf({ kind, amount, categoryId, merchant, note }: RecurringCharge) {
  return { kind, amountMinor: amount.minor.toString(), currency: amount.currency, categoryId, merchant, note };
}

/** The other way round. Throws an Error for a payload of something else. */
export function readPayload(payload: unknown): RecurringCharge {
  const { kind, amountMinor, currency, categoryId, merchant, note } = payload as ReturnType<typeof payloadOf>;
  const isOne = /^\d+$/.test(amountMinor ?? '') && (kind === 'expense' || kind === 'income') && currency && categoryId;
  if (!isOne) throw new Error('a recurring entry is kept that can not be read');
  return {
    kind,
    amount: { minor: BigInt(amountMinor), currency },
    categoryId,
    merchant: merchant ?? null,
    note: note ?? null,
  };
}
