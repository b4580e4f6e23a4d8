/** Who speaks, and about which ledger: their own, or in a group the group's. Looked up anew for each message. */

import type { Temporal } from 'temporal-polyfill';
import { arrangeAlerts } from '../alerts/arrange-alerts.ts';
import { defaultSettings } from '../alerts/settings.ts';
import type { Asker } from '../domain/asker.ts';
import { defaultCategories } from '../domain/default-categories.ts';
import { tidyText } from '../domain/entry-text.ts';
import { foldText } from '../domain/fold.ts';
import { homeCurrency } from '../domain/home-currency.ts';
import { preferencesOf } from '../domain/preferences.ts';
import { languages } from '../language.ts';
import { asksPrivately } from '../offline/privately.ts';
import { dayAt, isTimeZone } from '../period.ts';
import { moveToZone } from '../scheduler/arrange.ts';
import type { Tx } from '../store/database.ts';
import { groupLedger, joinGroup, moveGroup, ownGroup } from '../store/groups.ts';
import { findLedger } from '../store/ledgers.ts';
import {
  createPerson,
  findPerson,
  learnOfPerson,
  type Membership,
  type PersonRow,
  personalLedger,
} from '../store/people.ts';
import type { House } from './house.ts';
import { type InboundMessage, spokenText } from './message.ts';

export interface Speaker {
  readonly person: PersonRow;
  readonly asker: Asker;
  /** This is their first message. */
  readonly isNew: boolean;
  /** In a group, about their own ledger: only they may see the answer. */
  readonly isPrivate: boolean;
}

/** Makes a person, a ledger or a membership where there is none yet. */
export async function whoAsks(
  house: House,
  message: InboundMessage,
  turnId: string,
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<Speaker> {
  const { client } = house.database;
  const now = house.clock.now();
  const known = await findPerson(client, message.platform, message.sender);
  const person = known
    ? await learnMore(known, message, now, transaction)
    : await transaction((tx) => welcome(house, tx, message, now));
  const isPrivate = message.group !== undefined && asksPrivately(spokenText(message.content));
  const membership = isPrivate ? null : await inGroup(house, message, person.id, transaction);
  const preferences = preferencesOf(person, house.defaults);
  const today = dayAt(now, preferences.timezone);
  const ledger = membership ?? (await personalLedger(client, person.id));
  const home =
    (await findLedger(client, ledger.ledgerId)).currency ??
    (await transaction((tx) => homeCurrency(tx, ledger.ledgerId, preferences.currency)));
  const asker: Asker = { personId: person.id, ...ledger, homeCurrency: home, preferences, now, today, turnId };
  return { person, asker, isNew: !known, isPrivate };
}

/** The group's ledger, which whoever speaks there becomes a member of; null where two talk alone. */
async function inGroup(
  { database, clock }: House,
  { platform, group, content }: InboundMessage,
  personId: string,
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<Membership | null> {
  if (!group) return null;
  if (content.kind === 'moved') await transaction((tx) => moveGroup(tx, platform, content.from, group.id));
  const isAdder = content.kind === 'joined';
  const known = isAdder ? null : await groupLedger(database.client, platform, group.id, personId);
  const enter = isAdder ? ownGroup : joinGroup;
  return (
    known ?? (await transaction((tx) => enter(tx, platform, group, personId, ledgerCategories(), date(clock.now()))))
  );
}

/** Makes the person, whose ledger is looked at every day from then on. */
async function welcome(
  { defaults }: House,
  tx: Tx,
  message: InboundMessage,
  now: Temporal.Instant,
): Promise<PersonRow> {
  // Two first messages at once: the second finds the person that the first has made.
  const known = await findPerson(tx, message.platform, message.sender);
  if (known) return known;
  const tongue = message.profile?.language?.slice(0, 2).toLowerCase();
  const person = await createPerson(tx, message.platform, message.sender, ledgerCategories(), date(now), {
    name: nameOf(message),
    ledgerCurrency: defaults.currency,
    language: languages.find((each) => each === tongue) ?? null,
    timezone: timezoneOf(message),
  });
  const { ledgerId } = await personalLedger(tx, person.id);
  const preferences = preferencesOf(person, defaults);
  await arrangeAlerts(tx, { personId: person.id, ledgerId, preferences, now }, defaultSettings, false);
  return person;
}

/** A platform may tell somebody's name and time zone only later; what they chose themselves stays. */
async function learnMore(
  person: PersonRow,
  message: InboundMessage,
  now: Temporal.Instant,
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<PersonRow> {
  const name = person.name === null ? nameOf(message) : null;
  const timezone = person.timezone === null ? timezoneOf(message) : null;
  if (name === null && timezone === null) return person;
  return await transaction(async (tx) => {
    const isMoved = await learnOfPerson(tx, person.id, { name, timezone });
    if (timezone !== null && isMoved) await moveToZone(tx, person.id, timezone, now);
    return { ...person, ...(name === null ? {} : { name }), ...(timezone === null ? {} : { timezone }) };
  });
}

function timezoneOf({ profile }: InboundMessage): string | null {
  const timezone = profile?.timezone;
  return timezone !== undefined && isTimeZone(timezone) ? timezone : null;
}

/** What the platform calls them, short enough to be kept. */
function nameOf({ profile }: InboundMessage): string | null {
  return tidyText([...(profile?.name ?? '')].slice(0, 100).join(''));
}

function ledgerCategories() {
  return defaultCategories.map((each) => ({ ...each, nameKey: foldText(each.name) }));
}

function date(now: Temporal.Instant): Date {
  return new Date(now.epochMilliseconds);
}
