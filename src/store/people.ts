/** People, their accounts on the platforms, and the ledgers they may see. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export type Role = 'owner' | 'admin' | 'member' | 'viewer';

export interface PersonRow {
  readonly id: string;
  /** As their platform shows it; null until it has told. */
  readonly name: string | null;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly language: string | null;
  readonly firstDayOfWeek: number | null;
}

export interface Membership {
  readonly ledgerId: string;
  readonly role: Role;
}

/** The person behind a platform account, or null for a stranger. */
export async function findPerson(db: Queries, platform: string, externalId: string): Promise<PersonRow | null> {
  const identity = await db.identity.findUnique({ where: { platform_externalId: { platform, externalId } } });
  return identity ? await db.person.findUnique({ where: { id: identity.personId } }) : null;
}

/** Whether the platform account still is this person's. */
export async function isAccountOf(
  db: Queries,
  platform: string,
  externalId: string,
  personId: string,
): Promise<boolean> {
  const identity = await db.identity.findUnique({ where: { platform_externalId: { platform, externalId } } });
  return identity?.personId === personId;
}

/** What is known of a person at their first message. */
export interface FirstKnown {
  readonly name?: string | null;
  readonly language?: string | null;
  readonly timezone?: string | null;
  /** ISO 4217 code that their own ledger adds up in; the first message that touches it sets it otherwise. */
  readonly ledgerCurrency?: string;
}

/** Makes a person with a personal ledger that has the given categories. */
export async function createPerson(
  db: Queries,
  platform: string,
  externalId: string,
  categories: readonly { name: string; nameKey: string; kind: string }[],
  createdAt: Date,
  { ledgerCurrency, ...known }: FirstKnown = {},
): Promise<PersonRow> {
  const person = await db.person.create({ data: { id: newId(), createdAt, ...known } });
  await db.identity.create({ data: { platform, externalId, personId: person.id, createdAt } });
  const ledgerId = newId();
  const ledger = { id: ledgerId, currency: ledgerCurrency ?? null };
  await db.ledger.create({ data: { ...ledger, name: 'personal', kind: 'personal', createdAt } });
  await db.member.create({ data: { ledgerId, personId: person.id, role: 'owner', createdAt } });
  await db.category.createMany({
    data: categories.map((category) => ({ id: newId(), ledgerId, ...category, createdAt })),
  });
  return person;
}

/** Keeps the name and the time zone of a person who has none yet. True when the time zone is new. */
export async function learnOfPerson(
  db: Queries,
  personId: string,
  { name, timezone }: { readonly name: string | null; readonly timezone: string | null },
): Promise<boolean> {
  if (name !== null) await db.person.updateMany({ where: { id: personId, name: null }, data: { name } });
  if (timezone === null) return false;
  const { count } = await db.person.updateMany({ where: { id: personId, timezone: null }, data: { timezone } });
  return count === 1;
}

/** The person's own ledger with their role in it. Read again for each message, so that a lost membership counts at once. */
export async function personalLedger(db: Queries, personId: string): Promise<Membership> {
  const memberships = await db.member.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
  const ledgers = await db.ledger.findMany({
    where: { id: { in: memberships.map((membership) => membership.ledgerId) }, kind: 'personal' },
  });
  const own = memberships.find((membership) => ledgers.some((ledger) => ledger.id === membership.ledgerId));
  if (!own) throw new Error(`person ${personId} has no personal ledger`);
  return { ledgerId: own.ledgerId, role: own.role as Role };
}
