import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { planMerge, planNewCategory } from '../../src/domain/categories.ts';
import { deleteEntries, recordEntries, updateEntry } from '../../src/domain/entries.ts';
import { revalue } from '../../src/domain/home-currency.ts';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import { planPreferences } from '../../src/domain/preferences.ts';
import { planRate } from '../../src/domain/rates.ts';
import { InputError } from '../../src/errors.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database, Queries } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { saveSharedRates } from '../../src/store/rates.ts';
import { databases } from '../support/databases.ts';
import { accountOf, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';
import { recount, sumsOf } from './recount.ts';

const kinds = [
  'record',
  'record',
  'record',
  'update',
  'update',
  'delete',
  'undo',
  'undo',
  'redo',
  'merge',
  'rate',
  'rate',
  'currency',
] as const;

const actions = fc.array(fc.record({ kind: fc.constantFrom(...kinds), a: fc.nat(60), b: fc.nat(60) }), {
  minLength: 2,
  maxLength: 12,
});
type Action = typeof actions extends fc.Arbitrary<(infer T)[]> ? T : never;

const currencies = ['EUR', 'USD', 'JPY', 'KWD'] as const;
const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-06-15', '2025-12-31'] as const;
const places = ['Lidl', 'Café', 'CAFE', '🍕'] as const;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

async function act(ledger: TestLedger, { kind, a, b }: Action): Promise<void> {
  const { asker } = ledger;
  await ledger
    .run(async (db) => {
      const categories = (await listCategories(db, asker.ledgerId)).filter((each) => each.kind === 'expense');
      const standing = await listEntries(db, asker.ledgerId, {});
      switch (kind) {
        case 'record': {
          const entries = Array.from({ length: 1 + (b % 3) }, (_, index) => ({
            kind: pick(['expense', 'income', 'refund'] as const, a + index),
            amount: `${a + index + 1}`,
            currency: pick(currencies, b + index),
            date: pick(days, a + b),
            ...(a % 3 ? { merchant: pick(places, b) } : {}),
          }));
          return await recordEntries(db, asker, entries, '');
        }
        case 'update': {
          const entry = pick(standing, a);
          const changes = pick(
            [
              { amount: `${b + 1}` },
              { currency: pick(currencies, a) },
              { category: pick(categories, b).name },
              { merchant: pick(places, b) },
              { merchant: null, note: null },
              { note: `note ${b % 3}` },
              { date: pick(days, b) },
              { kind: pick(['expense', 'income', 'refund'] as const, b) },
            ],
            b,
          );
          return entry && (await updateEntry(db, asker, entry, changes));
        }
        case 'delete':
          return standing.length > 0 && (await deleteEntries(db, asker, standing.slice(0, 1 + (b % 3))));
        case 'undo':
          return await undo(db, asker);
        case 'redo':
          return await redo(db, asker);
        case 'merge':
          return await carryOut(db, asker, await planMerge(db, asker, pick(categories, a), pick(categories, b)));
        case 'rate': {
          const home = (await db.ledger.findUniqueOrThrow({ where: { id: asker.ledgerId } })).currency ?? '';
          const other = pick(currencies, a);
          const [base, quote] = b % 2 ? [other, home] : [home, other];
          const said = { base, quote, rate: pick(['0.92', '163.5', '3', '0.0071'], b), date: pick(days, b) };
          return await carryOut(db, asker, await planRate(db, { ...asker, homeCurrency: home }, said));
        }
        case 'currency': {
          const changes = b % 2 ? { currency: pick(currencies, a) } : { ledgerCurrency: pick(currencies, a) };
          return await carryOut(db, asker, await planPreferences(db, asker, changes));
        }
      }
    })
    .catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
    });
}

describe.each(databases)('sums on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await saveSharedRates(database.client, [
      { base: 'EUR', quote: 'USD', day: '2026-03-27', rate: '1.0834' },
      { base: 'EUR', quote: 'JPY', day: '2026-03-27', rate: '163.2' },
      { base: 'EUR', quote: 'USD', day: '2025-12-31', rate: '1.1' },
    ]);
  });

  const expectSums = async (...ledgers: TestLedger[]) => {
    for (const { asker } of ledgers) {
      expect(await sumsOf(database.client, asker.ledgerId)).toEqual(await recount(database.client, asker.ledgerId));
    }
  };

  test('equal a recount after whatever people do', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        const ledger = await openLedger(database);
        for (const action of sequence) {
          await act(ledger, action);
          await expectSums(ledger);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('equal a recount when two people are linked, go on, and part again', async () => {
    await fc.assert(
      fc.asyncProperty(actions, actions, actions, fc.constantFrom(...currencies), async (his, hers, both, home) => {
        const [ann, bob] = [await openLedger(database), await openLedger(database, { ledgerCurrency: home })];
        for (const action of his) await act(bob, action);
        for (const action of hers) await act(ann, action);
        const account = await accountOf(bob);
        await link(ann, bob);
        await expectSums(ann, bob);
        for (const action of both) await act(ann, action);
        await part(ann, account);
        await expectSums(ann, bob);
      }),
      { numRuns: 4 },
    );
  }, 60_000);

  test('are there again when they were lost', async () => {
    const ledger = await openLedger(database);
    await ledger.record([
      { kind: 'expense', amount: '10', merchant: 'Lidl', currency: 'USD', date: '2026-03-31' },
      { kind: 'refund', amount: '4', merchant: 'Lidl' },
    ]);
    const { ledgerId } = ledger.asker;
    await database.client.dayTotal.deleteMany({ where: { ledgerId } });
    await database.client.merchantMonth.updateMany({ where: { ledgerId }, data: { count: 7 } });
    await ledger.run((db) => revalue(db, ledgerId, { from: '2026-03-15', to: '2026-03-31' }));
    expect((await sumsOf(database.client, ledgerId)).days).toHaveLength(1);
    await ledger.run((db) => revalue(db, ledgerId));
    await expectSums(ledger);
  });

  test('of a transaction that fails are as they were', async () => {
    const ledger = await openLedger(database);
    await ledger.record([{ kind: 'expense', amount: '10', merchant: 'Lidl' }]);
    const before = await sumsOf(database.client, ledger.asker.ledgerId);
    const fails = ledger.run(async (db: Queries) => {
      await recordEntries(db, ledger.asker, [{ kind: 'expense', amount: '5', merchant: 'Lidl' }], '');
      expect(await sumsOf(db, ledger.asker.ledgerId)).not.toEqual(before);
      throw new Error('killed');
    });
    await expect(fails).rejects.toThrow('killed');
    expect(await sumsOf(database.client, ledger.asker.ledgerId)).toEqual(before);
    await expectSums(ledger);
  });

  test('of a ledger from before there were any get their currency with the first entry', async () => {
    const ledger = await openLedger(database);
    const { ledgerId } = ledger.asker;
    await ledger.record([{ kind: 'expense', amount: '10', currency: 'EUR' }]);
    const where = { ledgerId };
    await database.client.ledger.update({ where: { id: ledgerId }, data: { currency: null } });
    await database.client.entry.updateMany({ where, data: { homeMinor: null } });
    await database.client.dayTotal.updateMany({ where, data: { homeMinor: 0, unvalued: 1, unvaluedMinor: 1000 } });
    await ledger.record([{ kind: 'expense', amount: '5', currency: 'EUR' }]);
    expect((await sumsOf(database.client, ledgerId)).days).toMatchObject([
      { count: 2, minor: 1500n, homeMinor: 1500n, unvalued: 0, unvaluedMinor: 0n },
    ]);
    await expectSums(ledger);
  });

  test('of eight who write at once are whole', async () => {
    const ledger = await openLedger(database);
    const days = ['2026-06-01', '2026-06-02'];
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        ledger.record([
          { kind: 'expense', amount: '3', merchant: 'Lidl', date: days[n % 2] as string },
          { kind: 'expense', amount: '4', merchant: 'Aldi', date: days[(n + 1) % 2] as string },
        ]),
      ),
    );
    await expectSums(ledger);
    const { ledgerId } = ledger.asker;
    const added = await database.client.dayTotal.aggregate({ where: { ledgerId }, _sum: { minor: true, count: true } });
    expect(added._sum).toEqual({ minor: 5600n, count: 16 });
  });

  test('of a category of its own go with an undo', async () => {
    const ledger = await openLedger(database);
    await ledger.run(async (db) =>
      carryOut(db, ledger.asker, await planNewCategory(db, ledger.asker, 'boats', 'expense')),
    );
    await ledger.record([{ kind: 'expense', amount: '10', category: 'boats' }]);
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await sumsOf(database.client, ledger.asker.ledgerId)).toEqual({ days: [], merchants: [] });
  });
});
