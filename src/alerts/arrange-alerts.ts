/** Makes the schedules be what the settings say: the day's look at everything, and the digest. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { writeSchedule } from '../domain/write-schedule.ts';
import type { Weekday } from '../period.ts';
import type { Cadence } from '../schedule/cadence.ts';
import type { Schedule } from '../scheduler/handler.ts';
import { planAddition, planChange, planEnd } from '../scheduler/plan-arrangement.ts';
import { readSchedule } from '../scheduler/read-schedule.ts';
import type { Queries } from '../store/database.ts';
import { schedulesOfLedger } from '../store/schedules.ts';
import { type AlertSettings, outsideQuiet } from './settings.ts';
import { DAILY_LOOK } from './thresholds.ts';

export type AlertScheduleKind = 'alerts' | 'digest';

/** Of a group there is one digest, whoever of it asked for that. */
export async function alertSchedules(
  db: Queries,
  { personId, ledgerId }: Pick<Asker, 'personId' | 'ledgerId'>,
): Promise<Partial<Record<AlertScheduleKind, Schedule>>> {
  const all = (await schedulesOfLedger(db, ledgerId)).map(readSchedule);
  const alerts = all.find((each) => each.kind === 'alerts' && each.personId === personId);
  return { alerts, digest: all.find(({ kind }) => kind === 'digest') };
}

/** What the settings say is on, and is not: after its person had left, say. Whatever is there stays as it is. */
export async function restoreAlerts(
  db: Queries,
  asker: Arranger,
  settings: AlertSettings,
  isGroup: boolean,
): Promise<void> {
  const { alerts, digest } = await alertSchedules(db, asker);
  const isWhole = isGroup || !settings.alerts || alerts;
  if (!isWhole || (settings.digest && !digest)) await arrangeAlerts(db, asker, settings, isGroup);
}

/** Does at once, and outside of any operation, what {@link planAlerts} plans. */
export async function arrangeAlerts(
  db: Queries,
  asker: Arranger,
  settings: AlertSettings,
  isGroup: boolean,
): Promise<void> {
  const { changes } = await planAlerts(db, asker, settings, isGroup);
  for (const { id, after } of changes) await writeSchedule(db, id, after, asker.now);
}

export interface PlannedAlerts {
  readonly changes: readonly PlannedChange[];
  /** When the digest comes next; null for none. */
  readonly digestAt: Temporal.Instant | null;
}

/**
 * Neither falls into the quiet hours. Of a group there is one digest alone: whoever arranges it takes over that of another
 * member, with their own clock. A weekly digest stays on its weekday unless another one is named; at first that is the
 * one that their week begins with. Throws an InputError as `planAddition` does.
 */
export async function planAlerts(
  db: Queries,
  asker: Arranger,
  settings: AlertSettings,
  isGroup: boolean,
  weekday?: Weekday,
): Promise<PlannedAlerts> {
  const present = await alertSchedules(db, asker);
  const kept = present.digest?.cadence.repeats === 'weekly' ? present.digest.cadence.weekdays : null;
  const weekdays = weekday ? [weekday] : (kept ?? [asker.preferences.firstDayOfWeek]);
  const look = await plan(db, asker, 'alerts', present.alerts, isGroup ? null : lookCadence(settings));
  const digest = await plan(db, asker, 'digest', present.digest, digestCadence(settings, weekdays));
  return { changes: [...look.changes, ...digest.changes], digestAt: digest.next };
}

type Arranger = Pick<Asker, 'personId' | 'ledgerId' | 'preferences' | 'now'>;

interface Planned {
  readonly changes: readonly PlannedChange[];
  readonly next: Temporal.Instant | null;
}

async function plan(
  db: Queries,
  { personId, ledgerId, preferences, now }: Arranger,
  kind: AlertScheduleKind,
  present: Schedule | undefined,
  cadence: Cadence | null,
): Promise<Planned> {
  const timeZone = preferences.timezone;
  if (cadence === null) return { changes: present ? await planEnd(db, present) : [], next: null };
  const isSame = JSON.stringify(present?.cadence) === JSON.stringify(cadence) && present?.timeZone === timeZone;
  if (present?.state === 'on' && isSame) return { changes: [], next: present.nextAt };
  if (present?.personId === personId) return await planChange(db, present, { cadence, timeZone }, now);
  const ended = present ? await planEnd(db, present) : [];
  const added = await planAddition(db, { personId, ledgerId, kind, cadence, payload: {}, timeZone }, now);
  return { changes: [...ended, ...added.changes], next: added.next };
}

function lookCadence({ alerts, quiet }: AlertSettings): Cadence | null {
  return alerts ? { repeats: 'daily', at: outsideQuiet(DAILY_LOOK, quiet) } : null;
}

function digestCadence({ digest, digestTime, quiet }: AlertSettings, weekdays: readonly Weekday[]): Cadence | null {
  const at = outsideQuiet(digestTime, quiet);
  if (digest === 'daily') return { repeats: 'daily', at };
  if (digest === 'weekly') return { repeats: 'weekly', weekdays, at };
  return digest === 'monthly' ? { repeats: 'monthly', day: 1, at } : null;
}
