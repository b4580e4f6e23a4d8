/** The change log: what each operation changed, so that it can be undone and redone. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';
import type { Entity, Image } from './records.ts';
import { touchLedger } from './revision.ts';

export interface LoggedChange {
  readonly id: string;
  readonly operationId: string;
  readonly entity: Entity;
  readonly entityId: string;
  readonly before: Image | null;
  readonly after: Image | null;
  readonly undone: boolean;
}

export interface ChangeOwner {
  readonly ledgerId: string;
  readonly personId: string;
}

export async function logChanges(
  db: Queries,
  owner: ChangeOwner & { turnId: string | null; operationId: string },
  changes: readonly Pick<LoggedChange, 'entity' | 'entityId' | 'before' | 'after'>[],
  createdAt: Date,
): Promise<void> {
  await touchLedger(db, owner.ledgerId);
  await db.change.createMany({
    data: changes.map((change) => ({
      id: newId(),
      ledgerId: owner.ledgerId,
      personId: owner.personId,
      turnId: owner.turnId,
      operationId: owner.operationId,
      entity: change.entity,
      entityId: change.entityId,
      before: change.before && JSON.stringify(change.before),
      after: change.after && JSON.stringify(change.after),
      createdAt,
    })),
  });
}

/** The operation's changes, oldest first; none when it belongs to somebody else or another ledger. */
export async function changesOf(db: Queries, owner: ChangeOwner, operationId: string): Promise<LoggedChange[]> {
  const { ledgerId, personId } = owner;
  const rows = await db.change.findMany({ where: { operationId, ledgerId, personId }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    operationId: row.operationId,
    entity: row.entity as Entity,
    entityId: row.entityId,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    undone: row.undoneAt !== null,
  }));
}

/** The person's latest operation that stands, or null. */
export async function latestOperation(db: Queries, { ledgerId, personId }: ChangeOwner): Promise<string | null> {
  const row = await db.change.findFirst({ where: { ledgerId, personId, undoneAt: null }, orderBy: { id: 'desc' } });
  return row?.operationId ?? null;
}

/** The operation that was undone last and that nothing has followed since, or null. */
export async function latestUndone(db: Queries, { ledgerId, personId }: ChangeOwner): Promise<string | null> {
  const standing = await db.change.findFirst({
    where: { ledgerId, personId, undoneAt: null },
    orderBy: { id: 'desc' },
  });
  const row = await db.change.findFirst({
    where: { ledgerId, personId, undoneAt: { not: null }, id: { gt: standing?.id ?? '' } },
    // Undone in the same instant: the older one was undone later, since undo goes backwards.
    orderBy: [{ undoneAt: 'desc' }, { id: 'asc' }],
  });
  return row?.operationId ?? null;
}

/** Marks an operation as undone, or as standing again (null). */
export async function markOperation(
  db: Queries,
  ledgerId: string,
  operationId: string,
  undoneAt: Date | null,
): Promise<void> {
  await touchLedger(db, ledgerId);
  await db.change.updateMany({ where: { operationId }, data: { undoneAt } });
}

/** The records of this kind that a turn changed, in the order of their first change. */
export async function recordsChangedBy(
  db: Queries,
  ledgerId: string,
  turnId: string,
  entity: Entity,
): Promise<string[]> {
  const rows = await db.change.findMany({ where: { ledgerId, turnId, entity }, orderBy: { id: 'asc' } });
  return [...new Set(rows.map((row) => row.entityId))];
}
