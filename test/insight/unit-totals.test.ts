import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInMonth, monthNumber } from '../../src/insight/day-number.ts';
import { exactNumber } from '../../src/insight/entry.ts';
import { completeUnits, unitTotals } from '../../src/insight/unit-totals.ts';
import { addDays, dayNumber, dayOfNumber, daysIn, unitAround, weekdayOf, weekdayOfNumber } from '../../src/period.ts';

const anyDay = fc.integer({ min: 0, max: 47_000 }).map((number) => addDays('1970-01-01', number));

test('numbers of days agree with the calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(daysIn({ from: '1970-01-01', to: day }) - 1);
      expect(dayOfNumber(dayNumber(day))).toBe(day);
      expect(weekdayOfNumber(dayNumber(day))).toBe(weekdayOf(day));
      expect(dayOfNumber(dayInMonth(monthNumber(day), 31))).toBe(unitAround(day, 'month').to);
    }),
    { numRuns: 60 },
  );
  expect(dayOfNumber(dayInMonth(2024 * 12 + 1, 30))).toBe('2024-02-29');
  expect(dayOfNumber(dayInMonth(2025 * 12 + 1, 30))).toBe('2025-02-28');
});

test('amounts beyond 2^53 are refused rather than rounded', () => {
  expect(exactNumber(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
  expect(() => exactNumber(9_007_199_254_740_993n)).toThrow('too large');
});

test('months without an entry are there with zero; the first and the running one are not complete', () => {
  const totals = unitTotals(
    [
      { day: '2025-11-20', amount: 500 },
      { day: '2026-02-28', amount: 100 },
      { day: '2026-02-01', amount: 20 },
      { day: '2026-03-01', amount: 7 },
      { day: '2026-03-16', amount: 99_999 },
      { day: '2025-11-09', amount: 99_999 },
    ],
    { unit: 'month', since: '2025-11-10', today: '2026-03-15' },
  );
  expect(totals.map(({ from, total, isComplete }) => [from, total, isComplete])).toEqual([
    ['2025-11-01', 500, false],
    ['2025-12-01', 0, true],
    ['2026-01-01', 0, true],
    ['2026-02-01', 120, true],
    ['2026-03-01', 7, false],
  ]);
  expect(completeUnits(totals)).toHaveLength(3);
});

test('a ledger begun on the 3rd knows its first month; the last day of a month is still running', () => {
  const months = unitTotals([], { unit: 'month', since: '2026-01-03', today: '2026-02-28' });
  expect(months.map(({ isComplete }) => isComplete)).toEqual([true, false]);
});

test('weeks lie end to end and lose nothing, whatever day they begin on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1 as const, 6 as const, 7 as const),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: -500, max: 5000 }))),
      (firstDayOfWeek, draws) => {
        const amounts = draws.map(([offset, amount]) => ({ day: addDays('2024-01-17', offset), amount }));
        const options = { unit: 'week', since: '2024-01-17', today: '2024-04-25', firstDayOfWeek } as const;
        const weeks = unitTotals(amounts, options);
        expect(weeks.reduce((sum, { total }) => sum + total, 0)).toBe(
          draws.reduce((sum, [, amount]) => sum + amount, 0),
        );
        weeks.slice(1).forEach((week, index) => {
          expect(week.from).toBe(addDays(weeks[index]?.to ?? '', 1));
        });
        for (const { from } of weeks) expect(weekdayOf(from)).toBe(firstDayOfWeek);
      },
    ),
    { numRuns: 40 },
  );
});
