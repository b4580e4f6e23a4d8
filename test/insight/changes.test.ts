import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedPeriods } from '../../src/insight/aligned-periods.ts';
import { compareTotals, isSteady, mainReasons, shareDrift } from '../../src/insight/changes.ts';

describe('two periods', () => {
  const before = [
    { name: 'dining', total: 20_000 },
    { name: 'housing', total: 90_000 },
    { name: 'pets', total: 5000 },
  ];
  const after = [
    { name: 'housing', total: 90_000 },
    { name: 'dining', total: 32_000 },
    { name: 'travel', total: 40_000 },
  ];

  test('are taken apart: what is new, what rose, what vanished, what stayed', () => {
    const { change, changeShare, rows } = compareTotals(before, after);
    expect(change).toBe(47_000);
    expect(changeShare).toBeCloseTo(47 / 115, 9);
    expect(rows.map(({ name, kind, change: by, changeShare: share }) => [name, kind, by, share])).toEqual([
      ['travel', 'new', 40_000, null],
      ['dining', 'rose', 12_000, 0.6],
      ['pets', 'gone', -5000, -1],
      ['housing', 'same', 0, 0],
    ]);
    expect(rows[0]?.partOfMovement).toBeCloseTo(40 / 57, 9);
  });

  test('shares drift in percentage points', () => {
    const drifts = shareDrift(before, after);
    // 90/115 of all before, 90/162 after.
    expect(drifts.find(({ name }) => name === 'housing')?.drift).toBeCloseTo(90 / 162 - 90 / 115, 9);
    expect(drifts[0]?.name).toBe('travel');
    expect(shareDrift([], after)).toEqual([]);
  });

  test('every step is accounted for, and backwards all steps turn round', () => {
    const totals = fc.array(
      fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), total: fc.integer({ min: -1000, max: 1e9 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(totals, totals, (left, right) => {
        const [there, back] = [compareTotals(left, right), compareTotals(right, left)];
        expect(there.rows.reduce((sum, { change }) => sum + change, 0)).toBe(there.change);
        expect(there.after - there.before).toBe(there.change);
        expect(there.change + back.change).toBe(0);
        expect(there.before).toBe(left.reduce((sum, { total }) => sum + total, 0));
      }),
    );
  });
});

describe('the main reasons of a change', () => {
  const between = (before: Record<string, number>, after: Record<string, number>) => {
    const totals = (of: Record<string, number>) => Object.entries(of).map(([name, total]) => ({ name, total }));
    return compareTotals(totals(before), totals(after));
  };
  const reasons = (before: Record<string, number>, after: Record<string, number>) =>
    mainReasons(between(before, after)).map(({ name }) => name);

  test('are those that moved its way, until they make up most of it', () => {
    // 100 more in all: travel alone makes 90 of it.
    expect(reasons({ travel: 0, dining: 100 }, { travel: 90, dining: 110 })).toEqual(['travel']);
    // 40 and 30 of 100; two thirds are reached with both.
    expect(reasons({ a: 100, b: 100, c: 100, d: 100 }, { a: 140, b: 130, c: 120, d: 110 })).toEqual(['a', 'b']);
    // The largest movement went the other way.
    expect(reasons({ a: 500, b: 100, c: 0 }, { a: 300, b: 300, c: 100 })).toEqual(['b']);
  });

  test('are none where it is spread over many, or where as good as nothing changed', () => {
    expect(reasons({ a: 10, b: 10, c: 10, d: 10, e: 10 }, { a: 12, b: 12, c: 12, d: 12, e: 12 })).toEqual([]);
    expect(reasons({ a: 1000, b: 1000 }, { a: 1500, b: 501 })).toEqual([]);
    expect(isSteady(between({ a: 1000 }, { a: 1019 }))).toBe(true);
    expect(isSteady(between({ a: 1000 }, { a: 1020 }))).toBe(false);
    expect(isSteady(between({}, {}))).toBe(true);
    expect(isSteady(between({}, { a: 1 }))).toBe(false);
  });
});

describe('aligned periods', () => {
  test.each([
    // A running year against the same days of the last one.
    ['2026-11-21', 'year', 'year-before', '2026-01-01', '2025-01-01', '2025-11-21'],
    ['2026-11-21', 'month', 'unit-before', '2026-11-01', '2026-10-01', '2026-10-21'],
    ['2026-11-21', 'month', 'year-before', '2026-11-01', '2025-11-01', '2025-11-21'],
    ['2026-11-21', 'quarter', 'unit-before', '2026-10-01', '2026-07-01', '2026-08-21'],
    // Short months and leap days.
    ['2026-03-30', 'month', 'unit-before', '2026-03-01', '2026-02-01', '2026-02-28'],
    ['2024-02-29', 'year', 'year-before', '2024-01-01', '2023-01-01', '2023-02-28'],
    // A whole unit against a whole one.
    ['2026-02-28', 'month', 'unit-before', '2026-02-01', '2026-01-01', '2026-01-31'],
    ['2024-02-29', 'month', 'year-before', '2024-02-01', '2023-02-01', '2023-02-28'],
    ['2025-12-31', 'year', 'unit-before', '2025-01-01', '2024-01-01', '2024-12-31'],
    // Saturday of a week against Saturday.
    ['2026-11-21', 'week', 'unit-before', '2026-11-16', '2026-11-09', '2026-11-14'],
    ['2026-11-21', 'week', 'year-before', '2026-11-16', '2025-11-17', '2025-11-22'],
  ] as const)('%s by %s, %s', (until, unit, against, from, beforeFrom, beforeTo) => {
    const { now, before } = alignedPeriods(until, unit, against);
    expect(now).toEqual({ from, to: until });
    expect(before).toEqual({ from: beforeFrom, to: beforeTo });
  });

  test('say whether the unit is over', () => {
    expect(alignedPeriods('2026-11-30', 'month', 'unit-before').isComplete).toBe(true);
    expect(alignedPeriods('2026-11-29', 'month', 'unit-before').isComplete).toBe(false);
  });
});
