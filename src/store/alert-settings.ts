/** How people want to be spoken to unasked, as rows, and where that would go. */

import type { Queries } from './database.ts';
import { findLedger, type Ledger } from './ledgers.ts';
import type { PersonRow, Role } from './people.ts';
import type { TurnRow } from './turns.ts';

export interface AlertSettingsRow {
  /** A person's id, or that of a group's ledger. */
  readonly id: string;
  readonly personId: string;
  readonly alerts: string;
  readonly digest: string;
  readonly digestTime: string;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly mutedUntil: Date | null;
  readonly weeklyMost: number;
  readonly urgent: string;
  readonly turnId: string | null;
  readonly askedAt: Date | null;
  readonly email: string | null;
  readonly emailTakes: string | null;
  readonly fallback: string | null;
  readonly pausedAt: Date | null;
  readonly pausedOn: string | null;
  readonly updatedAt: Date;
}

/** Null where nothing was ever chosen. */
export async function findAlertSettings(db: Queries, id: string): Promise<AlertSettingsRow | null> {
  return await db.alertSettings.findUnique({ where: { id } });
}

export async function writeAlertSettings(db: Queries, row: AlertSettingsRow): Promise<void> {
  await db.alertSettings.upsert({ where: { id: row.id }, create: row, update: row });
}

export interface FinishedTurn extends TurnRow {
  readonly doneAt: Date | null;
}

/** A person's latest finished turns in any conversation, newest first. */
export async function latestTurns(db: Queries, personId: string, limit: number): Promise<FinishedTurn[]> {
  return await db.turn.findMany({ where: { personId, state: 'done' }, orderBy: { id: 'desc' }, take: limit });
}

/** Whether the person has written anything, in any conversation, from the one moment to the other. */
export async function hasSpoken(db: Queries, personId: string, from: Date, to: Date): Promise<boolean> {
  const turn = await db.turn.findFirst({
    where: { personId, receivedAt: { gte: from, lt: to } },
    select: { id: true },
  });
  return turn !== null;
}

/** When the last unasked message to a conversation was given up by its platform; null where it left, or is on its way. */
export async function refusedAt(db: Queries, conversation: string): Promise<Date | null> {
  const row = await db.outbox.findFirst({
    where: { conversation, reply: { not: null } },
    orderBy: { id: 'desc' },
    select: { state: true, createdAt: true },
  });
  return row?.state === 'failed' ? row.createdAt : null;
}

/** A person with their part in a ledger, for what happens while they are not there. */
export interface Absentee {
  readonly person: PersonRow;
  readonly role: Role;
  readonly ledger: Ledger;
}

/** Null where the person is no member of the ledger (any more). */
export async function findAbsentee(db: Queries, personId: string, ledgerId: string): Promise<Absentee | null> {
  const member = await db.member.findUnique({ where: { ledgerId_personId: { ledgerId, personId } } });
  const person = member && (await db.person.findUnique({ where: { id: personId } }));
  if (!member || !person) return null;
  return { person, role: member.role as Role, ledger: await findLedger(db, ledgerId) };
}
