import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryInsights, periodBefore, usualPeriod } from '../../src/analytics/category-insights.ts';
import { addDays, daysIn } from '../../src/period.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf } from '../tools/use-tool.ts';
import { makeFacts, recordFacts, spent, yen } from './facts.ts';

describe('the period before', () => {
  test.each([
    // Whole months, across a year's end and of different lengths.
    ['2026-08-01', '2026-10-31', '2026-05-01', '2026-07-31', 'months'],
    ['2026-01-01', '2026-02-28', '2025-11-01', '2025-12-31', 'months'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28', 'months'],
    // The running month against the same days.
    ['2026-11-01', '2026-11-21', '2026-10-01', '2026-10-21', 'running'],
    ['2026-11-09', '2026-11-15', '2026-11-02', '2026-11-08', 'days'],
    ['2026-11-10', '2026-11-10', '2026-11-09', '2026-11-09', 'days'],
  ] as const)('%s to %s', (from, to, beforeFrom, beforeTo, span) => {
    expect(periodBefore({ from, to }, '2026-11-21')).toEqual({ before: { from: beforeFrom, to: beforeTo }, span });
  });

  test('never overlaps, and ends the day before unless the month runs', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2022-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), day, (from, length, today) => {
        const now = { from, to: addDays(from, length) };
        const { before, span } = periodBefore(now, today);
        expect(before.from <= before.to).toBe(true);
        expect(before.to < now.from).toBe(true);
        if (span !== 'running') expect(addDays(before.to, 1)).toBe(now.from);
        if (span === 'days') expect(daysIn(before)).toBe(daysIn(now));
      }),
      { numRuns: 60 },
    );
  });

  test('by default three whole months', () => {
    expect(usualPeriod('2026-11-21')).toEqual({ from: '2026-08-01', to: '2026-10-31' });
    expect(usualPeriod('2026-02-01')).toEqual({ from: '2025-11-01', to: '2026-01-31' });
  });
});

describe.each(databases)('category insights on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });
  const [now, before] = [
    { from: '2026-08-01', to: '2026-10-31' },
    { from: '2026-05-01', to: '2026-07-31' },
  ];

  test('by category, and within one by merchant', async () => {
    const ledger = await open();
    const facts = makeFacts({ from: '2026-02-01', to: '2026-11-21' }, 3, 1.2);
    await recordFacts(ledger, facts);
    const all = await categoryInsights(ledger.database.client, ledger.asker, now);
    expect(all).toMatchObject({ hasBefore: true, before, share: null, category: null });
    expect([all?.changes.after, all?.changes.before]).toEqual([spent(facts, now), spent(facts, before)]);
    for (const row of all?.changes.rows ?? []) {
      const own = ({ category }: { category: string }) => category === row.name;
      expect([row.after, row.before]).toEqual([spent(facts, now, own), spent(facts, before, own)]);
    }
    const both = { from: before.from, to: now.to };
    expect(all?.uncounted.map(({ minor }) => minor)).toEqual([yen(facts, both)]);
    const within = facts.filter(({ kind, date }) => kind !== 'income' && date >= now.from && date <= now.to);
    expect(all?.count).toBe(within.length);
    const groceries = await categoryInsights(ledger.database.client, ledger.asker, { ...now, category: 'groceries' });
    const isOwn = ({ category }: { category: string }) => category === 'groceries';
    expect(groceries?.changes.after).toBe(spent(facts, now, isOwn));
    expect(groceries?.share).toBeCloseTo(spent(facts, now, isOwn) / spent(facts, now), 12);
    const dearest = Math.max(
      ...within
        .filter((fact) => isOwn(fact) && fact.kind === 'expense' && fact.currency === 'EUR')
        .map(({ minor }) => minor),
    );
    expect(groceries?.biggest?.amount.minor).toBe(BigInt(dearest));
    const rows = groceries?.changes.rows ?? [];
    expect(rows.map(({ name }) => name).sort()).toEqual(['Lidl', 'Lidl Plus', 'Rewe']);
    for (const { name, after, before: earlier } of rows) {
      const atShop = ({ merchant }: { merchant: string }) => merchant === name;
      expect([after, earlier]).toEqual([spent(facts, now, atShop), spent(facts, before, atShop)]);
    }
  });

  test('a growing part of all is seen over whole months only', async () => {
    const ledger = await open();
    const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
    await ledger.record(
      months.flatMap((month, index) => [
        { kind: 'expense' as const, amount: '900', category: 'housing', date: `${month}-01` },
        { kind: 'expense' as const, amount: String(50 + index * 50), category: 'dining', date: `${month}-03` },
      ]),
    );
    const found = await categoryInsights(ledger.database.client, ledger.asker, now);
    expect(found?.drifts.map(({ name, direction }) => [name, direction]).sort()).toEqual([
      ['dining', 'growing'],
      ['housing', 'shrinking'],
    ]);
    expect(found?.driftMonths).toBe(9);
  });

  test('a ledger that is too young has nothing before', async () => {
    const ledger = await open();
    expect(await categoryInsights(ledger.database.client, ledger.asker, now)).toBeNull();
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2026-06-01' }]);
    await ledger.record([{ kind: 'expense', amount: '7', category: 'pets', date: '2026-09-01' }]);
    const found = await categoryInsights(ledger.database.client, ledger.asker, now);
    expect(found).toMatchObject({ hasBefore: false, firstDay: '2026-06-01', drifts: [] });
    expect([found?.changes.before, found?.changes.after]).toEqual([0, 700]);
    const fault = faultOf(categoryInsights(ledger.database.client, ledger.asker, { ...now, category: 'yachts' }));
    expect(await fault).toMatch(/no category "yachts"/);
  });
});
