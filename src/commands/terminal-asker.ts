/** Who asks on the command line: the person that the terminal knows by this name. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker, Preferences } from '../domain/asker.ts';
import { homeCurrency } from '../domain/home-currency.ts';
import { preferencesOf } from '../domain/preferences.ts';
import { InputError } from '../errors.ts';
import { dayAt } from '../period.ts';
import type { Tx } from '../store/database.ts';
import { findPerson, personalLedger } from '../store/people.ts';

/** Throws an InputError for a name that nobody has written under. */
export async function terminalAsker(
  db: Tx,
  user: string,
  defaults: Pick<Preferences, 'currency' | 'timezone' | 'firstDayOfWeek'>,
  now: Temporal.Instant,
): Promise<Asker> {
  const person = await findPerson(db, 'terminal', user);
  if (!person) {
    throw new InputError(
      `Nobody called ${user} has a ledger here.`,
      `Record something first: purser chat --user ${user}.`,
    );
  }
  const preferences = preferencesOf(person, defaults);
  const membership = await personalLedger(db, person.id);
  return {
    personId: person.id,
    ...membership,
    preferences,
    homeCurrency: await homeCurrency(db, membership.ledgerId, preferences.currency),
    now,
    today: dayAt(now, preferences.timezone),
    turnId: null,
  };
}
