import { describe, expect, test } from 'vitest';
import { type GoalStanding, goalAlerts } from '../../../src/alerts/rules/goal.ts';
import { monthEndAlerts } from '../../../src/alerts/rules/month-end.ts';
import { type NamedCharge, upcomingBillAlerts } from '../../../src/alerts/rules/upcoming-bill.ts';
import { compareTotals } from '../../../src/insight/changes.ts';
import type { GoalProgress } from '../../../src/insight/goal-progress.ts';

const rent: NamedCharge = {
  key: 'expense:rent:monthly',
  kind: 'expense',
  merchant: 'rent',
  name: 'Rent',
  category: 'housing',
  rhythm: 'monthly',
  amountKind: 'fixed',
  amount: 98_500,
  range: { from: 98_500, to: 98_500 },
  monthlyAmount: 98_500,
  priceChanges: [],
  count: 12,
  firstDay: '2025-07-01',
  lastDay: '2026-06-01',
  nextDay: '2026-07-01',
  lateAfter: '2026-07-05',
  status: 'active',
  confidence: 0.9,
  entryIds: [],
};

describe('an upcoming bill', () => {
  const days = (charge: Partial<NamedCharge>, today: string) =>
    upcomingBillAlerts([{ ...rent, ...charge }], today, 250_000).map(({ bucket }) => bucket);

  test.each([
    ['2026-06-27', []],
    ['2026-06-28', ['2026-07-01']],
    ['2026-06-30', ['2026-07-01']],
    ['2026-07-01', []],
  ])('of 1 July is told on %s: %s', (today, expected) => {
    expect(days({}, today)).toEqual(expected);
  });

  test.each<[Partial<NamedCharge>, number]>([
    [{ amount: 25_000 }, 1],
    [{ amount: 24_999 }, 0],
    [{ amount: 5_000, rhythm: 'yearly' }, 1],
    [{ amount: 4_999, rhythm: 'yearly' }, 0],
    [{ status: 'overdue' }, 0],
    [{ confidence: 0.6 }, 0],
    [{ kind: 'income' }, 0],
  ])('with %o is told where it is large or rare, and sure: %d', (charge, count) => {
    expect(days(charge, '2026-06-29')).toHaveLength(count);
  });
});

test.each<[Partial<NamedCharge>, string]>([
  [{}, 'low'],
  [{ rhythm: 'weekly' }, 'low'],
  [{ rhythm: 'yearly' }, 'high'],
  [{ amountKind: 'varying' }, 'high'],
])('an upcoming bill with %o is %s: the same one each month makes no message of its own', (charge, severity) => {
  const [alert] = upcomingBillAlerts([{ ...rent, ...charge }], '2026-06-29', 250_000);
  expect(alert?.severity).toBe(severity);
});

describe('a goal', () => {
  const progress: GoalProgress = {
    saved: 60_000,
    remaining: 40_000,
    share: 0.6,
    daysLeft: 100,
    paceNeeded: 12_000,
    paceNow: 15_000,
    expectedDay: '2026-09-01',
    state: 'on-course',
  };
  const amount = { minor: 100_000n, currency: 'EUR' };
  const standing = (changes: Partial<GoalProgress>, byDay: string | null = '2026-12-01'): GoalStanding => ({
    goal: { id: 'g', startDay: '2026-01-01', byDay, amount },
    name: 'bike',
    target: 100_000,
    progress: { ...progress, ...changes },
  });
  const told = (changes: Partial<GoalProgress>, today: string, byDay?: string | null) =>
    goalAlerts([standing(changes, byDay)], today).map(({ bucket, covers = [] }) => [bucket, ...covers].join(' '));

  test('is told of by its quarters when a month is over, the lower ones with it', () => {
    expect(told({}, '2026-06-03')).toEqual(['half quarter']);
    expect(told({ share: 0.24 }, '2026-06-03')).toEqual([]);
    expect(told({ state: 'reached', share: 1 }, '2026-06-01')).toEqual(['reached quarter half three-quarters']);
  });

  test('is not told of after payday', () => {
    expect(told({ state: 'reached', share: 1 }, '2026-06-25')).toEqual([]);
    expect(told({ state: 'reached', share: 1 }, '2026-06-25', '2026-06-25')).toEqual([
      'reached quarter half three-quarters',
    ]);
  });

  test('that falls behind is told of once a quarter of the year', () => {
    expect(told({ state: 'behind', share: 0.1 }, '2026-06-25')).toEqual(['2026-Q2']);
    expect(told({ state: 'behind', share: 0.1 }, '2026-07-05')).toEqual(['2026-Q3']);
    expect(told({ state: 'behind', share: 0.1, daysLeft: null }, '2026-06-25', null)).toEqual([]);
  });
});

describe('the end of a month', () => {
  const spending = compareTotals(
    [
      { name: 'travel', total: 10_000 },
      { name: 'dining', total: 30_000 },
    ],
    [
      { name: 'travel', total: 90_000 },
      { name: 'dining', total: 31_000 },
    ],
  );
  const may = { from: '2026-05-01', to: '2026-05-31' };
  const over = { month: may, before: { from: '2026-04-01', to: '2026-04-30' }, spending, income: 300_000, count: 40 };

  test('is told with what made the difference', () => {
    const [alert] = monthEndAlerts(over, null, '2026-06-01');
    expect(alert).toMatchObject({ key: 'month:2026-05', stake: 81_000 });
    expect(alert?.facts).toMatchObject({ spent: 121_000, changes: [{ name: 'travel', change: 80_000 }] });
  });

  test.each([
    ['2026-06-03', over, 1],
    ['2026-06-04', over, 0],
    ['2026-06-01', { ...over, count: 9 }, 0],
    ['2026-06-01', null, 0],
  ])('on %s is told in the first days, for a month worth it (%#)', (today, report, count) => {
    expect(monthEndAlerts(report, null, today)).toHaveLength(count);
  });

  test('without a month before is held against nothing', () => {
    const [alert] = monthEndAlerts({ ...over, before: null }, null, '2026-06-01');
    expect(alert?.facts).toMatchObject({ before: null, changes: [] });
  });
});
