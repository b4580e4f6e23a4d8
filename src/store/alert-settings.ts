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

/** A person's latest finished turns in any conversation, or in those of the platforms alone, newest first. */
export async function latestTurns(
  db: Queries,
  personId: string,
  limit: number,
  platforms?: readonly string[],
): Promise<FinishedTurn[]> {
  const where = { personId, state: 'done', ...(platforms ? { platform: { in: [...platforms] } } : {}) };
  return await db.turn.findMany({ where, orderBy: { id: 'desc' }, take: limit });
}

/** Since when messages are held back by these settings, and what of it decides where they go on; null where none are. */
export async function findPause(
  db: Queries,
  id: string,
): Promise<{ readonly pausedAt: Date; readonly pausedOn: string; readonly turnId: string | null } | null> {
  const row = await db.alertSettings.findUnique({
    where: { id },
    select: { pausedAt: true, pausedOn: true, turnId: true },
  });
  return row?.pausedAt && row.pausedOn ? { ...row, pausedAt: row.pausedAt, pausedOn: row.pausedOn } : null;
}

/** Ends that very pause; false when somebody else was faster. */
export async function endPause(db: Queries, id: string, pausedAt: Date): Promise<boolean> {
  const { count } = await db.alertSettings.updateMany({
    where: { id, pausedAt },
    data: { pausedAt: null, pausedOn: null },
  });
  return count === 1;
}

/** Whether the person has written anything, in any conversation, from the one moment to the other. */
export async function hasSpoken(db: Queries, personId: string, from: Date, to: Date): Promise<boolean> {
  const turn = await db.turn.findFirst({
    where: { personId, receivedAt: { gte: from, lt: to } },
    select: { id: true },
  });
  return turn !== null;
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
