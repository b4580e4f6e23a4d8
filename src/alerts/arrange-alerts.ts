/** Makes the schedules be what the settings say: the day's look at everything, and the digest. */

import type { Asker } from '../domain/asker.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { addSchedule, end, rearrange } from '../scheduler/arrange.ts';
import type { Schedule } from '../scheduler/handler.ts';
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

/**
 * Neither falls into the quiet hours. Of a group there is one digest alone: whoever arranges it takes over that of another
 * member, with their own clock. Throws an InputError as `addSchedule` does.
 */
export async function arrangeAlerts(
  db: Queries,
  asker: Arranger,
  settings: AlertSettings,
  isGroup: boolean,
): Promise<Partial<Record<AlertScheduleKind, Schedule>>> {
  const present = await alertSchedules(db, asker);
  const wanted = {
    alerts: settings.alerts && !isGroup ? lookCadence(settings) : null,
    digest: digestCadence(settings, asker),
  };
  for (const kind of ['alerts', 'digest'] as const) await arrange(db, asker, kind, present[kind], wanted[kind]);
  return await alertSchedules(db, asker);
}

type Arranger = Pick<Asker, 'personId' | 'ledgerId' | 'preferences' | 'now'>;

async function arrange(
  db: Queries,
  { personId, ledgerId, preferences, now }: Arranger,
  kind: AlertScheduleKind,
  present: Schedule | undefined,
  cadence: Cadence | null,
): Promise<void> {
  const timeZone = preferences.timezone;
  if (cadence === null) {
    if (present) await end(db, present.id, now);
    return;
  }
  const isSame = JSON.stringify(present?.cadence) === JSON.stringify(cadence) && present?.timeZone === timeZone;
  if (isSame) return;
  if (present?.personId === personId) await rearrange(db, present, { cadence, timeZone }, now);
  else {
    if (present) await end(db, present.id, now);
    await addSchedule(db, { personId, ledgerId, kind, cadence, payload: {}, timeZone }, now);
  }
}

function lookCadence({ quiet }: AlertSettings): Cadence {
  return { repeats: 'daily', at: outsideQuiet(DAILY_LOOK, quiet) };
}

function digestCadence({ digest, digestTime, quiet }: AlertSettings, { preferences }: Arranger): Cadence | null {
  const at = outsideQuiet(digestTime, quiet);
  if (digest === 'daily') return { repeats: 'daily', at };
  if (digest === 'weekly') return { repeats: 'weekly', weekdays: [preferences.firstDayOfWeek], at };
  return digest === 'monthly' ? { repeats: 'monthly', day: 1, at } : null;
}
