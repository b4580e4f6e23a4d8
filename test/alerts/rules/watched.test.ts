import { expect, test } from 'vitest';
import { rowsBehind, type ToldNotice } from '../../../src/alerts/follow-up.ts';
import { type WatchedSpending, watchedAlerts } from '../../../src/alerts/rules/watched.ts';

const week: WatchedSpending = {
  ...{ watchId: 'w', per: 'week', limit: 30_000, spent: 30_000, period: { from: '2026-06-15', to: '2026-06-21' } },
  ...{ category: 'dining', categoryId: 'c', merchant: null, merchantKey: null, entry: null },
};
const entry: WatchedSpending = {
  ...{ watchId: 'w', per: 'entry', limit: 5_000, spent: 5_001, period: { from: '2026-06-15', to: '2026-06-15' } },
  ...{ category: null, categoryId: null, merchant: 'Zara', merchantKey: 'zara' },
  entry: { id: 'e', name: 'Zara', day: '2026-06-15' },
};
const rowsOf = (read: WatchedSpending) => rowsBehind({ read: { rule: 'watched', ...read } } as unknown as ToldNotice);

test('what only reaches a threshold is not above it; what is above is never too small', () => {
  expect(watchedAlerts([week], 1_000_000)).toEqual([]);
  const found = watchedAlerts([{ ...week, spent: 30_001 }, entry], 1_000_000);
  expect(found.map(({ key, bucket, severity, stake }) => [key, bucket, severity, stake])).toEqual([
    ['watch:w:2026-06-15', 'over', 'medium', 1],
    ['watch:w:e', 'over', 'medium', 1],
  ]);
});

test('another week, another entry and another threshold are other causes', () => {
  const next = { ...week, spent: 40_000, period: { from: '2026-06-22', to: '2026-06-28' } } as const;
  const keys = watchedAlerts([{ ...week, spent: 40_000 }, next, { ...next, watchId: 'v' }, entry], 1).map(
    ({ key }) => key,
  );
  expect(new Set(keys).size).toBe(4);
});

test('behind one are its entry, or all of its kind in the time', () => {
  expect(rowsOf(entry)).toEqual({ ids: ['e'] });
  expect(rowsOf(week)).toEqual({
    filter: { from: '2026-06-15', to: '2026-06-21', kinds: ['expense', 'refund'], categoryId: 'c' },
  });
  expect(rowsOf({ ...week, categoryId: null, merchant: 'Café', merchantKey: 'cafe' })).toEqual({
    filter: { from: '2026-06-15', to: '2026-06-21', kinds: ['expense', 'refund'], texts: ['cafe'] },
  });
});
