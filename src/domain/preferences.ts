/** What a person prefers: currency, time zone, language, first day of the week. */

import { InputError } from '../errors.ts';
import { type Language, languages } from '../language.ts';
import { isTimeZone } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { findLedger } from '../store/ledgers.ts';
import type { PersonRow } from '../store/people.ts';
import { readRecord } from '../store/records.ts';
import type { Asker, Preferences } from './asker.ts';
import type { PlannedChange } from './planned-change.ts';
import { requireCurrency } from './rates.ts';

export interface PreferenceChanges {
  readonly currency?: string;
  readonly timezone?: string;
  readonly language?: string;
  readonly firstDayOfWeek?: number;
  /** What the ledger adds up in, for everybody who shares it. */
  readonly ledgerCurrency?: string;
}

/** What the person chose, with the server's settings where they chose nothing. */
export function preferencesOf(
  person: PersonRow,
  defaults: Pick<Preferences, 'currency' | 'timezone' | 'firstDayOfWeek'>,
): Preferences {
  return {
    currency: person.currency ?? defaults.currency,
    timezone: person.timezone ?? defaults.timezone,
    language: person.language as Language | null,
    firstDayOfWeek: (person.firstDayOfWeek as Preferences['firstDayOfWeek'] | null) ?? defaults.firstDayOfWeek,
  };
}

/**
 * Checks the changes. What a person's own ledger adds up in goes along with their currency; in a shared one it changes only
 * when the owner or an admin says so. Throws an InputError that names the first value there is no such thing as.
 */
export async function planPreferences(db: Queries, asker: Asker, changes: PreferenceChanges): Promise<PlannedChange[]> {
  const currency = changes.currency === undefined ? undefined : requireCurrency(changes.currency);
  if (changes.timezone !== undefined && !isTimeZone(changes.timezone)) {
    const name = changes.timezone.slice(0, 40);
    throw new InputError(
      `"${name}" is not a time zone I know.`,
      'Write one such as Europe/Berlin or America/New_York.',
    );
  }
  if (changes.language !== undefined && !languages.includes(changes.language as Language)) {
    throw new InputError('I can write in English, Spanish, German, French and Portuguese.', 'Choose one of those.');
  }
  const first = changes.firstDayOfWeek;
  if (first !== undefined && !(Number.isInteger(first) && first >= 1 && first <= 7)) {
    throw new InputError('A week begins on one of seven days.', 'Write 1 for Monday to 7 for Sunday.');
  }
  const before = await readRecord(db, 'preferences', asker.personId);
  const after = {
    ...before,
    ...(currency === undefined ? {} : { currency }),
    ...(changes.timezone === undefined ? {} : { timezone: changes.timezone }),
    ...(changes.language === undefined ? {} : { language: changes.language }),
    ...(first === undefined ? {} : { firstDayOfWeek: first }),
  };
  const { ledgerCurrency, ...own } = changes;
  const isOwn = ledgerCurrency === undefined || Object.values(own).some((value) => value !== undefined);
  return [
    ...(isOwn ? [{ entity: 'preferences' as const, id: asker.personId, before, after }] : []),
    ...(await planLedger(db, asker, changes)),
  ];
}

async function planLedger(
  db: Queries,
  asker: Asker,
  { currency, ledgerCurrency }: PreferenceChanges,
): Promise<PlannedChange[]> {
  if (currency === undefined && ledgerCurrency === undefined) return [];
  if (ledgerCurrency !== undefined && asker.role !== 'owner' && asker.role !== 'admin') {
    throw new InputError(
      'What this ledger adds up in is for its owner to say.',
      'Ask them, or set your own with "my currency is USD".',
    );
  }
  const isOwn = (await findLedger(db, asker.ledgerId)).kind === 'personal';
  const wanted = ledgerCurrency ?? (isOwn ? currency : undefined);
  if (wanted === undefined) return [];
  const before = await readRecord(db, 'ledger', asker.ledgerId);
  const after = { ...before, currency: requireCurrency(wanted) };
  return before?.currency === after.currency ? [] : [{ entity: 'ledger', id: asker.ledgerId, before, after }];
}
