import { beforeAll, describe, expect, test } from 'vitest';
import { namesOf, recurringOf } from '../../src/analytics/recurring.ts';
import type { NewEntry } from '../../src/domain/entries.ts';
import { addDays, daysIn, weekdayOf } from '../../src/period.ts';
import type { Database } from '../../src/store/database.ts';
import { recountTotals } from '../../src/store/keep-totals.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { diceFor } from '../insight/dice.ts';
import { databases } from '../support/databases.ts';

const TODAY = '2026-06-15';

/** Supermarket and canteen all year, at amounts of no pattern: what charges hide among. */
function habits(from: string, to: string, seed: number): NewEntry[] {
  const dice = diceFor('habits', seed);
  const amount = () => (3 + dice.uniform() * 60).toFixed(2);
  return Array.from({ length: daysIn({ from, to }) }, (_, index) => addDays(from, index)).flatMap((date) => [
    ...(dice.uniform() < 0.4 ? [{ kind: 'expense', amount: amount(), merchant: 'Lidl', date } as const] : []),
    ...(dice.uniform() < 0.06 ? [{ kind: 'expense', amount: amount(), merchant: 'Kino', date } as const] : []),
    ...(weekdayOf(date) <= 5 && dice.uniform() < 0.8
      ? [{ kind: 'expense', amount: amount(), merchant: 'Canteen', date } as const]
      : []),
  ]);
}

const monthly = (merchant: string, day: string, count: number, amount: (index: number) => string): NewEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const month = new Date(Date.UTC(2026, 5 - index, 1)).toISOString().slice(0, 7);
    return { kind: 'expense', amount: amount(index), merchant, date: `${month}-${day}` };
  });

const every = (step: number, merchant: string, last: string, count: number, amount: string): NewEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'expense',
    amount,
    merchant,
    date: addDays(last, -index * step),
  }));

describe.each(databases)('recurring charges on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('are found among habits, each with its next day', async () => {
    const ledger = await openLedger(database);
    await ledger.record(habits('2025-09-01', TODAY, 1));
    await ledger.record([
      // The 3rd of each month, the dearer price since April.
      ...monthly('Netflix', '03', 9, (index) => (index < 3 ? '15.99' : '13.99')),
      ...monthly('Landlord', '01', 10, () => '900.00'),
      // Mondays; 15 June 2026 is one.
      ...every(7, 'Vegetable box', '2026-06-08', 20, '24.50'),
      ...every(28, 'Phone credit', '2026-06-01', 8, '10.00'),
      { kind: 'expense', amount: '120.00', merchant: 'Insurer', date: '2025-07-10' },
      { kind: 'expense', amount: '120.00', merchant: 'Insurer', date: '2024-07-10' },
    ]);
    const { found, entries, uncounted } = await recurringOf(database.client, ledger.asker, 'expense');
    expect(
      found.map(({ merchant, rhythm, amount, nextDay, status }) => [merchant, rhythm, amount, nextDay, status]),
    ).toEqual([
      ['landlord', 'monthly', 90_000, '2026-07-01', 'active'],
      ['vegetable box', 'weekly', 2_450, '2026-06-15', 'active'],
      ['netflix', 'monthly', 1_599, '2026-07-03', 'active'],
      ['phone credit', 'four-weekly', 1_000, '2026-06-29', 'active'],
      ['insurer', 'yearly', 12_000, '2026-07-10', 'active'],
    ]);
    expect(found[2]?.priceChanges.map(({ day, from, to }) => [day, from, to])).toEqual([['2026-04-03', 1_399, 1_599]]);
    for (const { entryIds } of found) for (const id of entryIds) expect(entries.has(id)).toBe(true);
    expect(uncounted).toEqual([]);
    const names = await namesOf(database.client, ledger.asker, ['netflix', 'vegetable box']);
    expect([...names]).toEqual([
      ['netflix', 'Netflix'],
      ['vegetable box', 'Vegetable box'],
    ]);
  });

  test('of the future, of income, of deleted entries and of no name are none', async () => {
    const ledger = await openLedger(database);
    const { asker } = ledger;
    await ledger.record([
      ...monthly('Gym', '20', 6, () => '30.00').map((entry) => ({ ...entry, date: `2026-${entry.date?.slice(5)}` })),
      ...every(30, 'Employer', '2026-06-01', 8, '2000.00').map((entry) => ({ ...entry, kind: 'income' as const })),
      ...monthly('', '05', 8, () => '7.00').map(({ merchant, ...entry }) => entry),
    ]);
    await database.client.entry.updateMany({
      where: { ledgerId: asker.ledgerId, merchantKey: 'gym', day: { lt: '2026-05-01' } },
      data: { deletedAt: new Date() },
    });
    expect((await recurringOf(database.client, asker, 'expense')).found).toEqual([]);
    const income = await recurringOf(database.client, asker, 'income');
    expect(income.found.map(({ merchant, kind }) => [merchant, kind])).toEqual([['employer', 'income']]);
  });

  test('in another currency without a rate are listed apart', async () => {
    const ledger = await openLedger(database);
    await ledger.record(monthly('Anime', '02', 5, () => '1200').map((entry) => ({ ...entry, currency: 'JPY' })));
    const { found, uncounted } = await recurringOf(database.client, ledger.asker, 'expense');
    expect(found).toEqual([]);
    expect(uncounted).toEqual([{ currency: 'JPY', count: 5, minor: 6_000n }]);
  });

  test('are found in a ledger of far too many merchants, the steadiest before those with the most money', async () => {
    const ledger = await openLedger(database);
    const { asker } = ledger;
    await ledger.record([
      ...monthly('Cheap charge', '12', 12, () => '1.00'),
      // Five a month at the most, 60 entries, dear ones: three hundred such merchants are more than is read.
      { kind: 'expense', amount: '1.00', merchant: 'Template', date: '2026-06-01' },
    ]);
    const template = await database.client.entry.findFirstOrThrow({
      where: { merchantKey: 'template', ledgerId: asker.ledgerId },
    });
    const dice = diceFor('visits', 7);
    const rows = Array.from({ length: 150 }, (_, merchant) =>
      Array.from({ length: 12 }, (_, month) =>
        Array.from({ length: 1 + Math.floor(dice.uniform() * 6) }, () => month),
      ).flatMap((months) =>
        months.map((month, at) => ({
          ...template,
          id: `${merchant}-${month}-${at}-${asker.ledgerId}`.slice(0, 36),
          merchant: `Shop ${merchant}`,
          merchantKey: `shop ${merchant}`,
          amountMinor: BigInt(5_000 + Math.floor(dice.uniform() * 90_000)),
          day: addDays('2025-06-16', Math.floor(dice.uniform() * 28) + 30 * month),
        })),
      ),
    ).flat();
    const valued = rows.map((row) => ({ ...row, homeMinor: row.amountMinor }));
    expect(valued.length).toBeGreaterThan(5_000);
    for (let start = 0; start < valued.length; start += 500) {
      await database.client.entry.createMany({ data: valued.slice(start, start + 500) });
    }
    await ledger.run((db) => recountTotals(db, asker.ledgerId));
    const { found, entries } = await recurringOf(database.client, asker, 'expense');
    expect(found.map(({ merchant }) => merchant)).toContain('cheap charge');
    expect(entries.size).toBeGreaterThan(2_000);
    expect(entries.size).toBeLessThanOrEqual(4_000);
    // Who is looked at is looked at with all entries: what is cut short would look like a beginning.
    const counts = new Map<string, number>();
    for (const { merchant } of entries.values()) counts.set(merchant, (counts.get(merchant) ?? 0) + 1);
    const all = await database.client.entry.groupBy({
      by: ['merchantKey'],
      where: { ledgerId: asker.ledgerId },
      _count: { _all: true },
    });
    for (const { merchantKey, _count } of all) {
      expect([0, _count._all]).toContain(counts.get(merchantKey ?? '') ?? 0);
    }
  });

  test('of one person are not seen by another', async () => {
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await ann.record(monthly('Secret club', '04', 8, () => '77.00'));
    await bob.record(monthly('Gym', '04', 8, () => '30.00'));
    const own = await recurringOf(database.client, bob.asker, 'expense');
    expect(own.found.map(({ merchant, amount }) => [merchant, amount])).toEqual([['gym', 3_000]]);
    expect(await namesOf(database.client, bob.asker, ['secret club'])).toEqual(new Map());
  });

  test('of an empty ledger, and of one entry, are none', async () => {
    const ledger = await openLedger(database);
    // 800 days before: two years are 730, and 70 more from 15 June 2024 lead to 6 April.
    const nothing = { found: [], charges: [], entries: new Map(), since: '2024-04-06', uncounted: [] };
    expect(await recurringOf(database.client, ledger.asker, 'expense')).toEqual(nothing);
    await ledger.record([{ kind: 'expense', amount: '5', merchant: 'Once', date: TODAY }]);
    expect(await recurringOf(database.client, ledger.asker, 'expense')).toEqual(nothing);
  });
});
