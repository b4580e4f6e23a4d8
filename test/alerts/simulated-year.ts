/** The made-up person lives their year day by day, and Purser speaks unasked: what does it say, and how often? */

import { Temporal } from 'temporal-polyfill';
import { allRules, findAlerts } from '../../src/alerts/gather.ts';
import { tellAlerts } from '../../src/alerts/tell.ts';
import { demoBudgets, demoEntries, demoRates } from '../../src/demo/demo-ledger.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { planBudget } from '../../src/domain/budgets.ts';
import { recordEntries } from '../../src/domain/entries.ts';
import { planGoal } from '../../src/domain/goals.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { planRate } from '../../src/domain/rates.ts';
import { newId } from '../../src/id.ts';
import { addDays, type Day } from '../../src/period.ts';
import type { Database } from '../../src/store/database.ts';
import { openLedger } from '../domain/open-ledger.ts';

export interface SaidUnasked {
  readonly day: Day;
  /** HH:MM by the person's clock. */
  readonly time: string;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly chart: string | null;
}

export interface YearOptions {
  readonly until: Day;
  /** The last day of the made-up year; `until` unless it says otherwise. */
  readonly yearUntil?: Day;
  /** The days that are lived; what is before them is there already. */
  readonly from: Day;
  readonly seed?: number;
  /** Told after each day, so that one sees it go on. */
  readonly onDay?: (day: Day) => void;
}

const TIME_ZONE = 'Europe/Berlin';

/** Each day: a look at everything at 8, and in the evening what was bought is written down, and the budgets looked at. */
export async function liveThrough(
  database: Database,
  { from, until, yearUntil = until, seed = 1, onDay }: YearOptions,
) {
  const ledger = await openLedger(database, { now: `${from}T06:00:00Z`, timezone: TIME_ZONE });
  const { client } = database;
  const identity = await client.identity.findFirstOrThrow({ where: { personId: ledger.asker.personId } });
  const at = (day: Day, time: string): Asker => ({
    ...ledger.asker,
    today: day,
    now: Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(TIME_ZONE).toInstant(),
  });
  const entries = demoEntries({ until: yearUntil, seed });
  await ledger.run(async (tx) => {
    const asker = at(addDays(from, -1), '20:00');
    for (const rate of demoRates) await carryOut(tx, asker, await planRate(tx, asker, rate));
    for (const budget of demoBudgets) await carryOut(tx, asker, (await planBudget(tx, asker, budget)).changes);
    const goal = await planGoal(tx, asker, { name: 'bike', amount: '2400', by: addDays(from, 300) });
    await carryOut(tx, asker, goal.changes);
  });
  const before = entries.filter(({ date }) => date < from);
  for (let start = 0; start < before.length; start += 100) {
    const some = before.slice(start, start + 100);
    await ledger.run((tx) => recordEntries(tx, at(addDays(from, -1), '20:00'), some, ''));
  }
  await speak(at(addDays(from, -1), '20:00'));
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const morning = at(day, '08:00');
    const found = await findAlerts(client, morning);
    await database.transaction((tx) => tellAlerts(tx, morning, found, allRules, 'en'));
    const own = entries.filter(({ date }) => date === day);
    if (own.length > 0) {
      const evening = at(day, '20:30');
      await ledger.run((tx) => recordEntries(tx, evening, own, ''));
      await speak(evening);
      const budgets = await findAlerts(client, evening, ['budget']);
      await database.transaction((tx) => tellAlerts(tx, evening, budgets, ['budget'], 'en'));
    }
    onDay?.(day);
  }
  return { asker: ledger.asker, said: await saidUnasked(database, ledger.asker) };

  async function speak(asker: Asker): Promise<void> {
    const when = new Date(asker.now.epochMilliseconds);
    const message = { platform: 'test', sender: identity.externalId, content: { kind: 'message', text: '' } };
    const turn = { id: newId(), key: newId(), conversation: `test:${identity.externalId}`, platform: 'test' };
    const rest = { kind: 'message', message: JSON.stringify(message), state: 'done', reply: '{}' };
    const times = { receivedAt: when, doneAt: when };
    await client.turn.create({ data: { ...turn, ...rest, ...times, personId: asker.personId } });
  }
}

/** What left for the person, oldest first. */
export async function saidUnasked({ client }: Database, asker: Asker): Promise<SaidUnasked[]> {
  const turns = await client.turn.findMany({ where: { personId: asker.personId }, select: { id: true } });
  const rows = await client.outbox.findMany({
    where: { turnId: { in: turns.map(({ id }) => id) }, reply: { not: null } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ reply, createdAt }) => {
    const { text, buttons, charts } = JSON.parse(reply ?? '{}');
    const local = Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()).toZonedDateTimeISO(
      asker.preferences.timezone,
    );
    return {
      day: local.toPlainDate().toString(),
      time: local.toPlainTime().toString().slice(0, 5),
      text,
      buttons: buttons.map(({ label }: { label: string }) => label),
      chart: charts[0] ? `${charts[0].kind}: ${charts[0].title}` : null,
    };
  });
}
