import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { type LedgerOptions, openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { type Args, use } from './use-tool.ts';

const june = { from: '2026-06-01', to: '2026-06-30' } as const;
const expense = (amount: string, more: Args = {}) => ({ kind: 'expense' as const, amount, ...more });

describe.each(databases)('answers on $name', ({ openTestDatabase }) => {
  const open = async (options: LedgerOptions = {}) => openLedger(await openTestDatabase(), options);
  const lines = async (ledger: TestLedger, name: string, args: Args = {}) =>
    (await use(ledger, name, args)).said.split('\n');

  describe('spending_summary', () => {
    test('says the total, then each group', async () => {
      const ledger = await open();
      await ledger.record([
        expense('20', { category: 'dining' }),
        expense('10', { category: 'pets' }),
        { kind: 'refund', amount: '2', category: 'pets' },
        expense('7', { category: 'travel', currency: 'USD' }),
      ]);
      expect(await lines(ledger, 'spending_summary', { ...june, groupBy: 'category' })).toEqual([
        'You spent €28.00 + $7.00 this month (4 entries).',
        'dining €20.00',
        'pets €8.00',
        'travel $7.00',
      ]);
      expect(await lines(ledger, 'spending_summary', { ...june, groupBy: 'none', category: 'PETS' })).toEqual([
        'You spent €8.00 on pets this month (2 entries).',
      ]);
      expect(await lines(ledger, 'spending_summary', { ...june, groupBy: 'none', kind: 'income' })).toEqual([
        'Nothing recorded this month.',
      ]);
    });

    test('what was recorded without a word has a dash for a name', async () => {
      const ledger = await open();
      await ledger.record([expense('20'), expense('10', { merchant: 'Lidl' })]);
      expect((await lines(ledger, 'spending_summary', { ...june, groupBy: 'merchant' })).slice(1)).toEqual([
        '– €20.00',
        'Lidl €10.00',
      ]);
    });

    test('a list longer than a screen says how much more there is', async () => {
      const ledger = await open();
      await ledger.record(Array.from({ length: 14 }, (_, n) => expense(`${20 - n}`, { note: `shop ${n}` })));
      const said = await lines(ledger, 'spending_summary', { ...june, groupBy: 'merchant' });
      expect(said).toHaveLength(14);
      expect(said.at(-1)).toBe('… and 2 more');
    });

    const kinds: [string, Args, ChartSpec['kind']][] = [
      ['categories', { groupBy: 'category' }, 'doughnut'],
      ['merchants', { groupBy: 'merchant' }, 'doughnut'],
      ['days of a month', { groupBy: 'day' }, 'bar'],
      ['days of a year', { groupBy: 'day', from: '2026-01-01', to: '2026-12-31' }, 'line'],
      ['weeks', { groupBy: 'week' }, 'bar'],
      ['months', { groupBy: 'month', from: '2026-01-01' }, 'bar'],
      ['weekdays', { groupBy: 'weekday' }, 'bar'],
      // A total is no picture, so the whole is drawn by category and a part of it over time.
      ['nothing', { groupBy: 'none' }, 'doughnut'],
    ];
    test.each(kinds)('a chart of %s has an alt text with the total, and values that add up', async (_, args, kind) => {
      const ledger = await open();
      await ledger.record([
        expense('1200', { category: 'dining', merchant: 'A', date: '2026-06-01' }),
        expense('34.5', { category: 'pets', merchant: 'B', date: '2026-06-20' }),
        expense('99', { category: 'pets', merchant: 'B', currency: 'USD' }),
      ]);
      const { charts = [] } = await use(ledger, 'spending_summary', { ...june, chart: true, ...args });
      // One picture a currency: they share no axis, and none is left out.
      const [chart, dollars] = charts;
      expect(charts).toHaveLength(2);
      expect(dollars).toMatchObject({ currency: 'USD', subtitle: '$99.00' });
      expect(dollars?.alt).toContain('$99.00');
      expect(chart).toMatchObject({ kind, currency: 'EUR', locale: 'en', subtitle: '€1,234.50' });
      expect(chart?.alt).toContain('€1,234.50');
      // The largest comes first among what is named; what is zero is not worth a word.
      const isWhole = args.groupBy === 'month';
      expect(chart?.alt).toMatch(isWhole ? /€1,234\.50\. .*€1,234\.50\.$/ : /€1,234\.50\. .*€1,200\.00, .*€34\.50\.$/);
      expect(chart?.alt).not.toContain('€0.00');
      if (chart?.kind === 'bar' || chart?.kind === 'doughnut') {
        expect(chart.values.reduce((sum, value) => sum + value, 0)).toBe(123_450);
        expect(chart.labels).toHaveLength(chart.values.length);
      }
      if (chart?.kind === 'line') expect(chart.series[0]?.values).toHaveLength(365);
    });

    test('a chart is of what was asked for: kind, category, merchant, period', async () => {
      const ledger = await open();
      await ledger.record([
        { kind: 'income', amount: '500', category: 'salary' },
        expense('3', { category: 'dining', merchant: 'Joe' }),
      ]);
      const title = async (args: Args) =>
        (await use(ledger, 'spending_summary', { ...june, groupBy: 'none', chart: true, ...args })).charts?.[0]?.title;
      expect(await title({})).toBe('Spending, June 2026');
      expect(await title({ category: 'dining' })).toBe('Dining, June 2026');
      expect(await title({ merchant: 'joe' })).toBe('Joe, June 2026');
      expect(await title({ kind: 'income' })).toBe('Income, June 2026');
      expect(await title({ from: '2026-05-01', to: '2026-06-20' })).toMatch(/^Spending, 1 May\s–\s20 Jun 2026$/);
    });

    test('no chart where there is nothing, or nobody asked', async () => {
      const ledger = await open();
      expect((await use(ledger, 'spending_summary', { ...june, groupBy: 'day', chart: true })).charts ?? []).toEqual(
        [],
      );
      await ledger.record([expense('3')]);
      expect((await use(ledger, 'spending_summary', { ...june, groupBy: 'day' })).charts).toEqual([]);
    });
  });

  describe('list_entries', () => {
    const started = async () => {
      const ledger = await open();
      await ledger.record([
        expense('5', { note: 'tea', category: 'dining', date: '2026-06-10' }),
        expense('50', { merchant: 'Café Müller', note: 'cake', category: 'dining', date: '2026-06-14' }),
        expense('500', { merchant: 'Landlord', category: 'housing', date: '2026-05-01' }),
        { kind: 'refund', amount: '7', note: 'bottles', category: 'groceries' },
        expense('20', { currency: 'USD', note: 'book' }),
      ]);
      return ledger;
    };

    test.each<[Args, string[]]>([
      [{}, ['book', 'bottles', 'Café Müller, cake', 'tea', 'Landlord']],
      [{ sort: 'oldest' }, ['Landlord', 'tea', 'Café Müller, cake', 'bottles', 'book']],
      [{ sort: 'oldest', limit: 2 }, ['Landlord', 'tea']],
      [{ from: '2026-06-10', to: '2026-06-14' }, ['Café Müller, cake', 'tea']],
      [{ from: '2026-06-14' }, ['book', 'bottles', 'Café Müller, cake']],
      [{ to: '2026-06-10' }, ['tea', 'Landlord']],
      [{ category: 'Dining' }, ['Café Müller, cake', 'tea']],
      [{ merchant: 'CAFE' }, ['Café Müller, cake']],
      [{ search: 'boo' }, ['book']],
      [{ kind: 'refund' }, ['bottles']],
      // Amounts of different currencies don't compare.
      [{ minAmount: '5', maxAmount: '50' }, ['bottles', 'Café Müller, cake', 'tea']],
      [{ minAmount: '50.01' }, ['Landlord']],
    ])('%j', async (args, names) => {
      const ledger = await started();
      const { data } = await use(ledger, 'list_entries', args);
      const entries = data.entries as { merchant: string | null; note: string | null }[];
      expect(entries.map(({ merchant, note }) => [merchant, note].filter(Boolean).join(', '))).toEqual(names);
    });

    test('the largest are the largest of one currency', async () => {
      const ledger = await started();
      await ledger.record([expense('90000', { currency: 'JPY', note: 'hotel' })]);
      const names = async (args: Args) =>
        ((await use(ledger, 'list_entries', args)).data.entries as { note: string | null }[]).map(({ note }) => note);
      expect(await names({ sort: 'largest', limit: 3 })).toEqual([null, 'cake', 'bottles']);
      expect(await names({ sort: 'smallest', limit: 2 })).toEqual(['tea', 'bottles']);
      // Where there is nothing in the own currency, the others are better than nothing.
      expect(await names({ sort: 'largest', search: 'hotel' })).toEqual(['hotel']);
    });

    test('a screenful at a time, with how many more there are', async () => {
      const ledger = await open();
      for (const part of [1, 2, 3]) {
        await ledger.record(Array.from({ length: 20 }, (_, n) => expense(`${part}`, { note: `n${n}` })));
      }
      const all = await lines(ledger, 'list_entries');
      expect([all[0], all.length, all.at(-1)]).toEqual([expect.stringMatching(/^60 entries, /), 12, '… and 50 more']);
      const three = await lines(ledger, 'list_entries', { limit: 3 });
      expect([three[0], three.length]).toEqual(['Your 3 newest, in all:', 4]);
      // Nobody is shown sixty lines, and nobody is told that fifty were all.
      const sixty = await lines(ledger, 'list_entries', { limit: 60 });
      expect([sixty[0], sixty.length, sixty.at(-1)]).toEqual([
        expect.stringMatching(/^60 entries, /),
        52,
        '… and 10 more',
      ]);
    });

    test('what it quotes is marked, so that nothing is written because of it', async () => {
      const ledger = await started();
      expect((await use(ledger, 'list_entries')).quotesEntries).toBe(true);
      const byMerchant = await use(ledger, 'spending_summary', { ...june, groupBy: 'merchant' });
      expect(byMerchant.quotesEntries).toBe(true);
    });
  });

  describe('budget_status', () => {
    const budget = (ledger: TestLedger, category: string, period = 'monthly', amount = '300') =>
      use(ledger, 'set_budget', { category, amount, period });

    test('tells what is used and left, and what that is a day, rounded down', async () => {
      const ledger = await open();
      await budget(ledger, 'dining');
      await ledger.record([
        expense('62.5', { category: 'dining' }),
        expense('5', { category: 'dining', currency: 'USD' }),
      ]);
      // 237.50 over the 16 days from 15 to 30 June are 14.84 and a bit.
      expect(await lines(ledger, 'budget_status')).toEqual([
        'Dining this month: €62.50 of €300.00, €237.50 left. That is €14.84 a day for 16 days. Not counted, in other currencies: $5.00.',
      ]);
    });

    test('the rows behind it are those of its categories and periods', async () => {
      const ledger = await open();
      await budget(ledger, 'dining', 'weekly');
      const all = { kinds: ['expense', 'refund'] };
      const { id } = await ledger.database.client.category.findFirstOrThrow({ where: { name: 'dining' } });
      const week = { from: '2026-06-15', to: '2026-06-21' };
      expect((await use(ledger, 'budget_status')).rows).toEqual({ ...week, ...all, categoryId: id });
      await budget(ledger, 'pets', 'yearly');
      expect((await use(ledger, 'budget_status')).rows).toEqual({ from: '2026-01-01', to: '2026-12-31', ...all });
    });

    test('its chart shows budgets of one currency, and says in words what it shows', async () => {
      const ledger = await open();
      await budget(ledger, 'dining');
      await budget(ledger, 'total', 'monthly', '1000');
      await use(ledger, 'set_budget', { category: 'travel', amount: '10', currency: 'USD', period: 'monthly' });
      await ledger.record([expense('310', { category: 'dining' })]);
      const { charts = [] } = await use(ledger, 'budget_status', { chart: true });
      expect(charts).toEqual([
        {
          kind: 'budget',
          title: 'Budgets',
          alt: 'Dining this month: €310.00 of €300.00, €10.00 over. All spending this month: €310.00 of €1,000.00, €690.00 left.',
          locale: 'en',
          currency: 'EUR',
          rows: [
            { label: 'dining, June 2026', spent: 31_000, budget: 30_000 },
            { label: 'all spending, June 2026', spent: 31_000, budget: 100_000 },
          ],
        },
      ]);
    });

    test('without budgets it tells of the month, beside the same days of the last one', async () => {
      const ledger = await open();
      await ledger.record([
        expense('10'),
        expense('20', { date: '2026-05-15' }),
        expense('40', { date: '2026-05-16' }),
      ]);
      expect((await lines(ledger, 'budget_status')).join(' ')).toMatch(
        /^You have spent €10\.00 this month; by this day last month it was €20\.00\. No budgets yet\./,
      );
    });

    test('asked for a category without a budget, it speaks of that category', async () => {
      const ledger = await open();
      await budget(ledger, 'dining');
      await ledger.record([expense('10', { category: 'dining' }), expense('3', { category: 'pets' })]);
      expect(await lines(ledger, 'budget_status', { category: 'pets' })).toEqual([
        'You spent €3.00 on pets this month (1 entry).',
      ]);
      expect(await lines(ledger, 'budget_status', { category: 'travel' })).toEqual([
        'Nothing recorded on travel this month.',
      ]);
    });
  });

  describe('export_entries', () => {
    test('gives a file of all, or of the days asked for, oldest first', async () => {
      const ledger = await open();
      await ledger.record([
        expense('5', { note: 'b', date: '2026-06-10' }),
        expense('6', { note: 'a', date: '2026-05-01' }),
      ]);
      const { said, files = [] } = await use(ledger, 'export_entries', { format: 'csv' });
      expect(said).toBe('Here are 2 entries as a file.');
      expect(files.map(({ name, type }) => [name, type])).toEqual([
        ['purser-2026-05-01-to-2026-06-10.csv', 'text/csv; charset=utf-8'],
      ]);
      expect(files[0]?.text.split('\r\n').map((row) => row.split(',')[0])).toEqual([
        '\uFEFFdate',
        '2026-05-01',
        '2026-06-10',
        '',
      ]);
      const part = await use(ledger, 'export_entries', { format: 'json', from: '2026-06-10', to: '2026-06-10' });
      expect(JSON.parse(part.files?.[0]?.text ?? '')).toMatchObject([{ note: 'b', amount: '5.00', category: 'other' }]);
    });

    test('of nothing is no file', async () => {
      const outcome = await use(await open(), 'export_entries', { format: 'csv' });
      expect(outcome.files ?? []).toEqual([]);
      expect(outcome.said).toMatch(/^No entries yet/);
    });
  });

  test('set_preferences without a change tells the settings, and leaves nothing to undo', async () => {
    const ledger = await open();
    const outcome = await use(ledger, 'set_preferences');
    expect(outcome.said).toMatch(/EUR.*Europe\/Berlin.*English.*Monday/);
    expect(outcome.operationId).toBeUndefined();
    expect((await use(ledger, 'set_preferences', { firstDayOfWeek: 7 })).operationId).toBeDefined();
  });

  test('manage_category lists what there is', async () => {
    const ledger = await open();
    await use(ledger, 'manage_category', { action: 'add', category: 'Bücher 📚' });
    const said = await lines(ledger, 'manage_category', { action: 'list' });
    expect(said[0]).toMatch(/^For spending: groceries, dining, .*, other, Bücher 📚\.$/);
    expect(said[1]).toBe('For income: salary, interest, refund, other income.');
  });
});
