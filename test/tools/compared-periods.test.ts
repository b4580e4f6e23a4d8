import { describe, expect, test } from 'vitest';
import { checkSpec } from '../../src/charts/check-spec.ts';
import { languages } from '../../src/language.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { type Args, faultOf, use } from './use-tool.ts';

const on = (date: string, amount: string, category: string, more: Args = {}) => ({
  kind: 'expense' as const,
  amount,
  category,
  date,
  ...more,
});

describe.each(databases)('year_over_year on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });
  const entries = [
    on('2025-01-02', '100', 'dining'),
    on('2025-03-02', '500', 'travel'),
    on('2025-11-30', '999', 'travel'),
    { kind: 'income' as const, amount: '1000', category: 'salary', date: '2025-02-28' },
    on('2026-01-02', '150', 'dining'),
    on('2026-03-02', '200', 'travel'),
    on('2026-11-21', '30', 'pets'),
    { kind: 'income' as const, amount: '1100', category: 'salary', date: '2026-02-28' },
  ];

  test('up to the same day of both years', async () => {
    const ledger = await open();
    await ledger.record(entries);
    const { said, charts, rows } = await use(ledger, 'year_over_year');
    // 380 against 600; January alone was dearer.
    expect(said.split('\n')).toEqual([
      'In 2026 so far you spent €380.00, €220.00 (37%) less than in 2025 by the same day, mostly because of travel (-€300.00).',
      'Other changes: dining (+€50.00) and pets (+€30.00).',
      '1 of the 10 whole months was dearer than a year before.',
      'Income €1,100.00, €100.00 (10%) more than in 2025 by the same day.',
    ]);
    expect(rows).toMatchObject({ from: '2026-01-01', to: '2026-11-21' });
    expect(charts).toMatchObject([
      {
        kind: 'line',
        title: 'Spending, 2026 and 2025',
        labels: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
        series: [
          { name: '2026', values: [15_000, 0, 20_000, 0, 0, 0, 0, 0, 0, 0, 3000, null] },
          { name: '2025', values: [10_000, 0, 50_000, 0, 0, 0, 0, 0, 0, 0, 99_900, 0], quiet: true },
        ],
        open: { after: 9, name: 'November so far' },
      },
    ]);
    const dining = await use(ledger, 'year_over_year', { category: 'dining', chart: false });
    expect(dining.said.split('\n')[0]).toBe(
      'In 2026 so far you spent €150.00 on dining, €50.00 (50%) more than in 2025 by the same day.',
    );
    expect(dining.charts).toBeUndefined();
    for (const language of languages) {
      const each = await use(ledger, 'year_over_year', {}, { language });
      expect(each.said.split('\n')).toHaveLength(4);
      for (const chart of each.charts ?? []) checkSpec(chart);
    }
  });

  test('a ledger that began within the earlier year, or within this one', async () => {
    const ledger = await open();
    expect((await use(ledger, 'year_over_year')).said).toMatch(/^There are no entries yet/);
    await ledger.record([on('2026-02-14', '1', 'pets')]);
    expect((await use(ledger, 'year_over_year')).said).toBe(
      'Your entries begin on 14 Feb, so I can compare years from March 2027 on.',
    );
    await ledger.record([
      on('2025-08-20', '50', 'pets'),
      on('2025-09-20', '10', 'pets'),
      on('2026-10-20', '12', 'pets'),
    ]);
    expect((await use(ledger, 'year_over_year')).said.split('\n').slice(0, 2)).toEqual([
      'From September to November so far you spent €12.00, €2.00 (20%) more than a year before by the same day, mostly because of pets (+€2.00).',
      'I begin with September 2025, the first whole month I know.',
    ]);
    expect(await faultOf(use(ledger, 'year_over_year', { year: 2030 }))).toMatch(/2030 has not begun.* \| /);
  });
});

describe.each(databases)('category_insights on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });
  const entries = [
    on('2026-05-01', '300', 'housing'),
    on('2026-06-01', '100', 'dining', { merchant: 'Prater' }),
    on('2026-08-01', '300', 'housing'),
    on('2026-09-01', '80', 'dining', { merchant: 'Prater' }),
    on('2026-10-31', '60', 'dining', { merchant: 'Lon Men' }),
    on('2026-10-31', '60', 'gifts'),
  ];

  test('what changed between two spans of three months', async () => {
    const ledger = await open();
    await ledger.record(entries);
    const { said, charts, rows } = await use(ledger, 'category_insights', { chart: true });
    // 500 against 400: gifts made 60 of the 100, dining 40.
    expect(said.split('\n')).toEqual([
      'From August to October you spent €500.00, €100.00 (25%) more than in the 3 months before, mostly because of gifts (+€60.00) and dining (+€40.00).',
      'Most went to housing €300.00 (60%), dining €140.00 (28%), and gifts €60.00 (12%).',
    ]);
    expect(rows).toEqual({ from: '2026-08-01', to: '2026-10-31', kinds: ['expense', 'refund'] });
    expect(charts).toMatchObject([
      {
        kind: 'waterfall',
        title: expect.stringMatching(/^Spending, Aug\s–\sOct 2026$/),
        start: { label: expect.stringMatching(/^May\s–\sJul 2026$/), value: 40_000 },
        values: [6000, 4000],
        end: { value: 50_000 },
      },
    ]);
    expect((await use(ledger, 'category_insights')).charts).toBeUndefined();
    for (const language of languages) {
      const each = await use(ledger, 'category_insights', { chart: true, category: 'dining' }, { language });
      expect(each.said.split('\n')).toHaveLength(5);
      for (const chart of each.charts ?? []) checkSpec(chart);
    }
  });

  test('within one category, by place', async () => {
    const ledger = await open();
    await ledger.record(entries);
    const { said, quotesEntries } = await use(ledger, 'category_insights', { category: 'dining' });
    expect(said.split('\n')).toEqual([
      'From August to October you spent €140.00 on dining, €40.00 (40%) more than in the 3 months before, mostly because of Lon Men (+€60.00).',
      'That is 28% of your spending, in 2 entries.',
      'Most went to Prater €80.00 (57%) and Lon Men €60.00 (43%).',
      'Other changes: Prater (-€20.00).',
      'Biggest entry: Prater €80.00 · dining · 1 Sept',
    ]);
    expect(quotesEntries).toBe(true);
  });

  test('nothing before, nothing now, a period upside down', async () => {
    const ledger = await open();
    expect((await use(ledger, 'category_insights')).said).toMatch(/^There are no entries yet/);
    await ledger.record(entries);
    const june = { from: '2026-06-01', to: '2026-06-30' };
    expect((await use(ledger, 'category_insights', june)).said.split('\n')[0]).toBe(
      'In June you spent €100.00, €200.00 (67%) less than in May, mostly because of housing (-€300.00).',
    );
    const may = await use(ledger, 'category_insights', { from: '2026-05-01', to: '2026-05-31', chart: true });
    expect(may.said.split('\n')[1]).toBe('There is nothing to hold it against yet: your entries begin on 1 May.');
    const week = { from: '2026-11-02', to: '2026-11-08' };
    expect((await use(ledger, 'category_insights', week)).said).toBe(
      'Nothing recorded from 2 to 8 Nov 2026.\nIn the 7 days before you spent €120.00.',
    );
    expect(await faultOf(use(ledger, 'category_insights', { from: '2026-11-08', to: '2026-11-02' }))).toMatch(
      /ends .* before it begins.* \| /,
    );
  });
});
