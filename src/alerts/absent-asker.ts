/** Whom something is computed for while they are not there: looked up anew each time, so that a lost membership counts. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker, Preferences } from '../domain/asker.ts';
import { preferencesOf } from '../domain/preferences.ts';
import type { Language } from '../language.ts';
import { dayAt } from '../period.ts';
import { findAbsentee } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';

/** What people prefer who chose nothing. */
export interface Defaults extends Pick<Preferences, 'currency' | 'timezone' | 'firstDayOfWeek'> {
  readonly language: Language;
}

export interface AbsentAsker {
  readonly asker: Asker;
  /** Whether the ledger is a group's. */
  readonly isGroup: boolean;
}

/** Null where the person is no member of the ledger any more, or nothing was ever written there. */
export async function absentAsker(
  db: Queries,
  { personId, ledgerId }: { readonly personId: string; readonly ledgerId: string },
  now: Temporal.Instant,
  defaults: Defaults,
): Promise<AbsentAsker | null> {
  const absentee = await findAbsentee(db, personId, ledgerId);
  if (!absentee || absentee.ledger.currency === null) return null;
  const { person, role, ledger } = absentee;
  const preferences = preferencesOf(person, defaults);
  const asker: Asker = {
    personId,
    ledgerId,
    role,
    homeCurrency: absentee.ledger.currency,
    preferences,
    now,
    today: dayAt(now, preferences.timezone),
    turnId: null,
  };
  return { asker, isGroup: ledger.kind === 'shared' };
}
