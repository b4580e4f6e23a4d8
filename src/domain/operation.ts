/** An operation: changes to records that stand, and are undone, together. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { changesOf, latestOperation, latestUndone, logChanges, markOperation } from '../store/changes.ts';
import type { Queries } from '../store/database.ts';
import { type Entity, type Image, readRecord, writeRecord } from '../store/records.ts';
import { type Asker, requireWriter } from './asker.ts';

export interface PlannedChange {
  readonly entity: Entity;
  readonly id: string;
  readonly before: Image | null;
  readonly after: Image | null;
}

/** Carries the changes out and logs them as one operation; gives its id. Throws an InputError for a viewer. */
export async function carryOut(db: Queries, asker: Asker, changes: readonly PlannedChange[]): Promise<string> {
  requireWriter(asker);
  for (const change of changes) await writeRecord(db, change.entity, change.id, change.after);
  const operationId = newId();
  await logChanges(
    db,
    { ...asker, operationId },
    changes.map(({ id, ...change }) => ({ ...change, entityId: id })),
    instant(asker),
  );
  return operationId;
}

/** What an undo or redo did: the records' images before and after it. */
export interface Reversal {
  readonly operationId: string;
  readonly changes: readonly PlannedChange[];
}

/** Undoes the operation, or the person's latest. Throws an InputError when there is none or it was built upon since. */
export async function undo(db: Queries, asker: Asker, operationId?: string): Promise<Reversal> {
  const target = operationId ?? (await latestOperation(db, asker));
  if (!target) throw new InputError('There is nothing to undo.', 'Everything you recorded stands as it is.');
  return await reverse(db, asker, target, 'undo');
}

/** Redoes the operation, or the one undone last. Throws an InputError when there is none. */
export async function redo(db: Queries, asker: Asker, operationId?: string): Promise<Reversal> {
  const target = operationId ?? (await latestUndone(db, asker));
  if (!target) throw new InputError('There is nothing to redo.', 'Only what was undone last can be put back.');
  return await reverse(db, asker, target, 'redo');
}

async function reverse(db: Queries, asker: Asker, operationId: string, direction: 'undo' | 'redo'): Promise<Reversal> {
  requireWriter(asker);
  const logged = await changesOf(db, asker, operationId);
  const [first] = logged;
  if (!first) throw new InputError('That is not yours to undo.', 'Say "undo" to take back your own latest change.');
  if (first.undone === (direction === 'undo')) {
    throw new InputError(
      direction === 'undo' ? 'That is undone already.' : 'That stands already.',
      direction === 'undo' ? 'Say "redo" to put it back.' : 'Say "undo" to take it back.',
    );
  }
  const ordered = direction === 'undo' ? logged.toReversed() : logged;
  const changes: PlannedChange[] = [];
  for (const { entity, entityId, before, after } of ordered) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = await readRecord(db, entity, entityId);
    if (!sameRecord(entity, current, from)) {
      throw new InputError('That was changed again since.', 'Undo the later change first.');
    }
    const target = entity === 'entry' && to === null ? { ...from, deletedAt: instant(asker).toISOString() } : to;
    await writeRecord(db, entity, entityId, target as Image | null);
    changes.push({ entity, id: entityId, before: current, after: target as Image | null });
  }
  await markOperation(db, operationId, direction === 'undo' ? instant(asker) : null);
  return { operationId, changes };
}

/** A removed entry keeps its row with a deletion time, so "no record" and "deleted" are the same there. */
function sameRecord(entity: Entity, a: Image | null, b: Image | null): boolean {
  const gone = (image: Image | null) => !image || (entity === 'entry' && image.deletedAt !== null);
  if (gone(a) || gone(b)) return gone(a) && gone(b);
  const fields = (image: Image | null) =>
    JSON.stringify(
      Object.entries(image ?? {})
        .filter(([field]) => field !== 'updatedAt')
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return fields(a) === fields(b);
}

/** The asker's now as the store writes it. */
export function instant(asker: Asker): Date {
  return new Date(asker.now.epochMilliseconds);
}
