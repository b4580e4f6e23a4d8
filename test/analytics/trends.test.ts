import { describe, expect, test } from 'vitest';
import { spendingTrend } from '../../src/analytics/trends.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf } from '../tools/use-tool.ts';
import { makeFacts, recordFacts, spent, yen } from './facts.ts';

const known = { from: '2025-02-10', to: '2026-11-21' };
const months12 = [
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
];
/** No month has more days; what is past its end is in none. */
const monthOf = (month: string) => ({ from: `${month}-01`, to: `${month}-31` });

describe.each(databases)('trends on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });

  test('add up each month and week, by category and by merchant', async () => {
    const ledger = await open();
    const facts = makeFacts(known, 1);
    await recordFacts(ledger, facts);
    const { client } = ledger.database;

    const all = await spendingTrend(client, ledger.asker, { unit: 'month', count: 12 });
    expect(all?.units.map(({ from, total }) => [from.slice(0, 7), total])).toEqual(
      months12.map((month) => [month, spent(facts, monthOf(month))]),
    );
    expect(all?.running?.total).toBe(spent(facts, monthOf('2026-11')));
    expect(all?.uncounted.map(({ minor }) => minor)).toEqual([yen(facts, { from: '2025-11-01', to: '2026-11-21' })]);

    const dining = await spendingTrend(client, ledger.asker, { unit: 'month', count: 12, category: 'Dining' });
    expect(dining?.units.map(({ total }) => total)).toEqual(
      months12.map((month) => spent(facts, monthOf(month), ({ category }) => category === 'dining')),
    );

    const lidl = await spendingTrend(client, ledger.asker, { unit: 'week', count: 12, merchant: 'LIDL' });
    expect(lidl?.unit).toBe('month');
    expect(lidl?.units.map(({ total }) => total)).toEqual(
      months12.map((month) => spent(facts, monthOf(month), ({ merchant }) => merchant.startsWith('Lidl'))),
    );

    const weeks = await spendingTrend(client, ledger.asker, { unit: 'week', count: 8 });
    // 2026-09-21 is a Monday, eight weeks before the one of 16 November.
    const mondays = [
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
    ];
    expect(weeks?.units.map(({ from, to, total }) => [from, total, spent(facts, { from, to })])).toEqual(
      mondays.map((monday) => {
        const sunday = new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
        const total = spent(facts, { from: monday, to: sunday });
        return [monday, total, total];
      }),
    );

    const salary = await spendingTrend(client, ledger.asker, { unit: 'month', count: 12, category: 'salary' });
    expect(salary?.flow).toBe('income');
    expect(salary?.units.every(({ total }) => total >= 200_000)).toBe(true);
  });

  test('a rise is seen, and the running month is no fall', async () => {
    const ledger = await open();
    const rising = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
    await ledger.record(
      [...rising, '2026-11'].map((month, index) => ({
        kind: 'expense',
        amount: month === '2026-11' ? '1' : String(100 + index * 10),
        category: 'dining',
        date: `${month}-02`,
      })),
    );
    const found = await spendingTrend(ledger.database.client, ledger.asker, { unit: 'month', count: 12 });
    // Each month ten euros more than the one before.
    expect(found?.trend).toMatchObject({ enough: true, direction: 'rising', strength: 'strong', slope: 1000 });
    expect(found?.running?.total).toBe(100);
  });

  test('nothing, too little, a gap, the future', async () => {
    const ledger = await open();
    const { client } = ledger.database;
    const ask = (more = {}) => spendingTrend(client, ledger.asker, { unit: 'month', count: 12, ...more });
    expect(await ask()).toBeNull();
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2026-12-24' }]);
    expect(await ask()).toMatchObject({ units: [], trend: { enough: false, has: 0, needs: 6 } });
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2026-10-01' }]);
    expect(await ask({ count: 1 })).toMatchObject({ trend: { enough: false, unit: 'months', has: 1, needs: 6 } });
    await ledger.record([{ kind: 'expense', amount: '1000000000', category: 'pets', date: '2025-01-01' }]);
    const found = await ask();
    expect(found?.units.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500]);
    expect(found?.trend).toMatchObject({ enough: true, direction: 'none' });
    expect(await faultOf(ask({ category: 'yachts' }))).toMatch(/no category "yachts"/);
    expect(await faultOf(ask({ category: 'pets', merchant: 'Fressnapf' }))).toMatch(/not of both.* \| /);
  });
});
