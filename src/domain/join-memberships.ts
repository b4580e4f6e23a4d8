/** Who a person is in shared ledgers, when two people turn out to be one and when they part again. */

import type { Queries } from '../store/database.ts';
import { type MovedMembership, setRole, sharedMemberships } from '../store/links.ts';
import type { Role } from '../store/people.ts';

const ranks: readonly Role[] = ['viewer', 'member', 'admin', 'owner'];

/** The joined person's memberships go over to the kept one, who has the higher of both roles then. */
export async function joinMemberships(
  db: Queries,
  joinedId: string,
  keptId: string,
  at: Date,
): Promise<MovedMembership[]> {
  const before = new Map((await sharedMemberships(db, keptId)).map(({ ledgerId, role }) => [ledgerId, role]));
  const moved: MovedMembership[] = [];
  for (const { ledgerId, role: joined } of await sharedMemberships(db, joinedId)) {
    const kept = before.get(ledgerId) ?? null;
    const result = kept && isHigher(kept, joined) ? kept : joined;
    await setRole(db, { ledgerId, personId: keptId }, result, at);
    await setRole(db, { ledgerId, personId: joinedId }, null, at);
    moved.push({ ledgerId, kept, joined, result });
  }
  return moved;
}

/**
 * Each has again what they had. What was decided about the kept person since stands for both: whoever was put out of
 * a ledger does not come back, and nobody gets a higher role than the kept person was left with.
 */
export async function partMemberships(
  db: Queries,
  moved: readonly MovedMembership[],
  keptId: string,
  joinedId: string,
  at: Date,
): Promise<void> {
  const now = new Map((await sharedMemberships(db, keptId)).map(({ ledgerId, role }) => [ledgerId, role]));
  for (const { ledgerId, kept, joined, result } of moved) {
    const role = now.get(ledgerId);
    if (!role) continue;
    const isAsLinked = role === result;
    await setRole(db, { ledgerId, personId: joinedId }, isAsLinked || isHigher(role, joined) ? joined : role, at);
    if (kept === null || isAsLinked) await setRole(db, { ledgerId, personId: keptId }, kept, at);
  }
}

function isHigher(a: Role, b: Role): boolean {
  return ranks.indexOf(a) > ranks.indexOf(b);
}
