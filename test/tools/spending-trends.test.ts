import { describe, expect, test } from 'vitest';
import { checkSpec } from '../../src/charts/check-spec.ts';
import { languages } from '../../src/language.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, use } from './use-tool.ts';

const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];

/** 100, 110, … 170 at Lidl, and 5 in the running month. */
const rising = (ledger: TestLedger) =>
  ledger.record(
    months.map((month, index) => ({
      kind: 'expense',
      amount: month === '2026-11' ? '5' : String(100 + 10 * index),
      category: 'groceries',
      merchant: 'Lidl',
      date: `${month}-02`,
    })),
  );

describe.each(databases)('spending_trends on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });

  test('a rise, the latest month beside a usual one, the running one, and a picture of all', async () => {
    const ledger = await open();
    await rising(ledger);
    const { said, charts, rows, data } = await use(ledger, 'spending_trends', { category: 'groceries' });
    // The median of 100 … 170 is 135; 170 is 35/135 more.
    expect(said.split('\n')).toEqual([
      'Your spending on groceries is clearly rising: about €10.00 more each month, over the last 8 whole months.',
      'October came to €170.00, 26% more than a usual month (€135.00).',
      'November so far: €5.00.',
    ]);
    expect(rows).toMatchObject({ from: '2026-03-01', to: '2026-11-21', categoryId: expect.any(String) });
    expect(data).toMatchObject({ direction: 'rising', slope: '€10.00', usual: '€135.00' });
    expect(charts).toMatchObject([
      {
        kind: 'bar',
        labels: months,
        values: [10_000, 11_000, 12_000, 13_000, 14_000, 15_000, 16_000, 17_000, 500],
        // The mean of each month and the two before it.
        line: { values: [null, null, 11_000, 12_000, 13_000, 14_000, 15_000, 16_000, null] },
        open: { after: 7, name: 'November so far' },
      },
    ]);
    for (const chart of charts ?? []) checkSpec(chart);
    expect((await use(ledger, 'spending_trends', { chart: false })).charts).toBeUndefined();
    expect((await use(ledger, 'spending_trends', { merchant: 'lidl' })).said).toMatch(
      /^Your spending at lidl is clearly/,
    );
    const weekly = await use(ledger, 'spending_trends', { unit: 'week' });
    expect(weekly.said).toMatch(/over the last 26 whole weeks\.\nThe week of 9 Nov came to €0\.00; in most weeks/);
    expect(weekly.charts).toMatchObject([{ open: { name: 'this week' } }]);
  });

  test('in every language', async () => {
    const ledger = await open();
    await rising(ledger);
    const said = await Promise.all(
      languages.map(async (language) => (await use(ledger, 'spending_trends', {}, { language })).said),
    );
    expect(new Set(said).size).toBe(languages.length);
    const figures = /10[.,]00.*\n.*170[.,]00.*26\s?%.*135[.,]00.*\n.*5[.,]00/u;
    for (const each of said) expect(each).toMatch(figures);
  });

  test('too little, none, nothing of this category, no rate', async () => {
    const ledger = await open();
    expect((await use(ledger, 'spending_trends')).said).toMatch(/^There are no entries yet/);
    await ledger.record([
      { kind: 'expense', amount: '7', category: 'pets', date: '2026-10-01' },
      { kind: 'expense', amount: '500', currency: 'JPY', category: 'travel', date: '2026-10-01' },
    ]);
    const young = await use(ledger, 'spending_trends');
    expect(young.said).toBe(
      'That takes 6 whole months; so far there is 1.\nOctober: €7.00.\nNovember so far: €0.00.\n' +
        'Not counted, because no rate is known: ¥500.',
    );
    expect(young.charts).toBeUndefined();
    await rising(ledger);
    const { said, charts } = await use(ledger, 'spending_trends', { category: 'gifts' });
    expect(said).toBe('Your spending on gifts: nothing recorded in the last 8 whole months.\nNovember so far: €0.00.');
    expect(charts).toBeUndefined();
    expect(await faultOf(use(ledger, 'spending_trends', { category: 'yachts' }))).toMatch(/no category "yachts".* \| /);
  });
});
