/** What people of a ledger do not want to hear of again, as rows. */

import type { Queries } from './database.ts';

export interface Dismissal {
  /** What the finding is about. */
  readonly key: string;
  /** Its fact, rounded to a bucket, when it was dismissed. */
  readonly fact: string;
}

/** Those of the ledger among `keys`, in no order. */
export async function findDismissals(db: Queries, ledgerId: string, keys: readonly string[]): Promise<Dismissal[]> {
  if (keys.length === 0) return [];
  return await db.dismissal.findMany({
    where: { ledgerId, key: { in: [...keys] } },
    select: { key: true, fact: true },
  });
}
