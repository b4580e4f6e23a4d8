/** Very many people with ledgers of their own: a few are made by the product, and the database copies them. */

import { arrangeAlerts } from '../src/alerts/arrange-alerts.ts';
import { changeSettings } from '../src/alerts/settings.ts';
import { demoBudgets, demoEntries, demoRates } from '../src/demo/demo-ledger.ts';
import { planBudget } from '../src/domain/budgets.ts';
import { recordEntries } from '../src/domain/entries.ts';
import { carryOut } from '../src/domain/operation.ts';
import { planRate } from '../src/domain/rates.ts';
import { newId } from '../src/id.ts';
import { addDays, addMonths, type Day } from '../src/period.ts';
import { openDatabase } from '../src/store/database.ts';
import { openLedger, type TestLedger } from '../test/domain/open-ledger.ts';
import { type BareClient, type BenchDatabase, numbersBelow } from './entry-rows.ts';

const TEMPLATES = 8;
/** What comes about monthly is kept, and of the rest one in so many: some 500 entries in two years. */
const ONE_IN = 8;
const MONTHLY = { least: 11, most: 13 };
/** Copies that one statement makes of a person. */
const AT_ONCE = 500;

/** `count` people in the same time zone, each with two years of entries, budgets, and a daily digest that is due `now`. */
export async function fillWithPeople({ url, openBare }: BenchDatabase, count: number, now: string): Promise<void> {
  const database = await openDatabase(url);
  const templates: { readonly ledger: TestLedger; readonly sender: string }[] = [];
  for (let seed = 1; seed <= Math.min(TEMPLATES, count); seed++) {
    const ledger = await openLedger(database, { now });
    await live(ledger, seed);
    const { externalId } = await database.client.identity.findFirstOrThrow({
      where: { personId: ledger.asker.personId },
    });
    templates.push({ ledger, sender: externalId });
    await wantDigest(ledger, externalId);
  }
  await database.close();
  const bare = await openBare();
  if (bare.dialect === 'sqlite') {
    // Nothing here must survive a power cut, and the indexes of millions of entries are large.
    for (const pragma of ['synchronous = OFF', 'cache_size = -100000']) await bare.query(`PRAGMA ${pragma}`);
  }
  for (const [index, { ledger, sender }] of templates.entries()) {
    const copies = Math.floor((count + templates.length - 1 - index) / templates.length) - 1;
    for (let from = 1; from <= copies; from += AT_ONCE) {
      await copyPerson(bare, ledger.asker, sender, from, Math.min(AT_ONCE, copies - from + 1));
    }
  }
  if (bare.dialect === 'mysql') await bare.query('ANALYZE TABLE Entry, DayTotal, MerchantMonth');
  await bare.close();
}

async function live({ asker, run }: TestLedger, seed: number): Promise<void> {
  await run(async (tx) => {
    for (const rate of demoRates) await carryOut(tx, asker, await planRate(tx, asker, rate));
    for (const budget of demoBudgets) await carryOut(tx, asker, (await planBudget(tx, asker, budget)).changes);
  });
  const yesterday = addDays(asker.today, -1);
  const entries = [...someOf(addMonths(yesterday, -12), seed + TEMPLATES), ...someOf(yesterday, seed)];
  for (let start = 0; start < entries.length; start += 100) {
    await run((tx) => recordEntries(tx, asker, entries.slice(start, start + 100), ''));
  }
}

/** All that comes monthly, and some of the rest. */
function someOf(until: Day, seed: number) {
  const entries = demoEntries({ until, seed });
  const visits = new Map<string, number>();
  for (const { merchant } of entries) visits.set(merchant, (visits.get(merchant) ?? 0) + 1);
  const isMonthly = (count: number) => count >= MONTHLY.least && count <= MONTHLY.most;
  return entries.filter(({ merchant }, index) => isMonthly(visits.get(merchant) ?? 0) || index % ONE_IN === 0);
}

async function wantDigest({ database: { client }, asker, run }: TestLedger, sender: string): Promise<void> {
  const at = new Date(asker.now.epochMilliseconds);
  const message = JSON.stringify({ platform: 'test', sender, content: { kind: 'message', text: '' } });
  const turn = {
    id: newId(),
    key: newId(),
    conversation: `test:${sender}`,
    platform: 'test',
    personId: asker.personId,
  };
  const rest = { kind: 'message', message, state: 'done', reply: '{}', receivedAt: at, doneAt: at };
  await client.turn.create({ data: { ...turn, ...rest } });
  await run(async (tx) => {
    const wish = { alerts: false, digest: 'daily', digestTime: '08:00' } as const;
    const settings = await changeSettings(tx, asker.personId, asker.personId, wish, asker.now);
    await arrangeAlerts(tx, asker, settings, false);
  });
  const digest = { personId: asker.personId, kind: 'digest' };
  await client.schedule.updateMany({ where: digest, data: { nextAt: at, wakeAt: at } });
}

/** What says whose rows are. */
const tables = {
  Person: 'id',
  Identity: 'personId',
  Turn: 'personId',
  AlertSettings: 'personId',
  Ledger: 'id',
  Member: 'ledgerId',
  Category: 'ledgerId',
  Entry: 'ledgerId',
  Budget: 'ledgerId',
  Rate: 'ledgerId',
  DayTotal: 'ledgerId',
  MerchantMonth: 'ledgerId',
  Schedule: 'ledgerId',
} as const;

/** Columns that are other ones in each copy. */
const own = ['id', 'ledgerId', 'personId', 'categoryId', 'externalId', 'key', 'conversation', 'scope'];

async function copyPerson(
  bare: BareClient,
  { personId, ledgerId }: TestLedger['asker'],
  sender: string,
  from: number,
  count: number,
): Promise<void> {
  const joined = (...parts: string[]) =>
    bare.dialect === 'sqlite' ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`;
  const number = `(i + ${from})`;
  for (const [table, whose] of Object.entries(tables)) {
    const id = table === 'Person' || whose === 'personId' ? personId : ledgerId;
    const where = `WHERE \`${whose}\` = '${id}'`;
    const [row] = (await bare.query(`SELECT * FROM \`${table}\` ${where} LIMIT 1`)) as readonly object[];
    if (!row) continue;
    const columns = Object.keys(row);
    const values = columns.map((column) => {
      if (column === 'message') return `REPLACE(message, '${sender}"', ${joined(`'${sender}-'`, number, `'"'`)})`;
      if (!own.includes(column)) return `\`${column}\``;
      const copied = joined(`\`${column}\``, "'-'", number);
      return column === 'scope' ? `CASE WHEN scope = 'total' THEN scope ELSE ${copied} END` : copied;
    });
    await bare.query(
      `INSERT INTO \`${table}\` (${columns.map((column) => `\`${column}\``).join(', ')})
       SELECT ${values.join(', ')} FROM \`${table}\` JOIN (${numbersBelow(count, bare.dialect)}) numbers ${where}`,
    );
  }
}
