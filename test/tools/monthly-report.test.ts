import { describe, expect, test } from 'vitest';
import { checkSpec } from '../../src/charts/check-spec.ts';
import { languages } from '../../src/language.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { type Args, faultOf, use } from './use-tool.ts';

const on = (date: string, amount: string, category: string, more: Args = {}) => ({
  kind: 'expense' as const,
  amount,
  category,
  date,
  ...more,
});

/** September 900 + 200 + 100, October 900 + 80 + 300. */
async function fill(ledger: TestLedger): Promise<void> {
  await ledger.record([
    on('2026-09-01', '900', 'housing'),
    on('2026-09-10', '200', 'dining'),
    on('2026-09-11', '100', 'travel'),
    on('2026-10-01', '900', 'housing', { merchant: 'Lindner' }),
    on('2026-10-10', '80', 'dining'),
    on('2026-10-11', '300', 'travel', { note: 'train' }),
    on('2026-10-20', '4000', 'dining', { currency: 'JPY' }),
    { kind: 'income', amount: '2000', category: 'salary', date: '2026-10-28' },
  ]);
  await use(ledger, 'set_budget', { category: 'dining', amount: '100', period: 'monthly' });
  await use(ledger, 'set_budget', { category: 'travel', amount: '250', period: 'monthly' });
}

describe.each(databases)('monthly_report on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-03T10:00:00Z') => openLedger(await openTestDatabase(), { now });

  test('the finding first, then income, parts, budgets, the biggest entry, and what is not counted', async () => {
    const ledger = await open();
    await fill(ledger);
    const { said, charts, rows, quotesEntries } = await use(ledger, 'monthly_report');
    expect(said.split('\n')).toEqual([
      'In October you spent €1,280.00, €80.00 (7%) more than in September, mostly because of travel (+€200.00).',
      'Income €2,000.00; €720.00 is left of it.',
      'Most went to housing €900.00 (70%), travel €300.00 (23%), and dining €80.00 (6%).',
      'Budgets: 1 kept, 1 exceeded: travel +€50.00.',
      'Biggest entry: Lindner €900.00 · housing · 1 Oct',
      'Not counted, because no rate is known: ¥4,000.',
    ]);
    expect(rows).toEqual({ from: '2026-10-01', to: '2026-10-31', kinds: ['expense', 'refund'] });
    expect(quotesEntries).toBe(true);
    expect(charts).toMatchObject([
      {
        kind: 'waterfall',
        start: { label: 'September', value: 120_000 },
        labels: ['travel', 'dining'],
        values: [20_000, -12_000],
        end: { label: 'October', value: 128_000 },
      },
    ]);
    expect((await use(ledger, 'monthly_report', { chart: true })).charts?.map(({ kind }) => kind)).toEqual([
      'waterfall',
      'doughnut',
    ]);
    expect((await use(ledger, 'monthly_report', { chart: false })).charts).toEqual([]);
  });

  test('the running month', async () => {
    const ledger = await open('2026-10-10T10:00:00Z');
    await fill(ledger);
    const { said, charts } = await use(ledger, 'monthly_report');
    expect(said.split('\n').slice(0, 4)).toEqual([
      'In October so far you spent €980.00, €120.00 (11%) less than in September by the same day, mostly because of dining (-€120.00).',
      'No income so far.',
      'Most went to housing €900.00 (92%) and dining €80.00 (8%).',
      // Budgets hold what is planned for the rest of their month as well, as everywhere.
      'Budgets: 1 with room, 1 exceeded: travel +€50.00.',
    ]);
    expect(charts).toMatchObject([
      {
        start: { label: expect.stringMatching(/^1\s?–\s?10 Sept 2026$/) },
        end: { label: expect.stringMatching(/^1\s?–\s?10 Oct 2026$/) },
      },
    ]);
  });

  test('in every language, with pictures that hold together', async () => {
    const ledger = await open();
    await fill(ledger);
    for (const language of languages) {
      const { said, charts = [] } = await use(ledger, 'monthly_report', { chart: true }, { language });
      expect(said.split('\n')).toHaveLength(6);
      // Each writes a thousand and cents in its own way.
      expect(said).toMatch(/1[.,\u202f]?280[.,]00/);
      expect(charts).toHaveLength(2);
      for (const chart of charts) {
        checkSpec(chart);
        expect(chart.alt).toBe(said.split('\n')[0]);
      }
    }
  });

  test('an empty ledger, a month without entries, refunds alone, one enormous entry, a month to come', async () => {
    const ledger = await open('2026-11-21T10:00:00Z');
    const ask = async (month: string) => (await use(ledger, 'monthly_report', { month })).said;
    expect(await ask('2026-11')).toMatch(/^There are no entries yet/);
    await ledger.record([{ kind: 'refund', amount: '30', category: 'shopping', date: '2026-08-05' }]);
    expect(await ask('2026-07')).toBe('Nothing recorded in July.');
    expect(await ask('2026-08')).toBe(
      'You got back €30.00 more than you spent in August (1 entry).\nNo income recorded.',
    );
    await ledger.record([{ kind: 'income', amount: '30', category: 'salary', date: '2026-09-05' }]);
    expect(await ask('2026-09')).toBe('Nothing spent in September.\nIncome €30.00; €30.00 is left of it.');
    await ledger.record([on('2026-10-05', '1000000000000', 'other')]);
    expect((await ask('2026-10')).split('\n')[0]).toBe('In October you spent €1,000,000,000,000.00.');
    expect(await faultOf(ask('2027-01'))).toMatch(/has not begun.* \| Ask for a month up to 2026-11/);
  });
});
