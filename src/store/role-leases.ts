/** What only one process may do at a time, and which one does. */

import type { Queries } from './database.ts';

export interface RoleHolder {
  readonly owner: string;
  readonly until: Date;
}

/** Who has the role; null when nobody has. */
export async function roleHolder(db: Queries, name: string): Promise<RoleHolder | null> {
  return await db.roleLease.findUnique({ where: { name }, select: { owner: true, until: true } });
}

/**
 * Takes the role, or renews it. False while another has it; `from` is a holder that is known to be gone, whose lease
 * need not end first.
 */
export async function takeRole(
  db: Queries,
  name: string,
  lease: RoleHolder,
  now: Date,
  from?: string,
): Promise<boolean> {
  const { count } = await db.roleLease.updateMany({
    where: {
      name,
      OR: [{ owner: lease.owner }, { until: { lt: now } }, ...(from === undefined ? [] : [{ owner: from }])],
    },
    data: lease,
  });
  if (count === 1) return true;
  if ((await roleHolder(db, name)) !== null) return false;
  try {
    await db.roleLease.create({ data: { name, ...lease } });
    return true;
  } catch (error) {
    // Two at once: the key let one of them in.
    if ((await roleHolder(db, name)) === null) throw error;
    return false;
  }
}

/** Gives the role back, where `owner` has it. */
export async function dropRole(db: Queries, name: string, owner: string): Promise<void> {
  await db.roleLease.deleteMany({ where: { name, owner } });
}
