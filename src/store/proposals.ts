/** Things that wait for a person's yes. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export interface Proposal {
  readonly id: string;
  readonly ledgerId: string;
  readonly personId: string;
  readonly conversation: string;
  readonly turnId: string;
  readonly tool: string;
  /** JSON text of the tool's arguments. */
  readonly args: string;
  readonly fingerprint: string;
  readonly state: string;
  readonly expiresAt: Date;
}

/** Makes a proposal; an older one of the same person in the conversation gives way to it. */
export async function addProposal(
  db: Queries,
  proposal: Omit<Proposal, 'id' | 'state'>,
  createdAt: Date,
): Promise<string> {
  const { conversation, personId } = proposal;
  await db.proposal.updateMany({
    where: { conversation, personId, state: 'pending', turnId: { not: proposal.turnId } },
    data: { state: 'cancelled' },
  });
  const row = await db.proposal.create({ data: { id: newId(), ...proposal, state: 'pending', createdAt } });
  return row.id;
}

/** What a turn proposed, oldest first, in whatever state it is. */
export async function proposalsOf(db: Queries, turnId: string): Promise<Proposal[]> {
  return await db.proposal.findMany({ where: { turnId }, orderBy: { id: 'asc' } });
}

/** The proposals that wait for this person in this conversation, oldest first. */
export async function pendingProposals(db: Queries, conversation: string, personId: string): Promise<Proposal[]> {
  return await db.proposal.findMany({ where: { conversation, personId, state: 'pending' }, orderBy: { id: 'asc' } });
}

export async function settleProposal(
  db: Queries,
  id: string,
  state: 'confirmed' | 'cancelled' | 'expired',
): Promise<void> {
  await db.proposal.update({ where: { id }, data: { state } });
}
