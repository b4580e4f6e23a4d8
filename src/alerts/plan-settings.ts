/** Changes of how somebody is spoken to unasked, together with the schedules that go along: one operation, to be undone. */

import type { Asker } from '../domain/asker.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import type { Weekday } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { alertSettingsImage, readRecord } from '../store/records.ts';
import { type PlannedAlerts, planAlerts } from './arrange-alerts.ts';
import { type AlertSettings, rowOf, settingsOf } from './settings.ts';

export interface PlannedSettings extends PlannedAlerts {
  readonly settings: AlertSettings;
}

/**
 * For `carryOut` (`domain/operation.ts`). No changes where it is like that already. A group's settings are its digest's.
 * `weekday` is that of a weekly digest. Throws an InputError when the person has too many schedules.
 */
export async function planSettings(
  db: Queries,
  asker: Asker,
  wanted: Partial<AlertSettings>,
  isGroup: boolean,
  weekday?: Weekday,
): Promise<PlannedSettings> {
  const id = isGroup ? asker.ledgerId : asker.personId;
  const present = await settingsOf(db, id);
  const settings = { ...present, ...wanted };
  const imageOf = (each: AlertSettings) => alertSettingsImage(rowOf(id, asker.personId, each, asker.now));
  // Who never chose anything has the usual settings, and gets these back.
  const before = (await readRecord(db, 'alertSettings', id)) ?? imageOf(present);
  const after = imageOf(settings);
  const { changes, digestAt } = await planAlerts(db, asker, settings, isGroup, weekday);
  const isSame = JSON.stringify(imageOf(present)) === JSON.stringify(after);
  const change: PlannedChange = { entity: 'alertSettings', id, before, after };
  return { settings, digestAt, changes: [...(isSame ? [] : [change]), ...changes] };
}
