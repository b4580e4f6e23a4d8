/** What people have arranged, and what they were told, as rows that go over to another person when two turn out to be one. */

import type { Queries } from './database.ts';
import { changeSchedule, findSchedule, type ScheduleState } from './schedules.ts';

/** A person with their personal ledger. */
interface Home {
  readonly personId: string;
  readonly ledgerId: string;
}

/** Whose a schedule is, and what of it follows from that. */
export interface ScheduleOwner extends Home {
  readonly payload: string;
  readonly state: ScheduleState;
}

/** Gives a schedule to somebody, and takes it from a worker that has it. `why` is kept where it is not on. */
export async function giveSchedule(
  db: Queries,
  id: string,
  { personId, ledgerId, payload, state }: ScheduleOwner,
  why: string | null,
  at: Date,
): Promise<void> {
  const row = await findSchedule(db, id);
  const isSame = row?.state === state;
  await changeSchedule(db, id, { payload, state, ...(isSame ? {} : { lastError: why }) }, at);
  await db.schedule.updateMany({ where: { id }, data: { personId, ledgerId } });
}

/** The category that a schedule's payload names; null for none. */
export function categoryIn(payload: string): string | null {
  const { categoryId } = (JSON.parse(payload) ?? {}) as { readonly categoryId?: unknown };
  return typeof categoryId === 'string' ? categoryId : null;
}

/** The payload with another category; as it is where it names none. */
export function withCategory(payload: string, categoryId: string | null): string {
  if (categoryId === null || categoryIn(payload) === null) return payload;
  return JSON.stringify({ ...JSON.parse(payload), categoryId });
}

export interface WatchOwner extends Home {
  readonly categoryId: string | null;
}

/** The person's watches over any ledger, oldest first. */
export async function watchesOf(db: Queries, personId: string) {
  return await db.watch.findMany({ where: { personId }, orderBy: { id: 'asc' } });
}

/** False when it is gone, or not `from`'s any more. */
export async function giveWatch(db: Queries, id: string, from: string, owner: WatchOwner): Promise<boolean> {
  const { count } = await db.watch.updateMany({ where: { id, personId: from }, data: owner });
  return count === 1;
}

/** What of all this a link changed, so that it can be put back. */
export interface Arranged {
  readonly schedules: readonly { readonly id: string; readonly before: ScheduleOwner; readonly after: ScheduleOwner }[];
  readonly watches: readonly { readonly id: string; readonly before: WatchOwner }[];
  readonly notices: readonly MovedNotice[];
  /** When the settings were copied, ISO 8601; null where they were not. */
  readonly settingsAt: string | null;
}

export const nothingArranged: Arranged = { schedules: [], watches: [], notices: [], settingsAt: null };

/** A notice that went over, as it was: the key and the facts only where they name rows that have other ids now. */
export interface MovedNotice {
  readonly id: string;
  readonly ledgerId: string;
  readonly key?: string;
  readonly facts?: string;
}

/**
 * What the one was told counts for the other: all their notices go over, with the ids of rows that were copied replaced.
 * Of two about the same cause the one that was told stays the other's.
 */
export async function moveNotices(
  db: Queries,
  from: Home,
  to: Home,
  ids: ReadonlyMap<string, string>,
): Promise<MovedNotice[]> {
  const known = await db.notice.findMany({
    where: { personId: to.personId },
    select: { id: true, ledgerId: true, key: true, bucket: true, state: true },
  });
  const taken = new Map(known.map((row) => [`${row.ledgerId}\n${row.key}\n${row.bucket}`, row]));
  const moved: MovedNotice[] = [];
  for (const row of await db.notice.findMany({ where: { personId: from.personId }, orderBy: { id: 'asc' } })) {
    const ledgerId = row.ledgerId === from.ledgerId ? to.ledgerId : row.ledgerId;
    const [key, facts] = [row.key, row.facts].map((text) => withNewIds(text, ids)) as [string, string];
    const other = taken.get(`${ledgerId}\n${key}\n${row.bucket}`);
    if (other && (row.state !== 'told' || other.state === 'told')) continue;
    if (other) await db.notice.delete({ where: { id: other.id } });
    await db.notice.update({ where: { id: row.id }, data: { personId: to.personId, ledgerId, key, facts } });
    const was = { ...(key === row.key ? {} : { key: row.key }), ...(facts === row.facts ? {} : { facts: row.facts }) };
    moved.push({ id: row.id, ledgerId: row.ledgerId, ...was });
  }
  return moved;
}

/** Those that are still `from`'s go back as they were. */
export async function moveNoticesBack(
  db: Queries,
  from: string,
  personId: string,
  moved: readonly MovedNotice[],
): Promise<void> {
  for (const { id, ...was } of moved) {
    await db.notice.updateMany({ where: { id, personId: from }, data: { personId, ...was } });
  }
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function withNewIds(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replace(anyId, (id) => ids.get(id) ?? id);
}

/** What nobody wants to hear of again in the one ledger, copied into another as far as that has no word on it. */
export async function copyDismissals(db: Queries, from: Home, to: Home): Promise<void> {
  const rows = await db.dismissal.findMany({ where: { ledgerId: from.ledgerId } });
  const known = await db.dismissal.findMany({ where: { ledgerId: to.ledgerId }, select: { key: true } });
  const keys = new Set(known.map(({ key }) => key));
  const fresh = rows.filter(({ key }) => !keys.has(key));
  await db.dismissal.createMany({ data: fresh.map((row) => ({ ...row, ...to })) });
}

/** The settings by which somebody is spoken to, for another who never chose any. True when there was something to copy. */
export async function copySettings(db: Queries, from: string, to: string, updatedAt: Date): Promise<boolean> {
  const row = await db.alertSettings.findUnique({ where: { id: from } });
  if (!row || (await db.alertSettings.findUnique({ where: { id: to } }))) return false;
  await db.alertSettings.create({ data: { ...row, id: to, personId: to, updatedAt } });
  return true;
}

/** Takes a copy away that nobody has changed since; of one that was changed, what named an account that went. */
export async function dropSettings(
  db: Queries,
  id: string,
  copiedAt: Date | null,
  turnIds: readonly string[],
): Promise<void> {
  if (copiedAt !== null) await db.alertSettings.deleteMany({ where: { id, updatedAt: copiedAt } });
  const row = await db.alertSettings.findUnique({ where: { id }, select: { turnId: true } });
  if (row?.turnId && turnIds.includes(row.turnId)) {
    await db.alertSettings.update({ where: { id }, data: { turnId: null } });
  }
}

/** Who asked for a group's digest is the other from now on. */
export async function moveGroupSettings(db: Queries, from: string, to: string): Promise<void> {
  await db.alertSettings.updateMany({ where: { personId: from, id: { not: from } }, data: { personId: to } });
}
