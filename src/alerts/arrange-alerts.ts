/** Makes the schedules be what the settings say: the day's look at everything, and the digest. */

import type { Asker } from '../domain/asker.ts';
import type { Cadence } from '../schedule/cadence.ts';
import { addSchedule, end, listSchedules, rearrange } from '../scheduler/arrange.ts';
import type { Schedule } from '../scheduler/handler.ts';
import type { Queries } from '../store/database.ts';
import { type AlertSettings, outsideQuiet } from './settings.ts';
import { DAILY_LOOK } from './thresholds.ts';

export type AlertScheduleKind = 'alerts' | 'digest';

/** The asker's schedules of these kinds over their ledger; those of a group are whoever's asked for its digest. */
export async function alertSchedules(
  db: Queries,
  { personId, ledgerId }: Pick<Asker, 'personId' | 'ledgerId'>,
): Promise<Partial<Record<AlertScheduleKind, Schedule>>> {
  const own = (await listSchedules(db, personId)).filter((schedule) => schedule.ledgerId === ledgerId);
  return { alerts: own.find(({ kind }) => kind === 'alerts'), digest: own.find(({ kind }) => kind === 'digest') };
}

/** Neither falls into the quiet hours. Of a group there is a digest alone. Throws an InputError as `addSchedule` does. */
export async function arrangeAlerts(
  db: Queries,
  asker: Asker,
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

async function arrange(
  db: Queries,
  { personId, ledgerId, preferences, now }: Asker,
  kind: AlertScheduleKind,
  present: Schedule | undefined,
  cadence: Cadence | null,
): Promise<void> {
  const timeZone = preferences.timezone;
  if (cadence === null) {
    if (present) await end(db, present.id, now);
    return;
  }
  if (!present) {
    await addSchedule(db, { personId, ledgerId, kind, cadence, payload: {}, timeZone }, now);
    return;
  }
  const isSame = JSON.stringify(present.cadence) === JSON.stringify(cadence) && present.timeZone === timeZone;
  if (!isSame) await rearrange(db, present, { cadence, timeZone }, now);
}

function lookCadence({ quiet }: AlertSettings): Cadence {
  return { repeats: 'daily', at: outsideQuiet(DAILY_LOOK, quiet) };
}

function digestCadence({ digest, digestTime, quiet }: AlertSettings, { preferences }: Asker): Cadence | null {
  const at = outsideQuiet(digestTime, quiet);
  if (digest === 'daily') return { repeats: 'daily', at };
  if (digest === 'weekly') return { repeats: 'weekly', weekdays: [preferences.firstDayOfWeek], at };
  return digest === 'monthly' ? { repeats: 'monthly', day: 1, at } : null;
}
