import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/alerts/settings.ts';
import { planBudget } from '../../src/domain/budgets.ts';
import { planNewCategory } from '../../src/domain/categories.ts';
import { deleteEntries, findEntry, type NewEntry } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { newId } from '../../src/id.ts';
import { addSchedule } from '../../src/scheduler/arrange.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../support/databases.ts';
import { accountOf, everythingOfOthers, heap, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

/** Names that clash in spelling, and names that the one or the other has alone. */
const ownCategories = ['Café', 'CAFE', 'hobbies', 'Ärger', 'side job', 'gifts (income)'];

const ledger = fc.record({
  categories: fc.uniqueArray(fc.record({ name: fc.constantFrom(...ownCategories), income: fc.boolean() }), {
    selector: ({ name }) => name.toLowerCase().replace('é', 'e'),
  }),
  entries: fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 1e9 }),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      place: fc.nat(100),
      note: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }), { nil: undefined }),
      kind: fc.constantFrom('expense', 'income', 'refund'),
    }),
    { maxLength: 12 },
  ),
  deletions: fc.nat(3),
  budgets: fc.uniqueArray(fc.constantFrom('dining', 'groceries', 'total')),
  schedules: fc.array(fc.constantFrom('alerts', 'digest', 'entry', 'reminder'), { maxLength: 5 }),
  watches: fc.array(fc.record({ cents: fc.constantFrom(100n, 200n), place: fc.option(fc.nat(100)) }), { maxLength: 4 }),
  notices: fc.uniqueArray(fc.record({ cause: fc.nat(4), isTold: fc.boolean() }), { selector: ({ cause }) => cause }),
  weeklyMost: fc.option(fc.integer({ min: 1, max: 7 })),
});
type Wanted = typeof ledger extends fc.Arbitrary<infer T> ? T : never;

async function open(database: Database, wanted: Wanted): Promise<TestLedger> {
  const opened = await openLedger(database);
  const { asker } = opened;
  await opened.run(async (db) => {
    for (const { name, income } of wanted.categories) {
      await carryOut(db, asker, await planNewCategory(db, asker, name, income ? 'income' : 'expense'));
    }
    for (const category of wanted.budgets) {
      const plan = await planBudget(db, asker, { category, amount: '100', period: 'monthly' });
      await carryOut(db, asker, plan.changes);
    }
  });
  const entries = wanted.entries.map(({ cents, currency, place, note, kind }): NewEntry => {
    const income = kind === 'income';
    const own = wanted.categories.filter((each) => each.income === income).map((each) => each.name);
    const names = [...own, ...(income ? ['salary', 'other income'] : ['dining', 'other', 'travel'])];
    return { kind, amount: `${cents}`, currency, category: names[place % names.length], ...(note ? { note } : {}) };
  });
  if (entries.length > 0) await opened.record(entries);
  for (let n = 0; n < Math.min(wanted.deletions, entries.length); n++) {
    await opened.run(async (db) => deleteEntries(db, asker, [await findEntry(db, asker, 'last')]));
  }
  await arrange(opened, wanted);
  return opened;
}

async function arrange({ database: { client }, asker, run }: TestLedger, wanted: Wanted): Promise<void> {
  const { personId, ledgerId, now } = asker;
  const categories = (await listCategories(client, ledgerId)).filter(({ kind }) => kind === 'expense');
  const categoryId = (place: number) => categories[place % categories.length]?.id ?? '';
  const cadence = { repeats: 'daily', at: '08:00' } as const;
  await run(async (db) => {
    for (const [place, kind] of wanted.schedules.entries()) {
      const payload = kind === 'entry' ? { categoryId: categoryId(place) } : {};
      await addSchedule(db, { personId, ledgerId, kind, payload, cadence, timeZone: 'Europe/Berlin' }, now);
    }
    if (wanted.weeklyMost !== null) {
      await changeSettings(db, personId, personId, { weeklyMost: wanted.weeklyMost }, now);
    }
  });
  const createdAt = new Date(now.epochMilliseconds);
  for (const { cents, place } of wanted.watches) {
    const what = {
      amountMinor: cents,
      currency: 'EUR',
      per: 'week',
      categoryId: place === null ? null : categoryId(place),
    };
    await client.watch.create({ data: { id: newId(), personId, ledgerId, ...what, createdAt } });
  }
  for (const { cause, isTold } of wanted.notices) {
    const what = { rule: 'budget', key: `cause:${cause}`, bucket: 'b', severity: 'low', stakeMinor: 0n };
    const facts = JSON.stringify({ categoryId: categoryId(cause) });
    const rest = { facts, state: isTold ? 'told' : 'held', createdAt, decidedAt: createdAt };
    await client.notice.create({ data: { id: newId(), personId, ledgerId, ...what, ...rest } });
  }
}

/** All that the person has arranged and was told, but for the times at which rows were touched. */
async function arrangedBy({ database: { client }, asker: { personId } }: TestLedger): Promise<string[]> {
  const where = { personId };
  const rows = [
    ...(await client.schedule.findMany({ where, omit: { updatedAt: true, wakeAt: true, lastError: true } })),
    ...(await client.watch.findMany({ where })),
    ...(await client.notice.findMany({ where })),
    ...(await client.alertSettings.findMany({ where })),
  ];
  return rows
    .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? value.toString() : value)))
    .sort();
}

describe.each(databases)('any two ledgers on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('are one heap once linked, and themselves again once unlinked', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, ledger, async (hers, his) => {
        const [ann, bob] = [await open(database, hers), await open(database, his)];
        const account = await accountOf(bob);
        const before = { ann: await heap(ann), bob: await heap(bob), home: await bob.state() };
        const arranged = { ann: await arrangedBy(ann), bob: await arrangedBy(bob) };
        const others = await everythingOfOthers(database, [ann, bob]);
        const result = await link(ann, bob);
        expect(result.entries).toBe(before.bob.length);
        expect(bare(await heap(ann))).toEqual(bare([...before.ann, ...before.bob]));
        expect(await heap(bob)).toEqual([]);
        const ids = [...arranged.ann, ...arranged.bob].map(idOf);
        const now = [...(await arrangedBy(ann)), ...(await arrangedBy(bob))].map(idOf);
        // A held notice gives way to a told one about the same cause; nothing else is lost, and nothing there twice.
        const gone = ids.filter((id) => !now.includes(id));
        expect(arranged.ann.filter((row) => gone.includes(idOf(row))).every(isHeldNotice)).toBe(true);
        expect(arranged.bob.some((row) => gone.includes(idOf(row)))).toBe(false);
        expect(new Set(now).size).toBe(now.length);
        expect(await causesOf(ann)).toEqual(
          new Set([...hers.notices, ...his.notices].map(({ cause }) => `cause:${cause}`)),
        );
        await part(ann, account);
        expect(await bob.state()).toEqual(before.home);
        expect(await heap(ann)).toEqual(before.ann);
        expect(await arrangedBy(bob)).toEqual(arranged.bob);
        expect(await arrangedBy(ann)).toEqual(arranged.ann.filter((row) => !gone.includes(idOf(row))));
        expect(await everythingOfOthers(database, [ann, bob])).toBe(others);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

const idOf = (row: string): string => JSON.parse(row).id;
const isHeldNotice = (row: string): boolean => JSON.parse(row).state === 'held';

async function causesOf({ database, asker }: TestLedger): Promise<Set<string>> {
  const rows = await database.client.notice.findMany({ where: { personId: asker.personId } });
  return new Set(rows.map(({ key }) => key));
}

/** Without the category's name, whose spelling is the kept ledger's. */
function bare(texts: readonly string[]): string[] {
  return texts.map((text) => text.split('|').toSpliced(4, 1).join('|')).sort();
}
