/** People who want digests, each in their own way, with small ledgers of their own or of a group. */

import type { Temporal } from 'temporal-polyfill';
import { arrangeAlerts } from '../src/alerts/arrange-alerts.ts';
import { changeSettings } from '../src/alerts/settings.ts';
import { type Chance, chanceFor } from '../src/demo/chance.ts';
import type { Asker } from '../src/domain/asker.ts';
import { defaultCategories } from '../src/domain/default-categories.ts';
import { recordEntries } from '../src/domain/entries.ts';
import { foldText } from '../src/domain/fold.ts';
import { newId } from '../src/id.ts';
import { addDays, dayAt } from '../src/period.ts';
import type { Database, Queries } from '../src/store/database.ts';
import { joinGroup } from '../src/store/groups.ts';
import { createPerson, personalLedger } from '../src/store/people.ts';
import type { DigestWish } from './digest-days.ts';
import { zones } from './schedule-year.ts';

export interface DigestReader extends DigestWish {
  readonly personId: string;
  readonly isGroup: boolean;
  /** Whose settings count: the person's, or the group's ledger's. */
  readonly settingsId: string;
  /** By whose address the digests go. */
  readonly turnId: string;
  /** When they ask for silence, and until when. */
  readonly silences: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[];
}

const PLATFORM = 'test';
const ENTRIES = 14;
const categories = defaultCategories.map((each) => ({ ...each, nameKey: foldText(each.name) }));
/** The more often, the fewer: each digest takes its time. */
const cadences = ['daily', ...Array(4).fill('weekly'), ...Array(5).fill('monthly')] as DigestWish['cadence'][];
const quietHours = [
  null,
  { from: '22:00', to: '07:00' },
  { from: '13:00', to: '14:30' },
  // Where the clocks change.
  { from: '01:30', to: '03:15' },
  { from: '03:00', to: '04:00' },
];

/** The n-th of them; everything follows from `n` and the seed. All is there, and arranged, at `start`. */
export async function openReader(
  { transaction }: Database,
  n: number,
  seed: number,
  start: Temporal.Instant,
  end: Temporal.Instant,
): Promise<DigestReader> {
  const chance = chanceFor(`digest ${n}`, seed);
  const wish = wishOf(n, chance);
  const isGroup = n % 7 === 6;
  return await transaction(async (tx) => {
    const at = new Date(start.epochMilliseconds);
    const person = await createPerson(tx, PLATFORM, `reader-${n}`, categories, at, { ledgerCurrency: 'EUR' });
    const known = { timezone: wish.zone, firstDayOfWeek: wish.firstDayOfWeek };
    await tx.person.update({ where: { id: person.id }, data: known });
    const group = { id: `group-${n}`, name: 'Home' };
    const membership = isGroup
      ? await joinGroup(tx, PLATFORM, group, person.id, categories, at)
      : await personalLedger(tx, person.id);
    await tx.ledger.update({ where: { id: membership.ledgerId }, data: { currency: 'EUR' } });
    const preferences = { currency: 'EUR', language: 'en', ...known, firstDayOfWeek: wish.firstDayOfWeek } as const;
    const asker: Asker = {
      ...{ personId: person.id, ...membership, homeCurrency: 'EUR', preferences, now: start, turnId: null },
      today: dayAt(start, wish.zone),
    };
    await spend(tx, asker, chance, start.until(end, { largestUnit: 'hour' }).hours / 24);
    const turnId = await speak(tx, person.id, n, isGroup ? group : null, at);
    const settingsId = isGroup ? membership.ledgerId : person.id;
    const asked = { alerts: false, digest: wish.cadence, digestTime: wish.time, quiet: wish.quiet };
    const settings = await changeSettings(
      tx,
      settingsId,
      person.id,
      { ...asked, turnId: isGroup ? turnId : null },
      start,
    );
    await arrangeAlerts(tx, asker, settings, isGroup);
    return { ...wish, personId: person.id, isGroup, settingsId, turnId, silences: silencesOf(n, chance, start, end) };
  });
}

function wishOf(n: number, chance: Chance): DigestWish & { readonly firstDayOfWeek: 1 | 6 | 7 } {
  // Often at a quarter of an hour in which clocks change.
  const quarter = n % 3 === 0 ? chance.between(0, 13) : chance.between(0, 95);
  return {
    zone: zones[n % zones.length] as string,
    cadence: cadences[(n + Math.floor(n / zones.length)) % cadences.length] ?? 'daily',
    time: new Date(quarter * 15 * 60_000).toISOString().slice(11, 16),
    firstDayOfWeek: ([1, 7, 6] as const)[n % 3] ?? 1,
    quiet: quietHours[chance.between(0, quietHours.length - 1)] ?? null,
  };
}

/** A rent each month, and something now and then. */
async function spend(tx: Queries, asker: Asker, chance: Chance, days: number): Promise<void> {
  const rents = Array.from({ length: 4 }, (_, month) => ({
    date: addDays(asker.today, 30 * month - 100),
    merchant: 'Rent',
  }));
  const others = Array.from({ length: ENTRIES }, () => ({
    date: addDays(asker.today, chance.between(-100, Math.floor(days))),
    merchant: `Shop ${chance.between(1, 4)}`,
  }));
  const entries = [...rents, ...others].map(({ date, merchant }) => ({
    ...{ kind: 'expense' as const, date, merchant, category: merchant === 'Rent' ? 'housing' : 'groceries' },
    amount: merchant === 'Rent' ? '700' : `${chance.between(3, 90)}.50`,
  }));
  await recordEntries(tx, asker, entries, '');
}

/** A finished turn: where they were heard last, and so where they are told. */
async function speak(
  tx: Queries,
  personId: string,
  n: number,
  group: { readonly id: string; readonly name: string } | null,
  at: Date,
): Promise<string> {
  const sender = `reader-${n}`;
  const content = { kind: 'message', text: '' };
  const message = JSON.stringify({ platform: PLATFORM, sender, content, ...(group ? { group } : {}) });
  const conversation = `${PLATFORM}:${group?.id ?? sender}`;
  const turn = { id: newId(), key: newId(), conversation, platform: PLATFORM, personId, kind: 'message', message };
  await tx.turn.create({ data: { ...turn, state: 'done', reply: '{}', receivedAt: at, doneAt: at } });
  return turn.id;
}

/** Every fourth of them, once or twice for one to twenty days. */
function silencesOf(
  n: number,
  chance: Chance,
  start: Temporal.Instant,
  end: Temporal.Instant,
): DigestReader['silences'] {
  if (n % 4 !== 1) return [];
  const minutes = Math.floor(start.until(end, { largestUnit: 'minute' }).minutes / 2);
  return [0, 1].flatMap((half) => {
    // At half a minute, so that nothing is due at that very moment.
    const from = start.add({ minutes: half * minutes + chance.between(0, minutes - 1), seconds: 30 });
    const until = from.add({ minutes: chance.between(24 * 60, 20 * 24 * 60) });
    return half === 1 && n % 8 === 1 ? [] : [{ from, until }];
  });
}
