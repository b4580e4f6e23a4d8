import { describe, expect, test } from 'vitest';
import { monthlyReport, monthToReport } from '../../src/analytics/monthly-report.ts';
import { planBudget } from '../../src/domain/budgets.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf } from '../tools/use-tool.ts';
import { earned, makeFacts, recordFacts, spent } from './facts.ts';

test('in the first three days people look back', () => {
  expect(monthToReport('2026-11-03')).toBe('2026-10');
  expect(monthToReport('2026-11-04')).toBe('2026-11');
  expect(monthToReport('2027-01-01')).toBe('2026-12');
});

describe.each(databases)('the monthly report on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });
  const budget = (ledger: TestLedger, category: string, amount: string, period: 'monthly' | 'weekly' = 'monthly') =>
    ledger.run(async (db) =>
      carryOut(db, ledger.asker, (await planBudget(db, ledger.asker, { category, amount, period })).changes),
    );

  test('a month against the one before, and the running one against as many days', async () => {
    const ledger = await open();
    const facts = makeFacts({ from: '2026-08-15', to: '2026-11-25' }, 4, 1.5);
    await recordFacts(ledger, facts);
    await budget(ledger, 'dining', '0.01');
    await budget(ledger, 'groceries', '1000000');
    await budget(ledger, 'housing', '1', 'weekly');
    const { client } = ledger.database;

    const october = { from: '2026-10-01', to: '2026-10-31' };
    const report = await monthlyReport(client, ledger.asker, '2026-10');
    expect(report).toMatchObject({
      month: october,
      before: { from: '2026-09-01', to: '2026-09-30' },
      isRunning: false,
    });
    expect(report?.spending.after).toBe(spent(facts, october));
    expect(report?.spending.before).toBe(spent(facts, { from: '2026-09-01', to: '2026-09-30' }));
    expect(report?.income).toBe(earned(facts, october));
    expect(report?.left).toBe(earned(facts, october) - spent(facts, october));
    // Only monthly budgets, as they stood when the month was over.
    const dining = spent(facts, october, ({ category }) => category === 'dining');
    expect(report?.budgets.map(({ name, spent: used }) => [name, used.minor]).sort()).toEqual([
      ['dining', BigInt(dining)],
      ['groceries', BigInt(spent(facts, october, ({ category }) => category === 'groceries'))],
    ]);

    const running = await monthlyReport(client, ledger.asker, '2026-11');
    expect(running).toMatchObject({
      month: { from: '2026-11-01', to: '2026-11-21' },
      before: { from: '2026-10-01', to: '2026-10-21' },
      isRunning: true,
    });
    expect(running?.spending.after).toBe(spent(facts, { from: '2026-11-01', to: '2026-11-21' }));
    expect(running?.spending.before).toBe(spent(facts, { from: '2026-10-01', to: '2026-10-21' }));

    // August is known from the 15th on only, so September has nothing before it.
    expect(await monthlyReport(client, ledger.asker, '2026-09')).toMatchObject({ before: null });
  });

  test('the dearest entry is that of the highest worth, not of the largest number', async () => {
    const ledger = await open();
    await ledger.record([
      {
        kind: 'expense',
        amount: '90000',
        currency: 'JPY',
        merchant: 'Torikizoku',
        category: 'dining',
        date: '2026-10-02',
      },
      { kind: 'expense', amount: '120', merchant: 'Zara', category: 'shopping', date: '2026-10-03' },
      { kind: 'refund', amount: '500', merchant: 'Zara', category: 'shopping', date: '2026-10-03' },
      { kind: 'income', amount: '3000', category: 'salary', date: '2026-10-28' },
      { kind: 'expense', amount: '9999', merchant: 'Later', category: 'dining', date: '2026-11-01' },
    ]);
    const report = await monthlyReport(ledger.database.client, ledger.asker, '2026-10');
    expect(report?.biggest).toMatchObject({ merchant: 'Zara', amount: { minor: 12_000n, currency: 'EUR' } });
    expect(report?.uncounted).toEqual([{ currency: 'JPY', count: 1, minor: 90_000n }]);
    expect(report?.spending.after).toBe(-38_000);
    expect(report?.left).toBe(338_000);
  });

  test('the last day of a month sees all of it; what is no month, or to come, is refused', async () => {
    const ledger = await open('2026-11-30T10:00:00Z');
    const ask = (month: string) => monthlyReport(ledger.database.client, ledger.asker, month);
    expect(await ask('2026-11')).toBeNull();
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2026-10-31' }]);
    expect(await ask('2026-11')).toMatchObject({ isRunning: false, month: { to: '2026-11-30' } });
    expect(await faultOf(ask('2026-12'))).toBe('2026-12 has not begun. | Ask for a month up to 2026-11.');
    for (const month of ['2026-13', 'October', '2026-1', '1850-01'])
      expect(await faultOf(ask(month))).toMatch(/ \| .{10}/);
  });
});
