/** Watches whose category is merged into another. */

import type { Queries } from '../store/database.ts';
import { type Image, readRecord } from '../store/records.ts';
import { listWatches, type Watch } from '../store/watches.ts';
import type { PlannedChange } from './planned-change.ts';

/** They follow it; one that would be there twice goes. */
export async function watchMoves(db: Queries, ledgerId: string, from: string, into: string): Promise<PlannedChange[]> {
  const all = await listWatches(db, ledgerId);
  const moves: PlannedChange[] = [];
  for (const watch of all.filter(({ categoryId }) => categoryId === from)) {
    const before = await readRecord(db, 'watch', watch.id);
    const isThere = all.some((other) => sameWatch(other, { ...watch, categoryId: into }));
    moves.push({
      entity: 'watch',
      id: watch.id,
      before,
      after: isThere ? null : { ...(before as Image), categoryId: into },
    });
  }
  return moves;
}

/** Whether two watches tell of the same. */
export function sameWatch(a: Watch, b: Watch): boolean {
  return (
    a.amount.minor === b.amount.minor &&
    a.amount.currency === b.amount.currency &&
    a.per === b.per &&
    a.categoryId === b.categoryId &&
    a.merchantKey === b.merchantKey
  );
}
