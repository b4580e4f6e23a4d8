import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedDay, goalProgress } from '../../src/insight/goal-progress.ts';
import { whatIf } from '../../src/insight/what-if.ts';
import { addDays, addMonths } from '../../src/period.ts';

describe('a goal', () => {
  const goal = { target: 300_000, startDay: '2026-01-01', byDay: '2026-12-31' };
  const monthly = (amount: number, months: number) =>
    Array.from({ length: months }, (_, index) => ({ day: addMonths('2026-01-25', index), amount }));

  test('on course: 250.00 a month, twelve months', () => {
    const progress = goalProgress({ ...goal, target: 290_000 }, monthly(25_000, 6), '2026-06-30');
    expect(progress).toMatchObject({
      saved: 150_000,
      remaining: 140_000,
      daysLeft: 184,
      paceNow: 25_000,
      state: 'on-course',
    });
    // 140,000 in 184 days of which 30.436875 make a month.
    expect(progress.paceNeeded).toBe(Math.ceil((140_000 * 30.436875) / 184));
    // 5.6 months of 30.44 days: 171 days on.
    expect(progress.expectedDay).toBe(addDays('2026-06-30', 171));
  });

  test('behind: the pace brings it too late', () => {
    const progress = goalProgress(goal, monthly(10_000, 6), '2026-06-30');
    expect(progress).toMatchObject({ paceNow: 10_000, state: 'behind' });
    expect(progress.expectedDay).toBe(addDays('2026-06-30', Math.ceil(24 * 30.436875)));
  });

  test('a payday more or less does not change the pace: whole months count', () => {
    const net = monthly(25_000, 6);
    expect(goalProgress(goal, net, '2026-06-24').paceNow).toBe(25_000);
    expect(goalProgress(goal, net, '2026-06-25').paceNow).toBe(25_000);
  });

  test('begun on the 31st its months end with February', () => {
    const net = [
      { day: '2026-02-27', amount: 7000 },
      { day: '2026-02-28', amount: 9000 },
    ];
    // A month from 31 January to 27 February: over on the evening of the 27th.
    expect(goalProgress({ ...goal, startDay: '2026-01-31' }, net, '2026-02-28')).toMatchObject({
      paceNow: 7000,
      saved: 16_000,
    });
  });

  test('young: nothing is said of its pace for a fortnight, then what was saved is scaled', () => {
    const net = [
      { day: '2026-01-03', amount: 10_000 },
      { day: '2025-12-30', amount: 99_999 },
    ];
    expect(goalProgress(goal, net, '2026-01-10')).toMatchObject({
      saved: 10_000,
      paceNow: { enough: false, unit: 'days', has: 10, needs: 14 },
      expectedDay: null,
      state: 'unknown',
    });
    expect(goalProgress(goal, net, '2026-01-20').paceNow).toBe(Math.round((10_000 * 30.436875) / 20));
  });

  test('reached, missed, and never', () => {
    expect(goalProgress(goal, monthly(300_000, 1), '2026-02-01')).toMatchObject({
      state: 'reached',
      remaining: 0,
      expectedDay: '2026-02-01',
    });
    expect(goalProgress(goal, monthly(10_000, 12), '2026-12-31')).toMatchObject({
      state: 'missed',
      daysLeft: 0,
      paceNeeded: null,
    });
    expect(goalProgress(goal, monthly(-10_000, 6), '2026-06-30')).toMatchObject({
      saved: -60_000,
      remaining: 360_000,
      expectedDay: null,
      state: 'behind',
    });
    expect(goalProgress({ ...goal, byDay: null }, monthly(1000, 6), '2026-06-30')).toMatchObject({
      daysLeft: null,
      paceNeeded: null,
      state: 'on-course',
    });
  });

  test('whoever keeps the needed pace is there on the day, not a day later', () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 4000 }), (target, days) => {
        const byDay = addDays('2026-01-01', days);
        const { paceNeeded, remaining } = goalProgress({ target, startDay: '2026-01-01', byDay }, [], '2026-01-01');
        const reached = expectedDay(remaining, paceNeeded ?? 0, '2026-01-01') ?? '';
        expect(reached <= byDay).toBe(true);
      }),
    );
  });

  test('the calendar ends', () => {
    expect(expectedDay(1e12, 1, '2026-01-01')).toBeNull();
    expect(expectedDay(100, 0, '2026-01-01')).toBeNull();
    expect(expectedDay(0, 0, '2026-01-01')).toBe('2026-01-01');
  });
});

describe('what if', () => {
  const history = [
    { name: 'dining', fixed: 0, flexible: [27_000, 30_000, 33_000, 90_000, 28_000] },
    { name: 'subscriptions', fixed: 4500, flexible: [0, 0, 1000, 0, 0] },
  ];

  test('dining is cut by a third', () => {
    const answer = whatIf(history, [{ name: 'dining', share: 1 / 3 }]);
    expect(answer).toMatchObject({ enough: true, savedAMonth: 10_000, savedAYear: 120_000, goal: null });
    // Sorted 27, 28, 30, 33, 90: the middle half lies between 28 and 33.
    expect(answer.enough && answer.effects).toEqual([
      { name: 'dining', typical: 30_000, after: 20_000, saved: 10_000, fixed: 0, usual: { from: 28_000, to: 33_000 } },
    ]);
  });

  test('several at once: less by an amount, down to an amount, never below nothing', () => {
    const answer = whatIf(history, [
      { name: 'dining', by: 40_000 },
      { name: 'subscriptions', to: 2000 },
      { name: 'unknown', share: 0.5 },
    ]);
    // Subscriptions: 4,500 fixed and a mean of 200 beside.
    expect(answer.enough && answer.effects.map(({ saved, after }) => [saved, after])).toEqual([
      [30_000, 0],
      [2700, 2000],
      [0, 0],
    ]);
  });

  test('with a goal: when it comes now, and when then', () => {
    const goal = { remaining: 120_000, paceNow: 10_000, today: '2026-01-01' };
    const answer = whatIf(history, [{ name: 'dining', share: 1 / 3 }], goal);
    expect(answer.enough && answer.goal).toEqual({
      pace: 20_000,
      dayNow: addDays('2026-01-01', Math.ceil(12 * 30.436875)),
      dayThen: addDays('2026-01-01', Math.ceil(6 * 30.436875)),
    });
    expect(whatIf(history, [{ name: 'dining', share: -0.5 }], goal)).toMatchObject({
      savedAMonth: -15_000,
      goal: { dayThen: null },
    });
  });

  test('needs two months', () => {
    expect(whatIf([{ name: 'dining', fixed: 0, flexible: [5] }], [])).toMatchObject({
      enough: false,
      unit: 'months',
      has: 1,
    });
  });
});
