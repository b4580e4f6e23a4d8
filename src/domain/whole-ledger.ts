/**
 * Whether a ledger is whole after an old state of records is put back: every entry and budget has its category, and no
 * two categories, budgets, goals or schedules are the same. Later changes to other records may have taken that away.
 */

import { listBudgets, TOTAL } from '../store/budgets.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { listEntries } from '../store/entries.ts';
import { listGoals } from '../store/goals.ts';
import { categoryIn } from '../store/link-arrangements.ts';
import { schedulesOfLedger } from '../store/schedules.ts';
import type { PlannedChange } from './planned-change.ts';

export async function leavesLedgerWhole(
  db: Queries,
  ledgerId: string,
  changes: readonly PlannedChange[],
): Promise<boolean> {
  const categories = new Map((await listCategories(db, ledgerId)).map(({ id, nameKey }) => [id, nameKey]));
  const changed = new Set(changes.map((change) => change.id));
  const removed: string[] = [];
  for (const { entity, id, after } of changes) {
    if (entity !== 'category') continue;
    if (after) categories.set(id, after.nameKey as string);
    else {
      categories.delete(id);
      removed.push(id);
    }
  }
  if (new Set(categories.values()).size < categories.size) return false;
  for (const { entity, after } of changes) {
    if (!after || after.deletedAt) continue;
    if (entity === 'entry' && !categories.has(after.categoryId as string)) return false;
    if (entity === 'goal') {
      const others = (await listGoals(db, ledgerId)).filter((other) => !changed.has(other.id));
      if (others.some((other) => other.nameKey === after.nameKey)) return false;
    }
    if (entity === 'watch' && after.categoryId !== null && !categories.has(after.categoryId as string)) return false;
    if (entity === 'schedule') {
      const others = (await schedulesOfLedger(db, ledgerId)).filter((other) => !changed.has(other.id));
      const fields = ['personId', 'kind', 'payload', 'cadence'] as const;
      if (others.some((other) => fields.every((field) => other[field] === after[field]))) return false;
    }
    if (entity === 'budget') {
      const scope = after.scope as string;
      if (scope !== TOTAL && !categories.has(scope)) return false;
      const others = (await listBudgets(db, ledgerId, scope)).filter((other) => !changed.has(other.id));
      if (others.some((other) => other.period === after.period)) return false;
    }
  }
  const schedules = removed.length > 0 ? await schedulesOfLedger(db, ledgerId) : [];
  for (const id of removed) {
    if (schedules.some((each) => categoryIn(each.payload) === id && !changed.has(each.id))) return false;
    const rest = [...(await listEntries(db, ledgerId, { categoryId: id })), ...(await listBudgets(db, ledgerId, id))];
    if (rest.some((record) => !changed.has(record.id))) return false;
  }
  return true;
}
