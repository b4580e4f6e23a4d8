/** The inbox: turns with their leases, the steps they have done, and what earlier turns said. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export type TurnKind = 'message' | 'press' | 'edit';

/** A turn as a row; `message`, `reply` and step contents are JSON texts that the conversation reads. */
export interface TurnRow {
  readonly id: string;
  readonly key: string;
  readonly conversation: string;
  readonly platform: string;
  readonly personId: string | null;
  readonly kind: string;
  readonly message: string;
  readonly state: string;
  readonly leaseOwner: string | null;
  readonly leaseUntil: Date | null;
  readonly attempts: number;
  readonly reply: string | null;
}

/** Who works on a turn, and until when nobody else may. */
export interface Lease {
  readonly owner: string;
  readonly until: Date;
}

/** Another worker has taken the turn over; whatever this one was about to write must not happen. */
export class LeaseLost extends Error {
  constructor() {
    super('another worker holds this turn');
    this.name = 'LeaseLost';
  }
}

/**
 * Puts a message into the inbox, held by `lease`. The same key again changes nothing and gives the turn that has it.
 * Committed when it returns, so the platform may be told that the message arrived.
 */
export async function receiveTurn(
  db: Queries,
  turn: Pick<TurnRow, 'key' | 'conversation' | 'platform' | 'kind' | 'message'>,
  lease: Lease,
  receivedAt: Date,
): Promise<{ turn: TurnRow; isNew: boolean }> {
  const known = await db.turn.findUnique({ where: { key: turn.key } });
  if (known) return { turn: known, isNew: false };
  try {
    const row = await db.turn.create({
      data: { id: newId(), ...turn, state: 'received', receivedAt, leaseOwner: lease.owner, leaseUntil: lease.until },
    });
    return { turn: row, isNew: true };
  } catch (error) {
    // Two deliveries at once: the unique key let one of them in.
    const row = await db.turn.findUnique({ where: { key: turn.key } });
    if (row) return { turn: row, isNew: false };
    throw error;
  }
}

/** Takes over a turn whose lease is void, or is `from`'s. False when somebody else was faster. */
export async function claimTurn(db: Queries, id: string, lease: Lease, now: Date, from?: string): Promise<boolean> {
  const { count } = await db.turn.updateMany({
    where: {
      id,
      state: 'received',
      OR: [{ leaseOwner: null }, { leaseUntil: { lt: now } }, ...(from === undefined ? [] : [{ leaseOwner: from }])],
    },
    data: { leaseOwner: lease.owner, leaseUntil: lease.until },
  });
  return count === 1;
}

/**
 * Renews the lease, as the first statement of each transaction of a turn: from here on no other worker can write for
 * it until this transaction ends. Throws LeaseLost when the turn is done or held by another.
 */
export async function holdTurn(db: Queries, id: string, lease: Lease): Promise<void> {
  const { count } = await db.turn.updateMany({
    where: { id, state: 'received', leaseOwner: lease.owner },
    data: { leaseUntil: lease.until },
  });
  if (count !== 1) throw new LeaseLost();
}

/** Counts a failed try and gives the lease back. */
export async function releaseTurn(db: Queries, id: string, owner: string): Promise<void> {
  await db.turn.updateMany({
    where: { id, state: 'received', leaseOwner: owner },
    data: { attempts: { increment: 1 }, leaseOwner: null, leaseUntil: null },
  });
}

/** Gives back all that a worker has, without counting a try: it leaves. What it still does for them it can't commit. */
export async function handBackTurns(db: Queries, owner: string): Promise<void> {
  await db.turn.updateMany({
    where: { state: 'received', leaseOwner: owner },
    data: { leaseOwner: null, leaseUntil: null },
  });
}

export async function finishTurn(
  db: Queries,
  id: string,
  personId: string | null,
  reply: string,
  doneAt: Date,
): Promise<void> {
  await db.turn.update({
    where: { id },
    data: { personId, reply, state: 'done', doneAt, leaseOwner: null, leaseUntil: null },
  });
}

export async function findTurn(db: Queries, id: string): Promise<TurnRow | null> {
  return await db.turn.findUnique({ where: { id } });
}

export async function findTurnByKey(db: Queries, key: string): Promise<TurnRow | null> {
  return await db.turn.findUnique({ where: { key } });
}

/** The oldest unfinished turn of the conversation that came before this one, or null. */
export async function earlierTurn(db: Queries, conversation: string, id: string): Promise<TurnRow | null> {
  return await db.turn.findFirst({
    where: { conversation, state: 'received', id: { lt: id } },
    orderBy: { id: 'asc' },
  });
}

/** All unfinished turns, oldest first. */
export async function unfinishedTurns(db: Queries): Promise<TurnRow[]> {
  return await db.turn.findMany({ where: { state: 'received' }, orderBy: { id: 'asc' } });
}

export async function countUnfinishedTurns(db: Queries): Promise<number> {
  return await db.turn.count({ where: { state: 'received' } });
}

/** The steps recorded for each of these turns, in their order. */
export async function stepsOf(db: Queries, turnIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.step.findMany({
    where: { turnId: { in: [...turnIds] } },
    orderBy: [{ turnId: 'asc' }, { position: 'asc' }],
  });
  const steps = new Map<string, string[]>(turnIds.map((id) => [id, []]));
  for (const row of rows) steps.get(row.turnId)?.push(row.content);
  return steps;
}

export async function recordStep(
  db: Queries,
  turnId: string,
  position: number,
  content: string,
  createdAt: Date,
): Promise<void> {
  await db.step.create({ data: { turnId, position, content, createdAt } });
}

/** The latest finished turns of a person before the given one, oldest first: in one conversation, or (null) in all of them. */
export async function finishedTurns(
  db: Queries,
  conversation: string | null,
  personId: string,
  beforeId: string,
  limit: number,
): Promise<TurnRow[]> {
  const rows = await db.turn.findMany({
    where: { ...(conversation === null ? {} : { conversation }), personId, state: 'done', id: { lt: beforeId } },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.reverse();
}
