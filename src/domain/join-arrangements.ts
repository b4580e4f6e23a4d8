/** What somebody has arranged comes along when two people turn out to be one, and goes back when they part. */

import type { Temporal } from 'temporal-polyfill';
import { MOST_SCHEDULES } from '../schedule/limits.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import {
  type Arranged,
  categoryIn,
  copyDismissals,
  copySettings,
  dropSettings,
  giveSchedule,
  giveWatch,
  moveGroupSettings,
  moveNotices,
  moveNoticesBack,
  type ScheduleOwner,
  type WatchOwner,
  watchesOf,
  withCategory,
} from '../store/link-arrangements.ts';
import { findSchedule, type ScheduleState, schedulesOf } from '../store/schedules.ts';
import { type Home, homeOf } from './join-ledgers.ts';
import { writeSchedule } from './write-schedule.ts';

/** These do what somebody's settings say, so there is one of each. */
const bySettings: readonly string[] = ['alerts', 'digest'];

/** What a person may read of a schedule that did not come along. */
const reasons = {
  ended: 'The other account has its own.',
  paused: `There are ${MOST_SCHEDULES} others already.`,
} as const;

/**
 * Schedules, watches, settings, dismissals and what was told. `ids` names the rows that were copied, categories among
 * them, by their old ids. The kept person's settings win, where they chose any.
 */
export async function joinArrangements(
  db: Queries,
  from: Home,
  to: Home,
  ids: ReadonlyMap<string, string>,
  at: Date,
): Promise<Arranged> {
  const isCopied = await copySettings(db, from.personId, to.personId, at);
  await moveGroupSettings(db, from.personId, to.personId);
  await copyDismissals(db, from, to);
  const schedules = await joinSchedules(db, from, to, { ids, isCopied, at });
  const watches = await joinWatches(db, from, to, ids);
  const notices = await moveNotices(db, from, to, ids);
  return { schedules, watches, notices, settingsAt: isCopied ? at.toISOString() : null };
}

/**
 * Puts back what is still there and the kept person's: what they ended or removed since stays away, and what they
 * changed goes back as it is now. `turnIds` are of the accounts that go.
 */
export async function partArrangements(
  db: Queries,
  from: Home,
  to: Home,
  { schedules, watches, notices, settingsAt }: Arranged,
  turnIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const home = await listCategories(db, to.ledgerId);
  const away = await listCategories(db, from.ledgerId);
  const categoryAtHome = (id: string | null): string | null => {
    const found = away.find((category) => category.id === id);
    return found ? homeOf(found, home).id : null;
  };
  for (const { id, before, after } of schedules) {
    await returnSchedule(db, id, { before, after, isFromHome: before.ledgerId === to.ledgerId }, categoryAtHome, now);
  }
  for (const { id, before } of watches) await giveWatch(db, id, from.personId, before);
  await moveNoticesBack(db, from.personId, to.personId, notices);
  await dropSettings(db, from.personId, settingsAt === null ? null : new Date(settingsAt), turnIds);
}

async function joinSchedules(
  db: Queries,
  from: Home,
  to: Home,
  { ids, isCopied, at }: { ids: ReadonlyMap<string, string>; isCopied: boolean; at: Date },
): Promise<Arranged['schedules']> {
  const kept = await schedulesOf(db, to.personId);
  const moved: Arranged['schedules'][number][] = [];
  let count = kept.length;
  for (const row of await schedulesOf(db, from.personId)) {
    const isOfHome = row.ledgerId === from.ledgerId;
    const hasOwn = kept.some(({ kind, ledgerId }) => kind === row.kind && ledgerId === to.ledgerId);
    const isDouble = isOfHome && bySettings.includes(row.kind) && (hasOwn || !(isCopied || row.kind === 'alerts'));
    const becomes = isDouble ? 'ended' : count >= MOST_SCHEDULES ? 'paused' : (row.state as ScheduleState);
    if (!isDouble) count += 1;
    const { personId, ledgerId, payload } = row;
    const before: ScheduleOwner = { personId, ledgerId, payload, state: row.state as ScheduleState };
    const category = categoryIn(payload);
    const there = isOfHome ? { ...to, payload: withCategory(payload, ids.get(category ?? '') ?? null) } : {};
    // One that ends stays whose it was.
    const after = isDouble
      ? { ...before, state: becomes }
      : { ...before, personId: to.personId, ...there, state: becomes };
    await giveSchedule(db, row.id, after, becomes === 'on' ? null : reasons[becomes], at);
    moved.push({ id: row.id, before, after });
  }
  return moved;
}

async function returnSchedule(
  db: Queries,
  id: string,
  { before, after, isFromHome }: { before: ScheduleOwner; after: ScheduleOwner; isFromHome: boolean },
  categoryAtHome: (id: string | null) => string | null,
  now: Temporal.Instant,
): Promise<void> {
  const row = await findSchedule(db, id);
  if (!row || row.personId !== after.personId || (row.state === 'ended' && after.state !== 'ended')) return;
  const state = row.state as ScheduleState;
  const category = isFromHome ? categoryAtHome(categoryIn(row.payload)) : null;
  const owner = { ...before, payload: withCategory(row.payload, category), state };
  await giveSchedule(db, id, owner, null, new Date(now.epochMilliseconds));
  // What the link ended or paused goes on, unless that was changed since.
  if (after.state === before.state || state !== after.state) return;
  const { kind, cadence, timeZone } = row;
  await writeSchedule(db, id, { id, kind, cadence, timeZone, ...owner, state: before.state }, now);
}

async function joinWatches(
  db: Queries,
  from: Home,
  to: Home,
  ids: ReadonlyMap<string, string>,
): Promise<Arranged['watches']> {
  const moved: Arranged['watches'][number][] = [];
  const kept = await watchesOf(db, to.personId);
  for (const row of await watchesOf(db, from.personId)) {
    const { id, personId, ledgerId, categoryId } = row;
    const there = ledgerId === from.ledgerId ? to.ledgerId : ledgerId;
    const owner: WatchOwner = {
      ...{ personId: to.personId, ledgerId: there },
      categoryId: categoryId === null ? null : (ids.get(categoryId) ?? categoryId),
    };
    const isDouble = kept.some(
      (other) => JSON.stringify(wantedBy(other)) === JSON.stringify(wantedBy({ ...row, ...owner })),
    );
    // The same thing asked for twice is told once; the other one waits at home.
    if (isDouble) continue;
    await giveWatch(db, id, personId, owner);
    moved.push({ id, before: { personId, ledgerId, categoryId } });
  }
  return moved;
}

/** What a watch asks for. */
function wantedBy(watch: Awaited<ReturnType<typeof watchesOf>>[number]) {
  const { ledgerId, amountMinor, currency, per, categoryId, merchantKey } = watch;
  return [ledgerId, amountMinor.toString(), currency, per, categoryId, merchantKey];
}
