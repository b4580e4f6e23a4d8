/** An operation: changes to records that stand, and are undone, together. */

import { InputError } from '../errors.ts';
import { newId } from '../id.ts';
import { changesOf, latestOperation, latestUndone, logChanges, markOperation } from '../store/changes.ts';
import type { Queries } from '../store/database.ts';
import { type Entity, type Image, readRecord } from '../store/records.ts';
import { type Asker, requireWriter } from './asker.ts';
import type { PlannedChange } from './planned-change.ts';
import { leavesLedgerWhole } from './whole-ledger.ts';
import { writeChanges } from './write-changes.ts';
import { requireNext } from './write-schedule.ts';

/** Carries the changes out and logs them as one operation; gives its id. Throws an InputError for a viewer. */
export async function carryOut(db: Queries, asker: Asker, changes: readonly PlannedChange[]): Promise<string> {
  requireWriter(asker);
  const operationId = newId();
  // The log first: it locks the ledger, so that two who write to one wait for each other instead of meeting.
  await logChanges(
    db,
    { ...asker, operationId },
    changes.map(({ id, ...change }) => ({ ...change, entityId: id })),
    instant(asker),
  );
  await writeChanges(db, asker, changes);
  return operationId;
}

/** What an undo or redo did: the records' images before and after it. */
export interface Reversal {
  readonly operationId: string;
  readonly changes: readonly PlannedChange[];
}

/** Undoes the operation, or the person's latest. Throws an InputError when there is none or it was built upon since. */
export async function undo(db: Queries, asker: Asker, operationId?: string): Promise<Reversal> {
  return await carryOutReversal(db, asker, 'undo', operationId);
}

/** Redoes the operation, or the one undone last. Throws an InputError when there is none or its place is taken. */
export async function redo(db: Queries, asker: Asker, operationId?: string): Promise<Reversal> {
  return await carryOutReversal(db, asker, 'redo', operationId);
}

async function carryOutReversal(
  db: Queries,
  asker: Asker,
  direction: 'undo' | 'redo',
  operationId?: string,
): Promise<Reversal> {
  const reversal = await planReversal(db, asker, direction, operationId);
  await markOperation(db, asker.ledgerId, reversal.operationId, direction === 'undo' ? instant(asker) : null);
  await writeChanges(db, asker, reversal.changes);
  return reversal;
}

/**
 * What {@link undo} or {@link redo} would do. Whatever stands in the way is found here, before anything is written: an
 * InputError leaves the transaction it is thrown in alive.
 */
export async function planReversal(
  db: Queries,
  asker: Asker,
  direction: 'undo' | 'redo',
  operationId?: string,
): Promise<Reversal> {
  requireWriter(asker);
  const target = operationId ?? (await (direction === 'undo' ? latestOperation : latestUndone)(db, asker));
  if (!target) {
    throw direction === 'undo'
      ? new InputError('There is nothing to undo.', 'Everything you recorded stands as it is.')
      : new InputError('There is nothing to redo.', 'Only what was undone last can be put back.');
  }
  const logged = await changesOf(db, asker, target);
  const [first] = logged;
  if (!first) throw new InputError('That is not yours to undo.', 'Say "undo" to take back your own latest change.');
  if (first.undone === (direction === 'undo')) {
    throw direction === 'undo'
      ? new InputError('That is undone already.', 'Say "redo" to put it back.')
      : new InputError('That stands already.', 'Say "undo" to take it back.');
  }
  const changes: PlannedChange[] = [];
  for (const { entity, entityId, before, after } of direction === 'undo' ? logged.toReversed() : logged) {
    const [from, to] = direction === 'undo' ? [after, before] : [before, after];
    const current = await readRecord(db, entity, entityId);
    // A schedule may have ended by itself; taking it back leaves it so.
    const isOver = entity === 'schedule' && current === null && to === null;
    if (!isOver && !sameRecord(entity, current, from)) throw overtaken();
    if (entity === 'schedule' && to !== null) await requireNext(db, entityId, to, asker.now);
    const removed = entity === 'entry' && to === null;
    const image = removed ? ({ ...from, deletedAt: instant(asker).toISOString() } as Image) : to;
    changes.push({ entity, id: entityId, before: isOver ? from : current, after: image });
  }
  if (!(await leavesLedgerWhole(db, asker.ledgerId, changes))) throw overtaken();
  return { operationId: target, changes };
}

function overtaken(): InputError {
  return new InputError('That was changed again since.', 'Undo the later change first.');
}

/**
 * A removed entry keeps its row with a deletion time, so "no record" and "deleted" are the same there. A schedule pauses
 * by itself when it fails, so that is no change of anybody's.
 */
function sameRecord(entity: Entity, a: Image | null, b: Image | null): boolean {
  const gone = (image: Image | null) => !image || (entity === 'entry' && image.deletedAt !== null);
  if (gone(a) || gone(b)) return gone(a) && gone(b);
  const fields = (image: Image | null) =>
    JSON.stringify(
      Object.entries(image ?? {})
        // A field that is younger than the image is empty in it.
        .filter(([field, value]) => field !== 'updatedAt' && value !== null)
        .filter(([field]) => entity !== 'schedule' || field !== 'state')
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return fields(a) === fields(b);
}

/** The asker's now as the store writes it. */
export function instant(asker: Asker): Date {
  return new Date(asker.now.epochMilliseconds);
}
