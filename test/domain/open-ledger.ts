/** A person with a ledger on a test database, to try the domain and the tools on without a conversation around them. */

import { Temporal } from 'temporal-polyfill';
import type { Asker, Preferences } from '../../src/domain/asker.ts';
import { defaultCategories } from '../../src/domain/default-categories.ts';
import { type NewEntry, recordEntries } from '../../src/domain/entries.ts';
import { foldText } from '../../src/domain/fold.ts';
import { preferencesOf } from '../../src/domain/preferences.ts';
import { dayAt } from '../../src/period.ts';
import type { Database, Queries } from '../../src/store/database.ts';
import { createPerson, personalLedger, type Role } from '../../src/store/people.ts';

const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', firstDayOfWeek: 1 } as const;

export interface LedgerOptions extends Partial<Preferences> {
  readonly now?: string;
  /** What the ledger adds up in, where that is not the person's own currency. */
  readonly ledgerCurrency?: string;
  readonly role?: Role;
}

export type TestLedger = Awaited<ReturnType<typeof openLedger>>;

let people = 0;

export async function openLedger(database: Database, options: LedgerOptions = {}) {
  const { now: time = '2026-06-15T10:00:00Z', role, ledgerCurrency, ...preferences } = options;
  const homeCurrency = ledgerCurrency ?? preferences.currency ?? defaults.currency;
  const now = Temporal.Instant.from(time);
  const categories = defaultCategories.map((each) => ({ ...each, nameKey: foldText(each.name) }));
  const name = `person-${people++}`;
  const created = new Date(now.epochMilliseconds);
  const person = await database.transaction((tx) =>
    createPerson(tx, 'test', name, categories, created, { ledgerCurrency: homeCurrency }),
  );
  const membership = await personalLedger(database.client, person.id);
  const asker: Asker = {
    personId: person.id,
    ...membership,
    ...(role ? { role } : {}),
    homeCurrency,
    preferences: { ...preferencesOf(person, defaults), ...preferences },
    now,
    today: dayAt(now, preferences.timezone ?? defaults.timezone),
    turnId: null,
  };
  const run = <T>(work: (db: Queries) => Promise<T>): Promise<T> => database.transaction(work);
  return {
    database,
    asker,
    /** In one transaction, as a turn would. */
    run,
    record: (entries: readonly NewEntry[], spokenText = '', by = asker) =>
      run((db) => recordEntries(db, by, entries, spokenText)),
    /** Everything of the ledger that people can see, row by row; times of the last touch left out. */
    state: () => stateOf(database.client, asker),
  };
}

async function stateOf(db: Queries, { ledgerId, personId }: Asker) {
  const where = { ledgerId };
  const people = { where: { id: personId } };
  const rows = {
    entries: await db.entry.findMany({ where: { ...where, deletedAt: null }, orderBy: { id: 'asc' } }),
    budgets: await db.budget.findMany({ where, orderBy: { id: 'asc' } }),
    schedules: (
      await db.schedule.findMany({ where: { ...where, state: { not: 'ended' } }, orderBy: { id: 'asc' } })
    ).map(({ id, kind, cadence, payload, timeZone, state }) => ({ id, kind, cadence, payload, timeZone, state })),
    goals: await db.goal.findMany({ where, orderBy: { id: 'asc' } }),
    categories: await db.category.findMany({ where, orderBy: { id: 'asc' } }),
    merchants: await db.merchantCategory.findMany({ where, orderBy: { merchantKey: 'asc' } }),
    people: await db.person.findMany(people),
    alertSettings: await db.alertSettings.findMany({ where: { id: { in: [personId, ledgerId] } } }),
    watches: await db.watch.findMany({ where, orderBy: { id: 'asc' } }),
    ledgers: await db.ledger.findMany({ where: { id: ledgerId }, select: { currency: true } }),
    rates: await db.rate.findMany({ where, orderBy: [{ base: 'asc' }, { quote: 'asc' }, { day: 'asc' }] }),
  };
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, list.map((row) => ({ ...row, updatedAt: undefined }))]),
  );
}
