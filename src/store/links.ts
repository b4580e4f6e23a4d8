/** Linked accounts as rows: the codes, the links with what each has changed, and the moves between two ledgers. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';
import { type Arranged, categoryIn, nothingArranged } from './link-arrangements.ts';
import type { Role } from './people.ts';
import { schedulesOfLedger } from './schedules.ts';

/** Somebody's account on a platform. */
export interface Account {
  readonly platform: string;
  readonly externalId: string;
}

export interface LinkCodeRow {
  readonly digest: string;
  readonly personId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The turn that gave it out. */
  readonly turnId: string | null;
}

export async function addLinkCode(db: Queries, code: Omit<LinkCodeRow, 'usedAt'> & { createdAt: Date }): Promise<void> {
  await db.linkCode.create({ data: code });
}

export async function findLinkCode(db: Queries, digest: string): Promise<LinkCodeRow | null> {
  return await db.linkCode.findUnique({ where: { digest } });
}

/** Codes that the person was given after `since`. */
export async function countLinkCodes(db: Queries, personId: string, since: Date): Promise<number> {
  return await db.linkCode.count({ where: { personId, createdAt: { gt: since } } });
}

/** Uses the code up; false when somebody else was faster. */
export async function takeLinkCode(db: Queries, digest: string, usedAt: Date): Promise<boolean> {
  const { count } = await db.linkCode.updateMany({ where: { digest, usedAt: null }, data: { usedAt } });
  return count === 1;
}

/** Nobody can use the person's codes any more. */
export async function voidLinkCodes(db: Queries, personId: string, usedAt: Date): Promise<void> {
  await db.linkCode.updateMany({ where: { personId, usedAt: null }, data: { usedAt } });
}

export async function addLinkAttempt(db: Queries, personId: string, createdAt: Date): Promise<void> {
  await db.linkAttempt.create({ data: { id: newId(), personId, createdAt } });
}

/** Wrong tries after `since`: the person's, or everybody's. */
export async function countLinkAttempts(db: Queries, since: Date, personId?: string): Promise<number> {
  return await db.linkAttempt.count({ where: { createdAt: { gt: since }, ...(personId ? { personId } : {}) } });
}

/** The person's accounts; none for somebody whose accounts were all joined to another person. */
export async function accountsOf(db: Queries, personId: string): Promise<Account[]> {
  const rows = await db.identity.findMany({
    where: { personId },
    orderBy: [{ platform: 'asc' }, { externalId: 'asc' }],
  });
  return rows.map(({ platform, externalId }) => ({ platform, externalId }));
}

export async function moveAccounts(db: Queries, accounts: readonly Account[], personId: string): Promise<void> {
  for (const { platform, externalId } of accounts) {
    await db.identity.update({ where: { platform_externalId: { platform, externalId } }, data: { personId } });
  }
}

/** A membership that a link moved: the roles that both people had in the ledger, and the one that it left. */
export interface MovedMembership {
  readonly ledgerId: string;
  readonly kept: Role | null;
  readonly joined: Role;
  readonly result: Role;
}

export interface LinkRow {
  readonly id: string;
  readonly personId: string;
  readonly formerPersonId: string;
  readonly accounts: readonly Account[];
  readonly memberships: readonly MovedMembership[];
  readonly arranged: Arranged;
}

/**
 * Records a link, and gives its id. What it moved goes into the change log, under the joined person and the kept ledger: two that no one
 * ever asks with, so "undo" does not find it.
 */
export async function addLink(
  db: Queries,
  link: Omit<LinkRow, 'id'> & { ledgerId: string; turnId: string | null; createdAt: Date },
): Promise<string> {
  const { personId, formerPersonId, ledgerId, turnId, createdAt } = link;
  const id = newId();
  await db.link.create({ data: { id, personId, formerPersonId, createdAt } });
  const row = { ledgerId, personId: formerPersonId, turnId, operationId: id, createdAt };
  await db.change.createMany({
    data: [
      ...link.accounts.map((account) => ({ entity: 'identity', entityId: formerPersonId, after: account })),
      ...link.memberships.map((moved) => ({ entity: 'membership', entityId: moved.ledgerId, after: moved })),
      { entity: 'arrangements', entityId: formerPersonId, after: link.arranged },
    ].map((change) => ({ ...row, id: newId(), ...change, after: JSON.stringify(change.after) })),
  });
  return id;
}

/** The links to the person that stand, newest first. */
export async function standingLinks(db: Queries, personId: string): Promise<LinkRow[]> {
  const links = await db.link.findMany({ where: { personId, undoneAt: null }, orderBy: { id: 'desc' } });
  const changes = await db.change.findMany({
    where: { operationId: { in: links.map((link) => link.id) } },
    orderBy: { id: 'asc' },
  });
  const read = <T>(linkId: string, entity: string): T[] =>
    changes
      .filter((change) => change.operationId === linkId && change.entity === entity)
      .map((change) => JSON.parse(change.after ?? 'null'));
  return links.map((link) => ({
    ...link,
    accounts: read<Account>(link.id, 'identity'),
    memberships: read<MovedMembership>(link.id, 'membership'),
    arranged: read<Arranged>(link.id, 'arrangements')[0] ?? nothingArranged,
  }));
}

export async function endLink(db: Queries, id: string, undoneAt: Date): Promise<void> {
  await db.link.update({ where: { id }, data: { undoneAt } });
}

/** The person's memberships in shared ledgers. */
export async function sharedMemberships(db: Queries, personId: string): Promise<{ ledgerId: string; role: Role }[]> {
  const members = await db.member.findMany({ where: { personId }, orderBy: { ledgerId: 'asc' } });
  const ids = members.map((member) => member.ledgerId);
  const shared = await db.ledger.findMany({ where: { id: { in: ids }, kind: 'shared' } });
  return members
    .filter((member) => shared.some((ledger) => ledger.id === member.ledgerId))
    .map(({ ledgerId, role }) => ({ ledgerId, role: role as Role }));
}

/** Gives the person this role in the ledger; null takes the membership away. */
export async function setRole(
  db: Queries,
  member: { ledgerId: string; personId: string },
  role: Role | null,
  createdAt: Date,
): Promise<void> {
  if (role === null) await db.member.deleteMany({ where: member });
  else {
    const where = { ledgerId_personId: member };
    await db.member.upsert({ where, create: { ...member, role, createdAt }, update: { role } });
  }
}

/** From one person's ledger to another's, category by category. */
export interface EntryMove {
  readonly from: { readonly ledgerId: string; readonly personId: string };
  readonly to: { readonly ledgerId: string; readonly personId: string };
  /** category ids of the ledger they leave, with those of the one they come to */
  readonly categories: ReadonlyMap<string, string>;
}

/** The categories that standing entries, budgets, watches, recurring entries or remembered merchants of the ledger use. */
export async function usedCategories(db: Queries, ledgerId: string): Promise<Set<string>> {
  const entries = await db.entry.groupBy({ by: ['categoryId'], where: { ledgerId, deletedAt: null } });
  const merchants = await db.merchantCategory.groupBy({ by: ['categoryId'], where: { ledgerId } });
  const budgets = await db.budget.findMany({ where: { ledgerId }, select: { scope: true } });
  const watches = await db.watch.findMany({ where: { ledgerId }, select: { categoryId: true } });
  const schedules = (await schedulesOfLedger(db, ledgerId)).map(({ payload }) => ({ categoryId: categoryIn(payload) }));
  const rows = [...entries, ...merchants, ...watches, ...schedules];
  return new Set([...rows.flatMap((row) => row.categoryId ?? []), ...budgets.map((row) => row.scope)]);
}

/** Moves the standing entries; those that come from none of the `origins` remember the ledger that they leave. */
export async function moveEntries(db: Queries, move: EntryMove, origins: readonly string[]): Promise<number> {
  const { from, to } = move;
  const where = { ledgerId: from.ledgerId, deletedAt: null };
  // First whose they are: by the ledger they leave it is still known which ones are meant.
  await db.entry.updateMany({ where: { ...where, personId: from.personId }, data: { personId: to.personId } });
  let count = 0;
  for (const [old, categoryId] of move.categories) {
    const here = { ...where, categoryId: old };
    const arrived = { ledgerId: to.ledgerId, categoryId };
    const further = await db.entry.updateMany({
      where: { ...here, fromLedgerId: { in: [...origins] } },
      data: arrived,
    });
    const own = await db.entry.updateMany({ where: here, data: { ...arrived, fromLedgerId: from.ledgerId } });
    count += further.count + own.count;
  }
  return count;
}

/** Moves home what stands of the entries that came from the ledger itself or from the `origins` linked to it. */
export async function moveEntriesHome(db: Queries, move: EntryMove, origins: readonly string[]): Promise<number> {
  const { from, to } = move;
  const where = { ledgerId: from.ledgerId, deletedAt: null, fromLedgerId: { in: [to.ledgerId, ...origins] } };
  await leaveUndoTo(db, move, where.fromLedgerId.in);
  await db.entry.updateMany({ where: { ...where, personId: from.personId }, data: { personId: to.personId } });
  let count = 0;
  for (const [old, categoryId] of move.categories) {
    const data = { ledgerId: to.ledgerId, categoryId };
    count += (await db.entry.updateMany({ where: { ...where, categoryId: old }, data })).count;
  }
  const own = { ledgerId: to.ledgerId, fromLedgerId: to.ledgerId };
  await db.entry.updateMany({ where: own, data: { fromLedgerId: null } });
  return count;
}

/** Operations on entries that go home can't be undone from the other ledger, and must not stand in the way there. */
async function leaveUndoTo(db: Queries, { from, to }: EntryMove, origins: readonly string[]): Promise<void> {
  const standing = { ledgerId: from.ledgerId, deletedAt: null, fromLedgerId: { in: [...origins] } };
  const entries = await db.entry.findMany({ where: standing, select: { id: true } });
  for (const ids of inChunks(entries.map((entry) => entry.id))) {
    const changes = await db.change.findMany({
      where: { ledgerId: from.ledgerId, entity: 'entry', entityId: { in: ids } },
      distinct: ['operationId'],
      select: { operationId: true },
    });
    const operationId = { in: changes.map((change) => change.operationId) };
    await db.change.updateMany({ where: { ledgerId: from.ledgerId, operationId }, data: { ledgerId: to.ledgerId } });
  }
}

/** All that the person said becomes what the other one said. */
export async function moveTurns(db: Queries, personId: string, toPersonId: string): Promise<void> {
  await db.turn.updateMany({ where: { personId }, data: { personId: toPersonId } });
}

/** What the accounts said before the link, and the turns that they took since, while they were the person's. */
export async function turnsAround(
  db: Queries,
  link: LinkRow,
  accounts: readonly Account[],
): Promise<{ before: string[]; since: string[] }> {
  const ids = { before: [] as string[], since: [] as string[] };
  const platforms = [...new Set(accounts.map((account) => account.platform))];
  for (let after = ''; ; ) {
    const rows = await db.turn.findMany({
      where: { personId: link.personId, platform: { in: platforms }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, platform: true, message: true },
    });
    for (const { id, platform, message } of rows) {
      const { sender } = JSON.parse(message) as { sender?: string };
      if (!accounts.some((account) => account.platform === platform && account.externalId === sender)) continue;
      // Ids sort by age.
      (id < link.id ? ids.before : ids.since).push(id);
    }
    const last = rows.at(-1);
    if (!last) return ids;
    after = last.id;
  }
}

export async function giveTurns(db: Queries, turnIds: readonly string[], personId: string): Promise<void> {
  for (const ids of inChunks(turnIds)) await db.turn.updateMany({ where: { id: { in: ids } }, data: { personId } });
}

/** How many standing entries of the ledger these turns recorded. */
export async function countRecorded(db: Queries, ledgerId: string, turnIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const ids of inChunks(turnIds)) {
    count += await db.entry.count({ where: { ledgerId, deletedAt: null, turnId: { in: ids } } });
  }
  return count;
}

/** Where people moved merchants to in this ledger: merchant key to category id. */
export async function merchantMemories(db: Queries, ledgerId: string): Promise<Map<string, string>> {
  const rows = await db.merchantCategory.findMany({ where: { ledgerId }, orderBy: { merchantKey: 'asc' } });
  return new Map(rows.map((row) => [row.merchantKey, row.categoryId]));
}

export async function cancelProposalsOf(db: Queries, personId: string): Promise<void> {
  await db.proposal.updateMany({ where: { personId, state: 'pending' }, data: { state: 'cancelled' } });
}

/** A database takes only so many values in one statement. */
function inChunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 500) }, (_, index) => ids.slice(index * 500, index * 500 + 500));
}
