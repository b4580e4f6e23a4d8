/** The schedules of somebody who is not there, after their accounts were joined or parted. */

import type { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import type { Queries } from '../store/database.ts';
import { absentAsker, type Defaults } from './absent-asker.ts';
import { arrangeAlerts } from './arrange-alerts.ts';
import { settingsOf } from './settings.ts';

/** Makes them what the person's settings say. Whoever has no room for one more goes without, until they ask for it. */
export async function arrangeAbsent(
  db: Queries,
  home: { readonly personId: string; readonly ledgerId: string },
  now: Temporal.Instant,
  defaults: Defaults,
): Promise<void> {
  const who = await absentAsker(db, home, now, defaults);
  if (!who) return;
  try {
    await arrangeAlerts(db, who.asker, await settingsOf(db, home.personId), false);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}
