import { describe, expect, test } from 'vitest';
import { type BudgetState, budgetStates, planBudget, planBudgetRemoval } from '../../src/domain/budgets.ts';
import type { NewEntry } from '../../src/domain/entries.ts';
import { carryOut } from '../../src/domain/operation.ts';
import { formatMoney } from '../../src/money.ts';
import { databases } from '../support/databases.ts';
import { type LedgerOptions, openLedger, type TestLedger } from './open-ledger.ts';

type Wanted = Parameters<typeof planBudget>[2];

const set = (ledger: TestLedger, category: string, amount: string, more: Partial<Wanted> = {}) =>
  ledger.run(async (db) =>
    carryOut(
      db,
      ledger.asker,
      (await planBudget(db, ledger.asker, { category, amount, period: 'monthly', ...more })).changes,
    ),
  );
const remove = (ledger: TestLedger, category: string) =>
  ledger.run(async (db) => carryOut(db, ledger.asker, (await planBudgetRemoval(db, ledger.asker, category)).changes));
const states = (ledger: TestLedger, category?: string) => ledger.run((db) => budgetStates(db, ledger.asker, category));

const told = ({ name, every, period, spent, left, daysLeft }: BudgetState) =>
  [
    name,
    every,
    `${period.from}..${period.to}`,
    formatMoney(spent, 'en'),
    formatMoney(left, 'en'),
    `${daysLeft} days`,
  ].join(' ');

const dining = (amount: string, date: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  amount,
  category: 'dining',
  date,
  ...more,
});

describe.each(databases)('budgets on $name', ({ openTestDatabase }) => {
  const open = async (options: LedgerOptions = {}) => openLedger(await openTestDatabase(), options);

  test('count the expenses less the refunds of their category and month', async () => {
    const ledger = await open();
    await set(ledger, 'dining', '300');
    await ledger.record([
      dining('100', '2026-06-01'),
      dining('50.50', '2026-06-30'),
      dining('20', '2026-06-10', { kind: 'refund' }),
      dining('999', '2026-05-31'),
      dining('999', '2026-07-01'),
      dining('999', '2026-06-10', { category: 'travel' }),
      dining('999', '2026-06-10', { kind: 'income', category: 'salary' }),
    ]);
    // From 15 to 30 June it is 16 days, today among them.
    expect((await states(ledger)).map(told)).toEqual(['dining monthly 2026-06-01..2026-06-30 €130.50 €169.50 16 days']);
  });

  test('that are passed have less than nothing left; one that is used up has nothing', async () => {
    const ledger = await open();
    await set(ledger, 'dining', '10');
    await ledger.record([dining('10', '2026-06-15')]);
    expect((await states(ledger))[0]?.left.minor).toBe(0n);
    await ledger.record([dining('0.01', '2026-06-15')]);
    expect((await states(ledger))[0]?.left.minor).toBe(-1n);
  });

  test('list other currencies apart and never count them', async () => {
    const ledger = await open();
    await set(ledger, 'dining', '300');
    await ledger.record([
      dining('10', '2026-06-15'),
      dining('5', '2026-06-15', { currency: 'USD' }),
      dining('2', '2026-06-15', { currency: 'USD', kind: 'refund' }),
      dining('900', '2026-06-15', { currency: 'JPY' }),
    ]);
    const [state] = await states(ledger);
    expect(state && told(state)).toContain('€10.00 €290.00');
    expect(state?.uncounted).toEqual([
      { minor: 900n, currency: 'JPY' },
      { minor: 300n, currency: 'USD' },
    ]);
  });

  test('run by the week, from the day it begins on, the month or the year', async () => {
    const ledger = await open({ firstDayOfWeek: 7 });
    await set(ledger, 'dining', '1000', { period: 'weekly' });
    await set(ledger, 'dining', '2000', { period: 'monthly' });
    await set(ledger, 'dining', '3000', { period: 'yearly' });
    const dates = ['2025-12-31', '2026-01-01', '2026-06-01', '2026-06-13', '2026-06-14', '2026-06-20', '2026-06-21'];
    await ledger.record(dates.map((date, index) => dining(`${2 ** index}`, date)));
    // The bits of the sums are the dates that count.
    expect((await states(ledger)).map(told)).toEqual([
      'dining weekly 2026-06-14..2026-06-20 €48.00 €952.00 6 days',
      'dining monthly 2026-06-01..2026-06-30 €124.00 €1,876.00 16 days',
      'dining yearly 2026-01-01..2026-12-31 €126.00 €2,874.00 200 days',
    ]);
  });

  test('over all spending count every category', async () => {
    const ledger = await open();
    await set(ledger, 'Total', '500');
    await ledger.record([dining('10', '2026-06-15'), dining('5', '2026-06-15', { category: 'pets' })]);
    expect((await states(ledger)).map(told)).toEqual(['total monthly 2026-06-01..2026-06-30 €15.00 €485.00 16 days']);
    expect(await states(ledger, 'dining')).toEqual([]);
  });

  test('are replaced when set again, and kept apart by period', async () => {
    const ledger = await open();
    await set(ledger, 'dining', '300');
    await set(ledger, 'DINING', '250.5', { currency: 'usd' });
    await set(ledger, 'dining', '60', { period: 'weekly' });
    const all = await states(ledger, 'dining');
    expect(all.map(({ every, budget }) => [every, formatMoney(budget, 'en')])).toEqual([
      ['monthly', '$250.50'],
      ['weekly', '€60.00'],
    ]);
    await remove(ledger, 'dining');
    expect(await states(ledger)).toEqual([]);
  });

  test('know the entries behind them', async () => {
    const ledger = await open();
    await set(ledger, 'dining', '300', { period: 'weekly' });
    const [state] = await states(ledger);
    const { id } = await ledger.database.client.category.findFirstOrThrow({
      where: { ledgerId: ledger.asker.ledgerId, name: 'dining' },
    });
    expect(state?.filter).toEqual({
      from: '2026-06-15',
      to: '2026-06-21',
      kinds: ['expense', 'refund'],
      categoryId: id,
    });
  });

  test.each([
    [{ category: 'dining', amount: '0' }, /The amount is zero/],
    [{ category: 'dining', amount: '-5' }, /is not an amount above zero/],
    [{ category: 'dining', amount: '5', currency: 'XXX' }, /"XXX" is not a currency/],
    [{ category: 'yachts', amount: '5' }, /There is no category "yachts"/],
    [{ category: 'salary', amount: '5' }, /salary is income; budgets are for spending/],
  ])('%o is refused', async (wanted, sentence) => {
    const ledger = await open();
    await expect(set(ledger, wanted.category, wanted.amount, wanted)).rejects.toThrow(sentence);
    await expect(remove(ledger, 'dining')).rejects.toThrow('There is no budget for dining.');
    expect(await states(ledger)).toEqual([]);
  });
});
