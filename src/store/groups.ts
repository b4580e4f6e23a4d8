/** The ledgers that groups and channels of the platforms share. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';
import type { Membership, Role } from './people.ts';

/** The group's ledger with the person's role in it; null when there is none yet, or the person is no member. */
export async function groupLedger(
  db: Queries,
  platform: string,
  externalId: string,
  personId: string,
): Promise<Membership | null> {
  const group = await db.chatGroup.findUnique({ where: { platform_externalId: { platform, externalId } } });
  if (!group) return null;
  const { ledgerId } = group;
  const member = await db.member.findUnique({ where: { ledgerId_personId: { ledgerId, personId } } });
  return member ? { ledgerId, role: member.role as Role } : null;
}

/** Whether the person is a member of a ledger that a group of the platform has, whatever id that group has by now. */
export async function isGroupMember(
  db: Queries,
  platform: string,
  ledgerId: string,
  personId: string,
): Promise<boolean> {
  const group = await db.chatGroup.findFirst({ where: { platform, ledgerId }, select: { ledgerId: true } });
  const member = group && (await db.member.findUnique({ where: { ledgerId_personId: { ledgerId, personId } } }));
  return member !== null;
}

/** Makes the person a member of the group's ledger; the first one makes the ledger, and owns it. */
export async function joinGroup(
  db: Queries,
  platform: string,
  group: { readonly id: string; readonly name: string },
  personId: string,
  categories: readonly { name: string; nameKey: string; kind: string }[],
  createdAt: Date,
): Promise<Membership> {
  const known = await groupLedger(db, platform, group.id, personId);
  if (known) return known;
  const row = await db.chatGroup.findUnique({ where: { platform_externalId: { platform, externalId: group.id } } });
  const ledgerId = row?.ledgerId ?? newId();
  if (!row) {
    await db.ledger.create({ data: { id: ledgerId, name: group.name.slice(0, 100), kind: 'shared', createdAt } });
    await db.category.createMany({
      data: categories.map((category) => ({ id: newId(), ledgerId, ...category, createdAt })),
    });
    await db.chatGroup.create({ data: { platform, externalId: group.id, ledgerId, createdAt } });
  }
  const role = row ? 'member' : 'owner';
  await db.member.create({ data: { ledgerId, personId, role, createdAt } });
  return { ledgerId, role };
}

/** The news of who added Purser may come that much after somebody has spoken to it, in milliseconds. */
const NEWS_TAKES = 10 * 60_000;

/**
 * Makes the person who added Purser the owner of the group's ledger. In a ledger that is not ten minutes old somebody
 * was only faster than the news, and becomes a member; an older one keeps its owner, or else it would belong to
 * whoever adds Purser once more.
 */
export async function ownGroup(...[db, platform, group, personId, categories, at]: Parameters<typeof joinGroup>) {
  const joined = await joinGroup(db, platform, group, personId, categories, at);
  const { ledgerId, role } = joined;
  const ledger = await db.ledger.findUnique({ where: { id: ledgerId }, select: { createdAt: true } });
  if (role === 'owner' || !ledger || at.getTime() - ledger.createdAt.getTime() > NEWS_TAKES) return joined;
  await db.member.updateMany({ where: { ledgerId, role: 'owner' }, data: { role: 'member' } });
  await db.member.update({ where: { ledgerId_personId: { ledgerId, personId } }, data: { role: 'owner' } });
  return { ledgerId, role: 'owner' } satisfies Membership;
}

/**
 * A group that lives on under another id takes its ledger along. Where somebody has spoken there before the news of it,
 * the ledger that this made gives way as long as nothing is recorded in it; two with entries stay as they are.
 */
export async function moveGroup(db: Queries, platform: string, from: string, to: string): Promise<void> {
  const [before, after] = [from, to].map((externalId) => ({ platform_externalId: { platform, externalId } }));
  const group = before && (await db.chatGroup.findUnique({ where: before }));
  if (!group || !after) return;
  const newer = await db.chatGroup.findUnique({ where: after });
  if (newer) {
    const { ledgerId } = newer;
    if ((await db.entry.count({ where: { ledgerId } })) > 0) return;
    const arrived = await db.member.findMany({ where: { ledgerId } });
    const known = await db.member.findMany({ where: { ledgerId: group.ledgerId } });
    await db.member.deleteMany({ where: { ledgerId } });
    const fresh = arrived.filter(({ personId }) => !known.some((member) => member.personId === personId));
    await db.member.createMany({ data: fresh.map((one) => ({ ...one, ledgerId: group.ledgerId, role: 'member' })) });
    await db.chatGroup.delete({ where: after });
  }
  await db.chatGroup.update({ where: before, data: { externalId: to } });
}
